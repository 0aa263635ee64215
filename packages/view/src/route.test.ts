import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, type Point } from './geometry.ts'
import { type ConvexObstacle, rounded, segmentMeets, shortestRoute } from './route.ts'

function disc(x: number, y: number, radius: number): ConvexObstacle {
  const ring = (r: number): readonly Point[] =>
    Array.from({ length: 12 }, (_, i) => ({
      x: x + r * Math.cos((i * Math.PI) / 6),
      y: y + r * Math.sin((i * Math.PI) / 6),
    }))
  return { core: ring(radius), corners: ring(radius + 2) }
}

const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, point, i) => sum + (i === 0 ? 0 : distance(line[i - 1] ?? point, point)), 0)

describe('shortestRoute', () => {
  const [a, b] = [
    { x: -50, y: 0 },
    { x: 50, y: 0 },
  ]

  it('is straight where nothing is in the way', () => {
    expect(shortestRoute(a, b, [disc(0, 30, 10)])).toEqual([a, b])
  })

  it('goes round the nearer side of what is in the way', () => {
    const line = shortestRoute(a, b, [disc(0, 4, 10)])
    expect(line.length).toBeGreaterThan(2)
    expect(Math.max(...line.map(({ y }) => y))).toBeLessThanOrEqual(0)
    expect(lengthOf(line)).toBeLessThan(110)
  })

  it('is straight where there is no way round', () => {
    expect(shortestRoute(a, b, [disc(50, 0, 10)])).toEqual([a, b])
  })

  it('crosses no obstacle, however many there are, as long as its ends are free', () => {
    const place = fc.record({ x: fc.integer({ min: -4, max: 4 }), y: fc.integer({ min: -4, max: 4 }) })
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 14, selector: ({ x, y }) => `${x} ${y}` }), (places) => {
        const obstacles = places.map(({ x, y }) => disc(9 * x, 9 * y, 3))
        const line = shortestRoute(a, b, obstacles)
        line.forEach((to, i) => {
          const from = line[i - 1]
          if (from === undefined) return
          for (const { core } of obstacles) expect(segmentMeets(from, to, core)).toBe(false)
        })
        expect(shortestRoute(a, b, obstacles)).toEqual(line)
      }),
    )
  })
})

describe('rounded', () => {
  it('keeps the ends and replaces each corner by a curve inside it', () => {
    const line = rounded(
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 10 },
      ],
      4,
    )
    expect(line[0]).toEqual({ x: 0, y: 0 })
    expect(line.at(-1)).toEqual({ x: 10, y: 10 })
    for (const { x, y } of line) expect(x <= 10 && y >= 0).toBe(true)
    expect(line).not.toContainEqual({ x: 10, y: 0 })
  })
})
