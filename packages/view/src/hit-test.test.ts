import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { centerOf } from './geometry.ts'
import { hitTest, TOLERANCE } from './hit-test.ts'
import { scene } from './scene.ts'
import { stepTowards } from './walk.ts'

const home = scene(graph, map, stateWith({}), VIEWPORT)

describe('hitTest', () => {
  it('finds every mark at its place, and a little beside it', () => {
    for (const { key, x, y, radius } of home.nodes) {
      expect(hitTest(home, { x, y })).toEqual({ kind: 'node', key })
      expect(hitTest(home, { x: x + radius + 2, y })?.kind).toBe('node')
    }
  })

  it('finds names, regions and bands', () => {
    for (const { key, of, box } of home.labels) expect(hitTest(home, centerOf(box))).toEqual({ kind: of, key })
    const band = home.edges.find(({ kind }) => kind === 'band')
    const place = band?.line[Math.floor(band.line.length / 2)]
    expect(place && hitTest(home, place)).toEqual({ kind: 'band', key: band?.key, ends: [band?.source, band?.target] })
  })

  it('finds the name that a thumb is on, though a mark is near', () => {
    const name = home.labels.find(({ of }) => of === 'region')
    const [mark] = home.nodes
    if (name === undefined || mark === undefined) throw new Error('nothing is drawn')
    const at = centerOf(name.box)
    const near = { ...home, nodes: [{ ...mark, x: at.x + mark.radius + 9, y: at.y }] }
    expect(hitTest(near, at, TOLERANCE.touch)).toEqual({ kind: 'region', key: name.key })
    const under = { ...home, nodes: [{ ...mark, x: at.x, y: at.y }] }
    expect(hitTest(under, at, TOLERANCE.touch)).toEqual({ kind: 'node', key: mark.key })
  })

  it('finds nothing on the ground', () => {
    expect(hitTest(home, { x: 2, y: 2 })).toBeUndefined()
  })
})

describe('stepTowards', () => {
  it('goes to the mark in that direction and back', () => {
    const right = stepTowards(home, 'paper:alpha', 'right')
    expect(right).toBeDefined()
    expect(home.nodes.find(({ key }) => key === right)?.x).toBeGreaterThan(
      home.nodes.find(({ key }) => key === 'paper:alpha')?.x ?? Number.NaN,
    )
    expect(stepTowards(home, undefined, 'up')).toBeDefined()
  })

  it('reaches every mark from any other', () => {
    const reached = new Set<string>()
    const queue = [home.nodes[0]?.key]
    while (queue.length > 0) {
      const key = queue.pop()
      if (key === undefined || reached.has(key)) continue
      reached.add(key)
      for (const direction of ['left', 'right', 'up', 'down'] as const) queue.push(stepTowards(home, key, direction))
    }
    expect(reached.size).toBe(home.nodes.length)
  })
})
