import type { FieldGraph } from '../../field-graph.ts'
import { isSurveyTitle } from './survey-title.ts'

/** What papers say of themselves, by number: read once, since titles take longer than all else. */
export interface PaperTraits {
  /** 1 where the title says that it is an overview. */
  readonly survey: Uint8Array
  /** 1 where a list calls it mandatory. */
  readonly mandatory: Uint8Array
  /** The list's stars, 0..3. */
  readonly importance: Uint8Array
  /** Keys of the datasets that it introduces, sorted; no entry for most papers. */
  readonly introduces: ReadonlyMap<number, readonly string[]>
}

/** Traits of papers in the order of their keys. Linear in papers and edges. */
export function paperTraits(graph: FieldGraph, papers: readonly string[]): PaperTraits {
  const survey = new Uint8Array(papers.length)
  const mandatory = new Uint8Array(papers.length)
  const importance = new Uint8Array(papers.length)
  const introduces = new Map<number, readonly string[]>()
  const numberOf = new Map(papers.map((key, paper) => [key, paper]))
  papers.forEach((key, paper) => {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'paper') return
    if (isSurveyTitle(node.label)) survey[paper] = 1
    if (node.mandatory === true) mandatory[paper] = 1
    importance[paper] = node.importance ?? 0
  })
  graph.forEachEdge((_, { kind }, source, target) => {
    const paper = kind === 'introduces' ? numberOf.get(source) : undefined
    if (paper !== undefined) introduces.set(paper, [...(introduces.get(paper) ?? []), target].sort())
  })
  return { survey, mandatory, importance, introduces }
}
