import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from './geometry.ts'
import { convexHull } from './outline.ts'
import { segmentMeets } from './route.ts'
import { separations } from './separate.ts'

const square = (x: number, y: number, size: number): readonly Point[] => [
  { x, y },
  { x: x + size, y },
  { x: x + size, y: y + size },
  { x, y: y + size },
]

/** Whether two convex shapes have a point in common. */
function meet(a: readonly Point[], b: readonly Point[]): boolean {
  const crosses = (one: readonly Point[], other: readonly Point[]): boolean =>
    one.some((point, i) => segmentMeets(point, one[(i + 1) % one.length] ?? point, other))
  return crosses(a, b) || crosses(b, a)
}

describe('separations', () => {
  it('leaves shapes that are apart where they are', () => {
    expect(separations([square(0, 0, 10), square(20, 0, 10)], 2)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ])
  })

  it('pushes two apart along the shorter way', () => {
    const [a, b] = separations([square(0, 0, 10), square(8, 1, 10)], 0)
    expect(a?.y).toBeCloseTo(0)
    expect(a?.x).toBeLessThan(0)
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThanOrEqual(2)
  })

  it('ends every overlap of any shapes', () => {
    const point = fc.record({ x: fc.integer({ min: -60, max: 60 }), y: fc.integer({ min: -60, max: 60 }) })
    const anyShape = fc
      .array(point, { minLength: 3, maxLength: 8 })
      .map((points) => convexHull(points))
      .filter(({ length }) => length > 2)
    fc.assert(
      fc.property(fc.array(anyShape, { maxLength: 9 }), (shapes) => {
        const shifts = separations(shapes, 3)
        const moved = shapes.map((shape, i) =>
          shape.map(({ x, y }) => ({ x: x + (shifts[i]?.x ?? 0), y: y + (shifts[i]?.y ?? 0) })),
        )
        moved.forEach((a, i) => {
          for (const b of moved.slice(i + 1)) expect(meet(a, b)).toBe(false)
        })
      }),
      { numRuns: 200 },
    )
  })
})
