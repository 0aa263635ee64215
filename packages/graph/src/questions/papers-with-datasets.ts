import {
  type Answer,
  type AnswerSet,
  coverageOf,
  evidenceBetween,
  type NodeName,
  nameOf,
  noEvidenceHints,
} from './answer.ts'
import { choiceMask } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { eachItem } from './field-index/rows.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'

/** A paper that is known to use asked datasets. */
export interface UsersAnswer extends Answer {
  readonly year?: number
  /** Rarity of the asked datasets that it uses over rarity of all that were asked, in 0..1; 1 where none were. */
  readonly score: number
  /** The asked datasets that it uses, in the order asked. */
  readonly shared: readonly NodeName[]
}

export interface UsersQuestion {
  readonly command: 'shared'
  readonly datasets: readonly NodeName[]
  readonly any: boolean
  readonly not: readonly NodeName[]
  readonly filter: PaperFilter
}

export interface UsersAnswers extends AnswerSet<UsersAnswer, UsersQuestion> {
  /** Papers of the set of whose datasets nothing is known: they may or may not belong to the answers. */
  readonly unsure: number
}

export interface UsersOptions {
  readonly filter?: PaperFilter
  readonly limit?: number
  /** One of the datasets is enough. */
  readonly any?: boolean
  /** Keys of datasets that the paper is not known to use. */
  readonly not?: readonly string[]
}

/**
 * The papers known to use all of some datasets (`any`: at least one), and not known to use those of `not`. Without
 * datasets: all papers with evidence that are not known to use those of `not`. Ranked by the rarity of the asked datasets
 * that they use, as `sharedWithPaper` does; then by their number, the newer paper, the key.
 *
 * Papers without dataset evidence are never answers; `unsure` counts them. Linear in the papers.
 */
export function papersWithDatasets(
  index: FieldIndex,
  datasets: readonly string[],
  options: UsersOptions = {},
): UsersAnswers {
  return index.scratch.use(() => usersAmong(index, datasets, options))
}

function usersAmong(index: FieldIndex, datasets: readonly string[], options: UsersOptions): UsersAnswers {
  const { filter = {}, limit = Number.POSITIVE_INFINITY, any = false, not = [] } = options
  const mask = choiceMask(filter)
  const set = paperSet(index, filter, index.scratch)
  const asked = [...new Set(datasets)]
  const users = usersOf(index, asked, mask)
  const excluded = usersOf(index, not, mask).numbers
  const { known } = index.uses(mask)
  const least = asked.length === 0 ? 0 : any ? 1 : asked.length
  const hits: number[] = []
  for (let paper = 0; paper < index.papers.length; paper++) {
    if (set.has[paper] === 0 || known[paper] === 0 || excluded[paper] !== 0) continue
    if ((users.numbers[paper] ?? 0) >= least) hits.push(paper)
  }
  const compare = (a: number, b: number): number =>
    (users.sums[b] ?? 0) - (users.sums[a] ?? 0) ||
    (users.numbers[b] ?? 0) - (users.numbers[a] ?? 0) ||
    (index.years[b] ?? 0) - (index.years[a] ?? 0) ||
    a - b
  const coverage = coverageOf(index, set, filter)
  return {
    question: {
      command: 'shared',
      datasets: asked.map((key) => nameOf(index, key)),
      any,
      not: not.map((key) => nameOf(index, key)),
      filter,
    },
    answers: firstSorted(hits, compare, limit).map((paper) => {
      const score = users.all === 0 ? 1 : (users.sums[paper] ?? 0) / users.all
      return answerOf(index, paper, asked, score, mask)
    }),
    total: hits.length,
    coverage,
    hints: noEvidenceHints(index),
    unsure: unsureOf(set, known),
  }
}

function unsureOf({ has }: PaperSet, known: Uint8Array): number {
  return has.reduce((sum, one, paper) => sum + (one === 1 && known[paper] === 0 ? 1 : 0), 0)
}

interface Users {
  /** Asked datasets that each paper uses, and the sum of their idf. */
  readonly numbers: Int32Array
  readonly sums: Float64Array
  readonly all: number
}

function usersOf(index: FieldIndex, keys: readonly string[], mask: number): Users {
  const { indexOf, papers } = index.incidence('dataset')
  const { idf } = index.uses(mask)
  const numbers = index.scratch.integers(index.papers.length)
  const sums = index.scratch.numbers(index.papers.length)
  let all = 0
  for (const key of keys) {
    const dataset = indexOf.get(key)
    if (dataset === undefined) continue
    const weight = idf[dataset] ?? 0
    all += weight
    eachItem(papers, dataset, (paper, mark) => {
      if ((mark & mask) === 0) return
      numbers[paper] = (numbers[paper] ?? 0) + 1
      sums[paper] = (sums[paper] ?? 0) + weight
    })
  }
  return { numbers, sums, all }
}

function answerOf(
  index: FieldIndex,
  paper: number,
  asked: readonly string[],
  score: number,
  mask: number,
): UsersAnswer {
  const { key, label } = nameOf(index, index.papers[paper] ?? '')
  const said = asked.map((dataset) => ({ dataset, evidence: evidenceBetween(index, key, dataset, mask) }))
  const own = said.filter(({ evidence }) => evidence.length > 0)
  const year = index.years[paper] ?? 0
  return {
    key,
    label,
    ...(year === 0 ? {} : { year }),
    score,
    shared: own.map(({ dataset }) => nameOf(index, dataset)),
    evidence: asked.length > 0 ? own.flatMap(({ evidence }) => evidence) : ownUses(index, key, mask),
  }
}

/** Where no dataset was asked for, what the paper does use says why it is an answer. */
function ownUses(index: FieldIndex, paper: string, mask: number): UsersAnswer['evidence'] {
  const targets = index.graph.filterOutNeighbors(paper, (_, { kind }) => kind === 'dataset')
  return targets.sort().flatMap((dataset) => evidenceBetween(index, paper, dataset, mask))
}
