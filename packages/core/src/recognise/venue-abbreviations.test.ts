import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { createAbbreviationIndex } from './venue-abbreviations.ts'

const find = createAbbreviationIndex(VENUES)

describe('abbreviations of journals', () => {
  it.each([
    ['Acta Numer.', 'Acta Numerica'],
    ['Acc. Chem. Res.', 'Accounts of Chemical Research'],
    ['Games Econ. Behav.', 'Games and Economic Behavior'],
    ['J. Econ. Theory', 'Journal of Economic Theory'],
  ])('%s is %s', (text, name) => {
    expect(find(text)?.name).toBe(name)
  })

  it.each(['Acta Numerica', 'In Proc.', 'A. Numer.', 'See Fig.', 'Learning to Rank et al.'])('"%s" is none', (text) => {
    expect(find(text)).toBeUndefined()
  })
})
