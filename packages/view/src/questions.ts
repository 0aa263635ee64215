import type { FieldGraph, FieldMap, GroupingName, NamedSet, NodeAttributes, PaperFilter } from '@fieldmap/graph'
import { isNarrowed, passes } from './filters.ts'
import { layoutOf } from './layout.ts'
import type { ViewState } from './state.ts'

/**
 * What a question counts in a state: the papers that its filters let through on the map, evidence of the tier that they
 * ask for, and whether pretraining counts. Linear in the papers where a filter is on.
 */
export function questionFilter(
  graph: FieldGraph,
  { filters, pretraining }: Pick<ViewState, 'filters' | 'pretraining'>,
): PaperFilter {
  const { tier } = filters
  const isLeft = (key: string, node: NodeAttributes): boolean =>
    node.kind === 'paper' && passes(graph, key, node, filters)
  return {
    ...(isNarrowed(filters) ? { joinedTo: graph.filterNodes(isLeft) } : {}),
    ...(tier === null ? {} : { tier }),
    ...(pretraining ? { pretraining } : {}),
  }
}

/**
 * The papers of a region as a set to ask about: of a task all papers that address it, not only those that the map places
 * there. Undefined where the grouping has no such region.
 */
export function regionSet(
  graph: FieldGraph,
  map: FieldMap,
  grouping: GroupingName,
  id: string,
  within: PaperFilter,
): NamedSet | undefined {
  const region = layoutOf(graph, map, grouping).regionById.get(id)
  if (region === undefined) return undefined
  const { label, members } = region
  const own: PaperFilter = {
    tier: within.tier ?? 'C',
    ...(within.pretraining === true ? { pretraining: true } : {}),
    within,
  }
  const isNode = graph.hasNode(id)
  if (grouping === 'task' && isNode) return { label, key: id, filter: { ...own, tasks: [id] } }
  if (grouping === 'venue' && isNode) return { label, key: id, filter: { ...own, venues: [id] } }
  return { label, filter: { ...own, joinedTo: members } }
}
