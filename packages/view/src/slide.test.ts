import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { describeScene } from './describe-scene.ts'
import { boxesOverlap } from './geometry.ts'
import { scaleScene } from './scale-scene.ts'
import { scene } from './scene.ts'
import { SLIDE, SLIDE_LABELS, SLIDE_TEXT, slideScene } from './slide.ts'
import type { ViewState } from './state.ts'
import { svg } from './svg.ts'

const [x = 0, y = 0] = map.groupings.task.positions['paper:alpha'] ?? []

const STATES: readonly (readonly [name: string, state: ViewState])[] = [
  ['home', stateWith({})],
  ['a chosen paper', stateWith({ selection: ['paper:alpha'] })],
  ['two steps round a paper', stateWith({ selection: ['paper:alpha'], depth: 3 })],
  ['a region', stateWith({ selection: ['task:faces'] })],
  ['near', stateWith({ camera: { x, y, zoom: 4 } })],
  ['far', stateWith({ camera: { x: 0, y: 0, zoom: 0.5 } })],
  ['venues', stateWith({ grouping: 'venue' })],
]

describe('slideScene', () => {
  it.each(STATES)('reads from the back: %s', (_, state) => {
    const slide = slideScene(graph, map, state)
    expect(slide).toMatchObject(SLIDE)
    const sizes = slide.labels.flatMap(({ lines }) => lines.map(({ size }) => size))
    expect(sizes.length).toBeGreaterThan(0)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SLIDE_TEXT - 0.001)
    expect(slide.labels.length).toBeLessThanOrEqual(SLIDE_LABELS)
    const written = svg(slide).matchAll(/font-size="([\d.]+)"/g)
    for (const [, size] of written) expect(Number(size)).toBeGreaterThanOrEqual(SLIDE_TEXT)
  })

  it.each(STATES)('keeps names apart and on the slide: %s', (_, state) => {
    const { labels } = slideScene(graph, map, state)
    labels.forEach(({ box }, i) => {
      expect(labels.slice(i + 1).some((other) => boxesOverlap(box, other.box))).toBe(false)
      expect(boxesOverlap(box, { x: 0, y: 0, ...SLIDE })).toBe(true)
    })
  })

  it('keeps names apart whatever was drawn before', () => {
    for (const lens of ['around', 'shared'] as const) {
      const state = stateWith({ selection: ['paper:alpha'], lens })
      const before = slideScene(graph, map, state)
      for (const other of ['around', 'shared'] as const) {
        scene(graph, map, { ...state, lens: other }, { width: before.width, height: before.height })
        slideScene(graph, map, { ...state, lens: other })
      }
      expect(slideScene(graph, map, state)).toEqual(before)
    }
  })

  it('names what is chosen, whatever else is left out', () => {
    const selection = ['task:faces', 'paper:alpha']
    const keys = slideScene(graph, map, stateWith({ selection, depth: 3 })).labels.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(selection))
  })

  it('shows the same nodes and regions as the screen', () => {
    const state = stateWith({ selection: ['paper:alpha'] })
    const slide = slideScene(graph, map, state)
    const screen = scene(graph, map, state, VIEWPORT)
    expect(slide.regions.map(({ key, emphasis }) => [key, emphasis])).toEqual(
      screen.regions.map(({ key, emphasis }) => [key, emphasis]),
    )
    expect(slide.nodes.filter(({ kind }) => kind === 'paper').map(({ key, emphasis }) => [key, emphasis])).toEqual(
      screen.nodes.filter(({ kind }) => kind === 'paper').map(({ key, emphasis }) => [key, emphasis]),
    )
  })
})

describe('scaleScene', () => {
  it('enlarges strokes with the rest, so that half of it twice as large is the picture itself', () => {
    const drawn = scene(graph, map, stateWith({ selection: ['paper:alpha'] }), VIEWPORT)
    expect(svg(scaleScene(scaleScene(drawn, 4), 0.25))).toBe(svg(drawn))
    const widths = (text: string): readonly number[] =>
      Array.from(text.matchAll(/stroke-width="([\d.]+)"/g), ([, width]) => Number(width))
    const before = widths(svg(drawn))
    widths(svg(scaleScene(drawn, 4))).forEach((width, i) => {
      expect(width / 4).toBeCloseTo(before[i] ?? 0, 1)
    })
  })
})

describe('describeScene', () => {
  it('says what is chosen and which regions are in view', () => {
    const text = describeScene(scene(graph, map, stateWith({ selection: ['paper:alpha'] }), VIEWPORT))
    expect(text).toMatch(/^Chosen: ALPHA: Attention for Faces\. Regions in view: .*Face reading \(4 papers\)/)
  })

  it('stands in the file as text', () => {
    const drawn = scene(graph, map, stateWith({ selection: ['paper:eta'] }), VIEWPORT)
    expect(svg(drawn, { described: true })).toContain('<desc>Chosen: ')
    expect(svg(drawn, { described: true })).not.toContain('<img')
    expect(svg(drawn)).not.toContain('<desc>')
  })
})
