import type { FieldGraph, FieldMap, GroupingName, NamedSet, PaperFilter } from '@fieldmap/graph'
import { layoutOf } from './layout.ts'
import type { ViewState } from './state.ts'

/** What a question counts in a state: its filters, and whether pretraining counts. Importance narrows the map only. */
export function questionFilter({ filters, pretraining }: Pick<ViewState, 'filters' | 'pretraining'>): PaperFilter {
  const { code, from, to, tasks, venues, tier } = filters
  return {
    ...(tasks.length === 0 ? {} : { tasks }),
    ...(venues.length === 0 ? {} : { venues }),
    ...(from === null && to === null
      ? {}
      : { years: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } }),
    ...(code ? { withCode: true } : {}),
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
