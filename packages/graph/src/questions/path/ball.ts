import { BinaryHeap } from './binary-heap.ts'
import { NodeLabels } from './node-labels.ts'
import { halfCost, isWithout, type Walk } from './walk.ts'

/**
 * The nodes around an end of a walk, the nearest first: Dijkstra 1959, of whom each node looks at one edge at a time. Its
 * neighbours come cheapest first, so the next in line is its best; of a hub with thousands no more are looked at than lie
 * within the ball. Cost: by the edges within, not by the degrees of the nodes.
 */
export class Ball {
  /** Nodes in the order in which they came; the centre first. */
  readonly nodes: number[] = []
  /** Edges that were looked at since the start. */
  work = 0
  private readonly distance: NodeLabels
  private readonly before: Int32Array
  /** Place in the rows of the graph of each node's next edge. */
  private readonly nextEdge: Int32Array
  /** Nodes by the cost of their next edge's other end. */
  private readonly queue = new BinaryHeap()
  private walk: Walk | undefined

  constructor(size: number) {
    this.distance = new NodeLabels(size)
    this.before = new Int32Array(size)
    this.nextEdge = new Int32Array(size)
  }

  /** Forgets all and begins with one end of a walk. */
  start(walk: Walk, center: number): void {
    this.walk = walk
    this.nodes.length = 0
    this.work = 0
    this.distance.clear()
    this.queue.clear()
    this.add(center, 0, -1)
    this.openNode(walk, center)
  }

  /** What is not in the ball costs at least this; Infinity where nothing else can be reached. */
  get radius(): number {
    return this.queue.least
  }

  /** Takes the nearest node in that is not; undefined where there is none. */
  grow(): number | undefined {
    const { walk, queue } = this
    if (walk === undefined) return undefined
    for (;;) {
      const cost = queue.least
      const parent = queue.first
      if (parent === undefined) return undefined
      const node = walk.graph.neighbors.items[this.nextEdge[parent] ?? 0] ?? 0
      const isNew = !this.distance.has(node)
      if (isNew) this.add(node, cost, parent)
      const later = this.nextCost(walk, parent, (this.nextEdge[parent] ?? 0) + 1)
      if (later === Number.POSITIVE_INFINITY) queue.pop()
      else queue.raise(later)
      if (!isNew) continue
      this.openNode(walk, node)
      return node
    }
  }

  has(node: number): boolean {
    return this.distance.has(node)
  }

  /** Cost from the centre to a node, half of its own included; Infinity outside. */
  costOf(node: number): number {
    return this.distance.get(node)
  }

  /** Takes in a node that something else found. */
  add(node: number, cost: number, before: number): void {
    this.distance.set(node, cost)
    this.before[node] = before
    this.nodes.push(node)
  }

  /** From a node back to the centre. */
  trace(node: number): number[] {
    const nodes = [node]
    for (let at = this.before[node] ?? -1; at !== -1; at = this.before[at] ?? -1) nodes.push(at)
    return nodes
  }

  private openNode(walk: Walk, node: number): void {
    const cost = this.nextCost(walk, node, walk.graph.neighbors.offsets[node] ?? 0)
    if (cost < Number.POSITIVE_INFINITY) this.queue.push(node, cost)
  }

  /** Goes on, from a place in the rows, to a node's next edge that leads out of the ball. @returns the cost of what is there; Infinity for none. */
  private nextCost(walk: Walk, node: number, start: number): number {
    const { offsets, items, marks } = walk.graph.neighbors
    const { distance } = this
    const end = offsets[node + 1] ?? 0
    let at = start
    for (; at < end; at++) {
      const other = items[at] ?? 0
      if (distance.has(other) || walk.open[other] === 0 || ((marks[at] ?? 0) & walk.mask) === 0) continue
      // The ends stand in no row by what they cost here, and are passed through by no walk.
      if (other !== walk.from && other !== walk.to && !isWithout(walk, node, other)) break
    }
    this.work += at - start + 1
    this.nextEdge[node] = at
    if (at === end) return Number.POSITIVE_INFINITY
    return distance.get(node) + halfCost(walk, node) + halfCost(walk, items[at] ?? 0)
  }
}
