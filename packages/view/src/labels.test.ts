import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateWith } from '../test/fixture.ts'
import { type RandomField, randomField } from '../test/random-field.ts'
import { boxContains, boxesOverlap } from './geometry.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'
import { NO_FILTERS } from './state.ts'

const FIELDS = [randomField(1, 60, 6), randomField(2, 175, 18), randomField(3, 400, 30)]

/** By number, as a counterexample prints its values. */
const anyField = fc.nat({ max: FIELDS.length - 1 })
const fieldAt = (i: number): RandomField => FIELDS[i] ?? randomField(1, 1, 1)
const anyViewport = fc.constantFrom(
  { width: 792, height: 900 },
  { width: 640, height: 720 },
  { width: 390, height: 684 },
  { width: 1500, height: 500 },
)
const anyPlace = fc.record({
  x: fc.integer({ min: -700, max: 700 }),
  y: fc.integer({ min: -700, max: 700 }),
  zoom: fc.double({ min: 0.5, max: 4, noNaN: true }),
})
const anyFilters = fc.constantFrom(NO_FILTERS, { ...NO_FILTERS, importance: 2 }, { ...NO_FILTERS, from: 2019 })
const anySelection = fc.constantFrom<readonly string[]>([], ['task:t0'], ['task:t0', 'task:t1'])
const anyChoice = fc.constantFrom<readonly string[]>(
  [],
  ['task:t0'],
  ['paper:p3'],
  ['dataset:d0'],
  ['venue:v1', 'paper:p9'],
)
const anyHover = fc.constantFrom(undefined, 'paper:p1', 'task:t1', 'dataset:d0', 'band:task:t0|task:t1')

function overlapsOf({ labels }: Scene): readonly string[] {
  return labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b) => (boxesOverlap(a.box, b.box) ? [`${a.key} and ${b.key}`] : [])),
  )
}

/** The keys of labels of `before` whose mark or region `after` still has in view, and no longer names. */
function lostBetween(before: Scene, after: Scene): readonly string[] {
  const stage = { x: 0, y: 0, width: after.width, height: after.height }
  const named = new Set(after.labels.map(({ key }) => key))
  const inView = new Set(
    [...after.nodes, ...after.regions].flatMap(({ key, box }) => (boxesOverlap(box, stage) ? [key] : [])),
  )
  return before.labels.flatMap(({ key, of }) => (of !== 'edge' && inView.has(key) && !named.has(key) ? [key] : []))
}

describe('labels of any field', () => {
  it('name every chosen region, however little room there is', () => {
    const viewport = { width: 390, height: 684 }
    const unnamed = FIELDS.flatMap(({ graph, map }) => {
      const keys = scene(graph, map, stateWith({}), viewport).regions.map(({ key }) => key)
      return keys.flatMap((key, i) => {
        const selection = [key, keys[(i + 1) % keys.length] ?? key]
        const named = new Set(scene(graph, map, stateWith({ selection }), viewport).labels.map((label) => label.key))
        return selection.filter((one) => !named.has(one))
      })
    })
    expect(unnamed).toEqual([])
  })

  it('never overlap, and stay on the stage, whatever is chosen, pointed at or filtered', () => {
    fc.assert(
      fc.property(
        anyField,
        anyViewport,
        fc.option(anyPlace),
        anyChoice,
        anyFilters,
        anyHover,
        fc.constantFrom(1 as const, 2 as const),
        (field, viewport, camera, selection, filters, hover, depth) => {
          const { graph, map } = fieldAt(field)
          const shown = scene(graph, map, stateWith({ camera, selection, filters, depth }), viewport, { hover })
          expect(overlapsOf(shown)).toEqual([])
          const stage = { x: 0, y: 0, ...viewport }
          for (const { key, box } of shown.labels) expect(boxContains(stage, box), key).toBe(true)
        },
      ),
      { numRuns: 250 },
    )
  })

  it('never vanish while one zooms in and what they name is in view', () => {
    const steps = fc.array(
      fc.record({
        factor: fc.double({ min: 1, max: 2, noNaN: true }),
        dx: fc.double({ min: -1, max: 1, noNaN: true }),
        dy: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { minLength: 3, maxLength: 8 },
    )
    fc.assert(
      fc.property(
        anyField,
        anyViewport,
        anyPlace,
        steps,
        anySelection,
        anyFilters,
        (field, viewport, start, moves, selection, filters) => {
          const { graph, map } = fieldAt(field)
          let camera = start
          let before = scene(graph, map, stateWith({ camera, selection, filters }), viewport)
          for (const { factor, dx, dy } of moves) {
            const zoom = Math.min(24, camera.zoom * factor)
            camera = { x: camera.x + (dx * 200) / zoom, y: camera.y + (dy * 200) / zoom, zoom }
            const after = scene(graph, map, stateWith({ camera, selection, filters }), viewport)
            expect(lostBetween(before, after)).toEqual([])
            before = after
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('come to any region that is pointed at', () => {
    const viewport = { width: 390, height: 300 }
    const unnamed = FIELDS.flatMap(({ graph, map }) =>
      scene(graph, map, stateWith({}), viewport).regions.flatMap(({ key }) => {
        const { labels } = scene(graph, map, stateWith({}), viewport, { hover: key })
        return labels.some((label) => label.key === key) ? [] : [key]
      }),
    )
    expect(unnamed).toEqual([])
  })

  it('bring the datasets and venues that papers share when one goes near, each with its name', () => {
    for (const { graph, map } of FIELDS) {
      const far = scene(graph, map, stateWith({}), { width: 792, height: 900 })
      expect(far.nodes.every(({ kind }) => kind === 'paper')).toBe(true)
      const near = scene(graph, map, stateWith({ camera: { x: 0, y: 0, zoom: 12 } }), { width: 792, height: 900 })
      const things = near.nodes.filter(({ kind }) => kind !== 'paper')
      expect(new Set(things.map(({ kind }) => kind))).toEqual(new Set(['dataset', 'venue']))
      const stage = { x: 0, y: 0, width: 792, height: 900 }
      const named = new Set(near.labels.map(({ key }) => key))
      for (const { key, box } of things) if (boxesOverlap(box, stage)) expect(named.has(key), key).toBe(true)
    }
  })
})
