import type { Adjacency } from '../field-index/adjacency.ts'
import { FirstSorted } from '../field-index/first-sorted.ts'
import { Ball } from './ball.ts'
import { BinaryHeap } from './binary-heap.ts'
import { NodeLabels } from './node-labels.ts'
import { EQUAL_COST, halfCost, isWithout, rankOfCost, type Walk } from './walk.ts'

/** A step towards the end, and what the way from here costs with it: half of this node, and all nodes up to the end. */
export interface Step {
  readonly next: number
  readonly cost: number
}

/** Edges that are looked at, at most, for more paths when one is known: this number, and so many times those that it took to find it. */
const MORE_WORK = 400_000
const MORE_TIMES = 8
/** Edges in whose time a path is traced back to both ends. */
const WORK_OF_TRACE = 20

/**
 * Where the cheapest walks between two nodes lie, and how far it is from each node there to the end.
 *
 * Balls grow around both ends, that with less work first, until together they reach as far as the `count` cheapest paths
 * that were met are long (bidirectional search, Pohl 1971). Each node of a walk that costs no more than both radii is in one of
 * them then. From the ball of the end distances are passed on to those nodes of the other through which a walk is not too
 * long. Cost: the edges of both balls, besides sorting.
 */
export class Corridor {
  /** All walks that cost no more are within. */
  readonly length: number
  /** Whether no other walk is among the `count` cheapest. */
  readonly isComplete: boolean
  private readonly walk: Walk
  private readonly room: Room
  private readonly steps = new Map<number, readonly Step[]>()

  /** @param moreWork edges to look at for further paths when one is known. */
  constructor(walk: Walk, count: number, room: Room, moreWork: number = MORE_WORK) {
    this.walk = walk
    this.room = room
    const met = this.meet(count, moreWork)
    const radii = room.forward.radius + room.backward.radius
    this.isComplete = radii > met + EQUAL_COST || radii === Number.POSITIVE_INFINITY
    // What costs as much as the radii may be half within.
    this.length = this.isComplete ? met : radii - 2 * EQUAL_COST
    this.passOn()
  }

  /** Cost from a node to the end, half of its own included; Infinity outside of the corridor. */
  toEnd(node: number): number {
    return this.room.backward.costOf(node)
  }

  /** The steps from a node that lie on walks of the corridor, the cheapest first, then by number. Kept, since paths share nodes. */
  stepsFrom(node: number): readonly Step[] {
    const old = this.steps.get(node)
    if (old !== undefined) return old
    const { forward, backward } = this.room
    const before = forward.has(node) ? forward.costOf(node) : forward.radius
    const steps: Step[] = []
    this.eachNeighbor(node, (next, price) => {
      const cost = price + backward.costOf(next)
      if (next === this.walk.from || !backward.has(next) || isWithout(this.walk, node, next)) return
      if (before + cost <= this.length + EQUAL_COST) steps.push({ next, cost })
    })
    steps.sort((a, b) => rankOfCost(a.cost) - rankOfCost(b.cost) || a.next - b.next)
    this.steps.set(node, steps)
    return steps
  }

  /** Lets the balls grow. @returns what the last of the `count` cheapest paths that were met costs; Infinity where they are fewer. */
  private meet(count: number, moreWork: number): number {
    const { walk, room } = this
    const { forward, backward } = room
    room.start(walk)
    const paths = new MetPaths(room, count)
    this.look(forward, walk.from, paths)
    let enough = Number.POSITIVE_INFINITY
    for (let radii = 0; radii <= paths.limit + EQUAL_COST; radii = forward.radius + backward.radius) {
      if (radii === Number.POSITIVE_INFINITY) break
      const work = forward.work + backward.work + paths.traced * WORK_OF_TRACE
      if (paths.size === 0) enough = MORE_TIMES * work + moreWork
      if (work > enough) break
      const own = forward.work <= backward.work ? forward : backward
      const node = own.grow()
      if (node !== undefined) this.look(own, node, paths)
    }
    return paths.limit
  }

  /** Looks from a node that is new in one ball at those in the other. The innermost loop of `path`, hence without calls. */
  private look(own: Ball, node: number, paths: MetPaths): void {
    const { walk, room } = this
    const { forward, backward, met } = room
    const { offsets, items, marks } = walk.graph.neighbors
    const other = own === forward ? backward : forward
    const half = halfCost(walk, node)
    const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0]
    own.work += end - start
    for (let at = start; at < end; at++) {
      const next = items[at] ?? 0
      if (!other.has(next) || ((marks[at] ?? 0) & walk.mask) === 0 || isWithout(walk, node, next)) continue
      const [first, second] = own === forward ? [node, next] : [next, node]
      const rest = half + halfCost(walk, next) + backward.costOf(second)
      if (rest < met.get(first)) met.set(first, rest)
      paths.add(first, second, forward.costOf(first) + rest)
    }
  }

  /** Takes the nodes of the first ball into the second through which a walk is not too long. */
  private passOn(): void {
    const { from } = this.walk
    const { forward, backward, met } = this.room
    const queue = new BinaryHeap()
    const reaches = (node: number, rest: number): boolean => forward.costOf(node) + rest <= this.length + EQUAL_COST
    for (const node of forward.nodes) {
      if (node !== from && !backward.has(node) && met.has(node) && reaches(node, met.get(node)))
        queue.push(node, met.get(node))
    }
    for (;;) {
      const cost = queue.least
      const node = queue.pop()
      if (node === undefined) return
      if (backward.has(node)) continue
      backward.add(node, cost, -1)
      this.eachNeighbor(node, (next, price) => {
        if (next === from || !forward.has(next) || backward.has(next)) return
        const rest = cost + price
        if (rest >= met.get(next) || !reaches(next, rest)) return
        met.set(next, rest)
        queue.push(next, rest)
      })
    }
  }

  /** Calls `visit` for each neighbour of a node by an edge that counts, with half of the cost of both. */
  private eachNeighbor(node: number, visit: (next: number, price: number) => void): void {
    const { walk } = this
    const { offsets, items, marks } = walk.graph.neighbors
    const own = halfCost(walk, node)
    const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0]
    for (let at = start; at < end; at++) {
      if (((marks[at] ?? 0) & walk.mask) === 0) continue
      const next = items[at] ?? 0
      visit(next, own + halfCost(walk, next))
    }
  }
}

/** The cheapest of the different paths by which two balls meet. */
class MetPaths {
  /** What further paths must cost less than. */
  limit = Number.POSITIVE_INFINITY
  /** Number of ways that were looked at, for the work that it took. */
  traced = 0
  private readonly room: Room
  private readonly costs: FirstSorted<number>
  private readonly known = new Set<string>()

  constructor(room: Room, count: number) {
    this.room = room
    this.costs = new FirstSorted((a, b) => a - b, count)
  }

  get size(): number {
    return this.known.size
  }

  /** Adds the path by the edge between a node of the first ball and one of the second, if it is new and repeats no node. */
  add(first: number, second: number, cost: number): void {
    if (cost >= this.limit - EQUAL_COST) return
    this.traced++
    const { forward, backward } = this.room
    const nodes = [...forward.trace(first).reverse(), ...backward.trace(second)]
    if (nodes.some((node, at) => nodes.includes(node, at + 1))) return
    // It is met at each of its edges.
    const key = nodes.join(' ')
    if (this.known.has(key)) return
    this.known.add(key)
    this.costs.add(cost)
    this.limit = this.costs.last ?? this.limit
  }
}

/** What a corridor needs as many of as the graph has nodes: megabytes in a large field, hence kept with the graph. */
export class Room {
  readonly forward: Ball
  readonly backward: Ball
  /** The cost from nodes of the first ball to the end by an edge into the second. */
  readonly met: NodeLabels

  constructor({ keys }: Adjacency) {
    this.forward = new Ball(keys.length)
    this.backward = new Ball(keys.length)
    this.met = new NodeLabels(keys.length)
  }

  /** Forgets what was there before. */
  start(walk: Walk): void {
    this.forward.start(walk, walk.from)
    this.backward.start(walk, walk.to)
    this.met.clear()
  }
}
