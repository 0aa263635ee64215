import { byCodeUnits } from '../../keys.ts'
import type { GroupingName } from '../../map-file.ts'
import { type CitedEvidence, evidenceBetween } from '../answer.ts'
import { usersOfDatasets } from '../dataset-pairs.ts'
import { choiceMask } from '../field-index/evidence-mark.ts'
import type { Channel, FieldIndex } from '../field-index/field-index.ts'
import { eachItem } from '../field-index/rows.ts'
import { type Arrays, newArrays } from '../field-index/scratch.ts'
import { type PaperFilter, type PaperSet, paperSet } from '../paper-filter.ts'
import { thingNode } from '../thing-node.ts'
import { onceForWholeField } from '../whole-field.ts'
import { placesOfTasks, type TaskPlaces } from './task-places.ts'

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

/** Papers by their number in the index. */
export type PaperNumbers = readonly number[] | Int32Array

export const NO_PAPERS = new Int32Array()

/** Tasks smaller than this are not spoken of: one paper more or less would change what is said. */
export const TASK_MINIMUM = 5

/** What templates look at. */
export interface BriefContext {
  readonly index: FieldIndex
  readonly set: PaperSet
  /** The papers of the set, ascending. */
  readonly papers: Int32Array
  readonly mask: number
  /** Where arrays come from that last as long as the sentences: those of the whole field are kept. */
  readonly arrays: Arrays
  readonly known: Uint8Array
  readonly knownPapers: number
  /** How many papers of the set have each thing of a channel. */
  readonly sizes: (channel: Channel) => Int32Array
  /** Things of a channel that papers of the set have, by key. */
  readonly groups: (channel: Channel) => readonly Group[]
  /** The largest tasks of the set, at most 64, by key. */
  readonly tasks: readonly Group[]
  /** Papers of the set under each of these tasks, ascending. */
  readonly taskPapers: () => readonly Int32Array[]
  /** How many of them have dataset evidence. */
  readonly knownOfTasks: () => readonly number[]
  readonly taskPlaces: () => TaskPlaces
  /** Papers of the set that use each dataset, ascending, by the number of the dataset. */
  readonly datasetUsers: () => readonly Int32Array[]
}

/** Pairs of tasks are compared all with all; of a field with more the largest are, since sentences prefer those anyway. */
const MOST_TASKS = 64
/** Papers for which a sentence shows its evidence. */
const EVIDENCE_PAPERS = 6
const MOST_NODES = 50

const keepContext = onceForWholeField<BriefContext>()

export function briefContext(index: FieldIndex, filter: PaperFilter): BriefContext {
  const set = paperSet(index, filter, index.scratch)
  const mask = choiceMask(filter)
  return keepContext(index, set, String(mask), (arrays) => {
    const lasting = arrays === newArrays ? paperSet(index, filter) : set
    return contextOf(index, lasting, mask, arrays)
  })
}

function contextOf(index: FieldIndex, set: PaperSet, mask: number, arrays: Arrays): BriefContext {
  const { known } = index.uses(mask)
  const papers = papersOfSet(set, arrays)
  const knownPapers = countIn(papers, known)
  const made = new Map<Channel, Int32Array>()
  const sizes = (channel: Channel): Int32Array => {
    const own =
      made.get(channel) ?? keepSizes(index, set, `${channel} ${mask}`, (own) => sizesOf(index, channel, set, mask, own))
    made.set(channel, own)
    return own
  }
  const grouped = new Map<Channel, readonly Group[]>()
  const groups = (channel: Channel): readonly Group[] => {
    const own = grouped.get(channel) ?? groupsOf(index, channel, sizes(channel))
    grouped.set(channel, own)
    return own
  }
  const tasks = groups('task')
    .toSorted((a, b) => b.size - a.size || byCodeUnits(a.key, b.key))
    .slice(0, MOST_TASKS)
    .sort((a, b) => byCodeUnits(a.key, b.key))
  const taskPapers = once(() => papersOfTasks(index, set, tasks, arrays))
  const knownOfTasks = once(() => taskPapers().map((own) => countIn(own, known)))
  const taskPlaces = once(() => placesOfTasks(index, papers, tasks, arrays))
  const datasetUsers = once(() => usersOfDatasets(index, set, mask))
  const ofTasks = { tasks, taskPapers, knownOfTasks, taskPlaces }
  return { index, set, papers, mask, arrays, known, knownPapers, sizes, groups, datasetUsers, ...ofTasks }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function papersOfSet({ has, size }: PaperSet, arrays: Arrays): Int32Array {
  const papers = arrays.integers(size)
  let number = 0
  for (let paper = 0; paper < has.length; paper++) if (has[paper] === 1) papers[number++] = paper
  return papers
}

function papersOfTasks(
  index: FieldIndex,
  { has }: PaperSet,
  tasks: readonly Group[],
  arrays: Arrays,
): readonly Int32Array[] {
  const { papers } = index.incidence('task')
  return tasks.map(({ thing, size }) => {
    const own = arrays.integers(size)
    let number = 0
    const end = papers.offsets[thing + 1] ?? 0
    for (let at = papers.offsets[thing] ?? 0; at < end; at++) {
      const paper = papers.items[at] ?? 0
      if (has[paper] === 1) own[number++] = paper
    }
    return own
  })
}

const keepSizes = onceForWholeField<Int32Array>()

/** Thing by thing, so that it is written in order: counting up paper by paper takes several times as long. */
function sizesOf(index: FieldIndex, channel: Channel, { has }: PaperSet, mask: number, arrays: Arrays): Int32Array {
  const { keys, papers } = index.incidence(channel)
  const { offsets, items, marks } = papers
  const sizes = arrays.integers(keys.length)
  for (let thing = 0; thing < sizes.length; thing++) {
    const end = offsets[thing + 1] ?? 0
    let size = 0
    for (let at = offsets[thing] ?? 0; at < end; at++) {
      if (channel !== 'dataset' || ((marks[at] ?? 0) & mask) !== 0) size += has[items[at] ?? 0] ?? 0
    }
    sizes[thing] = size
  }
  return sizes
}

function groupsOf(index: FieldIndex, channel: Channel, sizes: Int32Array): readonly Group[] {
  const { keys } = index.incidence(channel)
  const groups: Group[] = []
  for (let thing = 0; thing < keys.length; thing++) {
    const size = sizes[thing] ?? 0
    if (size > 0) groups.push({ key: thingNode(keys[thing] ?? ''), thing, size })
  }
  return groups
}

/** The papers of the set that have a thing, ascending. */
export function papersOf(
  { index, set, mask }: BriefContext,
  channel: Channel,
  { thing }: Pick<Group, 'thing'>,
): readonly number[] {
  const papers: number[] = []
  eachItem(index.incidence(channel).papers, thing, (paper, mark) => {
    if (set.has[paper] === 1 && (channel !== 'dataset' || (mark & mask) !== 0)) papers.push(paper)
  })
  return papers
}

/** The first papers that fulfil a condition, as many as a place holds. */
export function firstPapers(papers: Int32Array, holds: (paper: number) => boolean): readonly number[] {
  const first: number[] = []
  for (let at = 0; at < papers.length && first.length < MOST_NODES; at++) {
    const paper = papers[at] ?? 0
    if (holds(paper)) first.push(paper)
  }
  return first
}

/** The evidence that some papers have some things, for the first few papers. */
export function evidenceOf(
  { index, mask }: BriefContext,
  papers: PaperNumbers,
  things: readonly string[],
): readonly CitedEvidence[] {
  return [...papers.slice(0, EVIDENCE_PAPERS)].flatMap((paper) =>
    things.flatMap((thing) => evidenceBetween(index, index.papers[paper] ?? '', thing, mask)),
  )
}

/** The evidence that papers have what they share, for the first few things: two papers of each, one of each set. */
export function meetingEvidence(context: BriefContext, channel: Channel, a: Group, b: Group): readonly CitedEvidence[] {
  const [first, second] = [papersUnder(context, a), papersUnder(context, b)]
  const { keys } = context.index.incidence(channel)
  const evidence: CitedEvidence[] = []
  let shown = 0
  for (const thing of thingsUnder(context, channel, a.size < b.size ? a : b)) {
    if (shown === EVIDENCE_PAPERS) break
    const papers = papersOf(context, channel, { thing })
    const one = papers.find((paper) => first[paper] === 1 && papers.some((p) => p !== paper && second[p] === 1))
    const other = papers.find((paper) => paper !== one && second[paper] === 1)
    if (one === undefined || other === undefined) continue
    evidence.push(...evidenceOf(context, [one, other], [thingNode(keys[thing] ?? '')]))
    shown++
  }
  return evidence
}

/** The things of a channel that papers of the set under a task have, ascending. */
function* thingsUnder(context: BriefContext, channel: Channel, task: Group): Iterable<number> {
  const { keys, things } = context.index.incidence(channel)
  const found = context.index.scratch.bytes(keys.length)
  for (const paper of papersOf(context, 'task', task)) {
    eachItem(things, paper, (thing) => {
      found[thing] = 1
    })
  }
  for (let thing = found.indexOf(1); thing !== -1; thing = found.indexOf(1, thing + 1)) yield thing
}

/** 1 for each paper of the set under a task. */
function papersUnder(context: BriefContext, task: Group): Uint8Array {
  const under = context.index.scratch.bytes(context.set.has.length)
  for (const paper of papersOf(context, 'task', task)) under[paper] = 1
  return under
}

export function labelOf({ index }: BriefContext, { key }: Pick<Group, 'key'>): string {
  return index.graph.getNodeAttribute(key, 'label')
}

/** How many papers fulfil a condition. */
export function countIn(papers: Int32Array, holds: Uint8Array): number {
  let count = 0
  // Not by an iterator, here and in all that is done for each paper: it makes an object at each step.
  for (let at = 0; at < papers.length; at++) count += holds[papers[at] ?? 0] ?? 0
  return count
}

/** Some nodes, then papers, as many as a place holds. */
export function placeOf(
  { index }: BriefContext,
  nodes: readonly string[],
  papers: PaperNumbers = [],
): readonly string[] {
  return [...nodes, ...Array.from(papers.slice(0, MOST_NODES), (paper) => index.papers[paper] ?? '')].slice(
    0,
    MOST_NODES,
  )
}
