import { GROUPINGS } from '@fieldmap/graph'
import { limitState } from './limit-state.ts'
import { REVISION } from './past/moment.ts'
import { shortKey } from './short-keys.ts'
import {
  type Camera,
  DEFAULT_STATE,
  DEPTHS,
  type Filters,
  HIDEABLE_KINDS,
  LENSES,
  MATCHES,
  PANELS,
  SORT_COLUMNS,
  THEMES,
  VIEW_VERSION,
  type ViewState,
} from './state.ts'

/** A part of a hash that was passed over, in words for the reader. */
export interface HashProblem {
  readonly field: string
  readonly message: string
}

/** What a hash says. `embed` and `ui` tell what stands round the map; they are no part of the state. */
export interface HashContent {
  readonly state: ViewState
  /** Identifiers that chosen keys carry. */
  readonly carried: ReadonlyMap<string, string>
  readonly embed: boolean
  /** The parts of the page to show, e.g. `search`, `legend`; `null` where the hash does not say. */
  readonly ui: readonly UiPart[] | null
  readonly problems: readonly HashProblem[]
}

/** The longest hash that is read, in UTF-16 code units; the rest of the world stops at 2,000 or 8,000. */
export const HASH_LIMIT = 16_000

/** A hash that is shared is no longer than this, in UTF-16 code units: the shortest limit of mail and chat programs. */
export const SHARED_LIMIT = 2000

/** Parts of the page that `ui=` names; what it leaves out is not shown. */
export const UI_PARTS = ['search', 'legend', 'zoom', 'ask', 'card', 'list', 'tour', 'time'] as const
export type UiPart = (typeof UI_PARTS)[number]

/** What a state may take of {@link SHARED_LIMIT}: beside it there is room for `embed` and `ui`. */
const STATE_LENGTH = SHARED_LIMIT - 100

/** Gives an identifier of a node by which it can be found should its key change; `undefined` where it has none. */
export type IdentifierOf = (key: string) => string | undefined

/**
 * Writes a state as the hash of an address, without `#`: only what differs from {@link DEFAULT_STATE}, so home is `''`.
 * With `identifierOf` chosen papers carry an identifier, and the hash stays within {@link SHARED_LIMIT}: where it would not,
 * keys give way to short ones (`shortKey`, which `followKeys` reads), then identifiers are left out, and what
 * `limitState` would not keep is cut.
 *
 * @example writeHash({ ...DEFAULT_STATE, selection: ['paper:poster'], depth: 2 }) // 's=paper:poster&d=2'
 * @example writeHash(state, identifierOf) // 's=paper:poster;arxiv:2204.04083&d=2'
 */
export function writeHash(state: ViewState, identifierOf?: IdentifierOf): string {
  if (identifierOf === undefined) return fieldsOf(state, nothing)
  const attempts = [
    () => fieldsOf(state, identifierOf),
    () => fieldsOf(state, identifierOf, shortKey),
    () => fieldsOf(state, nothing),
    () => fieldsOf(state, nothing, shortKey),
  ]
  for (const attempt of attempts) {
    const hash = attempt()
    if (hash.length <= STATE_LENGTH) return hash
  }
  return cut(limitState(state))
}

const nothing: IdentifierOf = () => undefined

/** The hash of a state without the keys chosen last: a selection of long ids of regions, which nothing shortens. */
function cut(state: ViewState): string {
  const hash = fieldsOf(state, nothing, shortKey)
  if (hash.length <= STATE_LENGTH) return hash
  const { selection, not, filters } = state
  const { tasks, venues } = filters
  const shorter = (keys: readonly string[]): readonly string[] => keys.slice(0, Math.floor(keys.length / 2))
  if (selection.length > 0) return cut({ ...state, selection: shorter(selection) })
  const kept = { ...filters, tasks: shorter(tasks), venues: shorter(venues) }
  return not.length + tasks.length + venues.length === 0 ? '' : cut({ ...state, not: shorter(not), filters: kept })
}

function fieldsOf(state: ViewState, identifierOf: IdentifierOf, name: (key: string) => string = (key) => key): string {
  const named = (keys: readonly string[]): string => keys.map((key) => encode(name(key))).join(',')
  const { grouping, selection, lens, depth, filters, match, not, pretraining, sort, camera, theme, panel, step, at } =
    state
  const fields: [string, string][] = []
  if (grouping !== DEFAULT_STATE.grouping) fields.push(['g', grouping])
  if (selection.length > 0) fields.push(['s', selection.map((key) => carry(name(key), identifierOf(key))).join(',')])
  if (lens !== DEFAULT_STATE.lens) fields.push(['l', lens])
  if (depth !== DEFAULT_STATE.depth) fields.push(['d', String(depth)])
  if (match !== DEFAULT_STATE.match) fields.push(['m', match])
  if (not.length > 0) fields.push(['not', named(not)])
  if (pretraining) fields.push(['pre', '1'])
  if (filters.code) fields.push(['code', '1'])
  if (filters.importance > 0) fields.push(['imp', String(filters.importance)])
  if (filters.from !== null || filters.to !== null) fields.push(['y', `${filters.from ?? ''}..${filters.to ?? ''}`])
  if (filters.tasks.length > 0) fields.push(['task', named(filters.tasks)])
  if (filters.venues.length > 0) fields.push(['venue', named(filters.venues)])
  if (filters.tier !== null) fields.push(['tier', filters.tier])
  if (filters.hidden.length > 0) fields.push(['hide', filters.hidden.join(',')])
  if (camera !== null) fields.push(['c', [camera.x, camera.y, camera.zoom].join(',')])
  if (theme !== DEFAULT_STATE.theme) fields.push(['t', theme])
  if (panel !== DEFAULT_STATE.panel) fields.push(['p', panel])
  const { by, descending } = sort
  if (by !== DEFAULT_STATE.sort.by || descending !== DEFAULT_STATE.sort.descending)
    fields.push(['o', `${descending ? '-' : ''}${by}`])
  if (step !== null) fields.push(['n', String(step)])
  if (at !== null) fields.push(['at', at])
  return fields.map(([name, value]) => `${name}=${value}`).join('&')
}

/** A key and its identifier; a `;` inside either is written as `%3B`. */
function carry(key: string, identifier: string | undefined): string {
  return identifier === undefined ? encode(key) : `${encode(key)};${encode(identifier)}`
}

/**
 * Reads the hash of an address, with or without `#`. Never throws: a field that is unknown or makes no sense is left at
 * its default and reported in `problems`. `readHash(writeHash(state)).state` equals `state`.
 */
export function readHash(hash: string): HashContent {
  const problems: HashProblem[] = []
  const reading: Reading = { state: DEFAULT_STATE, carried: new Map(), embed: false, ui: null }
  const text = hash.replace(/^#/, '')
  if (text.length > HASH_LIMIT) {
    problems.push({ field: '', message: `The address is longer than ${HASH_LIMIT} characters and was not read.` })
    return { ...reading, problems }
  }
  for (const part of text.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const field = equals < 0 ? part : part.slice(0, equals)
    const value = equals < 0 ? '' : part.slice(equals + 1)
    const message = readField(reading, field, value)
    if (message !== undefined) problems.push({ field: field.slice(0, 40), message })
  }
  return { ...reading, problems }
}

interface Reading {
  state: ViewState
  carried: ReadonlyMap<string, string>
  embed: boolean
  ui: readonly UiPart[] | null
}

/** Reads one field into `reading`; gives what is wrong with it, if anything. */
function readField(reading: Reading, field: string, value: string): string | undefined {
  const set = (patch: Partial<ViewState> | undefined): string | undefined => {
    if (patch === undefined) return `“${field}” says ${JSON.stringify(value.slice(0, 40))}, which is not understood.`
    reading.state = { ...reading.state, ...patch }
    return undefined
  }
  switch (field) {
    case 'v':
      return value === String(VIEW_VERSION)
        ? undefined
        : `This link was made for version ${value.slice(0, 8)} of the view; this page knows version ${VIEW_VERSION}.`
    case 'g':
      return set(oneOf('grouping', GROUPINGS, value))
    case 's': {
      const chosen = readKeys(value)
      if (chosen === undefined) return set(undefined)
      reading.carried = new Map(chosen.flatMap(({ key, carried }) => (carried === undefined ? [] : [[key, carried]])))
      return set({ selection: chosen.map(({ key }) => key) })
    }
    case 'l':
      return set(oneOf('lens', LENSES, value))
    case 'd':
      return set(readDepth(value))
    case 'm':
      return set(oneOf('match', MATCHES, value))
    case 'not':
      return set(withKeys(value, (not) => ({ not })))
    case 'pre':
      return set(value === '1' ? { pretraining: true } : undefined)
    case 'code':
    case 'imp':
    case 'y':
    case 'task':
    case 'venue':
    case 'tier':
    case 'hide': {
      const filters = readFilter(field, value)
      return set(filters === undefined ? undefined : { filters: { ...reading.state.filters, ...filters } })
    }
    case 'o':
      return set(readSort(value))
    case 'c':
      return set(readCamera(value))
    case 't':
      return set(oneOf('theme', THEMES, value))
    case 'p':
      return set(oneOf('panel', PANELS, value))
    case 'n':
      return set(/^\d{1,6}$/.test(value) ? { step: Number(value) } : undefined)
    case 'at':
      return set(REVISION.test(value) ? { at: value } : undefined)
    case 'embed':
      reading.embed = value !== '0'
      return undefined
    case 'ui':
      return readParts(reading, value)
    default:
      return `This page does not know “${field.slice(0, 40)}”.`
  }
}

/** Takes the parts of the page that are known; the others are named. */
function readParts(reading: Reading, value: string): string | undefined {
  const named = value.split(',').filter(Boolean)
  reading.ui = UI_PARTS.filter((part) => named.includes(part))
  const unknown = named
    .filter((part) => !UI_PARTS.some((known) => known === part))
    .map((part) => `“${part.slice(0, 20)}”`)
  if (unknown.length === 0) return undefined
  return `“ui” names ${unknown.slice(0, 3).join(', ')}, which is no part of the page; it knows ${UI_PARTS.join(', ')}.`
}

function oneOf<K extends keyof ViewState, V extends ViewState[K]>(
  name: K,
  values: readonly V[],
  value: string,
): Partial<ViewState> | undefined {
  const known = values.find((candidate) => candidate === value)
  return known === undefined ? undefined : { [name]: known }
}

interface CarriedKey {
  readonly key: string
  readonly carried?: string
}

function readKeys(value: string): readonly CarriedKey[] | undefined {
  try {
    return value.split(',').flatMap((part) => {
      const [key = '', carried] = part.split(';').map(decodeURIComponent)
      return key === '' ? [] : [{ key, ...(carried === undefined || carried === '' ? {} : { carried }) }]
    })
  } catch {
    return undefined
  }
}

function withKeys<T>(value: string, use: (keys: readonly string[]) => T): T | undefined {
  const keys = readKeys(value)
  return keys === undefined ? undefined : use(keys.map(({ key }) => key))
}

function readFilter(field: string, value: string): Partial<Filters> | undefined {
  switch (field) {
    case 'code':
      return value === '1' ? { code: true } : undefined
    case 'imp':
      return /^[0-3]$/.test(value) ? { importance: Number(value) } : undefined
    case 'y':
      return readYears(value)
    case 'task':
      return withKeys(value, (tasks) => ({ tasks }))
    case 'venue':
      return withKeys(value, (venues) => ({ venues }))
    case 'tier': {
      const tier = TIERS.find((known) => known === value)
      return tier === undefined ? undefined : { tier }
    }
    default: {
      const named = value.split(',').filter(Boolean)
      const hidden = HIDEABLE_KINDS.filter((kind) => named.includes(kind))
      return hidden.length === named.length ? { hidden } : undefined
    }
  }
}

const TIERS = ['A', 'B', 'C'] as const

function readSort(value: string): Partial<ViewState> | undefined {
  const descending = value.startsWith('-')
  const by = SORT_COLUMNS.find((column) => column === (descending ? value.slice(1) : value))
  return by === undefined ? undefined : { sort: { by, descending } }
}

function readDepth(value: string): Partial<ViewState> | undefined {
  const depth = DEPTHS.find((candidate) => String(candidate) === value)
  return depth === undefined ? undefined : { depth }
}

function readYears(value: string): Partial<Filters> | undefined {
  const match = /^(-?\d{1,6})?\.\.(-?\d{1,6})?$/.exec(value)
  if (match === null) return undefined
  const year = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
  return { from: year(match[1]), to: year(match[2]) }
}

/** Farther out or closer in there is nothing to see; it also keeps every product finite. */
const CAMERA_LIMIT = { place: 1e6, zoom: [1e-3, 1e4] } as const

function readCamera(value: string): Partial<ViewState> | undefined {
  const numbers = value.split(',').map((part) => (/^-?\d[\d.e+-]*$/.test(part) ? Number(part) : Number.NaN))
  const [x, y, zoom] = numbers
  if (numbers.length !== 3 || x === undefined || y === undefined || zoom === undefined) return undefined
  const camera: Camera = { x, y, zoom }
  return isCamera(camera) ? { camera } : undefined
}

function isCamera({ x, y, zoom }: Camera): boolean {
  const [least, most] = CAMERA_LIMIT.zoom
  return Math.abs(x) <= CAMERA_LIMIT.place && Math.abs(y) <= CAMERA_LIMIT.place && zoom >= least && zoom <= most
}

/** Percent-encodes a key but for the characters of keys that an address may hold as they are. */
function encode(key: string): string {
  return encodeURIComponent(key.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/%40/g, '@')
}
