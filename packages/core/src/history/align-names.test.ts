import { describe, expect, it } from 'vitest'
import { alignNames } from './align-names.ts'

const names = (record: Readonly<Record<string, string>>) =>
  new Map(Object.entries(record).map(([name, members]) => [name, new Set(members)]))

describe('names that stand for others', () => {
  it('keep most of their members', () => {
    expect([...alignNames(names({ old: 'abcd', same: 'xy' }), names({ new: 'abce', same: 'xy' }), 2)]).toEqual([
      ['old', 'new'],
    ])
  })

  it('are none where the members went to several, or few are left', () => {
    expect(alignNames(names({ old: 'abcd' }), names({ one: 'ab', two: 'cd' }), 2).size).toBe(0)
    expect(alignNames(names({ old: 'abcd' }), names({ new: 'a' }), 1).size).toBe(0)
  })

  it('are none where the old name is still there: its members moved', () => {
    expect(alignNames(names({ old: 'abcd' }), names({ old: 'e', new: 'abcd' }), 2).size).toBe(0)
  })

  it('are none for a name that others share already', () => {
    expect(alignNames(names({ small: 'ab', large: 'cdefg' }), names({ new: 'abcdefg' }), 2)).toEqual(
      new Map([['large', 'new']]),
    )
  })
})
