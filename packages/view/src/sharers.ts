import { type FieldGraph, papersWithDatasets, sharedWithPaper } from '@fieldmap/graph'
import type { FocusLink } from './focus.ts'
import { questionIndex } from './question-index.ts'
import { questionFilter } from './questions.ts'
import type { ViewState } from './state.ts'

/** Nodes by their distance from what was asked of, and the edges that say why they are there. */
export interface Sharers {
  readonly near: ReadonlyMap<string, number>
  readonly edges: readonly string[]
  /** Papers that share datasets which are kept out of sight. */
  readonly links: readonly FocusLink[]
}

/**
 * Whether a state asks for papers by the datasets that they use: under the lens `shared` of papers, challenges and
 * datasets; several datasets, or some that are not to be used, are such a question by themselves.
 */
export function asksForSharers(graph: FieldGraph, nodes: readonly string[], { lens, not }: ViewState): boolean {
  const kinds = nodes.map((key) => graph.getNodeAttribute(key, 'kind'))
  if (kinds.length > 0 && kinds.every((kind) => kind === 'dataset'))
    return lens === 'shared' || kinds.length > 1 || not.length > 0
  return lens === 'shared' && kinds.some((kind) => kind === 'paper' || kind === 'challenge')
}

const last = new WeakMap<FieldGraph, { readonly name: string; readonly sharers: Sharers }>()

/**
 * What the lens `shared` shows of chosen nodes. Of datasets: the papers that are known to use them as the state asks (all
 * or any of them, and not others). Of a paper or challenge: the datasets that it uses, at distance 1, and the papers that
 * share them, at 2, so that each connection passes through what it rests on; where datasets are kept out of sight, links
 * with their names from paper to paper. Nothing for other kinds. Kept for the last question of a graph: every frame asks.
 */
export function sharersOf(graph: FieldGraph, nodes: readonly string[], state: ViewState): Sharers {
  const { filters, match, not, pretraining } = state
  const name = JSON.stringify([nodes, filters, match, not, pretraining])
  const known = last.get(graph)
  if (known?.name === name) return known.sharers
  const sharers = findSharers(graph, nodes, state)
  last.set(graph, { name, sharers })
  return sharers
}

function findSharers(graph: FieldGraph, nodes: readonly string[], state: ViewState): Sharers {
  const index = questionIndex(graph)
  const filter = questionFilter(graph, state)
  const datasets = nodes.filter((key) => graph.getNodeAttribute(key, 'kind') === 'dataset')
  const near = new Map<string, number>()
  const edges: string[] = []
  const links: FocusLink[] = []
  const tie = (paper: string, dataset: string): void => {
    edges.push(...graph.filterOutEdges(paper, (_, { kind }, __, target) => target === dataset && isUse(kind)))
  }
  if (datasets.length > 0) {
    const not = state.not.filter((key) => graph.hasNode(key))
    for (const { key, shared } of papersWithDatasets(index, datasets, { filter, any: state.match === 'any', not })
      .answers) {
      near.set(key, 1)
      for (const dataset of shared) tie(key, dataset.key)
    }
    return { near, edges, links }
  }
  const isHidden = state.filters.hidden.includes('dataset')
  for (const asked of nodes) {
    const { question, answers } = sharedWithPaper(index, asked, { filter })
    if (isHidden) {
      for (const { key, shared } of answers) {
        near.set(key, 1)
        links.push({ source: asked, target: key, words: shared.map(({ label }) => label).join(', ') })
      }
      continue
    }
    for (const dataset of question.datasets) {
      near.set(dataset.key, 1)
      tie(asked, dataset.key)
    }
    for (const { key, shared } of answers) {
      if (!near.has(key)) near.set(key, 2)
      for (const dataset of shared) tie(key, dataset.key)
    }
  }
  return { near, edges, links }
}

function isUse(kind: string): boolean {
  return kind === 'uses' || kind === 'introduces'
}
