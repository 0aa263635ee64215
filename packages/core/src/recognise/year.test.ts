import { describe, expect, it } from 'vitest'
import { findYear, wholeYear } from './year.ts'

describe('years', () => {
  it.each([
    ['2023', 2023],
    ['(2021)', 2021],
    ['Mar. 2023', 2023],
    ['2023-05-01', 2023],
    ['2023.05', 2023],
    ['’23', 2023],
    ['12 May 2020', 2020],
    ['2022年', 2022],
    ['July’24', 2024],
    ['Jan, 2024', 2024],
    ['Dec,2023', 2023],
  ])('%s is %i', (text, year) => {
    expect(wholeYear(text)).toBe(year)
  })

  it.each(['CVPR 2023', '2013-2018', '20230', 'a', ''])('"%s" as a whole is none', (text) => {
    expect(wholeYear(text)).toBeUndefined()
  })

  it('finds a year in running text, not in identifiers, numbers or page ranges', () => {
    expect(findYear('In CVPR, 2020.')?.year).toBe(2020)
    expect(findYear('arXiv:2004.12345')).toBeUndefined()
    expect(findYear('pp. 1990–2001')).toBeUndefined()
    expect(findYear('120200')).toBeUndefined()
  })
})
