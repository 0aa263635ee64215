import { UndirectedGraph } from 'graphology'
import communities from 'graphology-communities-louvain'
import type { Rng } from './rng.ts'

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
 * library's result depends on the order in which nodes and edges were added: here it is that of the rows, so that a
 * run is a function of rows and rng alone. Nodes without edges stay alone. About linear in edges for each of a few levels.
 */
export function createLouvain(rows: WeightedRows): (rng: Rng) => LouvainRun {
  const graph = graphOf(rows)
  if (graph.size === 0) {
    const alone = Int32Array.from({ length: graph.order }, (_, i) => i)
    return () => ({ partition: alone, modularity: 0 })
  }
  return (rng) => {
    const found = communities.detailed(graph, { getEdgeWeight: 'weight', rng })
    const partition = Int32Array.from({ length: graph.order }, (_, i) => found.communities[i] ?? -1)
    return { partition: renumber(partition), modularity: Math.round(found.modularity * 1e9) / 1e9 }
  }
}

function graphOf({ offsets, targets, weights }: WeightedRows): UndirectedGraph {
  const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false })
  const order = offsets.length - 1
  for (let i = 0; i < order; i++) graph.addNode(i)
  for (let i = 0; i < order; i++) {
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const j = targets[k] ?? 0
      if (i < j) graph.addEdgeWithKey(k, i, j, { weight: weights[k] ?? 0 })
    }
  }
  return graph
}

/** Groups numbered in order of first appearance, so that equal partitions are equal arrays. */
function renumber(partition: Int32Array): Partition {
  const names = new Map<number, number>()
  return partition.map((group) => {
    const name = names.get(group) ?? names.size
    names.set(group, name)
    return name
  })
}
