import {
  type Answer,
  type AnswerSet,
  coverageOf,
  evidenceBetween,
  type NodeName,
  nameOf,
  noEvidenceHints,
} from './answer.ts'
import { choiceMask } from './evidence-mark.ts'
import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import { type PaperFilter, paperSet } from './paper-filter.ts'
import { eachItem } from './rows.ts'

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
  const mask = choiceMask(filter)
  const { has, ...set } = paperSet(index, filter)
  const { keys, papers } = index.incidence('dataset')
  const users = keys.map((_, dataset) => {
    const those: number[] = []
    eachItem(papers, dataset, (paper, mark) => {
      if (has[paper] === 1 && (mark & mask) !== 0) those.push(paper)
    })
    return those
  })
  const used = keys.flatMap((_, dataset) => ((users[dataset]?.length ?? 0) > 0 ? [dataset] : []))
  const size = (dataset: number): number => users[dataset]?.length ?? 0
  const coverage = coverageOf(index, { has, ...set }, filter)
  const pairs = pairsOf(index, used, users, mask)
  const lift = ({ a, b, count }: PairCount): number => (count * coverage.known) / (size(a) * size(b))
  const bestPairs = firstSorted(
    pairs,
    (p, q) => q.count - p.count || lift(q) - lift(p) || p.a - q.a || p.b - q.b,
    limit,
  )
  return {
    question: { command: 'datasets', filter },
    answers: firstSorted(used, (a, b) => size(b) - size(a) || a - b, limit).map((dataset) =>
      answerOf(index, dataset, users[dataset] ?? [], mask),
    ),
    total: used.length,
    coverage,
    hints: noEvidenceHints(index),
    pairs: bestPairs.map((pair) => ({
      a: nameOf(index, keys[pair.a] ?? ''),
      b: nameOf(index, keys[pair.b] ?? ''),
      papers: pair.count,
      lift: lift(pair),
    })),
    totalPairs: pairs.length,
  }
}

interface PairCount {
  /** Smaller number, hence smaller key. */
  readonly a: number
  readonly b: number
  readonly count: number
}

/** Co-use, one dataset at a time, so that no table of all pairs is needed. */
function pairsOf(
  index: FieldIndex,
  used: readonly number[],
  users: readonly (readonly number[])[],
  mask: number,
): readonly PairCount[] {
  const { keys, things } = index.incidence('dataset')
  const counts = new Int32Array(keys.length)
  const pairs: PairCount[] = []
  for (const a of used) {
    const touched: number[] = []
    for (const paper of users[a] ?? []) {
      eachItem(things, paper, (b, mark) => {
        if (b <= a || (mark & mask) === 0) return
        const before = counts[b] ?? 0
        if (before === 0) touched.push(b)
        counts[b] = before + 1
      })
    }
    for (const b of touched) {
      pairs.push({ a, b, count: counts[b] ?? 0 })
      counts[b] = 0
    }
  }
  return pairs
}

function answerOf(index: FieldIndex, dataset: number, users: readonly number[], mask: number): DatasetAnswer {
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

function byTask(index: FieldIndex, users: readonly number[]): DatasetAnswer['tasks'] {
  const { keys, things } = index.incidence('task')
  const counts = new Map<number, number>()
  for (const paper of users) eachItem(things, paper, (task) => counts.set(task, (counts.get(task) ?? 0) + 1))
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([task, papers]) => ({ ...nameOf(index, keys[task] ?? ''), papers }))
}

function byYear({ years }: FieldIndex, users: readonly number[]): DatasetAnswer['years'] {
  const counts = new Map<number, number>()
  for (const paper of users) {
    const year = years[paper] ?? 0
    if (year !== 0) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, papers]) => ({ year, papers }))
}
