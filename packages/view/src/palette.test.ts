import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { mixColors } from './mix-colors.ts'
import { HUES, PALETTES } from './palette.ts'

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

  it('shows marks with a contrast of 3 at least, on the ground and on their region', () => {
    palette.marks.forEach((mark, i) => {
      for (const ground of [palette.ground, palette.panel, palette.fills[i] ?? '']) {
        expect(contrast(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    })
    for (const ground of grounds) expect(contrast(palette.entity, ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.none.mark, palette.none.fill)).toBeGreaterThanOrEqual(3)
  })

  it('has marks that are equally strong', () => {
    const strengths = palette.marks.map((mark) => contrast(mark, palette.ground))
    expect(Math.max(...strengths) / Math.min(...strengths)).toBeLessThan(1.35)
  })
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
