import type { FieldIndex } from './field-index.ts'
import { firstSorted } from './first-sorted.ts'
import { eachItem } from './rows.ts'

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
 * The pairs of datasets that papers use together, most papers first, then by lift, then by key; and the number of all. One
 * dataset at a time, so that no table of all pairs stands. Cost: the sum over papers of the square of their datasets.
 *
 * @param users papers of the set that use each dataset. @param known papers of the set with evidence.
 */
export function datasetPairs(
  index: FieldIndex,
  users: readonly (readonly number[])[],
  known: number,
  mask: number,
  limit: number,
): { readonly pairs: readonly PairCount[]; readonly total: number } {
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

/** The papers of a set that use each dataset, ascending. */
export function usersOfDatasets(index: FieldIndex, has: Uint8Array, mask: number): readonly (readonly number[])[] {
  const { keys, papers } = index.incidence('dataset')
  return keys.map((_, dataset) => {
    const users: number[] = []
    eachItem(papers, dataset, (paper, mark) => {
      if (has[paper] === 1 && (mark & mask) !== 0) users.push(paper)
    })
    return users
  })
}
