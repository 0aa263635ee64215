import type { FieldGraph, PaperAttributes } from '@fieldmap/graph'
import type { Filters } from './state.ts'

/** Whether the filters let a paper through. A year filter keeps out papers of unknown year. */
export function passes(graph: FieldGraph, key: string, paper: PaperAttributes, filters: Filters): boolean {
  if (filters.code && !hasCode(graph, key)) return false
  if ((paper.importance ?? 0) < filters.importance) return false
  if (filters.from !== null && (paper.year === undefined || paper.year < filters.from)) return false
  return filters.to === null || (paper.year !== undefined && paper.year <= filters.to)
}

/** Whether any filter is on. */
export function isFiltered({ code, importance, from, to }: Filters): boolean {
  return code || importance > 0 || from !== null || to !== null
}

/** Whether the lists state a repository of a paper; `false` means only that none is stated. */
export function hasCode(graph: FieldGraph, key: string): boolean {
  return graph.someOutEdge(key, (_, { kind }) => kind === 'implemented_in')
}

/** How many papers pass some filters. Linear in the papers. */
export function countPassing(graph: FieldGraph, filters: Filters): number {
  return graph.reduceNodes(
    (count, key, node) => count + (node.kind === 'paper' && passes(graph, key, node, filters) ? 1 : 0),
    0,
  )
}

/** A year and how many papers stand in it. */
export interface YearCount {
  readonly year: number
  readonly count: number
}

/** Papers by year from the first to the last, years without any included; empty where no paper states one. */
export function yearCounts(graph: FieldGraph): readonly YearCount[] {
  const counts = new Map<number, number>()
  graph.forEachNode((_, node) => {
    if (node.kind === 'paper' && node.year !== undefined) counts.set(node.year, (counts.get(node.year) ?? 0) + 1)
  })
  if (counts.size === 0) return []
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  const length = Math.min(200, last - first + 1) // a misread year must not make a thousand bars
  return Array.from({ length }, (_, i) => {
    const year = last - length + 1 + i
    return { year, count: counts.get(year) ?? 0 }
  })
}
