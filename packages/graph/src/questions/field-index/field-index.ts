import type { FieldGraph } from '../../field-graph.ts'
import { hasCode } from '../../has-code.ts'
import { byCodeUnits } from '../../keys.ts'
import type { FieldMap } from '../../map-file.ts'
import { titleTerms } from '../../title-terms.ts'
import { type Adjacency, adjacencyOf } from './adjacency.ts'
import { evidenceMark, knownMask } from './evidence-mark.ts'
import { type PaperGroups, paperGroups } from './paper-groups.ts'
import { type PaperTraits, paperTraits } from './paper-traits.ts'
import { buildRows, eachItem, type Rows, rowLength } from './rows.ts'
import { Scratch } from './scratch.ts'

/** What papers can have in common. A repository is taken with its sub-folder: papers in two folders of one are not alike. */
export const CHANNELS = ['task', 'dataset', 'author', 'repository', 'venue', 'term'] as const
export type Channel = (typeof CHANNELS)[number]

/** Which papers have which things of one channel, both ways. */
export interface Incidence {
  /** Keys of nodes by code units; of a repository with sub-folder `…#path`; of a title term `term:<words>`. */
  readonly keys: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Things of each paper. */
  readonly things: Rows
  /** Papers of each thing. */
  readonly papers: Rows
}

/** Numbers of dataset use under one choice of evidence. */
export interface UseCounts {
  /** Papers that use each dataset. */
  readonly papers: Int32Array
  /** 1 for each paper of whose datasets something is known at this tier. */
  readonly known: Uint8Array
  readonly knownPapers: number
  /** Inverse document frequency of each dataset, `ln(1 + known papers / papers that use it)`; 0 where none does. */
  readonly idf: Float64Array
}

/** A graph made ready for questions: papers numbered by key, and who has what, in typed arrays. */
export interface FieldIndex {
  readonly graph: FieldGraph
  readonly map: FieldMap | undefined
  /** Keys of all papers, by code units. */
  readonly papers: readonly string[]
  readonly paperIndex: ReadonlyMap<string, number>
  /** Year of each paper, 0 where none is known. */
  readonly years: Int32Array
  /** 1 for each paper that {@link hasCode} says has code. */
  readonly withCode: Uint8Array
  /** Tasks directly below a task, by its key; no entry for most. */
  readonly narrower: ReadonlyMap<string, readonly string[]>
  /** Made at first use; linear in the edges of the channel. */
  readonly incidence: (channel: Channel) => Incidence
  /** Made at first use for each of six masks. */
  readonly uses: (mask: number) => UseCounts
  /** What papers say of themselves; made at first use. */
  readonly traits: () => PaperTraits
  /** Papers by list and by community; made at first use. */
  readonly groups: () => PaperGroups
  /** All nodes and edges for walks; made at first use. */
  readonly adjacency: () => Adjacency
  /** Arrays for the time of a question. */
  readonly scratch: Scratch
}

const CHANNEL_OF: Readonly<Record<string, Exclude<Channel, 'term'>>> = {
  addresses: 'task',
  uses: 'dataset',
  introduces: 'dataset',
  written_by: 'author',
  implemented_in: 'repository',
  published_in: 'venue',
}

/**
 * Makes a graph ready for questions, once; the graph must not change afterwards. Linear in nodes and edges, but for
 * sorting the keys.
 *
 * @param map needed for sets of papers by community.
 */
export function createFieldIndex(graph: FieldGraph, map?: FieldMap): FieldIndex {
  const papers = graph.filterNodes((_, { kind }) => kind === 'paper').sort(byCodeUnits)
  const paperIndex = new Map(papers.map((key, index) => [key, index]))
  const years = new Int32Array(papers.length)
  const withCode = new Uint8Array(papers.length)
  papers.forEach((key, paper) => {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'paper') return
    years[paper] = node.year ?? 0
    if (hasCode(graph, key)) withCode[paper] = 1
  })
  const { found, narrower } = readEdges(graph, paperIndex)
  const incidences = new Map<Channel, Incidence>()
  const incidence = (channel: Channel): Incidence =>
    remember(incidences, channel, () =>
      incidenceOf(papers.length, channel === 'term' ? termPairs(graph, papers) : found[channel]),
    )
  const counts = new Map<number, UseCounts>()
  const uses = (mask: number): UseCounts => remember(counts, mask, () => countUses(incidence('dataset'), mask))
  const adjacencies = new Map<string, Adjacency>()
  const adjacency = (): Adjacency => remember(adjacencies, '', () => adjacencyOf(graph, paperIndex))
  const traitsMade = new Map<string, PaperTraits>()
  const traits = (): PaperTraits => remember(traitsMade, '', () => paperTraits(graph, papers))
  const groupsMade = new Map<string, PaperGroups>()
  const groups = (): PaperGroups => remember(groupsMade, '', () => paperGroups(graph, map, papers, paperIndex))
  const made = { incidence, uses, traits, groups, adjacency, scratch: new Scratch() }
  return { graph, map, papers, paperIndex, years, withCode, narrower, ...made }
}

function remember<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const old = made.get(key)
  if (old !== undefined) return old
  const value = make()
  made.set(key, value)
  return value
}

/** Who has what, as found: things numbered by first occurrence. */
class Having {
  readonly papers: number[] = []
  readonly things: number[] = []
  readonly marks: number[] = []
  /** Number of each thing. */
  readonly numberOf = new Map<string, number>()

  add(paper: number, thing: string, mark: number): void {
    let number = this.numberOf.get(thing)
    if (number === undefined) {
      number = this.numberOf.size
      this.numberOf.set(thing, number)
    }
    this.papers.push(paper)
    this.things.push(number)
    this.marks.push(mark)
  }
}

interface EdgesRead {
  readonly found: Readonly<Record<Exclude<Channel, 'term'>, Having>>
  readonly narrower: ReadonlyMap<string, readonly string[]>
}

/** All that is made of edges, in one pass. */
function readEdges(graph: FieldGraph, paperIndex: ReadonlyMap<string, number>): EdgesRead {
  const narrower = new Map<string, string[]>()
  const found = {
    task: new Having(),
    dataset: new Having(),
    author: new Having(),
    repository: new Having(),
    venue: new Having(),
  }
  graph.forEachEdge((_, edge, source, target) => {
    if (edge.kind === 'broader') {
      const below = narrower.get(target)
      if (below === undefined) narrower.set(target, [source])
      else below.push(source)
      return
    }
    const channel = CHANNEL_OF[edge.kind]
    const paper = paperIndex.get(source)
    if (channel === undefined || paper === undefined) return
    const thing = channel === 'repository' && edge.path !== undefined ? `${target}#${edge.path}` : target
    found[channel].add(paper, thing, channel === 'dataset' ? evidenceMark(edge) : 0)
  })
  return { found, narrower }
}

function termPairs(graph: FieldGraph, papers: readonly string[]): Having {
  const having = new Having()
  papers.forEach((key, paper) => {
    for (const { term } of titleTerms(graph.getNodeAttribute(key, 'label'), 2)) having.add(paper, `term:${term}`, 0)
  })
  return having
}

function incidenceOf(paperCount: number, having: Having): Incidence {
  const keys = [...having.numberOf.keys()].sort(byCodeUnits)
  const indexOf = new Map(keys.map((key, index) => [key, index]))
  const placeOf = Int32Array.from(having.numberOf.keys(), (key) => indexOf.get(key) ?? 0)
  const [things, papers] = buildRows(paperCount, keys.length, {
    rows: Int32Array.from(having.papers),
    items: Int32Array.from(having.things, (thing) => placeOf[thing] ?? 0),
    marks: Uint8Array.from(having.marks),
  })
  return { keys, indexOf, things, papers }
}

function countUses({ keys, things, papers }: Incidence, mask: number): UseCounts {
  const counts = Int32Array.from(keys, (_, dataset) => {
    let count = 0
    eachItem(papers, dataset, (__, mark) => {
      if ((mark & mask) !== 0) count++
    })
    return count
  })
  const known = new Uint8Array(things.offsets.length - 1)
  const anyRole = knownMask(mask)
  known.forEach((_, paper) => {
    if (rowLength(things, paper) === 0) return
    eachItem(things, paper, (__, mark) => {
      if ((mark & anyRole) !== 0) known[paper] = 1
    })
  })
  const knownPapers = known.reduce((sum, one) => sum + one, 0)
  const idf = Float64Array.from(counts, (count) => (count === 0 ? 0 : Math.log(1 + knownPapers / count)))
  return { papers: counts, known, knownPapers, idf }
}
