import {
  createFieldIndex,
  createSearchIndex,
  type FieldGraph,
  type FieldIndex,
  type FieldMap,
  FormatError,
  readGraph,
  readMap,
  type SearchIndex,
} from '@fieldmap/graph'

/** A graph with all that a view needs of it. */
export interface LoadedField {
  readonly graph: FieldGraph
  readonly map: FieldMap
  readonly index: SearchIndex
  /** What questions are answered from; made when the first is asked. */
  readonly questions: () => FieldIndex
}

/** Where loading stands; `failed` says in a sentence what happened and what to do. */
export type LoadState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly file: string; readonly message: string; readonly hint: string }
  | { readonly status: 'ready'; readonly field: LoadedField }

/** Gets and reads graph and map; never rejects but when `signal` ends. */
export async function loadField(src: string, map: string, signal: AbortSignal): Promise<LoadState> {
  const [graph, fieldMap] = await Promise.all([read(src, readGraph, signal), read(map, readMap, signal)])
  if (!graph.ok) return { status: 'failed', ...graph }
  if (!fieldMap.ok) return { status: 'failed', ...fieldMap }
  return { status: 'ready', field: fieldOf(graph.value, fieldMap.value) }
}

export function fieldOf(graph: FieldGraph, map: FieldMap): LoadedField {
  let questions: FieldIndex | undefined
  return {
    graph,
    map,
    index: createSearchIndex(graph),
    questions: () => {
      questions ??= createFieldIndex(graph, map)
      return questions
    },
  }
}

type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly file: string; readonly message: string; readonly hint: string }

async function read<T>(file: string, parse: (text: string) => T, signal: AbortSignal): Promise<ReadResult<T>> {
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
  try {
    return { ok: true, value: parse(await response.text()) }
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause
    return { ok: false, file, message: cause.message, hint: 'Build the map again (fieldmap build) and reload.' }
  }
}
