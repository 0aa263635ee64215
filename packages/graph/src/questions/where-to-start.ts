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
import { choiceMask } from './evidence-mark.ts'
import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'
import { eachItem } from './rows.ts'
import { isSurveyTitle } from './survey-title.ts'

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
  const set = paperSet(index, filter)
  const mask = choiceMask(filter)
  const candidates = index.papers.flatMap((_, paper) =>
    set.has[paper] === 1 ? candidateOf(index, paper, set, mask) : [],
  )
  return {
    question: { command: 'start', filter },
    answers: firstSorted(candidates, compareCandidates, limit).map((one) => answerOf(index, one, mask)),
    total: candidates.length,
    coverage: coverageOf(index, set, filter),
    hints: [...noTaskHints(index), ...importanceHints(candidates)],
  }
}

interface Candidate {
  readonly paper: number
  readonly reasons: readonly StartReason[]
  readonly importance: number
  readonly year: number
  readonly introduced: readonly number[]
  readonly users: number
}

function compareCandidates(a: Candidate, b: Candidate): number {
  const rank = ({ reasons: [first = 'with-code'] }: Candidate): number => START_REASONS.indexOf(first)
  return rank(a) - rank(b) || b.importance - a.importance || b.users - a.users || b.year - a.year || a.paper - b.paper
}

function candidateOf(index: FieldIndex, paper: number, set: PaperSet, mask: number): readonly Candidate[] {
  const node = index.graph.getNodeAttributes(index.papers[paper] ?? '')
  if (node.kind !== 'paper') return []
  const importance = node.importance ?? 0
  const introduced = introducedBy(index, paper)
  const users = usersOf(index, introduced, paper, set, mask)
  const hasCode = index.withCode[paper] === 1
  const holds: Readonly<Record<StartReason, boolean>> = {
    survey: isSurveyTitle(node.label),
    mandatory: node.mandatory === true,
    'important-with-code': importance > 0 && hasCode,
    'introduces-dataset': users >= USERS_MINIMUM,
    'with-code': importance === 0 && hasCode,
  }
  const reasons = START_REASONS.filter((reason) => holds[reason])
  return reasons.length === 0 ? [] : [{ paper, reasons, importance, introduced, users, year: index.years[paper] ?? 0 }]
}

function introducedBy({ graph, papers, incidence }: FieldIndex, paper: number): readonly number[] {
  const { indexOf, things } = incidence('dataset')
  if (things.offsets[paper] === things.offsets[paper + 1]) return []
  const introduced: number[] = []
  graph.forEachOutEdge(papers[paper] ?? '', (_, { kind }, __, target) => {
    const dataset = indexOf.get(target)
    if (kind === 'introduces' && dataset !== undefined) introduced.push(dataset)
  })
  return introduced
}

function usersOf(
  { incidence }: FieldIndex,
  datasets: readonly number[],
  paper: number,
  { has }: PaperSet,
  mask: number,
): number {
  const users = new Set<number>()
  for (const dataset of datasets) {
    eachItem(incidence('dataset').papers, dataset, (other, mark) => {
      if (other !== paper && has[other] === 1 && (mark & mask) !== 0) users.add(other)
    })
  }
  return users.size
}

function answerOf(index: FieldIndex, candidate: Candidate, mask: number): StartAnswer {
  const { key, label } = nameOf(index, index.papers[candidate.paper] ?? '')
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
    ...(candidate.year === 0 ? {} : { year: candidate.year }),
    importance: candidate.importance,
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
  switch (reason) {
    case 'survey':
      return { words: 'its title says that it is an overview', evidence: mentions }
    case 'mandatory':
      return { words: 'the list calls it mandatory', evidence: mentions }
    case 'important-with-code':
      return {
        words: `${'★'.repeat(candidate.importance)} in the list, with code`,
        evidence: [...mentions, ...codeEvidence(index, key, mask)],
      }
    case 'introduces-dataset': {
      const keys = candidate.introduced.map((dataset) => index.incidence('dataset').keys[dataset] ?? '')
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

function importanceHints(candidates: readonly Candidate[]): readonly Hint[] {
  if (candidates.some(({ importance, reasons }) => importance > 0 || reasons.includes('mandatory'))) return []
  return [
    {
      missing: 'importance',
      message: 'No list marks any of these papers as important or mandatory.',
      how: 'Put stars (⭐ to ⭐⭐⭐) or a trophy (🏆) in front of the entries that you would read first.',
    },
  ]
}
