import { byCodeUnits } from '../keys.ts'
import type { GroupingName } from '../map-file.ts'
import { type CitedEvidence, evidenceBetween } from './answer.ts'
import { choiceMask } from './evidence-mark.ts'
import type { Channel, FieldIndex } from './field-index.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'
import { eachItem } from './rows.ts'
import { thingNode } from './thing-node.ts'
import { onceForWholeField } from './whole-field.ts'

/** What a sentence is about, for a viewer that flies there. */
export interface BriefPlace {
  /** Keys, the most important first, at most 50. */
  readonly nodes: readonly string[]
  /** Regions of a grouping of the map, by the keys of the tasks or venues that they stand for. */
  readonly grouping?: GroupingName
  readonly regions?: readonly string[]
}

/** A sentence that could be said. What is costly is made for the chosen ones only. */
export interface Candidate {
  readonly template: string
  /** Keys of what it speaks of; with the template they tell it from all others. */
  readonly about: readonly string[]
  readonly label: () => string
  /** Every number that the sentence says or rests on. */
  readonly numbers: Readonly<Record<string, number>>
  /** How far it is from what one would expect, 0..1; the template says how. */
  readonly surprise: number
  /** Papers concerned. */
  readonly papers: number
  /** Share of them of which the needed facts are known, 0..1. */
  readonly coverage: number
  readonly place: () => BriefPlace
  readonly evidence: () => readonly CitedEvidence[]
}

/** A thing and the papers of the set that have it. */
export interface Group {
  readonly key: string
  /** Number of the thing in its channel. */
  readonly thing: number
  readonly size: number
}

/** What templates look at. */
export interface BriefContext {
  readonly index: FieldIndex
  readonly set: PaperSet
  readonly mask: number
  readonly known: Uint8Array
  readonly knownPapers: number
  /** Things of a channel that papers of the set have, by key. */
  readonly groups: (channel: Channel) => readonly Group[]
  /** The largest tasks of the set, at most 250, by key. */
  readonly tasks: readonly Group[]
  /** Papers of the set under each of these tasks, ascending. */
  readonly taskPapers: () => readonly (readonly number[])[]
}

/** Pairs of tasks are compared all with all; of a field with more the largest are. */
const MOST_TASKS = 250
/** Papers for which a sentence shows its evidence. */
const EVIDENCE_PAPERS = 6
const MOST_NODES = 50

export function briefContext(index: FieldIndex, filter: PaperFilter): BriefContext {
  const set = paperSet(index, filter)
  const mask = choiceMask(filter)
  const { known } = index.uses(mask)
  const made = new Map<Channel, readonly Group[]>()
  const groups = (channel: Channel): readonly Group[] => {
    const own =
      made.get(channel) ?? keepGroups(index, set, `${channel} ${mask}`, () => groupsOf(index, channel, set, mask))
    made.set(channel, own)
    return own
  }
  const tasks = groups('task')
    .toSorted((a, b) => b.size - a.size || byCodeUnits(a.key, b.key))
    .slice(0, MOST_TASKS)
    .sort((a, b) => byCodeUnits(a.key, b.key))
  let knownPapers = 0
  for (let paper = 0; paper < known.length; paper++) knownPapers += (known[paper] ?? 0) & (set.has[paper] ?? 0)
  let own: readonly (readonly number[])[] | undefined
  const taskPapers = (): readonly (readonly number[])[] => {
    own ??= papersOfTasks(index, set, tasks)
    return own
  }
  return { index, set, mask, known, knownPapers, groups, tasks, taskPapers }
}

function papersOfTasks(index: FieldIndex, { has }: PaperSet, tasks: readonly Group[]): readonly (readonly number[])[] {
  const { papers } = index.incidence('task')
  return tasks.map(({ thing, size }) => {
    const own = new Array<number>(size)
    let number = 0
    const end = papers.offsets[thing + 1] ?? 0
    for (let at = papers.offsets[thing] ?? 0; at < end; at++) {
      const paper = papers.items[at] ?? 0
      if (has[paper] === 1) own[number++] = paper
    }
    return own
  })
}

const keepGroups = onceForWholeField<readonly Group[]>()

function groupsOf(index: FieldIndex, channel: Channel, { has }: PaperSet, mask: number): readonly Group[] {
  const { keys, things } = index.incidence(channel)
  const { offsets, items, marks } = things
  const sizes = new Int32Array(keys.length)
  for (let paper = 0; paper < has.length; paper++) {
    if (has[paper] === 0) continue
    const end = offsets[paper + 1] ?? 0
    for (let at = offsets[paper] ?? 0; at < end; at++) {
      const thing = items[at] ?? 0
      if (channel !== 'dataset' || ((marks[at] ?? 0) & mask) !== 0) sizes[thing] = (sizes[thing] ?? 0) + 1
    }
  }
  const groups: Group[] = []
  sizes.forEach((size, thing) => {
    if (size > 0) groups.push({ key: thingNode(keys[thing] ?? ''), thing, size })
  })
  return groups
}

/** The papers of the set that have a thing, ascending. */
export function papersOf({ index, set, mask }: BriefContext, channel: Channel, { thing }: Group): readonly number[] {
  const papers: number[] = []
  eachItem(index.incidence(channel).papers, thing, (paper, mark) => {
    if (set.has[paper] === 1 && (channel !== 'dataset' || (mark & mask) !== 0)) papers.push(paper)
  })
  return papers
}

/** All papers of the set that fulfil a condition, ascending. */
export function papersThat({ set }: BriefContext, holds: (paper: number) => boolean): readonly number[] {
  const papers: number[] = []
  for (let paper = 0; paper < set.has.length; paper++) if (set.has[paper] === 1 && holds(paper)) papers.push(paper)
  return papers
}

/** The evidence that some papers have some things, for the first few papers. */
export function evidenceOf(
  { index, mask }: BriefContext,
  papers: readonly number[],
  things: readonly string[],
): readonly CitedEvidence[] {
  return papers
    .slice(0, EVIDENCE_PAPERS)
    .flatMap((paper) => things.flatMap((thing) => evidenceBetween(index, index.papers[paper] ?? '', thing, mask)))
}

/** The evidence that papers have what they share, for the first few things: two papers of each, one of each set. */
export function meetingEvidence(context: BriefContext, channel: Channel, a: Group, b: Group): readonly CitedEvidence[] {
  const [first, second] = [new Set(papersOf(context, 'task', a)), new Set(papersOf(context, 'task', b))]
  const evidence: CitedEvidence[] = []
  let shown = 0
  for (const group of context.groups(channel)) {
    if (shown === EVIDENCE_PAPERS) break
    const papers = papersOf(context, channel, group)
    const one = papers.find((paper) => first.has(paper) && papers.some((p) => p !== paper && second.has(p)))
    const other = papers.find((paper) => paper !== one && second.has(paper))
    if (one === undefined || other === undefined) continue
    evidence.push(...evidenceOf(context, [one, other], [group.key]))
    shown++
  }
  return evidence
}

export function labelOf({ index }: BriefContext, { key }: Pick<Group, 'key'>): string {
  return index.graph.getNodeAttribute(key, 'label')
}

/** How many papers fulfil a condition. */
export function countIn(papers: readonly number[], holds: Uint8Array): number {
  let count = 0
  for (const paper of papers) count += holds[paper] ?? 0
  return count
}

/** Some nodes, then papers, as many as a place holds. */
export function placeOf(
  { index }: BriefContext,
  nodes: readonly string[],
  papers: readonly number[] = [],
): readonly string[] {
  return [...nodes, ...papers.slice(0, MOST_NODES).map((paper) => index.papers[paper] ?? '')].slice(0, MOST_NODES)
}
