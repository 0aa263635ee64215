import type { FieldGraph } from './field-graph.ts'

/**
 * Whether the texts state code of a paper: a repository that implements it, or a link that they call code, wherever that
 * leads. `false` means that none is stated, never that there is none; so for all other kinds of nodes. Filters, marks,
 * lists and questions all go by it.
 *
 * @throws where the graph has no such node.
 */
export function hasCode(graph: FieldGraph, key: string): boolean {
  const node = graph.getNodeAttributes(key)
  if (node.kind !== 'paper') return false
  return (
    node.links.some(({ rel }) => rel === 'code') || graph.someOutEdge(key, (_, { kind }) => kind === 'implemented_in')
  )
}
