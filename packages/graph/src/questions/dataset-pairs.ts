import type { FieldIndex } from './field-index/field-index.ts'
import { FirstSorted } from './field-index/first-sorted.ts'
import type { Rows } from './field-index/rows.ts'
import type { Arrays } from './field-index/scratch.ts'
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
): BestPairs {
  if (limit > KEPT_PAIRS) return bestPairs(index, users, known, mask, limit)
  const { pairs, total } = keepBest(index, set, String(mask), () => bestPairs(index, users, known, mask, KEPT_PAIRS))
  return { pairs: pairs.slice(0, limit), total }
}

interface BestPairs {
  readonly pairs: readonly PairCount[]
  readonly total: number
}

/** Pairs of the whole field that are kept, so that most questions find theirs among them. */
const KEPT_PAIRS = 200

const keepBest = onceForWholeField<BestPairs>()

/** One dataset at a time, so that no matrix stands. */
function bestPairs(
  index: FieldIndex,
  users: readonly Int32Array[],
  known: number,
  mask: number,
  limit: number,
): BestPairs {
  const best = new FirstSorted(comparePairs, limit)
  const { things } = index.incidence('dataset')
  const counts = index.scratch.integers(users.length)
  const touched = index.scratch.integers(users.length)
  let total = 0
  for (let a = 0; a < users.length; a++) {
    const own = users[a] ?? NO_PAPERS
    const number = countLater(things, a, own, mask, counts, touched)
    total += number
    for (let i = 0; i < number; i++) {
      const b = touched[i] ?? 0
      const count = counts[b] ?? 0
      counts[b] = 0
      // Nearly all pairs of a large field are rare; no object is made for those.
      if (count < (best.last?.count ?? 0)) continue
      best.add({ a, b, count, lift: (count * known) / (own.length * (users[b]?.length ?? 0)) })
    }
  }
  return { pairs: best.sorted(), total }
}

const NO_PAPERS = new Int32Array()

function comparePairs(p: PairCount, q: PairCount): number {
  return q.count - p.count || q.lift - p.lift || p.a - q.a || p.b - q.b
}

/**
 * Counts, for each dataset after `a`, the papers that use both: the innermost loop of all questions, hence without calls.
 *
 * @param counts zeros. @param touched takes the datasets that were counted. @returns their number.
 */
function countLater(
  { offsets, items, marks }: Rows,
  a: number,
  users: Int32Array,
  mask: number,
  counts: Int32Array,
  touched: Int32Array,
): number {
  let number = 0
  for (let i = 0; i < users.length; i++) {
    // Rows ascend: from their end, what comes after the dataset comes first.
    for (let at = (offsets[(users[i] ?? 0) + 1] ?? 0) - 1; ; at--) {
      const b = items[at] ?? 0
      if (b <= a) break
      if (((marks[at] ?? 0) & mask) === 0) continue
      const before = counts[b] ?? 0
      if (before === 0) touched[number++] = b
      counts[b] = before + 1
    }
  }
  return number
}

/** The papers of a set that use each dataset, ascending. */
export function usersOfDatasets(index: FieldIndex, set: PaperSet, mask: number): readonly Int32Array[] {
  return keepUsers(index, set, String(mask), (arrays) => findUsers(index, set, mask, arrays))
}

const keepUsers = onceForWholeField<readonly Int32Array[]>()

function findUsers(index: FieldIndex, { has }: PaperSet, mask: number, arrays: Arrays): readonly Int32Array[] {
  const { keys, papers } = index.incidence('dataset')
  const { offsets, items, marks } = papers
  const users = arrays.integers(items.length)
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
