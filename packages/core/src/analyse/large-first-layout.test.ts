import { describe, expect, it } from 'vitest'
import { placeLargeFirst } from './large-first-layout.ts'
import type { RegionDiscs } from './region-layout.ts'
import { hashPoint } from './rng.ts'

const stage = { left: -1000, right: 1000, bottom: -540, top: 620 }

function homes(count: number): { x: Float64Array; y: Float64Array } {
  const points = Array.from({ length: count }, (_, i) => hashPoint(`region ${i}`))
  return { x: Float64Array.from(points, ([x]) => 900 * x), y: Float64Array.from(points, ([, y]) => 500 * y) }
}

/** How far each disc of one layout is from that of another. */
function moves(a: RegionDiscs, b: RegionDiscs): number[] {
  return Array.from(a.x, (x, i) => Math.hypot(x - (b.x[i] ?? 0), (a.y[i] ?? 0) - (b.y[i] ?? 0)))
}

const sizes = [42, 27, 27, 26, 20, 19, 10, 4]

describe('placeLargeFirst', () => {
  it.each([
    sizes,
    [1],
    [5, 5],
    [60, 3, 3, 3, 2, 2, 2, 1, 1, 1],
    Array.from({ length: 60 }, (_, i) => 1 + ((i * i * 7) % 43)),
    Array.from({ length: 14 }, (_, i) => 40 - 2 * i),
  ])('places discs on the stage, none overlapping another (%#)', (...papers) => {
    const { x, y, radius } = placeLargeFirst(homes(papers.length), papers, stage)
    radius.forEach((r, i) => {
      const [xi, yi] = [x[i] ?? 0, y[i] ?? 0]
      const wall = Math.min(xi - r - stage.left, stage.right - xi - r, yi - r - stage.bottom, stage.top - yi - r)
      expect(wall).toBeGreaterThanOrEqual(0)
      for (let j = 0; j < i; j++) {
        expect(Math.hypot((x[j] ?? 0) - xi, (y[j] ?? 0) - yi)).toBeGreaterThan(r + (radius[j] ?? 0))
      }
    })
  })

  it('leaves large regions nearly where they are when a small one goes', () => {
    const all = placeLargeFirst(homes(8), sizes, stage)
    const rest = placeLargeFirst(homes(7), sizes.slice(0, 7), stage)
    expect(Math.max(...moves(rest, all))).toBeLessThan(25)
  })

  it('leaves large regions nearly where they are when each has a paper more or less', () => {
    const before = placeLargeFirst(homes(8), sizes, stage)
    const after = placeLargeFirst(
      homes(8),
      sizes.map((size, i) => size + (i % 2 === 0 ? 1 : -1)),
      stage,
    )
    expect(Math.max(...moves(before, after).slice(0, 7))).toBeLessThan(25)
  })

  it('places nothing where there is nothing', () => {
    expect(placeLargeFirst(homes(0), [], stage).radius).toHaveLength(0)
  })
})
