import type { Adjacency } from '../field-index/adjacency.ts'

/** A walk without repetition and the cost of the nodes between its ends. */
export interface NodePath {
  readonly nodes: readonly number[]
  readonly cost: number
}

/** What is asked: ways between two different nodes, and what they may use. */
export interface Walk {
  readonly graph: Adjacency
  readonly from: number
  readonly to: number
  /** 1 for each node that may be passed through. */
  readonly open: Uint8Array
  /** Edges count if their mark has one of these bits. */
  readonly mask: number
  /** Neighbours of `from` that must not come second. */
  readonly without: ReadonlySet<number>
}

/** Sums of the same costs in another order differ in their last bits. */
export const EQUAL_COST = 1e-9

/** A cost as an integer, so that equal ones compare as equal. */
export function rankOfCost(cost: number): number {
  return Math.round(cost / EQUAL_COST)
}

/** Cost of the nodes between the ends. */
export function costOfPath(nodes: readonly number[], { costs }: Adjacency): number {
  let sum = 0
  for (let at = 1; at + 1 < nodes.length; at++) sum += costs[nodes[at] ?? 0] ?? 0
  return sum
}

/**
 * Half of what it costs to pass through a node: each of the two edges of a walk that meet there pays its half, so that costs
 * are the same from both ends. The ends cost nothing.
 */
export function halfCost({ graph, from, to }: Walk, node: number): number {
  return node === from || node === to ? 0 : (graph.costs[node] ?? 0) / 2
}

/** Whether the edge between two neighbours is one that must not come first. */
export function isWithout({ from, without }: Walk, node: number, other: number): boolean {
  return (node === from && without.has(other)) || (other === from && without.has(node))
}
