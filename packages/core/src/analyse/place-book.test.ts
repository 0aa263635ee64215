import { describe, expect, it } from 'vitest'
import { PlaceBook } from './place-book.ts'

describe('PlaceBook', () => {
  it('rounds to tenths and gives each place once', () => {
    const book = new PlaceBook()
    const places = Array.from({ length: 100 }, () => book.claim(1.04, -2.06))
    expect(places[0]).toEqual([1, -2.1])
    expect(new Set(places.map(String)).size).toBe(100)
    for (const [x, y] of places) expect(Math.hypot(x - 1, y + 2.1)).toBeLessThan(1)
  })

  it('keeps places on the map, also in its corner', () => {
    const book = new PlaceBook()
    for (let i = 0; i < 50; i++) {
      const [x, y] = book.claim(5000, 5000)
      expect(x).toBeLessThanOrEqual(1000)
      expect(y).toBeLessThanOrEqual(620)
    }
  })

  it('has no minus zero', () => {
    expect(Object.is(new PlaceBook().claim(-0.01, 0)[0], 0)).toBe(true)
  })
})
