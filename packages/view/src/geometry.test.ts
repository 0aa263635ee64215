import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxGap, distanceToPolyline, polygonContains } from './geometry.ts'
import { convexHull, outlineOf } from './outline.ts'

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
]

describe('geometry', () => {
  it('tells inside from outside', () => {
    expect(polygonContains(square, { x: 5, y: 5 })).toBe(true)
    expect(polygonContains(square, { x: 15, y: 5 })).toBe(false)
    expect(polygonContains([], { x: 0, y: 0 })).toBe(false)
  })

  it('measures to the nearest place of a line', () => {
    expect(
      distanceToPolyline(
        [square[0], square[1]].flatMap((p) => p ?? []),
        { x: 5, y: 3 },
      ),
    ).toBe(3)
    expect(distanceToPolyline([], { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY)
  })

  it('measures the gap between boxes', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 }
    expect(boxGap(box, { ...box, x: 13, y: 14 })).toBe(5)
    expect(boxGap(box, { ...box, x: 15 })).toBe(5)
    expect(boxGap(box, { ...box, x: 8 })).toBeLessThan(0)
  })
})

describe('convexHull', () => {
  it('leaves out what lies inside or on a side', () => {
    expect(convexHull([...square, { x: 5, y: 5 }, { x: 5, y: 0 }])).toEqual(square)
  })
})

describe('outlineOf', () => {
  const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })

  it('encloses every member with room', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (members) => {
        const outline = outlineOf(members, 20)
        for (const member of members) {
          expect(polygonContains(outline, member)).toBe(true)
          expect(distanceToPolyline([...outline, ...outline.slice(0, 1)], member)).toBeGreaterThan(8)
        }
      }),
    )
  })

  it('keeps that room round the widest regions too, whose corners are far apart', () => {
    const members = [
      { x: -443, y: 469 },
      { x: 461, y: -454 },
      { x: 297, y: 483 },
      { x: -359, y: -297 },
    ]
    const outline = outlineOf(members, 20)
    for (const member of members)
      expect(distanceToPolyline([...outline, ...outline.slice(0, 1)], member)).toBeGreaterThan(8)
  })

  it('is a circle round one member and nothing round none', () => {
    const radii = outlineOf([{ x: 3, y: 4 }], 20).map(({ x, y }) => Math.hypot(x - 3, y - 4))
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1)
    expect(outlineOf([], 20)).toEqual([])
  })
})
