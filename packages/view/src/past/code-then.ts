import { type FieldGraph, hasCode } from '@fieldmap/graph'
import type { Presence } from './moment.ts'

/**
 * Whether code of a paper was stated then: as `hasCode` has it, but of the repositories that implement it one must be there
 * already. Linear in the paper's edges.
 */
export function hasCodeThen(graph: FieldGraph, key: string, { hasEdge }: Presence): boolean {
  if (!hasCode(graph, key)) return false
  const repositories = graph.filterOutEdges(key, (_, { kind }) => kind === 'implemented_in')
  return repositories.length === 0 || repositories.some(hasEdge)
}
