import { byCodeUnits } from '../keys.ts'
import type { GroupingName } from '../map-file.ts'
import { type CitedEvidence, evidenceBetween, type NodeName, nameOf } from './answer.ts'
import { choiceMask } from './evidence-mark.ts'
import type { Channel, FieldIndex } from './field-index.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'
import { eachItem } from './rows.ts'
import { thingNode } from './thing-node.ts'

/** What a sentence is about, for a viewer that flies there. */
export interface BriefPlace {
  readonly nodes: readonly string[]
  /** Regions of a grouping of the map, by the keys of the tasks or venues that they stand for. */
  readonly grouping?: GroupingName
  readonly regions?: readonly string[]
}

/** A sentence that could be said. */
export interface Candidate {
  readonly template: string
  /** Tells it from others of its template. */
  readonly id: string
  readonly label: string
  /** Every number that the sentence says or rests on. */
  readonly numbers: Readonly<Record<string, number>>
  /** How far it is from what one would expect, 0..1; the template says how. */
  readonly surprise: number
  /** Papers concerned. */
  readonly papers: number
  /** Share of them of which the needed facts are known, 0..1. */
  readonly coverage: number
  readonly place: BriefPlace
  /** Made for the chosen sentences only. */
  readonly evidence: () => readonly CitedEvidence[]
}

/** A thing and the papers of the set that have it. */
export interface Group extends NodeName {
  readonly id: string
  readonly papers: readonly number[]
}

/** What templates look at. */
export interface BriefContext {
  readonly index: FieldIndex
  readonly set: PaperSet
  readonly mask: number
  readonly known: Uint8Array
  readonly knownPapers: number
  /** Things of a channel that papers of the set have, by id. */
  readonly groups: (channel: Channel) => readonly Group[]
  /** The largest tasks of the set, at most {@link MOST_TASKS}, by key. */
  readonly tasks: readonly Group[]
}

/** Pairs of tasks are compared all with all; of a field with more the largest are. */
const MOST_TASKS = 250
/** Papers for which a sentence shows its evidence. */
const EVIDENCE_PAPERS = 6

export function briefContext(index: FieldIndex, filter: PaperFilter): BriefContext {
  const set = paperSet(index, filter)
  const mask = choiceMask(filter)
  const { known } = index.uses(mask)
  const made = new Map<Channel, readonly Group[]>()
  const groups = (channel: Channel): readonly Group[] => {
    const old = made.get(channel) ?? groupsOf(index, channel, set, mask)
    made.set(channel, old)
    return old
  }
  const tasks = groups('task')
    .toSorted((a, b) => b.papers.length - a.papers.length || byCodeUnits(a.key, b.key))
    .slice(0, MOST_TASKS)
    .sort((a, b) => byCodeUnits(a.key, b.key))
  const knownPapers = known.reduce((sum, one, paper) => sum + (set.has[paper] === 1 ? one : 0), 0)
  return { index, set, mask, known, knownPapers, groups, tasks }
}

function groupsOf(index: FieldIndex, channel: Channel, { has }: PaperSet, mask: number): readonly Group[] {
  const { keys, papers } = index.incidence(channel)
  return keys.flatMap((id, thing) => {
    const members: number[] = []
    eachItem(papers, thing, (paper, mark) => {
      if (has[paper] === 1 && (channel !== 'dataset' || (mark & mask) !== 0)) members.push(paper)
    })
    return members.length === 0 ? [] : [{ ...nameOf(index, thingNode(id)), id, papers: members }]
  })
}

/** The evidence that some papers have some things, for the first few papers. */
export function evidenceOf(
  { index, mask }: BriefContext,
  papers: readonly number[],
  things: readonly string[],
): readonly CitedEvidence[] {
  return papers
    .slice(0, EVIDENCE_PAPERS)
    .flatMap((paper) =>
      things.flatMap((thing) => evidenceBetween(index, index.papers[paper] ?? '', thingNode(thing), mask)),
    )
}

/** How many papers fulfil a condition. */
export function countIn(papers: readonly number[], holds: Uint8Array): number {
  return papers.reduce((sum, paper) => sum + (holds[paper] ?? 0), 0)
}

export const keysOf = ({ index }: BriefContext, papers: readonly number[]): readonly string[] =>
  papers.map((paper) => index.papers[paper] ?? '')
