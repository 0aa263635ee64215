import { describe, expect, it } from 'vitest'
import { normalizedMutualInformation } from './normalized-mutual-information.ts'

describe('normalizedMutualInformation', () => {
  it('is 1 for the same division under other names, 0 where the one tells nothing of the other', () => {
    const names = ['a', 'a', 'b', 'b']
    expect(normalizedMutualInformation(names.map((name) => [name, name === 'a' ? 1 : 2]))).toBeCloseTo(1, 12)
    expect(normalizedMutualInformation(names.map((name, i) => [name, i % 2]))).toBeCloseTo(0, 12)
  })

  it('is what one computes by hand', () => {
    // Entropies ln 2 and 2 ln 2, together 2 ln 2: half of what both hold is shared, of a mean of 1.5 ln 2.
    expect(normalizedMutualInformation(['a', 'a', 'b', 'b'].map((name, i) => [name, i]))).toBeCloseTo(2 / 3, 12)
  })

  it('is 1 where there is nothing to divide', () => {
    expect(normalizedMutualInformation([])).toBe(1)
  })
})
