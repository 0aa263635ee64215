import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { randomField } from '../test/random-field.ts'
import { boxesOverlap } from './geometry.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'
import { between } from './tween.ts'

const home = scene(graph, map, stateWith({}), VIEWPORT)
const venues = scene(graph, map, stateWith({ grouping: 'venue' }), VIEWPORT)
const opacityOf = ({ regions, nodes }: Scene, key: string): number =>
  [...regions, ...nodes].find((one) => one.key === key)?.opacity ?? Number.NaN

describe('between', () => {
  it('moves each mark straight from one scene to the other', () => {
    const half = between(home, venues, 0.5)
    const x = (nodes: typeof home.nodes): number => nodes.find(({ key }) => key === 'paper:beta')?.x ?? Number.NaN
    expect(x(half.nodes)).toBeCloseTo((x(home.nodes) + x(venues.nodes)) / 2)
    expect(between(home, venues, 1)).toBe(venues)
  })

  it('begins with what was seen: marks in their colours, old regions whole, new ones not yet', () => {
    const start = between(home, venues, 0)
    const before = new Map(home.nodes.map((node) => [node.key, node]))
    for (const { key, x, y, opacity, color, came } of start.nodes) {
      const node = before.get(key)
      expect({ x, y, opacity }).toEqual({ x: node?.x, y: node?.y, opacity: node?.opacity })
      expect(came === undefined ? color : came.color).toBe(node?.color)
    }
    for (const { key } of home.regions.filter((one) => !venues.regions.some((other) => other.key === one.key)))
      expect(opacityOf(start, key)).toBe(1)
    expect(opacityOf(start, 'venue:cvpr')).toBe(0)
    expect(start.labels.map(({ lines, opacity }) => [lines, opacity])).toEqual(
      home.labels.map(({ lines }) => [lines, 1]),
    )
  })

  it('fades out what a choice leaves, and fades the rest to it', () => {
    const chosen = scene(graph, map, stateWith({ selection: ['paper:alpha'] }), VIEWPORT)
    const cleared = between(chosen, home, 0.5)
    const satellite = chosen.nodes.find(({ key }) => !home.nodes.some((node) => node.key === key))
    expect(satellite).toBeDefined()
    expect(opacityOf(cleared, satellite?.key ?? '')).toBe(0.5)
    const faded = opacityOf(chosen, 'paper:gamma')
    expect(opacityOf(cleared, 'paper:gamma')).toBeCloseTo((faded + 1) / 2)
  })

  it('shows looks alone where the camera moves: nothing of the old places', () => {
    const near = scene(graph, map, stateWith({ camera: { x: 0, y: 0, zoom: 3 } }), VIEWPORT)
    const { nodes, regions } = between(home, near, 0.3, { places: false })
    expect(nodes.map(({ key, x, y }) => [key, x, y])).toEqual(near.nodes.map(({ key, x, y }) => [key, x, y]))
    expect(regions.map(({ outline }) => outline)).toEqual(near.regions.map(({ outline }) => outline))
  })

  it('never lays names over each other on the way', () => {
    const field = randomField(2, 175, 18)
    const at = (selection: readonly string[]): Scene =>
      scene(field.graph, field.map, stateWith({ selection }), { width: 792, height: 900 })
    for (const [a, b] of [
      [at([]), at(['paper:p3'])],
      [at(['task:t0']), at(['dataset:d0'])],
    ] as const) {
      for (const t of [0, 0.2, 0.49, 0.5, 0.8]) {
        const { labels } = between(a, b, t)
        const over = labels.filter((one, i) => labels.slice(i + 1).some((other) => boxesOverlap(one.box, other.box)))
        expect(over).toEqual([])
      }
    }
  })
})
