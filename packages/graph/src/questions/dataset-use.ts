import {
  type Answer,
  type AnswerSet,
  coverageOf,
  evidenceBetween,
  type NodeName,
  nameOf,
  noEvidenceHints,
} from './answer.ts'
import { datasetPairs, usersOfDatasets } from './dataset-pairs.ts'
import { choiceMask } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { type PaperFilter, paperSet } from './paper-filter.ts'

/** A dataset and the papers of the set that use it. */
export interface DatasetAnswer extends Answer {
  /** Papers of the set known to use it, integer ≥ 1. */
  readonly papers: number
  /** Of those the ones under each task, most first; a paper can be under several. */
  readonly tasks: readonly (NodeName & { readonly papers: number })[]
  /** Of those the ones of each year, oldest first; papers without year are left out. */
  readonly years: readonly { readonly year: number; readonly papers: number }[]
}

/** Two datasets that papers of the set use together. */
export interface DatasetPair {
  readonly a: NodeName
  readonly b: NodeName
  /** Papers that use both, integer ≥ 1. */
  readonly papers: number
  /** Association strength: observed over expected papers, `n(a, b) · N / (n(a) · n(b))`; 1 is what chance would give. */
  readonly lift: number
}

export interface DatasetAnswers
  extends AnswerSet<DatasetAnswer, { readonly command: 'datasets'; readonly filter: PaperFilter }> {
  /** Most papers first, then highest lift. */
  readonly pairs: readonly DatasetPair[]
  readonly totalPairs: number
}

/** Evidence is shown for this number of a dataset's papers, newest first; `papersWithDatasets` gives it for all. */
const EVIDENCE_PAPERS = 5

/**
 * Which datasets the papers of a set use, how many papers by task and year, and which are used together. `lift` is
 * association strength, also called proximity index or probabilistic affinity (van Eck & Waltman 2009, "How to normalize
 * cooccurrence data?", JASIST 60), over the `N` papers of the set with evidence. Empty where nothing is known.
 * Cost: the sum over papers of the square of their number of datasets.
 *
 * @param options.limit most datasets, and most pairs, integer ≥ 0; all by default.
 */
export function datasetUse(
  index: FieldIndex,
  options: { readonly filter?: PaperFilter; readonly limit?: number } = {},
): DatasetAnswers {
  const { filter = {}, limit = Number.POSITIVE_INFINITY } = options
  return index.scratch.use(() => useIn(index, filter, limit))
}

function useIn(index: FieldIndex, filter: PaperFilter, limit: number): DatasetAnswers {
  const mask = choiceMask(filter)
  const set = paperSet(index, filter, index.scratch)
  const { keys } = index.incidence('dataset')
  const users = usersOfDatasets(index, set, mask)
  const size = (dataset: number): number => users[dataset]?.length ?? 0
  const used = keys.flatMap((_, dataset) => (size(dataset) > 0 ? [dataset] : []))
  const coverage = coverageOf(index, set, filter)
  const { pairs, total: totalPairs } = datasetPairs(index, set, users, coverage.known, mask, limit)
  return {
    question: { command: 'datasets', filter },
    answers: firstSorted(used, (a, b) => size(b) - size(a) || a - b, limit).map((dataset) =>
      answerOf(index, dataset, users[dataset] ?? new Int32Array(), mask),
    ),
    total: used.length,
    coverage,
    hints: noEvidenceHints(index),
    pairs: pairs.map((pair) => ({
      a: nameOf(index, keys[pair.a] ?? ''),
      b: nameOf(index, keys[pair.b] ?? ''),
      papers: pair.count,
      lift: pair.lift,
    })),
    totalPairs,
  }
}

function answerOf(index: FieldIndex, dataset: number, users: Int32Array, mask: number): DatasetAnswer {
  const key = index.incidence('dataset').keys[dataset] ?? ''
  const newest = firstSorted(users, (a, b) => (index.years[b] ?? 0) - (index.years[a] ?? 0) || a - b, EVIDENCE_PAPERS)
  return {
    key,
    label: index.graph.getNodeAttribute(key, 'label'),
    papers: users.length,
    tasks: byTask(index, users),
    years: byYear(index, users),
    evidence: newest.flatMap((paper) => evidenceBetween(index, index.papers[paper] ?? '', key, mask)),
  }
}

function byTask(index: FieldIndex, users: Int32Array): DatasetAnswer['tasks'] {
  const { keys, things } = index.incidence('task')
  const { offsets, items } = things
  const counts = new Int32Array(keys.length)
  for (let user = 0; user < users.length; user++) {
    const paper = users[user] ?? 0
    const end = offsets[paper + 1] ?? 0
    for (let at = offsets[paper] ?? 0; at < end; at++) {
      const task = items[at] ?? 0
      counts[task] = (counts[task] ?? 0) + 1
    }
  }
  const tasks = keys.flatMap((key, task) => {
    const papers = counts[task] ?? 0
    return papers === 0 ? [] : [{ key, papers }]
  })
  // Sorting keeps the order of keys where equally many are.
  return tasks.sort((a, b) => b.papers - a.papers).map(({ key, papers }) => ({ ...nameOf(index, key), papers }))
}

function byYear({ years }: FieldIndex, users: Int32Array): DatasetAnswer['years'] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (let user = 0; user < users.length; user++) {
    const year = years[users[user] ?? 0] ?? 0
    if (year === 0) continue
    if (year < first) first = year
    if (year > last) last = year
  }
  if (last === 0) return []
  const counts = new Int32Array(last - first + 1)
  for (let user = 0; user < users.length; user++) {
    const year = years[users[user] ?? 0] ?? 0
    if (year !== 0) counts[year - first] = (counts[year - first] ?? 0) + 1
  }
  return Array.from(counts, (papers, at) => ({ year: first + at, papers })).filter(({ papers }) => papers > 0)
}
