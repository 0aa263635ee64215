import { isCommon } from './common-datasets.ts'
import { CHANNELS, type Channel, type FieldIndex } from './field-index.ts'
import { type Rows, rowLength } from './rows.ts'

/** Two sets of papers, 1 for each paper that is in. */
export interface Sides {
  readonly first: Uint8Array
  readonly second: Uint8Array
}

export interface ConnectingThing {
  /** As the index calls it. */
  readonly id: string
  readonly channel: Channel
  /** Papers of the graph that have it, and of those the ones of each set. */
  readonly papers: number
  readonly first: number
  readonly second: number
  /** Its number in the channel. */
  readonly thing: number
}

/** Papers that share a thing with another paper of the first set, and one with another paper of the second. */
export interface Linking {
  /** Ascending. */
  readonly papers: readonly number[]
  /** Papers that have the commoner of the two things. */
  readonly weakest: (paper: number) => number
  /** Ids of the rarest thing shared with another paper of the first set, and of the second. */
  readonly through: (paper: number) => readonly [string, string]
}

export interface Connectors {
  readonly things: readonly ConnectingThing[]
  readonly linking: Linking
}

/** What two papers can share that says that they are alike; a task or a venue is where they meet, no likeness. */
const LINKING: readonly Channel[] = ['dataset', 'author', 'repository']

/**
 * What connects two sets of papers, in no particular order: things that two different papers have, one of each set; and
 * papers, not in both sets, that share a thing with another paper of each. Linear in the edges.
 *
 * @param counts whether a node may connect; the nodes that the sets are made of may not.
 */
export function connectorsOf(
  index: FieldIndex,
  sides: Sides,
  mask: number,
  counts: (key: string) => boolean,
): Connectors {
  const things: ConnectingThing[] = []
  const ids: string[] = []
  const rarest = { first: new Rarest(index.papers.length), second: new Rarest(index.papers.length) }
  const side = sidesOf(sides)
  for (const channel of CHANNELS) {
    if (channel === 'term') continue
    const { keys, papers } = index.incidence(channel)
    const used = channel === 'dataset' ? mask : ANY
    const isLinking = LINKING.includes(channel)
    for (let thing = 0; thing < keys.length; thing++) {
      // What one paper has connects nothing.
      if (rowLength(papers, thing) < 2) continue
      const found = countSides(papers, thing, side, used)
      if (found.first === 0 && found.second === 0) continue
      const id = keys[thing] ?? ''
      if (!counts(id)) continue
      if (found.first > 0 && found.second > 0 && (found.first > 1 || found.second > 1 || found.both === 0)) {
        const { papers: all, first, second } = found
        things.push({ id, channel, thing, papers: all, first, second })
      }
      if (!isLinking || found.papers < 2) continue
      if (channel === 'dataset' && isCommon(index.uses(mask), thing)) continue
      offerTo(rarest, papers, thing, side, used, found, ids.push(id) - 1)
    }
  }
  return { things, linking: linkingPapers(sides, rarest, ids) }
}

/** Marks are not looked at. */
const ANY = 255

/** Both sets in one byte a paper, so that a thing's papers are looked up once: bit 1 for the first set, bit 2 for the second. */
function sidesOf({ first, second }: Sides): Uint8Array {
  const side = first.slice()
  for (let paper = 0; paper < side.length; paper++) side[paper] = (first[paper] ?? 0) | ((second[paper] ?? 0) << 1)
  return side
}

interface SideCounts {
  papers: number
  first: number
  second: number
  both: number
}

/** How many papers have a thing: in all, in each set, in both. */
function countSides({ offsets, items, marks }: Rows, thing: number, side: Uint8Array, mask: number): SideCounts {
  const end = offsets[thing + 1] ?? 0
  let papers = 0
  let first = 0
  let second = 0
  let both = 0
  for (let at = offsets[thing] ?? 0; at < end; at++) {
    if (mask !== ANY && ((marks[at] ?? 0) & mask) === 0) continue
    papers++
    const own = side[items[at] ?? 0] ?? 0
    if (own === 0) continue
    first += own & 1
    second += own >> 1
    both += own & (own >> 1)
  }
  return { papers, first, second, both }
}

/** Offers a thing to all that have it and share it with another paper of a set. */
function offerTo(
  { first, second }: RarestOfSides,
  { offsets, items, marks }: Rows,
  thing: number,
  side: Uint8Array,
  mask: number,
  found: SideCounts,
  number: number,
): void {
  const end = offsets[thing + 1] ?? 0
  for (let at = offsets[thing] ?? 0; at < end; at++) {
    if (mask !== ANY && ((marks[at] ?? 0) & mask) === 0) continue
    const paper = items[at] ?? 0
    const own = side[paper] ?? 0
    if (found.first > (own & 1)) first.offer(paper, number, found.papers)
    if (found.second > own >> 1) second.offer(paper, number, found.papers)
  }
}

interface RarestOfSides {
  readonly first: Rarest
  readonly second: Rarest
}

/** The rarest thing that each paper was offered; of equally rare ones the first. */
class Rarest {
  /** Papers that have it, 0 where nothing was offered. */
  readonly counts: Int32Array
  readonly numbers: Int32Array

  constructor(papers: number) {
    this.counts = new Int32Array(papers)
    this.numbers = new Int32Array(papers)
  }

  offer(paper: number, thing: number, count: number): void {
    const before = this.counts[paper] ?? 0
    if (before !== 0 && before <= count) return
    this.counts[paper] = count
    this.numbers[paper] = thing
  }
}

function linkingPapers(sides: Sides, { first, second }: RarestOfSides, ids: readonly string[]): Linking {
  const papers: number[] = []
  for (let paper = 0; paper < sides.first.length; paper++) {
    if (sides.first[paper] === 1 && sides.second[paper] === 1) continue
    if (first.counts[paper] !== 0 && second.counts[paper] !== 0) papers.push(paper)
  }
  return {
    papers,
    weakest: (paper) => Math.max(first.counts[paper] ?? 0, second.counts[paper] ?? 0),
    through: (paper) => [ids[first.numbers[paper] ?? 0] ?? '', ids[second.numbers[paper] ?? 0] ?? ''],
  }
}
