import { UndirectedGraph } from 'graphology'
import communities from 'graphology-communities-louvain'
import { renumber } from './local-moves.ts'

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
 * Communities by modularity: Louvain (Blondel et al. 2008, "Fast unfolding of communities in large networks"). The
 * library visits nodes in the order in which they were added, which is `order` here, and draws nothing: the result is a
 * function of the rows and the order alone. So orders that hang on what a node is, not on how many there are, keep runs
 * alike when nodes come and go. Nodes without edges stay alone. About linear in edges for each of a few levels.
 *
 * @param order all nodes, each once.
 */
export function louvain(rows: WeightedRows, order: readonly number[]): LouvainRun {
  const graph = graphOf(rows, order)
  if (graph.size === 0) return { partition: Int32Array.from(order, (_, i) => i), modularity: 0 }
  const found = communities.detailed(graph, { getEdgeWeight: 'weight', randomWalk: false })
  const partition = Int32Array.from({ length: graph.order }, (_, i) => found.communities[i] ?? -1)
  return { partition: renumber(partition), modularity: Math.round(found.modularity * 1e9) / 1e9 }
}

/** The graph of some rows, its nodes and each node's edges added in an order. */
function graphOf({ offsets, targets, weights }: WeightedRows, order: readonly number[]): UndirectedGraph {
  const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false })
  const rank = new Int32Array(order.length)
  order.forEach((node, i) => {
    graph.addNode(node)
    rank[node] = i
  })
  for (const i of order) {
    const row: number[] = []
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) row.push(k)
    const rankOf = (k: number): number => rank[targets[k] ?? 0] ?? 0
    for (const k of row.sort((a, b) => rankOf(a) - rankOf(b))) {
      if ((rank[i] ?? 0) < rankOf(k)) graph.addEdgeWithKey(k, i, targets[k] ?? 0, { weight: weights[k] ?? 0 })
    }
  }
  return graph
}
