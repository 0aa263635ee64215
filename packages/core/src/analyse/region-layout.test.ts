import { describe, expect, it } from 'vitest'
import { placeRegions, placeRegionsInOrder, type RegionDiscs } from './region-layout.ts'
import { hashPoint } from './rng.ts'

const stage = { left: -1000, right: 1000, bottom: -540, top: 620 }

function starts(count: number): { x: Float64Array; y: Float64Array } {
  const points = Array.from({ length: count }, (_, i) => hashPoint(`region ${i}`))
  return { x: Float64Array.from(points, ([x]) => 600 * x), y: Float64Array.from(points, ([, y]) => 300 * y) }
}

/** The smallest gap between two discs, and between a disc and a wall. */
function gaps({ x, y, radius }: RegionDiscs): { between: number; wall: number } {
  let [between, wall] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  radius.forEach((r, i) => {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0]
    wall = Math.min(wall, xi - r - stage.left, stage.right - xi - r, yi - r - stage.bottom, stage.top - yi - r)
    for (let j = 0; j < i; j++) {
      between = Math.min(between, Math.hypot((x[j] ?? 0) - xi, (y[j] ?? 0) - yi) - r - (radius[j] ?? 0))
    }
  })
  return { between, wall }
}

const sizes = (count: number): number[] => Array.from({ length: count }, (_, i) => 1 + ((i * i * 7) % 43))

describe.each(['home', 'place'] as const)('placeRegions along the line between %ss', (along) => {
  it.each([1, 2, 3, 7, 20, 60, 200])('places %i discs on the stage, none overlapping another', (count) => {
    const discs = placeRegions(starts(count), sizes(count), stage, along)
    expect(gaps(discs).between).toBeGreaterThan(0)
    expect(gaps(discs).wall).toBeGreaterThanOrEqual(0)
  })

  it('leaves room for names between twenty regions', () => {
    expect(gaps(placeRegions(starts(20), sizes(20), stage, along)).between).toBeGreaterThan(40)
  })

  it('gives areas in proportion to papers', () => {
    const { radius, unit } = placeRegions(starts(2), [9, 36], stage, along)
    expect((radius[1] ?? 0) / (radius[0] ?? 1)).toBeCloseTo(2, 9)
    expect(radius[0]).toBeCloseTo(3 * unit, 9)
  })

  it('parts regions that start in one place', () => {
    const same = { x: Float64Array.of(0.5, 0.5), y: Float64Array.of(0.5, 0.5) }
    expect(gaps(placeRegions(same, [5, 5], stage, along)).between).toBeGreaterThan(0)
  })

  it('places nothing where there is nothing', () => {
    expect(placeRegions(starts(0), [], stage, along).radius).toHaveLength(0)
  })
})

describe('placeRegionsInOrder', () => {
  it('keeps years from left to right, apart from each other', () => {
    const discs = placeRegionsInOrder([true, false, true, false, true, false], [11, 5, 12, 21, 46, 51], stage)
    expect([...discs.x]).toEqual([...discs.x].sort((a, b) => a - b))
    expect(gaps(discs).between).toBeGreaterThan(0)
  })
})
