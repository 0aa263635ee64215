import { describe, expect, it } from 'vitest'
import { stateWith } from '../test/fixture.ts'
import { randomField } from '../test/random-field.ts'
import { contrast } from './contrast.ts'
import { layoutOf } from './layout.ts'
import { mixColors } from './mix-colors.ts'
import { colorOf, HUES, PALETTES } from './palette.ts'
import { scene } from './scene.ts'
import type { Scene, SceneNode } from './scene-types.ts'

describe.each(Object.entries(PALETTES))('palette %s', (_, palette) => {
  const grounds = [palette.ground, palette.panel, palette.none.fill, ...palette.fills]

  it('has one of each for every hue', () => {
    for (const row of [palette.marks, palette.fills, palette.coasts, palette.names])
      expect(new Set(row).size).toBe(HUES)
  })

  it('shows text with a contrast of 4.5 at least, on every ground', () => {
    for (const ground of grounds) {
      for (const text of [palette.ink, palette.quiet, palette.accent, palette.none.name]) {
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
      for (const name of palette.names)
        expect(contrast(name, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('shows marks with a contrast of 3 at least, on every ground that they can stand on', () => {
    for (const mark of [...palette.marks, palette.none.mark, palette.entity]) {
      for (const ground of grounds) {
        expect(contrast(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('draws the borders of regions, and the ring round what is chosen, with a contrast of 3 at least', () => {
    for (const coast of [...palette.coasts, palette.none.coast])
      expect(contrast(coast, palette.ground), coast).toBeGreaterThanOrEqual(3)
    for (const ground of grounds) expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(3)
  })

  it('has marks that are equally strong', () => {
    const strengths = palette.marks.map((mark) => contrast(mark, palette.ground))
    expect(Math.max(...strengths) / Math.min(...strengths)).toBeLessThan(1.35)
  })
})

describe.each(Object.entries(PALETTES))('a scene in the palette %s', (_, palette) => {
  const { graph, map } = randomField(2, 175, 18)
  const shown = (selection: readonly string[]): Scene =>
    scene(graph, map, stateWith({ selection }), { width: 792, height: 900 })
  /** A colour on what lies under it. */
  const seen = (ground: string, { color, opacity }: Pick<SceneNode, 'color' | 'opacity'>): number =>
    contrast(mixColors(ground, colorOf(palette, color), opacity), ground)
  const groundOf = ({ regions }: Scene, { key }: SceneNode): string => {
    const region = regions.find((one) => one.key === layoutOf(graph, map, 'task').regionOf.get(key)?.id)
    return region === undefined
      ? palette.ground
      : mixColors(palette.ground, colorOf(palette, region.color), region.opacity)
  }

  it.each([
    ['nothing', []],
    ['a paper', ['paper:p3']],
    ['a region', ['task:t0']],
    ['a dataset', ['dataset:d0']],
  ])(
    'with %s chosen shows what is asked about with a contrast of 3, and the rest with half of it, 2 at least',
    (_, selection) => {
      const drawn = shown(selection)
      for (const node of drawn.nodes) {
        const ratio = seen(groundOf(drawn, node), node)
        if (node.emphasis !== 'faded') expect(ratio, node.key).toBeGreaterThanOrEqual(3)
        else {
          expect(ratio, node.key).toBeGreaterThanOrEqual(2)
          expect(ratio, node.key).toBeLessThan(0.55 * seen(groundOf(drawn, node), { ...node, opacity: 1 }))
        }
      }
      for (const edge of drawn.edges)
        if (edge.emphasis === 'near') expect(seen(palette.ground, edge), edge.key).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})

describe('mixColors', () => {
  it('goes from one colour to the other', () => {
    expect(mixColors('#000000', '#ffffff', 0)).toBe('#000000')
    expect(mixColors('#000000', '#ff8000', 0.5)).toBe('#804000')
    expect(mixColors('#123456', '#abcdef', 1)).toBe('#abcdef')
  })
})
