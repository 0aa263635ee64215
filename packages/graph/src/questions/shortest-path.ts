import type { Adjacency } from './adjacency.ts'
import { BinaryHeap } from './binary-heap.ts'
import { eachItem } from './rows.ts'

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
interface Bans {
  readonly nodes: ReadonlySet<number>
  /** Second nodes that the path must not take. */
  readonly seconds: ReadonlySet<number>
}

const NO_BANS: Bans = { nodes: new Set(), seconds: new Set() }

/**
 * The `count` cheapest paths without repeated nodes, cheapest first. Fewer where there are fewer, none where the ends are
 * not connected. Among paths of equal cost the choice is the same every time: it depends on the numbers of nodes alone.
 *
 * Yen 1971, "Finding the K shortest loopless paths in a network", Management Science 17, over a bidirectional search
 * (Dijkstra from both ends, stopped when the two fronts together cost more than the best meeting).
 */
export function shortestPaths(
  graph: Adjacency,
  from: number,
  to: number,
  count: number,
  walk: Walk,
): readonly NodePath[] {
  const first = shortestPath(graph, from, to, walk, NO_BANS)
  if (first === undefined || count <= 0) return []
  const found = [first]
  const candidates = new Map<string, NodePath>()
  while (found.length < count) {
    for (const path of detours(graph, found, walk)) candidates.set(path.nodes.join(' '), path)
    for (const { nodes } of found) candidates.delete(nodes.join(' '))
    const [next] = [...candidates.values()].sort(comparePaths)
    if (next === undefined) break
    found.push(next)
  }
  return found
}

/** Paths that leave the last found path at each of its nodes, on ways that no found path takes. */
function detours(graph: Adjacency, found: readonly NodePath[], walk: Walk): readonly NodePath[] {
  const last = found.at(-1)?.nodes ?? []
  const to = last.at(-1) ?? 0
  return last.slice(0, -1).flatMap((spur, at) => {
    const root = last.slice(0, at + 1)
    const seconds = found
      .filter(({ nodes }) => root.every((node, i) => nodes[i] === node))
      .flatMap(({ nodes }) => nodes[at + 1] ?? [])
    const bans = { nodes: new Set(root.slice(0, -1)), seconds: new Set(seconds) }
    const rest = shortestPath(graph, spur, to, walk, bans)
    if (rest === undefined) return []
    const nodes = [...root.slice(0, -1), ...rest.nodes]
    return [{ nodes, cost: costOf(nodes, walk) }]
  })
}

function costOf(nodes: readonly number[], { cost }: Walk): number {
  return nodes.slice(1, -1).reduce((sum, node) => sum + (cost[node] ?? 0), 0)
}

function comparePaths(a: NodePath, b: NodePath): number {
  const byNodes = a.nodes.length - b.nodes.length
  const at = a.nodes.findIndex((node, i) => node !== b.nodes[i])
  // Sums of the same costs in another order differ in their last bits.
  const byCost = Math.abs(a.cost - b.cost) < 1e-9 ? 0 : a.cost - b.cost
  return byCost || byNodes || (at === -1 ? 0 : (a.nodes[at] ?? 0) - (b.nodes[at] ?? 0))
}

/** One end's search: the cost to reach each node, its own included, so that a hub is opened late or never. */
class Front {
  readonly queue = new BinaryHeap()
  readonly settled = new Set<number>()
  readonly distance = new Map<number, number>()
  readonly before = new Map<number, number>()

  constructor(start: number) {
    this.distance.set(start, 0)
    this.queue.push(start, 0)
  }
}

function shortestPath(graph: Adjacency, from: number, to: number, walk: Walk, bans: Bans): NodePath | undefined {
  if (from === to) return { nodes: [from], cost: 0 }
  const [forward, backward] = [new Front(from), new Front(to)]
  const price = (node: number): number => (node === from || node === to ? 0 : (walk.cost[node] ?? 0))
  let best = Number.POSITIVE_INFINITY
  let meeting: number | undefined
  for (;;) {
    const [own, other] = forward.queue.least <= backward.queue.least ? [forward, backward] : [backward, forward]
    // What is in neither front yet costs at least the least of both.
    if (own.queue.least === Number.POSITIVE_INFINITY || forward.queue.least + backward.queue.least >= best) break
    const node = own.queue.pop()
    if (node === undefined) break
    if (own.settled.has(node)) continue
    own.settled.add(node)
    const reach = own.distance.get(node) ?? 0
    eachItem(graph.neighbors, node, (next, mark) => {
      if ((mark & walk.mask) === 0 || bans.nodes.has(next)) return
      if (node === from ? bans.seconds.has(next) : next === from && bans.seconds.has(node)) return
      if (next !== from && next !== to && !walk.isOpen(next)) return
      const cost = reach + price(next)
      if (cost >= best || cost >= (own.distance.get(next) ?? Number.POSITIVE_INFINITY)) return
      own.distance.set(next, cost)
      own.before.set(next, node)
      own.queue.push(next, cost)
      const whole = cost + (other.distance.get(next) ?? Number.POSITIVE_INFINITY) - price(next)
      if (whole >= best) return
      best = whole
      meeting = next
    })
  }
  if (meeting === undefined) return undefined
  const nodes = [...trace(forward, meeting).reverse(), ...trace(backward, meeting).slice(1)]
  return { nodes, cost: costOf(nodes, walk) }
}

/** From a node back to the start of its front. */
function trace(front: Front, node: number): number[] {
  const nodes = [node]
  for (let at = front.before.get(node); at !== undefined; at = front.before.get(at)) nodes.push(at)
  return nodes
}
