import { GROUPINGS } from '@fieldmap/graph'
import {
  type Camera,
  DEFAULT_STATE,
  DEPTHS,
  type Filters,
  LENSES,
  NO_FILTERS,
  PANELS,
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
  readonly embed: boolean
  /** The parts of the page to show, e.g. `search`, `legend`; `null` where the hash does not say. */
  readonly ui: readonly string[] | null
  readonly problems: readonly HashProblem[]
}

/** The longest hash that is read, in UTF-16 code units; the rest of the world stops at 2,000 or 8,000. */
export const HASH_LIMIT = 16_000

/**
 * Writes a state as the hash of an address, without `#`: only what differs from {@link DEFAULT_STATE}, so home is `''`.
 *
 * @example writeHash({ ...DEFAULT_STATE, selection: ['paper:poster'], depth: 2 }) // 's=paper:poster&d=2'
 */
export function writeHash(state: ViewState): string {
  const { grouping, selection, lens, depth, filters, camera, theme, panel, step } = state
  const fields: [string, string][] = []
  if (grouping !== DEFAULT_STATE.grouping) fields.push(['g', grouping])
  if (selection.length > 0) fields.push(['s', selection.map(encode).join(',')])
  if (lens !== DEFAULT_STATE.lens) fields.push(['l', lens])
  if (depth !== DEFAULT_STATE.depth) fields.push(['d', String(depth)])
  if (filters.code) fields.push(['code', '1'])
  if (filters.importance > 0) fields.push(['imp', String(filters.importance)])
  if (filters.from !== null || filters.to !== null) fields.push(['y', `${filters.from ?? ''}..${filters.to ?? ''}`])
  if (camera !== null) fields.push(['c', [camera.x, camera.y, camera.zoom].join(',')])
  if (theme !== DEFAULT_STATE.theme) fields.push(['t', theme])
  if (panel !== DEFAULT_STATE.panel) fields.push(['p', panel])
  if (step !== null) fields.push(['n', String(step)])
  return fields.map(([name, value]) => `${name}=${value}`).join('&')
}

/**
 * Reads the hash of an address, with or without `#`. Never throws: a field that is unknown or makes no sense is left at
 * its default and reported in `problems`. `readHash(writeHash(state)).state` equals `state`.
 */
export function readHash(hash: string): HashContent {
  const problems: HashProblem[] = []
  const reading: Reading = { state: DEFAULT_STATE, embed: false, ui: null }
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
  embed: boolean
  ui: readonly string[] | null
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
    case 's':
      return set(readSelection(value))
    case 'l':
      return set(oneOf('lens', LENSES, value))
    case 'd':
      return set(readDepth(value))
    case 'code':
      return set(value === '1' ? { filters: { ...reading.state.filters, code: true } } : undefined)
    case 'imp':
      return set(
        /^[0-3]$/.test(value) ? { filters: { ...reading.state.filters, importance: Number(value) } } : undefined,
      )
    case 'y':
      return set(readYears(reading.state.filters, value))
    case 'c':
      return set(readCamera(value))
    case 't':
      return set(oneOf('theme', THEMES, value))
    case 'p':
      return set(oneOf('panel', PANELS, value))
    case 'n':
      return set(/^\d{1,6}$/.test(value) ? { step: Number(value) } : undefined)
    case 'embed':
      reading.embed = value !== '0'
      return undefined
    case 'ui':
      reading.ui = value.split(',').filter((part) => /^[a-z]{1,20}$/.test(part))
      return undefined
    default:
      return `This page does not know “${field.slice(0, 40)}”.`
  }
}

function oneOf<K extends keyof ViewState, V extends ViewState[K]>(
  name: K,
  values: readonly V[],
  value: string,
): Partial<ViewState> | undefined {
  const known = values.find((candidate) => candidate === value)
  return known === undefined ? undefined : { [name]: known }
}

function readSelection(value: string): Partial<ViewState> | undefined {
  try {
    return { selection: value.split(',').filter(Boolean).map(decodeURIComponent) }
  } catch {
    return undefined
  }
}

function readDepth(value: string): Partial<ViewState> | undefined {
  const depth = DEPTHS.find((candidate) => String(candidate) === value)
  return depth === undefined ? undefined : { depth }
}

function readYears(filters: Filters, value: string): Partial<ViewState> | undefined {
  const match = /^(-?\d{1,6})?\.\.(-?\d{1,6})?$/.exec(value)
  if (match === null) return undefined
  const year = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
  return { filters: { ...(filters ?? NO_FILTERS), from: year(match[1]), to: year(match[2]) } }
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
