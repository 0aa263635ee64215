import { byCodeUnits, type FieldGraph, type PaperAttributes, type Tier } from '@fieldmap/graph'
import { hasCodeThen } from './past/code-then.ts'
import { NOW, type Presence } from './past/moment.ts'
import { type Filters, NO_FILTERS } from './state.ts'

/**
 * Whether the filters let a paper through. A year filter keeps out papers of unknown year, a tier filter those without
 * dataset evidence. Kinds that are hidden keep no paper out. With a presence only edges that are there count.
 */
export function passes(
  graph: FieldGraph,
  key: string,
  paper: PaperAttributes,
  filters: Filters,
  presence: Presence = NOW,
): boolean {
  const { hasEdge } = presence
  if ((paper.importance ?? 0) < filters.importance) return false
  if (filters.from !== null && (paper.year === undefined || paper.year < filters.from)) return false
  if (filters.to !== null && (paper.year === undefined || paper.year > filters.to)) return false
  if (filters.code && !hasCodeThen(graph, key, presence)) return false
  if (filters.tasks.length > 0 && !leadsTo(graph, key, 'addresses', filters.tasks, hasEdge)) return false
  if (filters.venues.length > 0 && !leadsTo(graph, key, 'published_in', filters.venues, hasEdge)) return false
  return filters.tier === null || hasTier(graph, key, filters.tier, hasEdge)
}

/** Whether any filter is on. */
export function isFiltered(filters: Filters): boolean {
  return isNarrowed(filters) || filters.hidden.length > 0
}

/** Whether any filter keeps papers out. */
export function isNarrowed({ code, importance, from, to, tasks, venues, tier }: Filters): boolean {
  return (
    code || importance > 0 || from !== null || to !== null || tasks.length > 0 || venues.length > 0 || tier !== null
  )
}

function leadsTo(
  graph: FieldGraph,
  key: string,
  relation: 'addresses' | 'published_in',
  targets: readonly string[],
  isThere: Presence['hasEdge'],
): boolean {
  return graph.someOutEdge(
    key,
    (edge, { kind }, _, target) => kind === relation && targets.includes(target) && isThere(edge),
  )
}

function hasTier(graph: FieldGraph, key: string, tier: Tier, isThere: Presence['hasEdge']): boolean {
  return graph.someOutEdge(
    key,
    (edge, { kind, evidence }) =>
      (kind === 'uses' || kind === 'introduces') &&
      isThere(edge) &&
      evidence.some((item) => item.tier !== undefined && item.tier <= tier),
  )
}

/** How many papers pass some filters. Linear in the papers. */
export function countPassing(graph: FieldGraph, filters: Filters): number {
  return graph.reduceNodes(
    (count, key, node) => count + (node.kind === 'paper' && passes(graph, key, node, filters) ? 1 : 0),
    0,
  )
}

/** One choice of a filter and how many papers would remain with it, all other filters as they are. */
export interface Facet {
  /** The key of a task or venue. */
  readonly key: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
}

/**
 * The tasks or venues by which papers can be narrowed, most papers first, ties by key. Counts are those under the other
 * filters, so that a choice says what it would leave. Linear in the papers and their edges.
 */
export function facetsOf(graph: FieldGraph, filters: Filters, of: 'tasks' | 'venues'): readonly Facet[] {
  const relation = of === 'tasks' ? 'addresses' : 'published_in'
  const others = { ...filters, [of]: NO_FILTERS[of] }
  const counts = new Map<string, number>(filters[of].filter((key) => graph.hasNode(key)).map((key) => [key, 0]))
  graph.forEachNode((key, node) => {
    if (node.kind !== 'paper' || !passes(graph, key, node, others)) return
    graph.forEachOutEdge(key, (_, { kind }, __, target) => {
      if (kind === relation) counts.set(target, (counts.get(target) ?? 0) + 1)
    })
  })
  return Array.from(counts, ([key, count]) => ({
    key,
    label: graph.getNodeAttribute(key, 'label'),
    count,
    chosen: filters[of].includes(key),
  })).sort((a, b) => b.count - a.count || byCodeUnits(a.key, b.key))
}

/** A year and how many papers stand in it. */
export interface YearCount {
  readonly year: number
  readonly count: number
}

/**
 * Papers by year from the first to the last, years without any included; empty where no paper states one. Counts are
 * those under the other filters, as of {@link facetsOf}; the span of years is that of all papers.
 */
export function yearCounts(graph: FieldGraph, filters: Filters = NO_FILTERS): readonly YearCount[] {
  const others = { ...filters, from: null, to: null }
  const counts = new Map<number, number>()
  graph.forEachNode((key, node) => {
    if (node.kind !== 'paper' || node.year === undefined) return
    counts.set(node.year, (counts.get(node.year) ?? 0) + (passes(graph, key, node, others) ? 1 : 0))
  })
  if (counts.size === 0) return []
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  const length = Math.min(200, last - first + 1) // a misread year must not make a thousand bars
  return Array.from({ length }, (_, i) => {
    const year = last - length + 1 + i
    return { year, count: counts.get(year) ?? 0 }
  })
}
