import { contract, modularityOf, moveNodes, renumber, withoutLoops } from './local-moves.ts'
import { hashOrder } from './rng.ts'

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
 * Communities by modularity: Louvain (Blondel et al. 2008, "Fast unfolding of communities in large networks"). Nodes are
 * visited by the hash of the run's number and their keys, groups by that of the first of their nodes, and nothing is drawn: the result is a
 * function of the rows and the keys alone. Orders that hang on what a node is, not on how many there are, keep runs
 * alike when nodes come and go. At last nodes are moved once more, one by one. Nodes without edges stay alone. About
 * linear in edges for each of a few levels.
 *
 * @param keys of all nodes, by index. @param run numbers the orders.
 */
export function louvain(rows: WeightedRows, keys: readonly string[], run: number): LouvainRun {
  const graph = withoutLoops(rows)
  if (rows.targets.length === 0) return { partition: Int32Array.from(keys, (_, i) => i), modularity: 0 }
  const order = hashOrder(keys, run)
  let partition = moveNodes(
    graph,
    Int32Array.from(keys, (_, i) => i),
    order,
  )
  for (;;) {
    const small = contract(graph, partition)
    const names = firstKeys(partition, keys)
    const joined = moveNodes(
      small,
      Int32Array.from(names, (_, i) => i),
      hashOrder(names, run),
    )
    partition = renumber(partition.map((group) => joined[group] ?? 0))
    if (firstKeys(partition, keys).length === names.length) break
  }
  partition = moveNodes(graph, partition, order)
  return { partition, modularity: modularityOf(graph, partition) }
}

/** Of each group the key of its first node. */
export function firstKeys(partition: Partition, keys: readonly string[]): readonly string[] {
  const names: string[] = []
  partition.forEach((group, i) => {
    names[group] ??= keys[i] ?? ''
  })
  return names
}
