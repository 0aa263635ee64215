import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { foldLabel } from './label.ts'
import { createPhraseFilter } from './phrase-filter.ts'

describe('createPhraseFilter', () => {
  const mayHold = createPhraseFilter(['cvpr', 'journal of harbours', 'harbours and ships'])

  it('passes a text that has all words of a phrase, in whatever order', () => {
    expect(mayHold('Harbours: a Journal of Things')).toBe(true)
    expect(mayHold('In CVPR, 2020')).toBe(true)
  })

  it('stops a text that has only some words of each', () => {
    expect(mayHold('A Journal on Harbours')).toBe(false)
    expect(mayHold('')).toBe(false)
  })

  it('passes what may fold to other letters', () => {
    expect(mayHold('Ｃvpr')).toBe(true)
  })

  it('passes every text with a spelling of a venue in it', () => {
    const spellings = VENUES.flatMap(({ name, fullName, aliases }) => [name, fullName, ...aliases])
    const mayName = createPhraseFilter(spellings.map(foldLabel))
    const words = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...spellings), words, words, (spelling, before, behind) =>
        mayName(`${before} ${spelling}, ${behind}`),
      ),
      { numRuns: 500, seed: 1 },
    )
  })
})
