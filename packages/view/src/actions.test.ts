import { GROUPINGS } from '@fieldmap/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graph, map, VIEWPORT } from '../test/fixture.ts'
import { paperList } from './paper-list.ts'
import { readHash, SHARED_LIMIT, writeHash } from './permalink.ts'
import { scene } from './scene.ts'
import {
  DEFAULT_STATE,
  DEPTHS,
  type Filters,
  HIDEABLE_KINDS,
  LENSES,
  MATCHES,
  NO_FILTERS,
  PANELS,
  SORT_COLUMNS,
  THEMES,
  type ViewState,
} from './state.ts'

type Action = (state: ViewState) => ViewState

const patch =
  (change: Partial<ViewState>): Action =>
  (state) => ({ ...state, ...change })
const filter =
  (change: Partial<Filters>): Action =>
  (state) => ({ ...state, filters: { ...state.filters, ...change } })

const keys = graph.nodes().toSorted()
const regions = GROUPINGS.flatMap((grouping) => map.groupings[grouping].regions.map(({ id }) => id))
const ofKind = (wanted: string): readonly string[] =>
  keys.filter((key) => graph.getNodeAttribute(key, 'kind') === wanted)
const year = fc.option(fc.integer({ min: 1990, max: 2030 }))
const place = fc.double({ min: -2000, max: 2000, noNaN: true }).map((value) => value + 0)

/** What a reader can do to a state, each with what it is done to. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc
    .constantFrom(...keys, ...regions)
    .map((key) => patch({ selection: [key], lens: 'around', not: [], panel: 'auto' })),
  fc.constantFrom(...keys, ...regions).map(
    (key): Action =>
      (state) => ({
        ...state,
        selection: [...state.selection.filter((other) => other !== key), key],
      }),
  ),
  fc.constant(patch({ selection: [], lens: 'around', not: [] })),
  fc.constantFrom(...LENSES).map((lens) => patch({ lens })),
  fc.constantFrom(...DEPTHS).map((depth) => patch({ depth })),
  fc.constantFrom(...MATCHES).map((match) => patch({ match })),
  fc.subarray([...ofKind('dataset')]).map((not) => patch({ not })),
  fc.boolean().map((pretraining) => patch({ pretraining })),
  fc.boolean().map((code) => filter({ code })),
  fc.integer({ min: 0, max: 3 }).map((importance) => filter({ importance })),
  fc.tuple(year, year).map(([from, to]) => filter({ from, to })),
  fc.subarray([...ofKind('task')]).map((tasks) => filter({ tasks })),
  fc.subarray([...ofKind('venue')]).map((venues) => filter({ venues })),
  fc.constantFrom('A', 'B', 'C', null).map((tier) => filter({ tier })),
  fc.subarray([...HIDEABLE_KINDS]).map((hidden) => filter({ hidden })),
  fc.constant(patch({ filters: NO_FILTERS })),
  fc.constantFrom(...GROUPINGS).map((grouping) => patch({ grouping, camera: null })),
  fc
    .record({ x: place, y: place, zoom: fc.double({ min: 0.5, max: 40, noNaN: true }) })
    .map((camera) => patch({ camera })),
  fc.constant(patch({ camera: null })),
  fc.record({ by: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }).map((sort) => patch({ sort })),
  fc.constantFrom(...PANELS).map((panel) => patch({ panel })),
  fc.constantFrom(...THEMES).map((theme) => patch({ theme })),
)

describe('whatever a reader does', () => {
  it('the address holds it, opens the same picture and list, and undo leads back to the first state', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), (actions) => {
        const states: ViewState[] = [DEFAULT_STATE]
        for (const act of actions) states.push(act(states.at(-1) ?? DEFAULT_STATE))
        const addresses = states.map((state) => writeHash(state))
        const reopened = addresses.map((address) => readHash(`#${address}`))
        expect(reopened.map(({ state }) => state)).toEqual(states)
        expect(reopened.flatMap(({ problems }) => problems)).toEqual([])
        expect(addresses.every(({ length }) => length <= SHARED_LIMIT)).toBe(true)
        expect(reopened[0]?.state).toEqual(DEFAULT_STATE)
        const [last, again] = [states.at(-1) ?? DEFAULT_STATE, reopened.at(-1)?.state ?? DEFAULT_STATE]
        expect(scene(graph, map, again, VIEWPORT)).toEqual(scene(graph, map, last, VIEWPORT))
        expect(paperList(graph, map, again)).toEqual(paperList(graph, map, last))
      }),
      { numRuns: 200 },
    )
  })

  it('the list holds exactly the papers that the map shows in full colour', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 8 }), (actions) => {
        const state = actions.reduce((before, act) => act(before), DEFAULT_STATE)
        const shown = scene(graph, map, state, VIEWPORT).nodes.filter(
          ({ kind, emphasis }) => kind === 'paper' && emphasis !== 'faded',
        )
        const listed = paperList(graph, map, state).map(({ key }) => key)
        const chosen = state.selection.filter((key) => !listed.includes(key)) // named on the map though a filter is on
        expect(
          shown
            .map(({ key }) => key)
            .filter((key) => !chosen.includes(key))
            .toSorted(),
        ).toEqual(listed.toSorted())
      }),
      { numRuns: 200 },
    )
  })
})
