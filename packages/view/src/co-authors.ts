import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'

/** Somebody who wrote papers with an author. */
export interface CoAuthor {
  readonly key: string
  readonly label: string
  /** Papers of both, integer ≥ 1. */
  readonly papers: number
}

/** Who wrote papers with an author: most papers first, then by name. Linear in the authors of those papers. */
export function coAuthorsOf(graph: FieldGraph, author: string): readonly CoAuthor[] {
  const papers = new Map<string, number>()
  graph.forEachInEdge(author, (_, { kind }, paper) => {
    if (kind !== 'written_by') return
    graph.forEachOutEdge(paper, (__, edge, ___, other) => {
      if (edge.kind === 'written_by' && other !== author) papers.set(other, (papers.get(other) ?? 0) + 1)
    })
  })
  return Array.from(papers, ([key, count]) => ({
    key,
    label: graph.getNodeAttribute(key, 'label'),
    papers: count,
  })).sort((a, b) => b.papers - a.papers || byCodeUnits(a.label, b.label) || byCodeUnits(a.key, b.key))
}
