import { describe, expect, it } from 'vitest'
import { placeMembers } from './member-layout.ts'

const unit = 40

function place(count: number): { x: Float64Array; y: Float64Array } {
  const keys = Array.from({ length: count }, (_, i) => `paper:${i}`)
  const leans = { x: new Float64Array(count), y: new Float64Array(count) }
  const disc = { x: 100, y: -50, radius: unit * Math.sqrt(count), unit }
  return placeMembers(
    keys,
    keys.map(() => []),
    leans,
    disc,
  )
}

describe('placeMembers', () => {
  it.each([1, 2, 3, 4, 5, 8, 30, 150, 1200])('keeps %i papers inside their disc and a unit apart', (count) => {
    const { x, y } = place(count)
    let nearest = Number.POSITIVE_INFINITY
    let farthest = 0
    for (let i = 0; i < count; i++) {
      farthest = Math.max(farthest, Math.hypot((x[i] ?? 0) - 100, (y[i] ?? 0) + 50))
      for (let j = 0; j < i; j++) {
        nearest = Math.min(nearest, Math.hypot((x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)))
      }
    }
    expect(nearest).toBeGreaterThanOrEqual(unit)
    expect(farthest).toBeLessThan(unit * Math.sqrt(count))
  })

  it('puts a paper on the side of the region it is related to', () => {
    const keys = ['paper:a', 'paper:b', 'paper:c', 'paper:d', 'paper:e', 'paper:f', 'paper:g', 'paper:h']
    const disc = { x: 0, y: 0, radius: unit * Math.sqrt(8), unit }
    const still = placeMembers(
      keys,
      keys.map(() => []),
      { x: new Float64Array(8), y: new Float64Array(8) },
      disc,
    )
    const drawn = { x: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0), y: new Float64Array(8) }
    const leaning = placeMembers(
      keys,
      keys.map(() => []),
      drawn,
      disc,
    )
    expect(leaning.x[0] ?? 0).toBeGreaterThan(still.x[0] ?? 0)
  })
})
