import type { EdgeAttributes, FieldGraph } from '../field-graph.ts'
import { byCodeUnits } from '../keys.ts'
import type { NodeKind } from '../kinds.ts'
import { distancesFrom } from '../neighborhood.ts'
import { type Answer, type AnswerSet, coverageOf, nameOf } from './answer.ts'
import { choiceMask, countedEvidence } from './evidence-mark.ts'
import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import { belongsTo, type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'

/** A node near another one; the evidence is that of its edges. */
export interface NeighborAnswer extends Answer {
  readonly kind: NodeKind
  /** Edges from the node asked about, integer ≥ 1. */
  readonly distance: number
  /** Keys of its edges to nodes of the neighbourhood, sorted. */
  readonly edges: readonly string[]
}

export interface NeighborQuestion {
  readonly command: 'neighbors'
  readonly node: string
  readonly depth: number
  readonly filter: PaperFilter
}

export type NeighborAnswers = AnswerSet<NeighborAnswer, NeighborQuestion>

/**
 * What a node is connected to, nearest first, then by key. With a filter only papers of the set and what is joined to
 * one; edges to datasets without evidence of the chosen tier don't count, those for pretraining do unless the filter says no.
 * Coverage is of the papers among all answers. Linear in the neighbourhood; evidence is gathered for the first answers only.
 *
 * @param key a node of the graph.
 * @param options.depth edges to walk, integer ≥ 0; 1 by default.
 * @param options.limit most answers, integer ≥ 0; all by default.
 */
export function neighbors(
  index: FieldIndex,
  key: string,
  options: { readonly depth?: number; readonly filter?: PaperFilter; readonly limit?: number } = {},
): NeighborAnswers {
  const { depth = 1, filter = {}, limit = Number.POSITIVE_INFINITY } = options
  const { graph } = index
  // Unless the call chooses, a neighbourhood shows pretraining too: it is an edge of the graph.
  const mask = choiceMask({ pretraining: true, ...filter })
  const counts = (edge: EdgeAttributes): boolean => !isUse(edge) || countedEvidence(edge, mask).length > 0
  const distances = distancesFrom(graph, [key], depth)
  const belongs = belongsTo(index, paperSet(index, filter))
  // Most neighbours are known by their edge to the node itself, so that only the others' edges are walked.
  const sure = new Set<string>()
  graph.forEachEdge(key, (_, edge, source, target) => {
    if (counts(edge)) sure.add(source === key ? target : source)
  })
  const isFound = (other: string): boolean =>
    belongs(other) &&
    (sure.has(other) || edgesAmong(graph, other, distances).some((edge) => counts(graph.getEdgeAttributes(edge))))
  const found: string[] = []
  for (const other of distances.keys()) if (other !== key && isFound(other)) found.push(other)
  const distanceOf = (other: string): number => distances.get(other) ?? 0
  const first = firstSorted(found, (a, b) => distanceOf(a) - distanceOf(b) || byCodeUnits(a, b), limit)
  return {
    question: { command: 'neighbors', node: key, depth, filter },
    answers: first.map((other) => {
      const edges = edgesAmong(graph, other, distances)
        .filter((edge) => counts(graph.getEdgeAttributes(edge)))
        .sort()
      const evidence = edges.flatMap((of) => {
        const edge = graph.getEdgeAttributes(of)
        return (isUse(edge) ? countedEvidence(edge, mask) : edge.evidence).map((one) => ({ ...one, of }))
      })
      return { ...nameOf(index, other), distance: distanceOf(other), edges, evidence }
    }),
    total: found.length,
    coverage: coverageOf(index, papersAmong(index, found), filter),
    hints: [],
  }
}

/** Edges of a node to nodes of the neighbourhood: walks its edges or the neighbourhood, whichever are fewer. */
function edgesAmong(graph: FieldGraph, key: string, near: ReadonlyMap<string, number>): readonly string[] {
  if (graph.degree(key) <= near.size)
    return graph.filterEdges(key, (_, __, source, target) => near.has(source === key ? target : source))
  return [...near.keys()].flatMap((other) => (other === key ? [] : graph.edges(key, other)))
}

function isUse({ kind }: EdgeAttributes): boolean {
  return kind === 'uses' || kind === 'introduces'
}

function papersAmong({ papers, paperIndex }: FieldIndex, keys: readonly string[]): PaperSet {
  const has = new Uint8Array(papers.length)
  let size = 0
  for (const key of keys) {
    const paper = paperIndex.get(key)
    if (paper === undefined) continue
    has[paper] = 1
    size++
  }
  return { has, size }
}
