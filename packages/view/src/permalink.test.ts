import { GROUPINGS } from '@fieldmap/graph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HASH_LIMIT, readHash, SHARED_LIMIT, UI_PARTS, writeHash } from './permalink.ts'
import { shortKey } from './short-keys.ts'
import {
  DEFAULT_STATE,
  DEPTHS,
  HIDEABLE_KINDS,
  LENSES,
  MATCHES,
  PANELS,
  SORT_COLUMNS,
  THEMES,
  type ViewState,
} from './state.ts'

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const key = fc.oneof(
  fc.constantFrom('paper:poster', 'task:au', 'repository:github.com/a/b_c.d', 'author:björn', 'year-before:2018'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)
const year = fc.option(fc.integer({ min: -9999, max: 9999 }))

const anyState: fc.Arbitrary<ViewState> = fc.record({
  version: fc.constant(DEFAULT_STATE.version),
  grouping: fc.constantFrom(...GROUPINGS),
  selection: fc.array(key, { maxLength: 6 }),
  lens: fc.constantFrom(...LENSES),
  depth: fc.constantFrom(...DEPTHS),
  filters: fc.record({
    code: fc.boolean(),
    importance: fc.integer({ min: 0, max: 3 }),
    from: year,
    to: year,
    tasks: fc.array(key, { maxLength: 3 }),
    venues: fc.array(key, { maxLength: 3 }),
    tier: fc.option(fc.constantFrom('A', 'B', 'C')),
    hidden: fc.subarray([...HIDEABLE_KINDS]),
  }),
  match: fc.constantFrom(...MATCHES),
  not: fc.array(key, { maxLength: 3 }),
  pretraining: fc.boolean(),
  sort: fc.record({ by: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }),
  camera: fc.option(fc.record({ x: number(-1e6, 1e6), y: number(-1e6, 1e6), zoom: number(1e-3, 1e4) })),
  theme: fc.constantFrom(...THEMES),
  panel: fc.constantFrom(...PANELS),
  step: fc.option(fc.nat({ max: 999_999 })),
  at: fc.option(fc.oneof(fc.constant('2023-06-01'), fc.stringMatching(/^[0-9a-f]{7,64}$/))),
})

describe('permalink', () => {
  it('gives back every state exactly', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readHash(`#${writeHash(state)}`)).toEqual({
          state,
          carried: new Map(),
          embed: false,
          ui: null,
          problems: [],
        })
      }),
      { numRuns: 500 },
    )
  })

  it('is empty at home and says only what differs', () => {
    expect(writeHash(DEFAULT_STATE)).toBe('')
    const state = { ...DEFAULT_STATE, selection: ['paper:poster', 'task:au'], depth: 2 } as const
    expect(writeHash(state)).toBe('s=paper:poster,task:au&d=2')
  })

  it('carries identifiers, which are no part of the state', () => {
    const state = { ...DEFAULT_STATE, selection: ['paper:a;b', 'task:au'] }
    const hash = writeHash(state, (key) => (key.startsWith('paper:') ? 'doi:10.1/x,y;z' : undefined))
    expect(hash).toBe('s=paper:a%3Bb;doi:10.1/x%2Cy%3Bz,task:au')
    const read = readHash(hash)
    expect(read.state).toEqual(state)
    expect([...read.carried]).toEqual([['paper:a;b', 'doi:10.1/x,y;z']])
  })

  it('shortens keys, then leaves identifiers out, where the hash would grow too long to share', () => {
    const selection = Array.from({ length: 24 }, (_, i) => `paper:${'x'.repeat(60)}-${i}`)
    const short = writeHash({ ...DEFAULT_STATE, selection }, (key) => `arxiv:2204.0${key.slice(-4)}`)
    expect(short.length).toBeLessThanOrEqual(SHARED_LIMIT)
    expect(readHash(short).state.selection).toEqual(selection.map(shortKey))
    expect([...readHash(short).carried.values()]).toHaveLength(24)
    const plain = writeHash({ ...DEFAULT_STATE, selection }, () => `doi:10.1/${'y'.repeat(90)}`)
    expect(plain.length).toBeLessThanOrEqual(SHARED_LIMIT)
    expect(readHash(plain).state.selection).toEqual(selection)
  })

  it('has room for a page of parts in whatever state, and opens again as it was', () => {
    const long = fc.tuple(fc.constantFrom('paper:', 'task:', 'venue:', 'year-before:'), fc.string({ maxLength: 80 }))
    const keys = fc.uniqueArray(
      long.map(([kind, slug]) => kind + slug),
      { maxLength: 90 },
    )
    fc.assert(
      fc.property(anyState, keys, keys, (state, selection, tasks) => {
        const filled = { ...state, selection, not: tasks, filters: { ...state.filters, tasks, venues: selection } }
        const hash = writeHash(filled, (key) => `doi:${key}`)
        expect(`${hash}&embed&ui=${UI_PARTS.join(',')}`.length).toBeLessThanOrEqual(SHARED_LIMIT)
        const read = readHash(hash).state
        expect(writeHash(read)).toBe(writeHash(readHash(writeHash(read)).state))
        expect({ ...read, selection: [], not: [], filters: {} }).toEqual({
          ...state,
          selection: [],
          not: [],
          filters: {},
        })
      }),
      { numRuns: 50 },
    )
  })

  it('says which parts of the page it does not know', () => {
    const { ui, problems } = readHash('#embed&ui=search,clock,<b>')
    expect(ui).toEqual(['search'])
    expect(problems).toEqual([{ field: 'ui', message: expect.stringContaining('“clock”, “<b>”') }])
  })

  it('keeps embed and ui beside the state', () => {
    expect(readHash('#embed&ui=search,legend&d=3')).toEqual({
      state: { ...DEFAULT_STATE, depth: 3 },
      carried: new Map(),
      embed: true,
      ui: ['search', 'legend'],
      problems: [],
    })
  })

  it('reports what it does not know and keeps the rest', () => {
    const { state, problems } = readHash('#d=9&g=venue&colour=red&c=1,2&v=2')
    expect(state).toEqual({ ...DEFAULT_STATE, grouping: 'venue' })
    expect(problems.map(({ field }) => field)).toEqual(['d', 'colour', 'c', 'v'])
  })

  it('never throws and never gives an unusable state, whatever the address', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              ...'gsldyctpnvmo',
              'code',
              'imp',
              'not',
              'pre',
              'tier',
              'task',
              'venue',
              'hide',
              '__proto__',
              'ui',
              'at',
            ),
            fc.string(),
          ),
          {
            maxLength: 8,
          },
        )
        .map((fields) => fields.map(([name, value]) => `${name}=${value}`).join('&')),
    )
    fc.assert(
      fc.property(hostile, (hash) => {
        const { state } = readHash(hash)
        expect(readHash(writeHash(state)).state).toEqual(state)
        expect(Object.getPrototypeOf(state)).toBe(Object.prototype)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    'c=NaN,0,1',
    'c=0,0,0',
    'c=1e9,0,1',
    'c=0,0,Infinity',
    's=%E0%A4%A',
    'y=2018',
    'n=-1',
    'imp=4',
    't=neon',
    'm=some',
    'tier=D',
    'hide=paper',
    'o=colour',
    'not=%',
    'at=HEAD',
    'at=2023-6-1',
  ])('passes over %s', (hash) => {
    const { state, problems } = readHash(hash)
    expect(state).toEqual(DEFAULT_STATE)
    expect(problems).toHaveLength(1)
  })

  it('does not read an address without end', () => {
    expect(readHash(`s=${'x'.repeat(HASH_LIMIT)}`).problems).toHaveLength(1)
  })
})
