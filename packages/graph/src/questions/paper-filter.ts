import { choiceMask, type EvidenceChoice } from './field-index/evidence-mark.ts'
import type { Channel, FieldIndex } from './field-index/field-index.ts'
import { eachItem } from './field-index/rows.ts'
import { type Arrays, newArrays } from './field-index/scratch.ts'

/** Years of a set, both ends included; an end that is missing is open. */
export interface YearRange {
  readonly from?: number
  readonly to?: number
}

/**
 * Which papers a question is about. Every field that is there restricts; within a field any of the values will do. A
 * paper without year is in no range of years. `tier` and `pretraining` say which dataset evidence counts.
 */
export interface PaperFilter extends EvidenceChoice {
  /** Keys of tasks; those that the graph calls narrower are included. */
  readonly tasks?: readonly string[]
  /** Ids of communities of the map. */
  readonly communities?: readonly string[]
  /** Keys of venues. */
  readonly venues?: readonly string[]
  /** Keys of datasets that a paper is known to use. */
  readonly datasets?: readonly string[]
  /** Paths of the lists that name the paper. */
  readonly sources?: readonly string[]
  /** Keys of papers, or of any nodes that an edge joins to the paper: authors, organizations, challenges, repositories. */
  readonly joinedTo?: readonly string[]
  readonly years?: YearRange
  readonly withCode?: boolean
  /** A second filter that must let the paper through, too. */
  readonly within?: PaperFilter
}

/** A set of papers by their number in the index. */
export interface PaperSet {
  readonly size: number
  /** 1 for each paper of the set. */
  readonly has: Uint8Array
}

/**
 * The papers that a filter lets through; all for an empty filter, none where it names what the graph does not hold. Linear.
 *
 * @param arrays where the set's array comes from, for a set that does not last.
 */
export function paperSet(index: FieldIndex, filter: PaperFilter = {}, arrays: Arrays = newArrays): PaperSet {
  const has = arrays.bytes(index.papers.length).fill(1)
  return index.scratch.use(() => chosenPapers(index, filter, has))
}

function chosenPapers(index: FieldIndex, filter: PaperFilter, has: Uint8Array): PaperSet {
  const restrict = (those: Uint8Array): void => {
    for (let i = 0; i < has.length; i++) if (those[i] === 0) has[i] = 0
  }
  const { tasks, communities, venues, datasets, sources, joinedTo, years } = filter
  if (tasks !== undefined) restrict(papersWith(index, 'task', withNarrower(index, tasks)))
  if (venues !== undefined) restrict(papersWith(index, 'venue', venues))
  if (datasets !== undefined) restrict(papersWith(index, 'dataset', datasets, choiceMask(filter)))
  if (communities !== undefined) restrict(papersIn(index, index.groups().byCommunity, communities))
  if (joinedTo !== undefined)
    restrict(
      papersOf(
        index,
        joinedTo.flatMap((key) => withNeighbors(index, key)),
      ),
    )
  if (sources !== undefined) restrict(papersIn(index, index.groups().bySource, sources))
  if (filter.withCode === true) restrict(index.withCode)
  if (years !== undefined) restrict(papersBetween(index, years))
  if (filter.within !== undefined) restrict(paperSet(index, filter.within, index.scratch).has)
  let size = 0
  for (let paper = 0; paper < has.length; paper++) size += has[paper] ?? 0
  return { has, size }
}

/** Whether a node belongs to a set of papers: a paper of it, or joined to one; all nodes belong to all papers. */
export function belongsTo(
  { graph, papers, paperIndex }: FieldIndex,
  { has, size }: PaperSet,
): (key: string) => boolean {
  if (size === papers.length) return () => true
  const isIn = (key: string): boolean => has[paperIndex.get(key) ?? -1] === 1
  return (key) => (paperIndex.has(key) ? isIn(key) : graph.someNeighbor(key, isIn))
}

function papersWith(index: FieldIndex, channel: Channel, keys: readonly string[], mask?: number): Uint8Array {
  const has = index.scratch.bytes(index.papers.length)
  const { indexOf, papers } = index.incidence(channel)
  for (const key of keys) {
    const thing = indexOf.get(key)
    if (thing === undefined) continue
    eachItem(papers, thing, (paper, mark) => {
      if (mask === undefined || (mark & mask) !== 0) has[paper] = 1
    })
  }
  return has
}

/** Tasks with those below them. */
function withNarrower({ narrower }: FieldIndex, tasks: readonly string[]): readonly string[] {
  const all = new Set(tasks)
  for (const task of all) for (const below of narrower.get(task) ?? []) all.add(below)
  return [...all]
}

function papersOf(index: FieldIndex, keys: readonly string[]): Uint8Array {
  const has = index.scratch.bytes(index.papers.length)
  for (const key of keys) {
    const paper = index.paperIndex.get(key)
    if (paper !== undefined) has[paper] = 1
  }
  return has
}

function withNeighbors({ graph }: FieldIndex, key: string): readonly string[] {
  if (!graph.hasNode(key)) return []
  return graph.getNodeAttribute(key, 'kind') === 'paper' ? [key] : graph.neighbors(key)
}

function papersIn(
  { papers, scratch }: FieldIndex,
  groups: ReadonlyMap<string, readonly number[]>,
  names: readonly string[],
): Uint8Array {
  const has = scratch.bytes(papers.length)
  for (const name of names) for (const paper of groups.get(name) ?? []) has[paper] = 1
  return has
}

function papersBetween(
  { years, scratch }: FieldIndex,
  { from = 1, to = Number.POSITIVE_INFINITY }: YearRange,
): Uint8Array {
  const has = scratch.bytes(years.length)
  for (let paper = 0; paper < has.length; paper++) {
    const year = years[paper] ?? 0
    if (year !== 0 && year >= from && year <= to) has[paper] = 1
  }
  return has
}

/**
 * Reads `2021`, `2020..2022`, `2020..` and `..2022`; undefined for anything else, and for a range that ends before it
 * begins.
 */
export function parseYears(text: string): YearRange | undefined {
  const single = /^\s*(\d{4})\s*$/.exec(text)
  if (single !== null) return { from: Number(single[1]), to: Number(single[1]) }
  const range = /^\s*(\d{4})?\s*\.\.\s*(\d{4})?\s*$/.exec(text)
  const [from, to] = [range?.[1], range?.[2]]
  if (from === undefined && to === undefined) return undefined
  if (from !== undefined && to !== undefined && Number(from) > Number(to)) return undefined
  return { ...(from === undefined ? {} : { from: Number(from) }), ...(to === undefined ? {} : { to: Number(to) }) }
}

/** The set of papers that a node stands for: of a task, venue or dataset its papers, of a paper itself, else those joined to it. */
export function filterOfNode({ graph }: FieldIndex, key: string, choice: EvidenceChoice = {}): PaperFilter {
  switch (graph.getNodeAttribute(key, 'kind')) {
    case 'task':
      return { ...choice, tasks: [key] }
    case 'venue':
      return { ...choice, venues: [key] }
    case 'dataset':
      return { ...choice, datasets: [key] }
    default:
      return { ...choice, joinedTo: [key] }
  }
}
