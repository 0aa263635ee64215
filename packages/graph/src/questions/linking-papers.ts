import { firstSorted } from './field-index/first-sorted.ts'
import { ANY_MARK, type Rows } from './field-index/rows.ts'
import type { Arrays } from './field-index/scratch.ts'

/** Things through which papers can be linked to two sets. */
export interface LinkChannel {
  readonly ids: readonly string[]
  /** Things of each paper; they count where their mark has a bit of `mask`, all for {@link ANY_MARK}. */
  readonly things: Rows
  readonly mask: number
  /** Papers that have each thing; 0 for what does not link. */
  readonly rarity: Int32Array
  /** Papers of each set that have it. */
  readonly first: Int32Array
  readonly second: Int32Array
}

/** A paper that shares a thing with another paper of the first set, and one with another paper of the second. */
export interface LinkingPaper {
  readonly paper: number
  /** Papers that have the commoner of the two things. */
  readonly papers: number
  /** Ids of the rarest thing shared with another paper of the first set, and of the second. */
  readonly through: readonly [string, string]
}

export interface Linking {
  /** Number of all. */
  readonly total: number
  /** The first `limit`: those whose commoner thing is rarest, then by number. */
  readonly first: (limit: number) => readonly LinkingPaper[]
}

const NONE = 2 ** 31 - 1

/**
 * The papers, not in both sets, that share a thing with another paper of each. Linear in the things of all papers.
 *
 * @param sides bit 1 for the papers of the first set, bit 2 for those of the second.
 * @param channels of equally rare things that of the earlier channel, then the one with the lower number, is the rarest.
 */
export function linkingPapers(sides: Uint8Array, channels: readonly LinkChannel[], arrays: Arrays): Linking {
  const toFirst = arrays.integers(sides.length).fill(NONE)
  const toSecond = arrays.integers(sides.length).fill(NONE)
  for (const channel of channels) offer(channel, sides, toFirst, toSecond)
  const commoner = commonerOf(toFirst, toSecond)
  const linked = linkedPapers(sides, commoner, arrays)
  return {
    total: linked.length,
    first: (limit) =>
      firstSorted(linked, (a, b) => (commoner[a] ?? 0) - (commoner[b] ?? 0) || a - b, limit).map((paper) => ({
        paper,
        papers: commoner[paper] ?? 0,
        through: throughOf(channels, paper, sides[paper] ?? 0),
      })),
  }
}

function commonerOf(toFirst: Int32Array, toSecond: Int32Array): Int32Array {
  for (let paper = 0; paper < toFirst.length; paper++) {
    const papers = toSecond[paper] ?? NONE
    if (papers > (toFirst[paper] ?? NONE)) toFirst[paper] = papers
  }
  return toFirst
}

/** Papers that share with both sets and are not in both, ascending. */
function linkedPapers(sides: Uint8Array, commoner: Int32Array, arrays: Arrays): Int32Array {
  const linked = arrays.integers(sides.length)
  let number = 0
  for (let paper = 0; paper < sides.length; paper++) {
    if (commoner[paper] !== NONE && sides[paper] !== BOTH) linked[number++] = paper
  }
  return linked.subarray(0, number)
}

const BOTH = 3

/** Lowers what each paper shares with another paper of a set to the rarest thing of a channel. */
function offer(
  { things, mask, rarity, first, second }: LinkChannel,
  sides: Uint8Array,
  toFirst: Int32Array,
  toSecond: Int32Array,
): void {
  const { offsets, items, marks } = things
  for (let paper = 0; paper < sides.length; paper++) {
    const side = sides[paper] ?? 0
    const end = offsets[paper + 1] ?? 0
    for (let at = offsets[paper] ?? 0; at < end; at++) {
      const thing = items[at] ?? 0
      const papers = rarity[thing] ?? 0
      if (papers === 0 || (mask !== ANY_MARK && ((marks[at] ?? 0) & mask) === 0)) continue
      if ((first[thing] ?? 0) > (side & 1) && papers < (toFirst[paper] ?? 0)) toFirst[paper] = papers
      if ((second[thing] ?? 0) > side >> 1 && papers < (toSecond[paper] ?? 0)) toSecond[paper] = papers
    }
  }
}

function throughOf(channels: readonly LinkChannel[], paper: number, side: number): readonly [string, string] {
  const rarest = (set: 'first' | 'second', own: number): string => {
    let [best, id] = [NONE, '']
    for (const { ids, things, mask, rarity, [set]: counts } of channels) {
      const { offsets, items, marks } = things
      const end = offsets[paper + 1] ?? 0
      for (let at = offsets[paper] ?? 0; at < end; at++) {
        const thing = items[at] ?? 0
        const papers = rarity[thing] ?? 0
        if (papers === 0 || papers >= best || (mask !== ANY_MARK && ((marks[at] ?? 0) & mask) === 0)) continue
        if ((counts[thing] ?? 0) > own) [best, id] = [papers, ids[thing] ?? '']
      }
    }
    return id
  }
  return [rarest('first', side & 1), rarest('second', side >> 1)]
}
