import { describe, expect, it } from 'vitest'
import { alignHeadings } from './align-headings.ts'

const members = (record: Readonly<Record<string, string>>) =>
  new Map(Object.entries(record).map(([path, letters]) => [path, new Set(letters)]))

const aligned = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) => {
  const { names, renamed } = alignHeadings(members(before), members(after), 2)
  return { names: Object.fromEntries(names), renamed: Object.fromEntries(renamed) }
}

describe('headings that have another name', () => {
  it('are not renamed below one that is, whatever few members they have', () => {
    expect(aligned({ 'A › B': 'xy', 'A › B › C': 'z' }, { 'A › D': 'xy', 'A › D › C': 'z' })).toEqual({
      names: { 'A › B': 'A › D', 'A › B › C': 'A › D › C' },
      renamed: { 'A › B': 'A › D' },
    })
  })

  it('may be renamed though their members went further below', () => {
    expect(aligned({ A: 'wxyz', 'A › E': 'v' }, { 'B › C': 'wx', 'B › D': 'yz', 'B › E': 'v' })).toEqual({
      names: { A: 'B', 'A › E': 'B › E' },
      renamed: { A: 'B' },
    })
  })

  it('may stand at another depth', () => {
    expect(aligned({ A: 'wxyz', B: 'u' }, { B: 'u', 'B › A': 'wxyz' })).toEqual({
      names: { A: 'B › A' },
      renamed: { A: 'B › A' },
    })
  })

  it('are none where few are left, or nothing changed', () => {
    expect(aligned({ A: 'wxyz' }, { B: 'w', C: 'x' })).toEqual({ names: {}, renamed: {} })
    expect(aligned({ 'A › B': 'wx' }, { 'A › B': 'wy' })).toEqual({ names: {}, renamed: {} })
  })
})
