import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxesOverlap } from './geometry.ts'
import { type AnchoredBox, boxOnStage, lastOverlap } from './scale-space.ts'

const anyNumber = fc.integer({ min: -60, max: 60 })
const anyBox: fc.Arbitrary<AnchoredBox> = fc.record({
  at: fc.record({ x: anyNumber, y: anyNumber }),
  box: fc.record({
    x: anyNumber,
    y: anyNumber,
    width: fc.integer({ min: 1, max: 80 }),
    height: fc.integer({ min: 1, max: 80 }),
  }),
})

describe('lastOverlap', () => {
  it('is the end of the overlap of two names that move apart', () => {
    const box = { x: 0, y: 0, width: 100, height: 10 }
    expect(lastOverlap({ at: { x: 0, y: 0 }, box }, { at: { x: 50, y: 0 }, box }, 0)).toBe(2)
    expect(lastOverlap({ at: { x: 0, y: 0 }, box }, { at: { x: 50, y: 0 }, box }, 2)).toBe(0)
    expect(lastOverlap({ at: { x: 0, y: 0 }, box }, { at: { x: 0, y: 0 }, box }, 1)).toBe(Number.POSITIVE_INFINITY)
  })

  it('leaves no overlap at any scale above it, and none between the scale from which one looks and it is missed', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.integer({ min: 0, max: 8 }), (a, b, from) => {
        const last = lastOverlap(a, b, from)
        for (let step = 0; step <= 200; step++) {
          const scale = from + step / 8 + 1 / 64
          const toPixels = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({
            x: x * scale,
            y: -y * scale,
          })
          if (scale >= last) expect(boxesOverlap(boxOnStage(a, toPixels), boxOnStage(b, toPixels))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })
})
