import { byCodeUnits } from '../keys.ts'
import {
  type Answer,
  type AnswerSet,
  type CitedEvidence,
  coverageOf,
  evidenceBetween,
  type Hint,
  type NodeName,
  nameOf,
  noEvidenceHints,
  unknownPaperHint,
} from './answer.ts'
import { isCommon } from './common-datasets.ts'
import { choiceMask, evidenceMark } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { eachItem } from './field-index/rows.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'

/** A dataset that two papers share. */
export interface SharedDataset extends NodeName {
  /** Papers known to use it, integer ≥ 1. */
  readonly papers: number
  /** Its rarity, `ln(1 + papers with evidence / papers that use it)`, > 0. */
  readonly idf: number
}

/** A paper that shares datasets with the asked one. */
export interface SharedAnswer extends Answer {
  readonly year?: number
  /** Rarity of what is shared over rarity of what the asked paper uses, in 0..1. */
  readonly score: number
  /** Rarest first. */
  readonly shared: readonly SharedDataset[]
  /** Only common datasets are shared: the rarest of them. */
  readonly folded?: string
}

/** The answers that share only common datasets, by the rarest of those. */
export interface Fold extends NodeName {
  readonly count: number
}

export interface SharedQuestion {
  readonly command: 'shared'
  readonly node: NodeName
  /** What the asked node is known to use, rarest first, each with its evidence. */
  readonly datasets: readonly (SharedDataset & { readonly evidence: readonly CitedEvidence[] })[]
  readonly filter: PaperFilter
}

export interface SharedAnswers extends AnswerSet<SharedAnswer, SharedQuestion> {
  /** Largest first. */
  readonly folds: readonly Fold[]
}

export interface SharedOptions {
  readonly filter?: PaperFilter
  /** Most answers to give, integer ≥ 0; all by default. */
  readonly limit?: number
  /** Leaves folded answers out of `answers`; `folds` counts them all the same. */
  readonly hideFolded?: boolean
}

/**
 * The papers that share datasets with a paper (or a challenge), by IDF-weighted containment: with `U(p)` the datasets
 * that `p` is known to use and `idf(d) = ln(1 + N / n(d))` for `n(d)` of `N` papers with evidence,
 *
 *     score(a, p) = Σ idf over U(a) ∩ U(p) / Σ idf over U(a)
 *
 * which is Tversky's ratio model with α = 1, β = 0 (Tversky 1977, "Features of similarity", Psychological Review 84):
 * what `p` uses besides does not count against it, so a well-documented paper is not punished, and hubs count little.
 * Ties: more datasets shared, then the newer paper (without year last), then the key. A result that shares only common
 * datasets is marked `folded`.
 *
 * No answers for a node of whose datasets nothing is known; a hint then says how to add a fact. Linear in the uses of
 * the asked paper's datasets.
 *
 * @throws {Error} for a key that the graph does not hold.
 */
export function sharedWithPaper(index: FieldIndex, asked: string, options: SharedOptions = {}): SharedAnswers {
  return index.scratch.use(() => companions(index, asked, options))
}

function companions(index: FieldIndex, asked: string, options: SharedOptions): SharedAnswers {
  const { filter = {}, limit = Number.POSITIVE_INFINITY } = options
  const mask = choiceMask(filter)
  const set = paperSet(index, filter, index.scratch)
  const used = datasetsOf(index, asked, mask)
  const company = companyOf(index, used, set, mask, index.paperIndex.get(asked))
  const shown =
    options.hideFolded === true ? company.papers.filter((paper) => !company.isFolded(paper)) : company.papers
  const best = firstSorted(shown, (a, b) => company.compare(a, b), limit)
  const keys = index.incidence('dataset').keys
  return {
    question: {
      command: 'shared',
      node: nameOf(index, asked),
      datasets: used.map((dataset) => ({
        ...sharedDataset(index, dataset, mask),
        evidence: evidenceBetween(index, asked, keys[dataset] ?? '', mask),
      })),
      filter,
    },
    answers: best.map((paper) => answerOf(index, paper, company, used, mask)),
    total: company.papers.length,
    coverage: coverageOf(index, set, filter),
    hints: used.length === 0 ? hintsFor(index, asked) : [],
    folds: company.folds(),
  }
}

function hintsFor(index: FieldIndex, asked: string): readonly Hint[] {
  return [unknownPaperHint(index.graph.getNodeAttribute(asked, 'label')), ...noEvidenceHints(index)]
}

/** The datasets that a paper or challenge is known to use, rarest first. */
function datasetsOf(index: FieldIndex, key: string, mask: number): readonly number[] {
  const { indexOf } = index.incidence('dataset')
  const { papers } = index.uses(mask)
  const found = new Set<number>()
  index.graph.forEachOutEdge(key, (_, edge, __, target) => {
    if (edge.kind !== 'uses' && edge.kind !== 'introduces') return
    const dataset = indexOf.get(target)
    if (dataset !== undefined && (evidenceMark(edge) & mask) !== 0) found.add(dataset)
  })
  return [...found].sort((a, b) => (papers[a] ?? 0) - (papers[b] ?? 0) || a - b)
}

interface Company {
  readonly papers: readonly number[]
  readonly score: (paper: number) => number
  readonly isFolded: (paper: number) => boolean
  /** The rarest dataset that a paper shares. */
  readonly rarest: (paper: number) => number
  readonly compare: (a: number, b: number) => number
  readonly folds: () => readonly Fold[]
}

function companyOf(
  index: FieldIndex,
  used: readonly number[],
  { has }: PaperSet,
  mask: number,
  asked: number | undefined,
): Company {
  const dataset = index.incidence('dataset')
  const counts = index.uses(mask)
  const sums = index.scratch.numbers(index.papers.length)
  const numbers = index.scratch.integers(index.papers.length)
  const rarest = index.scratch.integers(index.papers.length)
  const papers: number[] = []
  for (const one of used) {
    const idf = counts.idf[one] ?? 0
    eachItem(dataset.papers, one, (paper, mark) => {
      if ((mark & mask) === 0 || has[paper] === 0 || paper === asked) return
      const number = numbers[paper] ?? 0
      if (number === 0) {
        papers.push(paper)
        rarest[paper] = one
      }
      numbers[paper] = number + 1
      sums[paper] = (sums[paper] ?? 0) + idf
    })
  }
  const all = used.reduce((sum, one) => sum + (counts.idf[one] ?? 0), 0)
  const common = new Set(used.filter((one) => isCommon(counts, one)))
  const isFolded = (paper: number): boolean => common.has(rarest[paper] ?? -1)
  return {
    papers,
    score: (paper) => (sums[paper] ?? 0) / all,
    isFolded,
    rarest: (paper) => rarest[paper] ?? 0,
    compare: (a, b) =>
      (sums[b] ?? 0) - (sums[a] ?? 0) ||
      (numbers[b] ?? 0) - (numbers[a] ?? 0) ||
      (index.years[b] ?? 0) - (index.years[a] ?? 0) ||
      a - b,
    folds: () => {
      const sizes = new Map<number, number>()
      for (const paper of papers) {
        const through = rarest[paper] ?? 0
        if (common.has(through)) sizes.set(through, (sizes.get(through) ?? 0) + 1)
      }
      return Array.from(sizes, ([through, count]) => ({ ...nameOf(index, dataset.keys[through] ?? ''), count })).sort(
        (a, b) => b.count - a.count || byCodeUnits(a.key, b.key),
      )
    },
  }
}

function sharedDataset(index: FieldIndex, dataset: number, mask: number): SharedDataset {
  const { papers, idf } = index.uses(mask)
  const key = index.incidence('dataset').keys[dataset] ?? ''
  return { ...nameOf(index, key), papers: papers[dataset] ?? 0, idf: idf[dataset] ?? 0 }
}

function answerOf(
  index: FieldIndex,
  paper: number,
  company: Company,
  used: readonly number[],
  mask: number,
): SharedAnswer {
  const dataset = index.incidence('dataset')
  const own = new Set<number>()
  eachItem(dataset.things, paper, (one, mark) => {
    if ((mark & mask) !== 0) own.add(one)
  })
  const shared = used.filter((one) => own.has(one))
  const { key, label } = nameOf(index, index.papers[paper] ?? '')
  const year = index.years[paper] ?? 0
  return {
    key,
    label,
    ...(year === 0 ? {} : { year }),
    score: company.score(paper),
    shared: shared.map((one) => sharedDataset(index, one, mask)),
    ...(company.isFolded(paper) ? { folded: dataset.keys[company.rarest(paper)] ?? '' } : {}),
    evidence: shared.flatMap((one) => evidenceBetween(index, key, dataset.keys[one] ?? '', mask)),
  }
}
