import type { FieldMap } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { changedShare, median, movedShare } from './map-change.test-helper.ts'
import { createRng } from './rng.ts'
import { sampleField, samplePapers, shuffle } from './sample-fields.test-helper.ts'

const TRIALS = 10

describe('five papers more on a field of 175 (median of ten)', () => {
  const trials = Array.from({ length: TRIALS }, (_, trial) => {
    const papers = shuffle(samplePapers(180, 1 + (trial % 3)), createRng(trial))
    return { before: analyse(sampleField(papers.slice(5))), after: analyse(sampleField(papers)) }
  })
  const figures = (measure: (before: FieldMap, after: FieldMap) => number): readonly number[] =>
    trials.map(({ before, after }) => measure(before, after))

  it.each(['task', 'venue', 'year'] as const)('move at most one in twenty of the others, by %s', (grouping) => {
    expect(median(figures((before, after) => movedShare(before, after, grouping)))).toBeLessThanOrEqual(0.05)
  })

  // A community takes its papers along when its own company shifts, so this map is the liveliest of the four.
  it('move at most one in ten of the others, by community', () => {
    expect(median(figures((before, after) => movedShare(before, after, 'community')))).toBeLessThanOrEqual(0.1)
  })

  it('change the community of at most one in twenty', () => {
    expect(median(figures(changedShare))).toBeLessThanOrEqual(0.05)
  })
})
