import {
  createSearchIndex,
  type FieldGraph,
  type FieldIndex,
  type FieldMap,
  FormatError,
  type OpenHistory,
  openHistory,
  readGraph,
  readMap,
  readTour,
  type SearchIndex,
  type Tour,
} from '@fieldmap/graph'
import { graphAt, type Moment, questionIndex } from '@fieldmap/view'

/** A graph with all that a view needs of it; what only some views need is made when it is first asked for. */
export interface LoadedField {
  readonly graph: FieldGraph
  readonly map: FieldMap
  readonly tour: Tour | undefined
  readonly index: SearchIndex
  /** What questions are answered from; made when the first is asked. */
  readonly questions: () => FieldIndex
}

/** Where loading stands; `failed` says in a sentence what happened and what to do. */
export type LoadState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly file: string; readonly message: string; readonly hint: string }
  | { readonly status: 'ready'; readonly field: LoadedField }

/** Gets and reads graph, map and, if it has an address, the tour; never rejects but when `signal` ends. Without its tour a map is still a map. */
export async function loadField(src: string, map: string, tour: string, signal: AbortSignal): Promise<LoadState> {
  const [graphText, mapText, tourText] = await Promise.all([
    fetchText(src, signal),
    fetchText(map, signal),
    tour === '' ? undefined : fetchText(tour, signal),
  ])
  const graph = parsed(graphText, readGraph)
  if (!graph.ok) return { status: 'failed', ...graph }
  await breath()
  const fieldMap = parsed(mapText, readMap)
  if (!fieldMap.ok) return { status: 'failed', ...fieldMap }
  await breath()
  const read = tourText === undefined ? undefined : parsed(tourText, readTour)
  return { status: 'ready', field: fieldOf(graph.value, fieldMap.value, read?.ok === true ? read.value : undefined) }
}

/**
 * Gets and opens a history; none where the file is missing or not understood: a map without its past is still a map.
 * Never rejects but when `signal` ends.
 */
export async function loadHistory(address: string, signal: AbortSignal): Promise<OpenHistory | undefined> {
  const text = await fetchText(address, signal)
  await breath()
  const read = parsed(text, openHistory)
  return read.ok ? read.value : undefined
}

export function fieldOf(graph: FieldGraph, map: FieldMap, tour?: Tour): LoadedField {
  let index: SearchIndex | undefined
  return {
    graph,
    map,
    tour,
    get index() {
      index ??= createSearchIndex(graph)
      return index
    },
    questions: () => questionIndex(graph),
  }
}

/** A field as it was: what panels count and list; it is searched as it is now, so that one finds what is still to come. */
export function fieldThen(field: LoadedField, moment: Moment): LoadedField {
  const { map, tour } = field
  const graph = graphAt(moment)
  return {
    graph,
    map,
    tour,
    get index() {
      return field.index
    },
    questions: () => questionIndex(graph),
  }
}

/** Whether there is anything to map. */
export function hasPapers(graph: FieldGraph): boolean {
  return graph.someNode((_, { kind }) => kind === 'paper')
}

type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly file: string; readonly message: string; readonly hint: string }

/** Lets the browser paint and listen between two pieces of work. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done))
}

async function fetchText(file: string, signal: AbortSignal): Promise<ReadResult<string> & { readonly file: string }> {
  let response: Response
  try {
    response = await fetch(file, { signal, cache: 'no-cache' })
  } catch (cause) {
    if (signal.aborted) throw cause
    const hint = 'Look whether the server runs and the network is there, then reload.'
    return { ok: false, file, message: 'The file could not be fetched.', hint }
  }
  if (!response.ok) {
    const hint = 'Build the map again (fieldmap build), or mend the address of the file.'
    return { ok: false, file, message: `The server answered ${response.status} ${response.statusText}`.trim(), hint }
  }
  return { ok: true, file, value: await response.text() }
}

function parsed<T>(text: ReadResult<string> & { readonly file: string }, parse: (text: string) => T): ReadResult<T> {
  if (!text.ok) return text
  const { file } = text
  try {
    return { ok: true, value: parse(text.value) }
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause
    return { ok: false, file, message: cause.message, hint: 'Build the map again (fieldmap build) and reload.' }
  }
}
