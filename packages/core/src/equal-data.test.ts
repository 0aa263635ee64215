import { expect, it } from 'vitest'
import { isEqualData } from './equal-data.ts'

it('takes values as equal by what they hold', () => {
  const value = { a: [1, { b: 'x' }], c: undefined }
  expect(isEqualData(value, structuredClone(value))).toBe(true)
  expect(isEqualData({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(isEqualData([], [])).toBe(true)
})

it('tells apart values that differ anywhere', () => {
  const value = { a: [1, { b: 'x' }] }
  const others = [
    { a: [1, { b: 'y' }] },
    { a: [1] },
    { a: [1, { b: 'x' }, 2] },
    { ...value, c: undefined },
    { b: value.a },
  ]
  for (const other of [...others, null, undefined, 'a', [value.a]]) expect(isEqualData(value, other)).toBe(false)
  expect(isEqualData([], {})).toBe(false)
  expect(isEqualData({ a: undefined }, { b: undefined })).toBe(false)
  expect(isEqualData(0, -0)).toBe(false)
})
