import { byCodeUnits } from '../keys.ts'
import type { NodeKind } from '../kinds.ts'
import {
  type Answer,
  type AnswerSet,
  type CitedEvidence,
  type Coverage,
  coverageOf,
  evidenceBetween,
  mentionsOf,
  type NodeName,
  nameOf,
  noEvidenceHints,
} from './answer.ts'
import { type Connectors, connectorsOf, type Sides } from './connectors.ts'
import { choiceMask } from './evidence-mark.ts'
import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import { type PaperFilter, paperSet } from './paper-filter.ts'
import { eachItem } from './rows.ts'
import { thingNode } from './thing-node.ts'

/** One of the two sets: what people call it, and the filter that gives it. */
export interface NamedSet {
  readonly label: string
  readonly filter: PaperFilter
  /** Key of the node that the set is of, if it is of one: the node itself is then no answer. */
  readonly key?: string
}

/** What connects the two sets. */
export interface BetweenAnswer extends Answer {
  readonly kind: NodeKind
  /** `both`: a paper in both sets. `links`: a paper that shares things with both. `shared`: a thing that papers of both have. */
  readonly how: 'both' | 'links' | 'shared'
  /** Papers of the whole graph that have it (of a paper that links: that have the commoner of its two things), integer ≥ 1. */
  readonly papers: number
  /** `shared`: papers of the first and of the second set that have it. */
  readonly first?: number
  readonly second?: number
  /** `links`: the rarest thing that it shares with another paper of the first set, and of the second. */
  readonly through?: readonly [NodeName, NodeName]
}

export interface BetweenQuestion {
  readonly command: 'between'
  readonly first: NamedSet
  readonly second: NamedSet
}

export interface BetweenAnswers extends AnswerSet<BetweenAnswer, BetweenQuestion> {
  /** Coverage and size of each set. */
  readonly sides: readonly [NamedSet & Coverage, NamedSet & Coverage]
  /** Number of answers of each kind, `both` and `links` for papers. */
  readonly counts: Readonly<Record<string, number>>
}

interface Found {
  readonly how: BetweenAnswer['how']
  /** Node of the answer, by key. */
  readonly key: string
  /** As the index calls it: a repository with its sub-folder. */
  readonly id: string
  readonly papers: number
  readonly paper?: number
  readonly thing?: Connectors['things'][number]
  readonly links?: readonly [string, string]
}

/** Evidence is shown for this number of papers of each set. */
const EVIDENCE_PAPERS = 3

/**
 * What connects two sets of papers. First the papers in both; then those that share a dataset, an author or a repository
 * with another paper of the first set and one with another paper of the second (common datasets and tasks do not count
 * there: through them all papers of a field meet); then the datasets, authors, repositories, tasks and venues that papers
 * of both sets have. Each part rarest first, by the number of papers of the whole graph, then by key.
 *
 * A thing connects if two different papers have it, one of each set: what only one paper has connects nothing, even if
 * the paper is in both sets. Empty where nothing connects. Linear in the edges.
 */
export function betweenSets(
  index: FieldIndex,
  first: NamedSet,
  second: NamedSet,
  options: { readonly limit?: number } = {},
): BetweenAnswers {
  const { limit = Number.POSITIVE_INFINITY } = options
  const mask = choiceMask({ ...second.filter, ...first.filter })
  const sets = [paperSet(index, first.filter), paperSet(index, second.filter)] as const
  const sides: Sides = { first: sets[0].has, second: sets[1].has }
  const own = new Set([first.key, second.key])
  const connectors = connectorsOf(index, sides, mask, (key) => !own.has(key))
  const parts = [inBoth(index, sides, own), linking(index, connectors), sharing(connectors)]
  const found = parts.flat()
  const best: Found[] = []
  for (const part of parts) best.push(...firstSorted(part, compareFound, limit - best.length))
  const [a, b] = [coverageOf(index, sets[0], first.filter), coverageOf(index, sets[1], second.filter)]
  const union = Uint8Array.from(sets[0].has, (one, paper) => one | (sets[1].has[paper] ?? 0))
  const size = union.reduce((sum, one) => sum + one, 0)
  return {
    question: { command: 'between', first, second },
    answers: best.map((one) => answerOf(index, one, sides, mask)),
    total: found.length,
    coverage: coverageOf(index, { has: union, size }, first.filter),
    hints: noEvidenceHints(index),
    sides: [
      { ...first, ...a },
      { ...second, ...b },
    ],
    counts: countKinds(index, found),
  }
}

function compareFound(a: Found, b: Found): number {
  return a.papers - b.papers || byCodeUnits(a.id, b.id)
}

function inBoth({ papers }: FieldIndex, { first, second }: Sides, own: ReadonlySet<string | undefined>): Found[] {
  return papers.flatMap((key, paper): Found[] =>
    first[paper] === 1 && second[paper] === 1 && !own.has(key) ? [{ how: 'both', key, id: key, papers: 1, paper }] : [],
  )
}

function linking({ papers }: FieldIndex, { linking }: Connectors): Found[] {
  return linking.map(({ paper, weakest, through }): Found => {
    const key = papers[paper] ?? ''
    return { how: 'links', key, id: key, papers: weakest, paper, links: through }
  })
}

function sharing({ things }: Connectors): Found[] {
  return things.map((thing): Found => {
    return { how: 'shared', key: thingNode(thing.id), id: thing.id, papers: thing.papers, thing }
  })
}

function countKinds({ graph }: FieldIndex, found: readonly Found[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { how, key } of found) {
    const kind = how === 'shared' ? graph.getNodeAttribute(key, 'kind') : how
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

function answerOf(index: FieldIndex, found: Found, sides: Sides, mask: number): BetweenAnswer {
  const { how, key, papers, thing, links } = found
  const name = nameOf(index, key)
  switch (how) {
    case 'both':
      return { ...name, how, papers, evidence: mentionsOf(index, key) }
    case 'links': {
      const nodes = [...new Set(links?.map(thingNode) ?? [])]
      const evidence = nodes.flatMap((node) => evidenceBetween(index, key, node, mask))
      const [a, b] = links ?? ['', '']
      return { ...name, how, papers, through: [nameOf(index, thingNode(a)), nameOf(index, thingNode(b))], evidence }
    }
    case 'shared':
      return {
        ...name,
        how,
        papers,
        first: thing?.first ?? 0,
        second: thing?.second ?? 0,
        evidence: thing === undefined ? [] : sampleEvidence(index, thing, sides, mask),
      }
    default:
      return how satisfies never
  }
}

function sampleEvidence(
  index: FieldIndex,
  { id, channel, thing }: Connectors['things'][number],
  sides: Sides,
  mask: number,
): readonly CitedEvidence[] {
  const some = new Set<number>()
  const members: number[] = []
  eachItem(index.incidence(channel).papers, thing, (paper, mark) => {
    if (channel !== 'dataset' || (mark & mask) !== 0) members.push(paper)
  })
  for (const has of [sides.first, sides.second]) {
    for (const paper of members.filter((one) => has[one] === 1).slice(0, EVIDENCE_PAPERS)) some.add(paper)
  }
  return [...some].flatMap((paper) => evidenceBetween(index, index.papers[paper] ?? '', thingNode(id), mask))
}
