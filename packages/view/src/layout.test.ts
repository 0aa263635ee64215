import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomField } from '../test/random-field.ts'
import { bandLine } from './band.ts'
import { polygonContains } from './geometry.ts'
import { type Layout, layoutOf } from './layout.ts'
import { restingBands } from './lines.ts'

const anyField = fc.record({
  rngSeed: fc.nat({ max: 1000 }),
  papers: fc.integer({ min: 1, max: 150 }),
  regions: fc.integer({ min: 1, max: 14 }),
  aspect: fc.constantFrom(0.5, 0.9, 1.6, 3),
})

/** Made inside the properties, so that a counterexample prints its four numbers. */
function layoutFor({ rngSeed, papers, regions, aspect }: Parameters<Parameters<typeof anyField.map>[0]>[0]): Layout {
  const { graph, map } = randomField(rngSeed, papers, regions)
  return layoutOf(graph, map, 'task', aspect)
}

describe('the layout of any field', () => {
  it('lets no region reach into another, on a stage of any shape, and keeps each paper in its own', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        const { regions, places } = layoutFor(field)
        for (const { id, outline, members } of regions) {
          for (const other of regions) {
            if (other.id !== id)
              for (const corner of other.outline) expect(polygonContains(outline, corner)).toBe(false)
          }
          for (const member of members)
            expect(polygonContains(outline, places.get(member) ?? { x: 1e9, y: 0 })).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leads the bands that show round the regions between', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        const layout = layoutFor(field)
        for (const { a, b } of restingBands(layout)) {
          const [from, to] = [layout.regionById.get(a), layout.regionById.get(b)]
          if (from === undefined || to === undefined) continue
          const others = layout.regions.filter((region) => region !== from && region !== to)
          for (const point of bandLine(layout, from, to)) {
            for (const { outline } of others) expect(polygonContains(outline, point)).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
