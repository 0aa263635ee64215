import { byCodeUnits } from '../keys.ts'
import { isCommon } from './common-datasets.ts'
import { CHANNELS, type Channel, type FieldIndex, type Incidence } from './field-index/field-index.ts'
import { FirstSorted } from './field-index/first-sorted.ts'
import { ANY_MARK, type Rows } from './field-index/rows.ts'
import type { Arrays } from './field-index/scratch.ts'
import { type LinkChannel, type Linking, linkingPapers } from './linking-papers.ts'

/** Two sets of papers: bit 1 of a paper's byte says that it is in the first, bit 2 that it is in the second. */
export type Sides = Uint8Array

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

export interface Connectors {
  /** Number of the things that connect, by channel; no entry for none. */
  readonly counts: Readonly<Partial<Record<Channel, number>>>
  /** The first `limit` of them: the rarest, then by id. */
  readonly things: (limit: number) => readonly ConnectingThing[]
  readonly linking: Linking
}

/** What two papers can share that says that they are alike; a task or a venue is where they meet, no likeness. */
const LINKING: readonly Channel[] = ['dataset', 'author', 'repository']

/**
 * What connects two sets of papers: things that two different papers have, one of each set; and papers, not in both sets,
 * that share a thing with another paper of each. Linear in the edges of the papers.
 *
 * @param own ids of what may not connect: the nodes that the sets are made of.
 */
export function connectorsOf(
  index: FieldIndex,
  sides: Sides,
  mask: number,
  own: readonly (string | undefined)[],
): Connectors {
  const channels = CHANNELS.filter((channel) => channel !== 'term').map((channel) => {
    const incidence = index.incidence(channel)
    const used = channel === 'dataset' ? mask : ANY_MARK
    const barred = own.flatMap((key) => incidence.indexOf.get(key ?? '') ?? [])
    const counts = countSides(incidence, sides, used, index.scratch)
    for (const thing of barred) counts.first[thing] = counts.second[thing] = 0
    const papers = channel === 'dataset' ? index.uses(mask).papers : undefined
    return { channel, incidence, used, ...counts, ...(papers === undefined ? {} : { papers }) }
  })
  const links = channels.filter(({ channel }) => LINKING.includes(channel))
  return {
    counts: Object.fromEntries(
      channels.flatMap((one) => {
        const count = countConnecting(one)
        return count === 0 ? [] : [[one.channel, count]]
      }),
    ),
    things: (limit) => firstThings(channels, limit),
    linking: linkingPapers(
      sides,
      links.map((one) => linkChannel(index, one, mask)),
      index.scratch,
    ),
  }
}

/** How many papers of each set, and of both, have each thing. */
interface SideCounts {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly both: Int32Array
}

interface CountedChannel extends SideCounts {
  readonly channel: Channel
  readonly incidence: Incidence
  readonly used: number
  /** Papers that have each thing, where that is less than a row's length. */
  readonly papers?: Int32Array
}

/** Looks at the papers of the sets only: small sets cost little in a large field. */
function countSides({ keys, things }: Incidence, sides: Sides, mask: number, arrays: Arrays): SideCounts {
  const [first, second] = [arrays.integers(keys.length), arrays.integers(keys.length)]
  const counts = { first, second, both: arrays.integers(keys.length) }
  for (let paper = 0; paper < sides.length; paper++) {
    const side = sides[paper] ?? 0
    if (side !== 0) countThings(things, paper, side, mask, counts)
  }
  return counts
}

function countThings(
  { offsets, items, marks }: Rows,
  paper: number,
  side: number,
  mask: number,
  { first, second, both }: SideCounts,
): void {
  const end = offsets[paper + 1] ?? 0
  for (let at = offsets[paper] ?? 0; at < end; at++) {
    if (mask !== ANY_MARK && ((marks[at] ?? 0) & mask) === 0) continue
    const thing = items[at] ?? 0
    first[thing] = (first[thing] ?? 0) + (side & 1)
    second[thing] = (second[thing] ?? 0) + (side >> 1)
    both[thing] = (both[thing] ?? 0) + (side & (side >> 1))
  }
}

/** Whether two different papers have a thing, one of each set. */
function connects({ first, second, both }: SideCounts, thing: number): boolean {
  const a = first[thing] ?? 0
  const b = second[thing] ?? 0
  return a > 0 && b > 0 && (a > 1 || b > 1 || both[thing] === 0)
}

function countConnecting(counts: SideCounts): number {
  let number = 0
  for (let thing = 0; thing < counts.first.length; thing++) if (connects(counts, thing)) number++
  return number
}

function papersThatHave({ incidence, papers }: CountedChannel, thing: number): number {
  const { offsets } = incidence.papers
  return papers === undefined ? (offsets[thing + 1] ?? 0) - (offsets[thing] ?? 0) : (papers[thing] ?? 0)
}

function firstThings(channels: readonly CountedChannel[], limit: number): readonly ConnectingThing[] {
  const best = new FirstSorted(compareThings, limit)
  for (const one of channels) {
    const { channel, incidence, first, second } = one
    for (let thing = 0; thing < first.length; thing++) {
      if (!connects(one, thing)) continue
      const papers = papersThatHave(one, thing)
      // Of the many that connect two large sets nearly all are too common; no object is made for those.
      if (papers > (best.last?.papers ?? Number.POSITIVE_INFINITY)) continue
      const id = incidence.keys[thing] ?? ''
      best.add({ id, channel, thing, papers, first: first[thing] ?? 0, second: second[thing] ?? 0 })
    }
  }
  return best.sorted()
}

function compareThings(a: ConnectingThing, b: ConnectingThing): number {
  return a.papers - b.papers || byCodeUnits(a.id, b.id)
}

/** What links papers: things of papers of a set that at least two papers have, common datasets left out. */
function linkChannel(index: FieldIndex, one: CountedChannel, mask: number): LinkChannel {
  const { channel, incidence, used, first, second } = one
  const rarity = index.scratch.integers(first.length)
  for (let thing = 0; thing < rarity.length; thing++) {
    if (first[thing] === 0 && second[thing] === 0) continue
    const papers = papersThatHave(one, thing)
    if (papers < 2 || (channel === 'dataset' && isCommon(index.uses(mask), thing))) continue
    rarity[thing] = papers
  }
  return { ids: incidence.keys, things: incidence.things, mask: used, rarity, first, second }
}
