import { createFieldGraph, type FieldMap } from '@fieldmap/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../test/fixture.ts'
import { boxesOverlap, polygonContains } from './geometry.ts'
import { NOT_PLACED } from './layout.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'
import { NO_FILTERS } from './state.ts'

const nodeOf = ({ nodes }: Scene, key: string): Scene['nodes'][number] => {
  const node = nodes.find((candidate) => candidate.key === key)
  if (node === undefined) throw new Error(`${key} is not drawn`)
  return node
}

describe('scene at home', () => {
  const home = scene(graph, map, stateWith({}), VIEWPORT)

  it('shows each paper once, and nothing else', () => {
    expect(home.nodes.map(({ key }) => key).sort()).toEqual(graph.filterNodes((_, { kind }) => kind === 'paper').sort())
  })

  it('shows the regions with their papers inside, in view', () => {
    expect(home.regions.map(({ key, count }) => [key, count])).toEqual([
      ['task:faces', 4],
      ['task:voices', 3],
      ['task:ethics', 2],
      [NOT_PLACED, 1],
    ])
    for (const region of home.regions) {
      for (const { x, y } of region.outline)
        expect(x > 0 && y > 0 && x < VIEWPORT.width && y < VIEWPORT.height).toBe(true)
    }
    const faces = home.regions.find(({ key }) => key === 'task:faces')
    for (const paper of ['paper:alpha', 'paper:beta', 'paper:gamma', 'paper:delta']) {
      expect(polygonContains(faces?.outline ?? [], nodeOf(home, paper))).toBe(true)
    }
  })

  it('gives papers without a region a strip of their own under the map', () => {
    const strip = home.regions.find(({ key }) => key === NOT_PLACED)
    const kappa = nodeOf(home, 'paper:kappa')
    expect(polygonContains(strip?.outline ?? [], kappa)).toBe(true)
    for (const { key, y } of home.nodes) if (key !== 'paper:kappa') expect(y).toBeLessThan(kappa.y)
  })

  it('fills the mark of a paper with code and sizes it by importance', () => {
    expect(nodeOf(home, 'paper:alpha').filled).toBe(true)
    expect(nodeOf(home, 'paper:gamma').filled).toBe(false)
    expect(nodeOf(home, 'paper:alpha').radius).toBeGreaterThan(nodeOf(home, 'paper:gamma').radius)
  })

  it('joins regions by what they share: papers of both, datasets, authors', () => {
    const bands = home.edges.map(({ key, kind }) => [kind, key])
    expect(bands).toContainEqual(['band', 'band:task:faces|task:voices'])
    expect(bands).toContainEqual(['band', 'band:task:ethics|task:faces'])
    expect(bands).not.toContainEqual(['band', 'band:task:ethics|task:voices'])
  })

  it('names every region', () => {
    expect(
      home.labels
        .filter((label) => label.of === 'region')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(home.regions.map(({ key }) => key).sort())
  })

  it('names what is pointed at, and never moves a name from under the pointer', () => {
    const hovered = scene(graph, map, stateWith({}), VIEWPORT, { hover: 'paper:iota' })
    expect(hovered.labels.some(({ key }) => key === 'paper:iota')).toBe(true)
    for (const { key } of home.labels) {
      expect(scene(graph, map, stateWith({}), VIEWPORT, { hover: key }).labels).toEqual(home.labels)
    }
  })

  it('is the same for the same arguments', () => {
    expect(scene(graph, map, stateWith({}), VIEWPORT)).toEqual(home)
  })
})

describe('scene of a selection', () => {
  const shown = scene(graph, map, stateWith({ selection: ['paper:alpha'] }), VIEWPORT)

  it('places the neighbours that are no papers round it and joins them', () => {
    const round = shown.nodes.filter(({ kind }) => kind !== 'paper').map(({ key }) => key)
    expect(round.sort()).toEqual(graph.neighbors('paper:alpha').sort())
    const relations = shown.edges.filter(({ kind }) => kind === 'relation')
    expect(relations.map(({ key }) => key).sort()).toEqual(graph.edges('paper:alpha').sort())
    expect(shown.omitted).toBe(0)
  })

  it('names each of them, on a phone too', () => {
    for (const viewport of [VIEWPORT, { width: 390, height: 684 }]) {
      const { labels } = scene(
        graph,
        map,
        stateWith({ selection: ['paper:alpha'], camera: { x: -450, y: 200, zoom: 1 } }),
        viewport,
      )
      const named = labels.filter((label) => label.of === 'node').map(({ key }) => key)
      expect(named).toEqual(expect.arrayContaining(graph.neighbors('paper:alpha')))
    }
  })

  it('fades the rest', () => {
    expect(nodeOf(shown, 'paper:alpha').emphasis).toBe('chosen')
    expect(nodeOf(shown, 'paper:gamma').emphasis).toBe('faded')
  })

  it('reaches papers that share things at depth 2', () => {
    const deeper = scene(graph, map, stateWith({ selection: ['paper:alpha'], depth: 2 }), VIEWPORT)
    expect(nodeOf(deeper, 'paper:epsilon').emphasis).toBe('near')
    expect(nodeOf(deeper, 'paper:iota').emphasis).toBe('faded')
  })

  it('emphasises the papers of a chosen dataset where they are', () => {
    const dataset = scene(graph, map, stateWith({ selection: ['dataset:raf-db'] }), VIEWPORT)
    const near = dataset.nodes.filter(({ emphasis }) => emphasis === 'near').map(({ key }) => key)
    expect(near.sort()).toEqual(['paper:alpha', 'paper:beta'])
    expect(nodeOf(dataset, 'dataset:raf-db').shape).toBe('square')
  })

  it('takes the key of a task for its region where the grouping has one', () => {
    const region = scene(graph, map, stateWith({ selection: ['task:faces'] }), VIEWPORT)
    expect(region.regions.find(({ key }) => key === 'task:faces')?.emphasis).toBe('chosen')
    const venues = scene(graph, map, stateWith({ selection: ['task:faces'], grouping: 'venue' }), VIEWPORT)
    expect(nodeOf(venues, 'paper:gamma').emphasis).toBe('near')
    expect(nodeOf(venues, 'paper:eta').emphasis).toBe('faded')
  })

  it('follows a former key and says which keys there are not', () => {
    const former = scene(graph, map, stateWith({ selection: ['paper:alfa', 'paper:gone'] }), VIEWPORT)
    expect(nodeOf(former, 'paper:alpha').emphasis).toBe('chosen')
    expect(former.missing).toEqual(['paper:gone'])
  })
})

describe('scene under filters', () => {
  it('fades what does not pass', () => {
    const filters = { ...NO_FILTERS, code: true, importance: 3, from: 2022 }
    const { nodes } = scene(graph, map, stateWith({ filters }), VIEWPORT)
    expect(nodes.filter(({ emphasis }) => emphasis === 'normal').map(({ key }) => key)).toEqual(['paper:alpha'])
  })
})

describe('scene at any camera, selection and size', () => {
  const anyKey = fc.constantFrom(...graph.nodes(), 'task:faces', 'nothing:here')
  const anyView = fc.record({
    selection: fc.array(anyKey, { maxLength: 3 }),
    depth: fc.constantFrom(1 as const, 2 as const, 3 as const),
    grouping: fc.constantFrom('task' as const, 'venue' as const, 'year' as const, 'community' as const),
    camera: fc.option(
      fc.record({
        x: fc.integer({ min: -900, max: 900 }),
        y: fc.integer({ min: -700, max: 700 }),
        zoom: fc.double({ min: 0.5, max: 20, noNaN: true }),
      }),
    ),
  })
  const anyViewport = fc.record({
    width: fc.integer({ min: 320, max: 1600 }),
    height: fc.integer({ min: 300, max: 1200 }),
  })

  it('never lets two label boxes overlap, nor one leave the stage', () => {
    fc.assert(
      fc.property(anyView, anyViewport, fc.option(anyKey), (view, viewport, hover) => {
        const { labels } = scene(graph, map, stateWith(view), viewport, { hover: hover ?? undefined })
        labels.forEach(({ key, box }, i) => {
          expect(box.x >= 0 && box.y >= 0, key).toBe(true)
          expect(box.x + box.width <= viewport.width && box.y + box.height <= viewport.height, key).toBe(true)
          for (const other of labels.slice(i + 1))
            expect(boxesOverlap(box, other.box), `${key} ${other.key}`).toBe(false)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('draws every number as a number', () => {
    fc.assert(
      fc.property(anyView, anyViewport, (view, viewport) => {
        const { nodes, regions, edges } = scene(graph, map, stateWith(view), viewport)
        for (const { x, y, radius } of nodes) expect([x, y, radius].every(Number.isFinite)).toBe(true)
        for (const { outline } of regions) for (const { x, y } of outline) expect(Number.isFinite(x + y)).toBe(true)
        for (const { line } of edges) for (const { x, y } of line) expect(Number.isFinite(x + y)).toBe(true)
      }),
    )
  })
})

describe('scene of little', () => {
  const none = { regions: [], positions: {} }
  const emptyMap: FieldMap = {
    format: 'fieldmap-map',
    version: 1,
    communities: [],
    groupings: { task: none, community: none, venue: none, year: none },
  }

  it('is empty for an empty graph', () => {
    const empty = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'None', sources: [] })
    expect(scene(empty, emptyMap, stateWith({}), VIEWPORT)).toMatchObject({
      nodes: [],
      edges: [],
      regions: [],
      labels: [],
    })
  })

  it('shows papers of a grouping without regions as not placed', () => {
    const { nodes, regions } = scene(graph, emptyMap, stateWith({}), VIEWPORT)
    expect(nodes).toHaveLength(10)
    expect(regions.map(({ key }) => key)).toEqual([NOT_PLACED])
  })
})
