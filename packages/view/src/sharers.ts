import {
  createFieldIndex,
  type FieldGraph,
  type FieldIndex,
  papersWithDatasets,
  sharedWithPaper,
} from '@fieldmap/graph'
import { questionFilter } from './questions.ts'
import type { ViewState } from './state.ts'

/** Nodes by their distance from what was asked of, and the edges that say why they are there. */
export interface Sharers {
  readonly near: ReadonlyMap<string, number>
  readonly edges: readonly string[]
}

/**
 * What the lens `shared` shows of chosen nodes. Of datasets: the papers that are known to use them as the state asks (all
 * or any of them, and not others). Of a paper or challenge: the datasets that it uses, at distance 1, and the papers that
 * share them, at 2, so that each connection passes through what it rests on. Nothing for other kinds.
 */
export function sharersOf(graph: FieldGraph, nodes: readonly string[], state: ViewState): Sharers {
  const index = indexOf(graph)
  const filter = questionFilter(state)
  const datasets = nodes.filter((key) => graph.getNodeAttribute(key, 'kind') === 'dataset')
  const near = new Map<string, number>()
  const edges: string[] = []
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
    return { near, edges }
  }
  for (const asked of nodes) {
    const { question, answers } = sharedWithPaper(index, asked, { filter })
    for (const dataset of question.datasets) {
      near.set(dataset.key, 1)
      tie(asked, dataset.key)
    }
    for (const { key, shared } of answers) {
      if (!near.has(key)) near.set(key, 2)
      for (const dataset of shared) tie(key, dataset.key)
    }
  }
  return { near, edges }
}

function isUse(kind: string): boolean {
  return kind === 'uses' || kind === 'introduces'
}

const indices = new WeakMap<FieldGraph, FieldIndex>()

/** Made once for a graph. */
function indexOf(graph: FieldGraph): FieldIndex {
  const known = indices.get(graph) ?? createFieldIndex(graph)
  indices.set(graph, known)
  return known
}
