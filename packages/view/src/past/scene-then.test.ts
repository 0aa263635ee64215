import type { FieldGraph } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { graph, map, stateWith, VIEWPORT } from '../../test/fixture.ts'
import { commitOf, fixtureHistory, madeHistory } from '../../test/past.ts'
import { randomField } from '../../test/random-field.ts'
import { connectionsOf } from '../connections.ts'
import { hitTest } from '../hit-test.ts'
import { layoutOf } from '../layout.ts'
import { paperList } from '../paper-list.ts'
import { pictureOfState, pictureSvg, slidePicture } from '../picture.ts'
import { scene } from '../scene.ts'
import type { Scene } from '../scene-types.ts'
import { NO_FILTERS, type ViewState } from '../state.ts'
import { svg } from '../svg.ts'
import { connectionsAt } from './connections-at.ts'
import { graphAt } from './graph-at.ts'
import { momentAt, momentOf } from './moment.ts'
import { pastOf } from './past.ts'

const past = pastOf(fixtureHistory, graph)
const DAYS = ['2021-01-01', '2021-03-04', '2021-06-01', '2022-01-01', '2023-05-06']
const then = (at: string, patch: Partial<ViewState> = {}): Scene =>
  scene(graph, map, stateWith({ at, ...patch }), VIEWPORT, { past })
const now = scene(graph, map, stateWith({}), VIEWPORT)
const keys = ({ nodes }: Scene): readonly string[] => nodes.map(({ key }) => key).sort()
const textsOf = (drawn: Scene, key: string): readonly string[] =>
  drawn.labels.filter((label) => label.key === key).flatMap(({ lines }) => lines.map(({ text }) => text))

describe('scene at a version', () => {
  it('draws what was there and marks what came with the version', () => {
    const drawn = then('2021-03-04')
    expect(keys(drawn)).toEqual(['paper:alpha', 'paper:beta', 'paper:gamma', 'paper:theta'])
    expect(keys({ ...drawn, nodes: drawn.nodes.filter(({ isNew }) => isNew) })).toEqual(['paper:beta', 'paper:theta'])
  })

  it('never moves what stays: marks, regions and names of regions stand where they stand now', () => {
    for (const day of DAYS) {
      const drawn = then(day)
      for (const { key, x, y, radius } of drawn.nodes)
        expect(now.nodes.find((node) => node.key === key)).toMatchObject({ x, y, radius })
      expect(drawn.regions.map(({ key, outline }) => [key, outline])).toEqual(
        now.regions.map(({ key, outline }) => [key, outline]),
      )
      for (const { key, of, lines } of drawn.labels) {
        if (of !== 'region') continue
        const place = now.labels.find((label) => label.key === key)?.lines.map(({ x, y }) => [x, y])
        expect(lines.map(({ x, y }) => [x, y])).toEqual(place)
      }
    }
  })

  it('counts the papers of regions as they were, and names none of which nothing was there', () => {
    const drawn = then('2021-03-04')
    expect(drawn.regions.map(({ key, count }) => [key, count])).toEqual([
      ['task:faces', 3],
      ['task:voices', 0],
      ['task:ethics', 1],
      ['not-placed', 0],
    ])
    expect(textsOf(drawn, 'task:faces').at(-1)).toBe('3 papers')
    expect(textsOf(drawn, 'task:voices')).toEqual([])
    expect(drawn.title).toBe('Reading faces, as of 2021-03-04: 4 of 10 papers in 2 subfields')
    expect(drawn.asOf).toBe('as of 2021-03-04')
  })

  it('is the field as it is now at the newest version, but for what is new', () => {
    const drawn = then('2023-05-06')
    expect(keys(drawn)).toEqual(keys(now))
    expect(drawn.edges).toEqual(now.edges)
  })

  it('shows the field as it is now without a history, and where no version is meant', () => {
    expect(scene(graph, map, stateWith({ at: '0123456789' }), VIEWPORT, { past })).toEqual(now)
    expect(scene(graph, map, stateWith({ at: '2021-03-04' }), VIEWPORT)).toEqual(now)
  })

  it('names what is new', () => {
    expect(textsOf(then('2021-03-04'), 'paper:beta')).toEqual(['BETA'])
  })

  it('fills a mark from when its code was there', () => {
    const filled = (day: string): boolean | undefined =>
      then(day).nodes.find(({ key }) => key === 'paper:epsilon')?.filled
    expect(DAYS.map(filled)).toEqual([undefined, undefined, false, true, true])
    const coded = then('2021-06-01', { filters: { ...NO_FILTERS, code: true } })
    expect(coded.nodes.find(({ key }) => key === 'paper:epsilon')?.emphasis).toBe('faded')
  })

  it('surrounds what is chosen by what was round it then, and draws it as an outline before it came', () => {
    const selection = ['dataset:affectnet']
    const near = (day: string): readonly string[] =>
      then(day, { selection }).nodes.flatMap(({ key, emphasis }) => (emphasis === 'near' ? [key] : []))
    expect(near('2021-03-04')).toEqual(['paper:alpha'])
    expect(near('2021-06-01').toSorted()).toEqual(['paper:alpha', 'paper:epsilon'])
    const waiting = then('2021-01-01', { selection: ['paper:beta'] })
    expect(waiting.nodes.find(({ key }) => key === 'paper:beta')).toMatchObject({ emphasis: 'chosen', filled: false })
    expect(waiting.edges.filter(({ kind }) => kind === 'relation')).toEqual([])
  })

  it('answers who shared datasets by what was known then', () => {
    const shared = (day: string): readonly string[] =>
      keys({
        ...then(day, { selection: ['paper:alpha'], lens: 'shared' }),
        nodes: then(day, { selection: ['paper:alpha'], lens: 'shared' }).nodes.filter(
          ({ emphasis, kind }) => emphasis === 'near' && kind === 'paper',
        ),
      })
    expect(shared('2021-01-01')).toEqual([])
    expect(shared('2021-03-04')).toEqual(['paper:beta'])
    expect(shared('2021-06-01')).toEqual(['paper:beta', 'paper:epsilon'])
  })

  it('leaves nothing to be hit where nothing was', () => {
    const epsilon = now.nodes.find(({ key }) => key === 'paper:epsilon')
    if (epsilon === undefined) throw new Error('not drawn')
    expect(hitTest(now, epsilon)).toEqual({ kind: 'node', key: 'paper:epsilon' })
    expect(hitTest(then('2021-03-04'), epsilon)?.kind).not.toBe('node')
  })

  it('is drawn by SVG with a ring round each mark that is new, and says when at its foot', () => {
    const rings = (drawn: Scene): number => svg(drawn).split('stroke="#1f5a8a"').length - 1
    expect(rings(now)).toBe(0)
    expect(rings(then('2021-03-04'))).toBe(2)
    const state = stateWith({ at: commitOf(2) })
    const picture = pictureSvg(graph, pictureOfState(graph, map, state, VIEWPORT, { legend: true, past }))
    expect(picture).toContain(' · as of 2021-03-04')
    expect(picture).toContain('>new</text>')
    expect(pictureSvg(graph, slidePicture(graph, map, state, { legend: true, past }))).toContain(' · as of 2021-03-04')
  })
})

describe('graphAt', () => {
  it('holds what held, each saying what it says now', () => {
    for (const day of DAYS) {
      const moment = momentOf(past, day)
      if (moment === undefined) throw new Error(day)
      const old = graphAt(moment)
      expect(old.nodes()).toEqual(graph.filterNodes(moment.hasNode))
      expect(old.edges()).toEqual(graph.filterEdges(moment.hasEdge))
      expect(graphAt(moment)).toBe(old)
    }
  })

  it('has the layout of the whole, with the members that were there', () => {
    const moment = momentOf(past, '2021-03-04')
    const old = moment && layoutOf(graphAt(moment), map, 'task')
    const whole = layoutOf(graph, map, 'task')
    expect(old?.places).toBe(whole.places)
    expect(old?.regions.map(({ outline }) => outline)).toEqual(whole.regions.map(({ outline }) => outline))
    expect(old?.regionById.get('task:faces')?.members).toEqual(['paper:alpha', 'paper:beta', 'paper:gamma'])
  })

  it('lists the papers that were there', () => {
    const moment = momentOf(past, '2021-03-04')
    const rows = moment && paperList(graphAt(moment), map, stateWith({ selection: ['task:faces'] }))
    expect(rows?.map(({ key }) => key).sort()).toEqual(['paper:alpha', 'paper:beta', 'paper:gamma'])
  })
})

describe('connectionsAt', () => {
  it('finds at each version what connects the graph of that version', () => {
    const { graph: field, map: places } = randomField(7, 120, 8)
    const days = Array.from({ length: 12 }, (_, i) => `2021-01-${10 + i}`)
    const layout = layoutOf(field, places, 'task')
    const old = pastOf(madeHistory(field, days, heldAtRandom(field, days.length)), field)
    for (const step of old.steps) {
      const moment = momentAt(old, step.number)
      if (moment === undefined) throw new Error(step.day)
      expect(connectionsAt(layout, moment)).toEqual(connectionsOf(graphAt(moment), places.groupings.task.regions))
    }
  })
})

/** Nodes that come at some version, and of which some go and come again. */
function heldAtRandom(field: FieldGraph, versions: number): Parameters<typeof madeHistory>[2] {
  return Object.fromEntries(
    field.nodes().map((key, i) => {
      const from = (i * 7) % versions
      return [key, i % 5 === 0 && from < versions - 2 ? [[from, from + 1], [from + 2]] : [[from]]]
    }),
  )
}
