import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import type { PaperSet } from './paper-filter.ts'
import { onceForWholeField } from './whole-field.ts'

/** Two datasets by number, `a < b`, and the papers of a set that use both. */
export interface PairCount {
  readonly a: number
  readonly b: number
  /** Integer ≥ 1. */
  readonly count: number
  /** Association strength: `count · known / (papers of a · papers of b)`. */
  readonly lift: number
}

/** All pairs of datasets that papers of a set use together, in no particular order: three lists of equal length. */
interface PairTable {
  readonly first: readonly number[]
  readonly second: readonly number[]
  readonly both: readonly number[]
}

/**
 * The pairs of datasets that papers of a set use together, most papers first, then by lift, then by key; and the number of
 * all. Cost: the sum over papers of the square of their datasets.
 *
 * @param users papers of the set that use each dataset. @param known papers of the set with evidence.
 */
export function datasetPairs(
  index: FieldIndex,
  set: PaperSet,
  users: readonly Int32Array[],
  known: number,
  mask: number,
  limit: number,
): { readonly pairs: readonly PairCount[]; readonly total: number } {
  const { first, second, both } = keepTable(index, set, String(mask), () => pairTable(index, users, mask))
  const size = (list: readonly number[], pair: number): number => users[list[pair] ?? 0]?.length ?? 0
  const lift = (pair: number): number => ((both[pair] ?? 0) * known) / (size(first, pair) * size(second, pair))
  const compare = (p: number, q: number): number =>
    (both[q] ?? 0) - (both[p] ?? 0) ||
    lift(q) - lift(p) ||
    (first[p] ?? 0) - (first[q] ?? 0) ||
    (second[p] ?? 0) - (second[q] ?? 0)
  const best = firstSorted(both.keys(), compare, limit)
  return {
    pairs: best.map((pair) => {
      return { a: first[pair] ?? 0, b: second[pair] ?? 0, count: both[pair] ?? 0, lift: lift(pair) }
    }),
    total: both.length,
  }
}

const keepTable = onceForWholeField<PairTable>()

/** One dataset at a time, so that no matrix stands. */
function pairTable(index: FieldIndex, users: readonly Int32Array[], mask: number): PairTable {
  const { offsets, items, marks } = index.incidence('dataset').things
  const counts = new Int32Array(users.length)
  const [first, second, both]: [number[], number[], number[]] = [[], [], []]
  users.forEach((own, a) => {
    const touched: number[] = []
    // The innermost loop of all questions: a call for each item would take three times as long.
    for (const paper of own) {
      const end = offsets[paper + 1] ?? 0
      for (let at = offsets[paper] ?? 0; at < end; at++) {
        const b = items[at] ?? 0
        if (b <= a || ((marks[at] ?? 0) & mask) === 0) continue
        const before = counts[b] ?? 0
        if (before === 0) touched.push(b)
        counts[b] = before + 1
      }
    }
    for (const b of touched) {
      first.push(a)
      second.push(b)
      both.push(counts[b] ?? 0)
      counts[b] = 0
    }
  })
  return { first, second, both }
}

/** The papers of a set that use each dataset, ascending. */
export function usersOfDatasets(index: FieldIndex, set: PaperSet, mask: number): readonly Int32Array[] {
  return keepUsers(index, set, String(mask), () => findUsers(index, set, mask))
}

const keepUsers = onceForWholeField<readonly Int32Array[]>()

function findUsers(index: FieldIndex, { has }: PaperSet, mask: number): readonly Int32Array[] {
  const { keys, papers } = index.incidence('dataset')
  const { offsets, items, marks } = papers
  const users = new Int32Array(items.length)
  let number = 0
  return keys.map((_, dataset) => {
    const start = number
    const end = offsets[dataset + 1] ?? 0
    for (let at = offsets[dataset] ?? 0; at < end; at++) {
      const paper = items[at] ?? 0
      if (has[paper] === 1 && ((marks[at] ?? 0) & mask) !== 0) users[number++] = paper
    }
    return users.subarray(start, number)
  })
}
