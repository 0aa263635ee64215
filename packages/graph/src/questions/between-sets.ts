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
import { type ConnectingThing, type Connectors, connectorsOf, type Sides } from './connectors.ts'
import { choiceMask } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { eachItem } from './field-index/rows.ts'
import type { LinkingPaper } from './linking-papers.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'
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
  return index.scratch.use(() => connect(index, first, second, limit))
}

function connect(index: FieldIndex, first: NamedSet, second: NamedSet, limit: number): BetweenAnswers {
  const mask = choiceMask({ ...second.filter, ...first.filter })
  const sets = [paperSet(index, first.filter, index.scratch), paperSet(index, second.filter, index.scratch)] as const
  const sides = sidesOf(index, sets[0], sets[1])
  const own = [first.key, second.key]
  const bridging = inBoth(index, sides, own)
  const connectors = connectorsOf(index, sides, mask, own)
  const answers: BetweenAnswer[] = bridging.slice(0, limit).map((paper) => bothAnswer(index, paper))
  for (const linking of connectors.linking.first(limit - answers.length)) {
    answers.push(linkAnswer(index, linking, mask))
  }
  for (const thing of connectors.things(limit - answers.length)) answers.push(thingAnswer(index, thing, sides, mask))
  const counts = countKinds(bridging.length, connectors)
  const union = unionOf(index, sides)
  return {
    question: { command: 'between', first, second },
    answers,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    coverage: coverageOf(index, union, first.filter),
    hints: noEvidenceHints(index),
    sides: [
      { ...first, ...coverageOf(index, sets[0], first.filter) },
      { ...second, ...coverageOf(index, sets[1], second.filter) },
    ],
    counts,
  }
}

function sidesOf(index: FieldIndex, { has: first }: PaperSet, { has: second }: PaperSet): Sides {
  const sides = index.scratch.bytes(first.length)
  for (let paper = 0; paper < sides.length; paper++) sides[paper] = (first[paper] ?? 0) | ((second[paper] ?? 0) << 1)
  return sides
}

function unionOf(index: FieldIndex, sides: Sides): PaperSet {
  const has = index.scratch.bytes(sides.length)
  let size = 0
  for (let paper = 0; paper < sides.length; paper++) {
    const one = sides[paper] === 0 ? 0 : 1
    has[paper] = one
    size += one
  }
  return { has, size }
}

function inBoth({ paperIndex }: FieldIndex, sides: Sides, own: readonly (string | undefined)[]): number[] {
  const barred = own.map((key) => paperIndex.get(key ?? ''))
  const both: number[] = []
  for (let paper = 0; paper < sides.length; paper++)
    if (sides[paper] === BOTH && !barred.includes(paper)) both.push(paper)
  return both
}

/** Side of a paper that is in both sets. */
const BOTH = 3

function countKinds(both: number, { counts, linking }: Connectors): Readonly<Record<string, number>> {
  return { ...(both > 0 ? { both } : {}), ...(linking.total > 0 ? { links: linking.total } : {}), ...counts }
}

function bothAnswer(index: FieldIndex, paper: number): BetweenAnswer {
  const key = index.papers[paper] ?? ''
  return { ...nameOf(index, key), how: 'both', papers: 1, evidence: mentionsOf(index, key) }
}

function linkAnswer(index: FieldIndex, { paper, papers, through }: LinkingPaper, mask: number): BetweenAnswer {
  const key = index.papers[paper] ?? ''
  const [a, b] = through.map(thingNode)
  const nodes = [...new Set([a ?? '', b ?? ''])]
  return {
    ...nameOf(index, key),
    how: 'links',
    papers,
    through: [nameOf(index, a ?? ''), nameOf(index, b ?? '')],
    evidence: nodes.flatMap((node) => evidenceBetween(index, key, node, mask)),
  }
}

function thingAnswer(index: FieldIndex, thing: ConnectingThing, sides: Sides, mask: number): BetweenAnswer {
  const { id, papers, first, second } = thing
  const evidence = sampleEvidence(index, thing, sides, mask)
  return { ...nameOf(index, thingNode(id)), how: 'shared', papers, first, second, evidence }
}

function sampleEvidence(
  index: FieldIndex,
  { id, channel, thing }: ConnectingThing,
  sides: Sides,
  mask: number,
): readonly CitedEvidence[] {
  const [ofFirst, ofSecond]: [number[], number[]] = [[], []]
  eachItem(index.incidence(channel).papers, thing, (paper, mark) => {
    if (channel === 'dataset' && (mark & mask) === 0) return
    const side = sides[paper] ?? 0
    if ((side & 1) !== 0 && ofFirst.length < EVIDENCE_PAPERS) ofFirst.push(paper)
    if ((side & 2) !== 0 && ofSecond.length < EVIDENCE_PAPERS) ofSecond.push(paper)
  })
  const some = new Set([...ofFirst, ...ofSecond])
  return [...some].flatMap((paper) => evidenceBetween(index, index.papers[paper] ?? '', thingNode(id), mask))
}
