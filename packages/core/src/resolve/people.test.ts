import { describe, expect, it } from 'vitest'
import { comparePeople, isSamePerson, personName } from './people.ts'

const people = (...names: string[]) => names.map(personName)
const same = (a: string, b: string) => isSamePerson(personName(a), personName(b))

describe('isSamePerson', () => {
  it.each([
    ['Kaiming He', 'K. He'],
    ['Luis Santiago Mille-Fragoso', 'Luis S. Mille-Fragoso'],
    ['Bengio Yoshua', 'Y. Bengio'],
    ['Ljubica Mihaljevic', 'Ljubica Mihaljević'],
    ['R Vishva Saravanan', 'Vishva Saravanan R'],
    ['Devlin', 'Jacob Devlin'],
  ])('%s is %s', (a, b) => {
    expect(same(a, b)).toBe(true)
    expect(same(b, a)).toBe(true)
  })

  it.each([
    ['Rex Ying', 'Zhitao Ying'],
    ['Ann Lee', 'Bo Lee'],
    ['K. H.', 'K. He'],
    ['', 'Ann Lee'],
  ])('%s is not %s', (a, b) => {
    expect(same(a, b)).toBe(false)
  })
})

describe('comparePeople', () => {
  it('takes half of the longer list for most', () => {
    expect(comparePeople(people('A Lee', 'B Li', 'C Mo', 'D Poe'), people('A Lee', 'B Li')).most).toBe(true)
    expect(comparePeople(people('A Lee', 'B Li', 'C Mo', 'D Poe', 'E Orr'), people('C Mo', 'F Ray')).most).toBe(false)
  })

  it('takes a first author alone for a list that stops early', () => {
    const all = people('Song Han', 'Huizi Mao', 'William J. Dally')
    expect(comparePeople(all, people('S. Han'))).toMatchObject({ shared: 1, most: true, none: false })
    expect(comparePeople(all, people('W. Dally')).most).toBe(false)
  })

  it('finds no disagreement where one list is not known', () => {
    expect(comparePeople(people('Ann Lee'), [])).toEqual({
      shared: 0,
      most: false,
      nearlyAll: false,
      first: false,
      known: false,
      none: false,
    })
    expect(comparePeople(people('Ann Lee', 'Bo Li'), people('Cy Mo', 'Dan Poe')).none).toBe(true)
  })

  it('finds no disagreement between a person and a group', () => {
    expect(comparePeople(people('Ann Lee'), people('Deep Sky Collaboration')).none).toBe(false)
  })

  it('takes three of four for nearly all, and a list that stops early', () => {
    const four = people('Ann Lee', 'Bo Li', 'Cy Mo', 'Dan Poe')
    expect(comparePeople(four, people('Dan Poe', 'Bo Li', 'Ann Lee', 'Eve Orr')).nearlyAll).toBe(true)
    expect(comparePeople(people('A Lee', 'B Li', 'C Mo', 'D Poe', 'E Orr'), four.slice(0, 3)).nearlyAll).toBe(true)
    expect(comparePeople(four, four.slice(0, 2)).nearlyAll).toBe(false)
  })
})
