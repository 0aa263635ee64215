import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index.ts'

describe('adjustedRandIndex', () => {
  it('is 1 for the same division under other names', () => {
    expect(
      adjustedRandIndex([
        ['a', 1],
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    ).toBe(1)
  })

  it('is what one computes by hand', () => {
    // Pairs together in one: 2, in the other: 3, in both: 1, of 6: expected 1.
    expect(
      adjustedRandIndex([
        ['a', 1],
        ['a', 1],
        ['b', 1],
        ['b', 2],
      ]),
    ).toBeCloseTo((1 - 1) / (2.5 - 1), 12)
  })

  it('is 1 where there is nothing to divide', () => {
    expect(adjustedRandIndex([])).toBe(1)
  })
})
