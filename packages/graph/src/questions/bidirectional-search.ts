import type { Adjacency } from './adjacency.ts'
import { BinaryHeap } from './binary-heap.ts'
import { firstSorted } from './first-sorted.ts'

/** A walk without repetition and the cost of the nodes between its ends. */
export interface NodePath {
  readonly nodes: readonly number[]
  readonly cost: number
}

/** What a walk may use and what it pays. */
export interface Walk {
  /** Cost of passing through each node, > 0; the ends cost nothing. */
  readonly cost: Float64Array
  /** Whether a node may be passed through. */
  readonly isOpen: (node: number) => boolean
  /** Edges count if their mark has one of these bits. */
  readonly mask: number
}

/** What Yen's algorithm forbids for a while. */
export interface Bans {
  readonly nodes: ReadonlySet<number>
  /** Second nodes that the path must not take. */
  readonly seconds: ReadonlySet<number>
}

const NO_BANS: Bans = { nodes: new Set(), seconds: new Set() }

/** Meetings that are looked at for each path that is wanted: a path of `n` nodes can be met at each of those between its ends. */
const MEETINGS_PER_PATH = 4

/**
 * The fronts of each graph: megabytes in a large one, which made anew for each question would have the engine look through
 * all its memory again and again.
 */
const kept = new WeakMap<Adjacency, readonly [Front, Front]>()

/** Dijkstra from both ends at once. One search ends before the next begins. */
export class BidirectionalSearch {
  private readonly graph: Adjacency
  private readonly walk: Walk
  private readonly fronts: readonly [Front, Front]

  constructor(graph: Adjacency, walk: Walk) {
    this.graph = graph
    this.walk = walk
    const fronts = kept.get(graph) ?? [new Front(graph.keys.length), new Front(graph.keys.length)]
    kept.set(graph, fronts)
    this.fronts = fronts
  }

  /**
   * The cheapest path, if it costs less than `below`; undefined for none. Stops when the two fronts together cost more than
   * the best meeting. Among paths of equal cost the choice depends on the numbers of nodes alone.
   */
  cheapest(from: number, to: number, bans: Bans = NO_BANS, below = Number.POSITIVE_INFINITY): NodePath | undefined {
    if (from === to) return { nodes: [from], cost: 0 }
    let best = below
    let meeting: number | undefined
    this.meet(from, to, bans, below, (node, cost) => {
      if (cost < best) {
        best = cost
        meeting = node
      }
      return best
    })
    return meeting === undefined ? undefined : this.pathThrough(meeting)
  }

  /**
   * A cost that at least `count` paths without repeated nodes do not exceed, for `count` > 0; Infinity where so few were met
   * that none can be told. Costs little more than one search.
   */
  boundOf(from: number, to: number, count: number): number {
    const met = new Map<number, number>()
    const most = MEETINGS_PER_PATH * count
    let limit = Number.POSITIVE_INFINITY
    this.meet(from, to, NO_BANS, limit, (node, cost) => {
      met.set(node, cost)
      // Now and then is enough: until then a few meetings too many are waited for.
      if (met.size % most === 0) limit = firstSorted(met.values(), (a, b) => a - b, most).at(-1) ?? limit
      return limit
    })
    const costs = new Map<string, number>()
    for (const node of met.keys()) {
      const { nodes, cost } = this.pathThrough(node)
      if (new Set(nodes).size === nodes.length) costs.set(nodes.join(' '), cost)
    }
    return firstSorted(costs.values(), (a, b) => a - b, count)[count - 1] ?? Number.POSITIVE_INFINITY
  }

  /** Lets the fronts grow until together they cost `limit`, which each meeting says anew. */
  private meet(
    from: number,
    to: number,
    bans: Bans,
    below: number,
    meets: (node: number, cost: number) => number,
  ): void {
    const { cost: costs, mask, isOpen } = this.walk
    const { offsets, items, marks } = this.graph.neighbors
    const [forward, backward] = this.fronts
    forward.start(from)
    backward.start(to)
    let limit = below
    for (;;) {
      const [own, other] = forward.queue.least <= backward.queue.least ? [forward, backward] : [backward, forward]
      const reach = own.queue.least
      // What is in neither front yet costs at least the least of both.
      if (forward.queue.least + backward.queue.least >= limit) return
      const node = own.queue.pop()
      if (node === undefined) return
      // Queued again since, at a lower cost.
      if (reach > own.costOf(node)) continue
      const end = offsets[node + 1] ?? 0
      for (let at = offsets[node] ?? 0; at < end; at++) {
        const next = items[at] ?? 0
        const price = next === from || next === to ? 0 : (costs[next] ?? 0)
        const cost = reach + price
        if (cost >= limit || cost >= own.costOf(next)) continue
        if (((marks[at] ?? 0) & mask) === 0 || bans.nodes.has(next)) continue
        if (node === from ? bans.seconds.has(next) : next === from && bans.seconds.has(node)) continue
        if (next !== from && next !== to && !isOpen(next)) continue
        own.reach(next, cost, node)
        const whole = cost + other.costOf(next) - price
        if (whole < limit) limit = meets(next, whole)
      }
    }
  }

  private pathThrough(meeting: number): NodePath {
    const [forward, backward] = this.fronts
    const nodes = [...forward.trace(meeting).reverse(), ...backward.trace(meeting).slice(1)]
    return { nodes, cost: costOfPath(nodes, this.walk) }
  }
}

/** Cost of the nodes between the ends. */
export function costOfPath(nodes: readonly number[], { cost }: Walk): number {
  return nodes.slice(1, -1).reduce((sum, node) => sum + (cost[node] ?? 0), 0)
}

/** One end's search: the cost to reach each node, its own included, so that a hub is opened late or never. */
class Front {
  readonly queue = new BinaryHeap()
  private readonly distance: Float64Array
  private readonly before: Int32Array
  /** Number of the search that last reached each node, so that nothing has to be cleared. */
  private readonly reached: Int32Array
  private search = 0

  constructor(size: number) {
    this.distance = new Float64Array(size)
    this.before = new Int32Array(size)
    this.reached = new Int32Array(size)
  }

  start(node: number): void {
    this.search++
    this.queue.clear()
    this.reach(node, 0, -1)
  }

  /** Infinity where this search has not reached a node. */
  costOf(node: number): number {
    return this.reached[node] === this.search ? (this.distance[node] ?? 0) : Number.POSITIVE_INFINITY
  }

  reach(node: number, cost: number, before: number): void {
    this.distance[node] = cost
    this.before[node] = before
    this.reached[node] = this.search
    this.queue.push(node, cost)
  }

  /** From a node back to the start. */
  trace(node: number): number[] {
    const nodes = [node]
    for (let at = this.before[node] ?? -1; at !== -1; at = this.before[at] ?? -1) nodes.push(at)
    return nodes
  }
}
