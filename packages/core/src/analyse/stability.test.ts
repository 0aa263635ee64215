import type { FieldMap, GroupingName } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { createRng } from './rng.ts'
import { sampleField, samplePapers, shuffle } from './sample-fields.test-helper.ts'

const DIAGONAL = Math.hypot(2000, 1240)
const TRIALS = 10

/** Share of the papers of both maps that stand elsewhere: by more than 2 % of the diagonal. */
function moved(before: FieldMap, after: FieldMap, grouping: GroupingName): number {
  const places = Object.entries(before.groupings[grouping].positions).filter(([key]) => key.startsWith('paper:'))
  const far = places.filter(([key, [x, y]]) => {
    const [toX, toY] = after.groupings[grouping].positions[key] ?? [x, y]
    return Math.hypot(toX - x, toY - y) > 0.02 * DIAGONAL
  })
  return far.length / places.length
}

/** Share of the papers whose community is not the one that holds most of their former company. */
function changed(before: FieldMap, after: FieldMap): number {
  const formerly = new Map(before.communities.flatMap(({ id, members }) => members.map((key) => [key, id] as const)))
  const pairs = after.communities.flatMap(({ id, members }) => {
    const counts = new Map<string, number>()
    for (const key of members) {
      const former = formerly.get(key)
      if (former !== undefined) counts.set(former, (counts.get(former) ?? 0) + 1)
    }
    return Array.from(counts, ([former, count]) => ({ former, id, count }))
  })
  const [used, matched] = [new Set<string>(), new Set<string>()]
  let same = 0
  for (const { former, id, count } of pairs.sort((a, b) => b.count - a.count)) {
    if (used.has(former) || matched.has(id)) continue
    used.add(former)
    matched.add(id)
    same += count
  }
  return 1 - same / formerly.size
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

describe('five papers more on a field of 175 (median of ten)', () => {
  const trials = Array.from({ length: TRIALS }, (_, trial) => {
    const papers = shuffle(samplePapers(180, 1 + (trial % 3)), createRng(trial))
    return { before: analyse(sampleField(papers.slice(5))), after: analyse(sampleField(papers)) }
  })
  const figures = (measure: (before: FieldMap, after: FieldMap) => number): readonly number[] =>
    trials.map(({ before, after }) => measure(before, after))

  it.each(['task', 'venue', 'year'] as const)('move at most one in twenty of the others, by %s', (grouping) => {
    expect(median(figures((before, after) => moved(before, after, grouping)))).toBeLessThanOrEqual(0.05)
  })

  // A community takes its papers along when its own company shifts, so this map is the liveliest of the four.
  it('move at most one in ten of the others, by community', () => {
    expect(median(figures((before, after) => moved(before, after, 'community')))).toBeLessThanOrEqual(0.1)
  })

  it('change the community of at most one in twenty', () => {
    expect(median(figures(changed))).toBeLessThanOrEqual(0.05)
  })
})
