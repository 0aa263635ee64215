import {
  type Answer,
  type AnswerSet,
  type CitedEvidence,
  coverageOf,
  evidenceBetween,
  type Hint,
  mentionsOf,
  nameOf,
  noTaskHints,
} from './answer.ts'
import { choiceMask } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { eachItem } from './field-index/rows.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'

/** Why one could begin with a paper; the earlier reason is the stronger. */
export const START_REASONS = ['survey', 'mandatory', 'important-with-code', 'introduces-dataset', 'with-code'] as const
export type StartReason = (typeof START_REASONS)[number]

export interface StartAnswer extends Answer {
  readonly year?: number
  readonly reasons: readonly { readonly reason: StartReason; readonly words: string }[]
  /** The list's stars, 0..3. */
  readonly importance: number
  /** Papers of the set that use a dataset which this one introduces. */
  readonly users: number
}

export type StartAnswers = AnswerSet<StartAnswer, { readonly command: 'start'; readonly filter: PaperFilter }>

/** A dataset counts as a beginning where this number of other papers of the set use it. */
const USERS_MINIMUM = 2

/**
 * Where to begin in a set of papers: surveys (by their titles), those the list calls mandatory, the important ones with
 * code (by its stars), those that introduce a dataset which at least two others of the set use, then others with code.
 * By the strongest reason; within it by the list's stars, by users of the introduced datasets, the newer paper first, then
 * by key. Papers without a reason are no answers. Linear in the papers of the set and their edges.
 */
export function whereToStart(
  index: FieldIndex,
  options: { readonly filter?: PaperFilter; readonly limit?: number } = {},
): StartAnswers {
  const { filter = {}, limit = Number.POSITIVE_INFINITY } = options
  return index.scratch.use(() => startIn(index, filter, limit))
}

function startIn(index: FieldIndex, filter: PaperFilter, limit: number): StartAnswers {
  const set = paperSet(index, filter, index.scratch)
  const mask = choiceMask(filter)
  const { importance, mandatory } = index.traits()
  const users = usersOfIntroduced(index, set, mask)
  const reasons = reasonsOf(index, users)
  const candidates: number[] = []
  let marked = false
  for (let paper = 0; paper < index.papers.length; paper++) {
    if (set.has[paper] === 0) continue
    if (reasons[paper] !== NO_REASON) candidates.push(paper)
    marked ||= importance[paper] !== 0 || mandatory[paper] !== 0
  }
  const compare = (a: number, b: number): number =>
    firstReason(reasons[a]) - firstReason(reasons[b]) ||
    (importance[b] ?? 0) - (importance[a] ?? 0) ||
    (users.get(b) ?? 0) - (users.get(a) ?? 0) ||
    (index.years[b] ?? 0) - (index.years[a] ?? 0) ||
    a - b
  return {
    question: { command: 'start', filter },
    answers: firstSorted(candidates, compare, limit).map((paper) => {
      const own = START_REASONS.filter((_, bit) => ((reasons[paper] ?? 0) & (1 << bit)) !== 0)
      return answerOf(index, { paper, reasons: own, users: users.get(paper) ?? 0 }, mask)
    }),
    total: candidates.length,
    coverage: coverageOf(index, set, filter),
    hints: [...noTaskHints(index), ...(marked || set.size === 0 ? [] : IMPORTANCE_HINT)],
  }
}

const NO_REASON = 0

/** Number of the lowest bit: the strongest reason. */
function firstReason(bits = 0): number {
  return 31 - Math.clz32(bits & -bits)
}

interface Candidate {
  readonly paper: number
  readonly reasons: readonly StartReason[]
  readonly users: number
}

/** The reasons of each paper, a bit for each in the order of {@link START_REASONS}. */
function reasonsOf(index: FieldIndex, users: ReadonlyMap<number, number>): Uint8Array {
  const { survey, mandatory, importance } = index.traits()
  const reasons = index.scratch.bytes(index.papers.length)
  for (let paper = 0; paper < reasons.length; paper++) {
    const hasCode = index.withCode[paper] ?? 0
    const isImportant = importance[paper] === 0 ? 0 : 1
    const introduces = (users.get(paper) ?? 0) >= USERS_MINIMUM ? 1 : 0
    reasons[paper] =
      (survey[paper] ?? 0) |
      ((mandatory[paper] ?? 0) << 1) |
      ((isImportant & hasCode) << 2) |
      (introduces << 3) |
      ((hasCode & ~isImportant) << 4)
  }
  return reasons
}

/** How many other papers of the set use a dataset that a paper introduces, by paper. */
function usersOfIntroduced(index: FieldIndex, { has }: PaperSet, mask: number): ReadonlyMap<number, number> {
  const { indexOf, papers } = index.incidence('dataset')
  const counts = new Map<number, number>()
  for (const [paper, datasets] of index.traits().introduces) {
    if (has[paper] === 0) continue
    const users = new Set<number>()
    for (const dataset of datasets) {
      eachItem(papers, indexOf.get(dataset) ?? 0, (other, mark) => {
        if (other !== paper && has[other] === 1 && (mark & mask) !== 0) users.add(other)
      })
    }
    counts.set(paper, users.size)
  }
  return counts
}

function answerOf(index: FieldIndex, candidate: Candidate, mask: number): StartAnswer {
  const { key, label } = nameOf(index, index.papers[candidate.paper] ?? '')
  const year = index.years[candidate.paper] ?? 0
  const said = candidate.reasons.map((reason) => ({ reason, ...because(index, key, candidate, reason, mask) }))
  const seen = new Set<string>()
  const evidence = said
    .flatMap((one) => one.evidence)
    .filter((one) => {
      const id = `${one.of} ${one.source}:${one.line} ${one.rule}`
      return !seen.has(id) && seen.add(id)
    })
  return {
    key,
    label,
    ...(year === 0 ? {} : { year }),
    importance: index.traits().importance[candidate.paper] ?? 0,
    users: candidate.users,
    reasons: said.map(({ reason, words }) => ({ reason, words })),
    evidence,
  }
}

interface Because {
  readonly words: string
  readonly evidence: readonly CitedEvidence[]
}

function because(index: FieldIndex, key: string, candidate: Candidate, reason: StartReason, mask: number): Because {
  const mentions = mentionsOf(index, key)
  // The rules of the words in question say it best; a graph that other rules made shows all.
  const said = (rule: RegExp): readonly CitedEvidence[] => {
    const best = mentions.filter((mention) => rule.test(mention.rule))
    return best.length > 0 ? best : mentions
  }
  switch (reason) {
    case 'survey':
      return { words: 'its title says that it is an overview', evidence: said(/title/) }
    case 'mandatory':
      return { words: 'the list calls it mandatory', evidence: said(/trophy|mandatory/) }
    case 'important-with-code':
      return {
        words: `${'★'.repeat(index.traits().importance[candidate.paper] ?? 0)} in the list, with code`,
        evidence: [...said(/stars|importance/), ...codeEvidence(index, key, mask)],
      }
    case 'introduces-dataset': {
      const keys = index.traits().introduces.get(candidate.paper) ?? []
      const names = keys.map((dataset) => index.graph.getNodeAttribute(dataset, 'label'))
      return {
        words: `introduces ${names.join(' and ')}, which ${candidate.users} others of these papers use`,
        evidence: keys.flatMap((dataset) => evidenceBetween(index, key, dataset, mask)),
      }
    }
    case 'with-code': {
      const code = codeEvidence(index, key, mask)
      return { words: 'has code', evidence: code.length > 0 ? code : mentions }
    }
    default:
      return reason satisfies never
  }
}

function codeEvidence(index: FieldIndex, key: string, mask: number): readonly CitedEvidence[] {
  const repositories = index.graph.filterOutNeighbors(key, (_, { kind }) => kind === 'repository')
  return repositories.sort().flatMap((repository) => evidenceBetween(index, key, repository, mask))
}

const IMPORTANCE_HINT: readonly Hint[] = [
  {
    missing: 'importance',
    message: 'No list marks any of these papers as important or mandatory.',
    how: 'Put stars (⭐ to ⭐⭐⭐) or a trophy (🏆) in front of the entries that you would read first.',
  },
]
