import { UndirectedGraph } from 'graphology'
import communities from 'graphology-communities-louvain'
import { contract, type GroupRows, modularityOf, moveNodes, renumber, withoutLoops } from './local-moves.ts'

/**
 * A weighted, undirected graph in rows: the neighbours of node `i` are `targets[k]` with `weights[k]` > 0 for `k` in
 * `offsets[i]` … `offsets[i + 1] − 1`. Every edge stands in both rows, none is a loop.
 */
export interface WeightedRows {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

/** Of each node its group, numbered 0, 1, … in order of first appearance. */
export type Partition = Int32Array

/** A partition and its modularity (Newman & Girvan) at resolution 1, −0.5..1; 0 without edges. */
export interface LouvainRun {
  readonly partition: Partition
  /** Rounded to nine decimals, so that no last bit decides. */
  readonly modularity: number
}

/**
 * Communities by modularity: Louvain (Blondel et al. 2008, "Fast unfolding of communities in large networks"). Its first
 * level, where nearly all edges are seen, is done on the rows ({@link moveNodes}): a graph of every pair of papers takes
 * ten times as long to make as to search. The library takes it from there, on the graph of the groups that were found;
 * it visits nodes in the order in which they were added, and draws nothing. So the result is a function of the rows and
 * the order alone, and orders that hang on what a node is, not on how many there are, keep runs alike when nodes come and
 * go. Nodes without edges stay alone. About linear in edges for each of a few levels.
 *
 * @param order all nodes, each once.
 */
export function louvain(rows: WeightedRows, order: readonly number[]): LouvainRun {
  const alone = Int32Array.from(order, (_, i) => i)
  if (rows.targets.length === 0) return { partition: alone, modularity: 0 }
  const nodes = withoutLoops(rows)
  const first = moveNodes(nodes, alone, order)
  const found = communities(graphOf(contract(nodes, first), firstSeen(first, order)), {
    getEdgeWeight: 'weight',
    randomWalk: false,
  })
  const partition = renumber(first.map((group) => found[group] ?? -1))
  return { partition, modularity: modularityOf(nodes, partition) }
}

/** The groups in the order of the first of their nodes. */
function firstSeen(partition: Partition, order: readonly number[]): readonly number[] {
  return [...new Set(order.map((node) => partition[node] ?? -1))]
}

/** Sum of the weights in a graph that the library gets. */
const WHOLE = 2 ** 40

/**
 * The graph of some rows, its nodes and each node's edges added in an order. A loop's weight counts once there. Weights
 * are whole numbers: the library adds and takes away strengths as nodes move, and rounding that piles up could move a
 * node to and fro between groups that are equally good.
 */
function graphOf({ offsets, targets, weights, loops }: GroupRows, order: readonly number[]): UndirectedGraph {
  const graph = new UndirectedGraph({ multi: false })
  const total = (weights.reduce(sum, 0) + loops.reduce(sum, 0)) / 2
  const whole = (weight: number): number => Math.max(1, Math.round((weight / total) * WHOLE))
  const rank = new Int32Array(order.length)
  order.forEach((node, i) => {
    graph.addNode(node)
    rank[node] = i
    const inside = loops[node] ?? 0
    if (inside > 0) graph.addEdge(node, node, { weight: whole(inside / 2) })
  })
  for (const i of order) {
    const row: number[] = []
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) row.push(k)
    const rankOf = (k: number): number => rank[targets[k] ?? 0] ?? 0
    for (const k of row.sort((a, b) => rankOf(a) - rankOf(b))) {
      if ((rank[i] ?? 0) < rankOf(k)) graph.addEdge(i, targets[k] ?? 0, { weight: whole(weights[k] ?? 0) })
    }
  }
  if (OVERFLOWING.has(2 * (graph.size - graph.selfLoopCount))) {
    const [a, b] = [order.length, order.length + 1]
    graph.mergeEdge(a, b, { weight: 0 })
  }
  return graph
}

/**
 * With just so many ends of edges the library's pointers to them overflow by one, and the last node loses its row
 * (graphology-indices 0.17): two nodes that are tied to nothing, by an edge without weight, make it two more.
 */
const OVERFLOWING: ReadonlySet<number> = new Set([2 ** 8, 2 ** 16])

function sum(a: number, b: number): number {
  return a + b
}
