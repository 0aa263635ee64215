import * as v from 'valibot'
import { checkFormat, parseJson } from './graph-file.ts'
import { changesIn, spansOf, type VersionSpan } from './history-spans.ts'
import { byCodeUnits } from './keys.ts'
import { NODE_KINDS } from './kinds.ts'
import { stableLine, stableLines } from './stable-json.ts'

export const HISTORY_VERSION = 1
export const HISTORY_FORMAT = 'fieldmap-history'

const pointEntries = {
  commit: v.string(),
  date: v.string(),
  author: v.string(),
}
const point = v.object({ ...pointEntries, olderThanClone: v.exactOptional(v.literal(true)) })
const interval = v.object({ from: point, to: v.exactOptional(point) })
const value = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])
const change = v.object({
  at: point,
  field: v.picklist([
    'label',
    'year',
    'venue',
    'authors',
    'importance',
    'mandatory',
    'identifiers',
    'links',
    'sections',
    'lists',
  ]),
  from: v.exactOptional(value),
  to: v.exactOptional(value),
})

const versionEntry = v.object({ ...pointEntries, subject: v.string() })
const removedNode = v.object({
  kind: v.picklist(NODE_KINDS),
  label: v.string(),
  identifiers: v.exactOptional(v.record(v.string(), v.string())),
})
const historyFile = v.object({
  format: v.literal(HISTORY_FORMAT),
  version: v.literal(HISTORY_VERSION),
  versions: v.array(versionEntry),
  nodes: v.record(v.string(), v.array(interval)),
  edges: v.record(v.string(), v.array(interval)),
  changes: v.record(v.string(), v.array(change)),
  removed: v.record(v.string(), removedNode),
})

/**
 * `history.json`: what commits know of the graph.
 *
 * `versions`: the commits of the first-parent line that changed a source, oldest first; `date` is the committer's in
 * UTC, `subject` the first line of the message; it and names are cut after 200 characters. `nodes` and `edges`: for each key, oldest first,
 * the intervals in which it held: `from` the version that brought it, `to` the first that had it no more; `author` is
 * who wrote the commit that did it, which for work that a merge brought is not who merged. Where a shallow clone begins
 * with the statement, `from` has `olderThanClone`. `changes`: what became another of nodes that stayed, oldest first, by
 * field; of lists (`authors`, `identifiers` as `scheme:id`, `links` as `rel address`, `sections`, `lists`) `from` has
 * what went and `to` what came. `removed`: what nodes that hold no more were.
 */
export type HistoryFile = v.InferOutput<typeof historyFile>
/** A version in which something came, changed or went, and who did it. */
export type HistoryPoint = v.InferOutput<typeof point>
export type HistoryInterval = v.InferOutput<typeof interval>
export type HistoryChange = v.InferOutput<typeof change>
export type HistoryVersion = HistoryFile['versions'][number]
export type RemovedNode = HistoryFile['removed'][string]

/** Writes a history as `history.json`: one version, node or edge a line, sorted by key, final newline. */
export function writeHistory(history: HistoryFile): string {
  return [
    '{',
    `"changes": ${keyedLines(history.changes)},`,
    `"edges": ${keyedLines(history.edges)},`,
    `"format": "${HISTORY_FORMAT}",`,
    `"nodes": ${keyedLines(history.nodes)},`,
    `"removed": ${keyedLines(history.removed)},`,
    `"version": ${HISTORY_VERSION},`,
    `"versions": ${stableLines(history.versions)}`,
    '}',
    '',
  ].join('\n')
}

function keyedLines(record: Readonly<Record<string, unknown>>): string {
  const lines = Object.keys(record)
    .sort(byCodeUnits)
    .map((key) => `${JSON.stringify(key)}: ${stableLine(record[key])}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`
}

/** Reads `history.json` from its text. @throws {FormatError} as `readGraph` does. */
export function readHistory(text: string): HistoryFile {
  return historyFromJson(parseJson(text, 'history'))
}

/** {@link readHistory} for JSON that is parsed already. */
export function historyFromJson(json: unknown): HistoryFile {
  return checkFormat(historyFile, json, HISTORY_FORMAT, HISTORY_VERSION)
}

/** A history of which single nodes and edges are asked for. Of what the file does not hold, or holds damaged, nothing is known. */
export interface OpenHistory {
  readonly versions: readonly HistoryVersion[]
  /** The intervals in which a node held, oldest first. */
  readonly nodeIntervals: (key: string) => readonly HistoryInterval[]
  /** The intervals in which an edge held, oldest first. */
  readonly edgeIntervals: (key: string) => readonly HistoryInterval[]
  /** What of a node became another, oldest first. */
  readonly changes: (key: string) => readonly HistoryChange[]
  /** What a node was that holds no more; `undefined` for all others. */
  readonly removed: (key: string) => RemovedNode | undefined
  /** When each node held, in places of `versions`. Read when it is first asked for, linear in the nodes; the same for edges. */
  readonly nodeSpans: () => ReadonlyMap<string, readonly VersionSpan[]>
  readonly edgeSpans: () => ReadonlyMap<string, readonly VersionSpan[]>
  /** In which versions something of a node became another, in places of `versions`. */
  readonly changedIn: () => ReadonlyMap<string, readonly number[]>
}

const recordOfAny = v.custom<Readonly<Record<string, unknown>>>(
  (json) => typeof json === 'object' && json !== null && !Array.isArray(json),
  'Expected an object',
)
const historyOutline = v.object({
  format: v.literal(HISTORY_FORMAT),
  version: v.literal(HISTORY_VERSION),
  versions: v.array(versionEntry),
  nodes: recordOfAny,
  edges: recordOfAny,
  changes: recordOfAny,
  removed: recordOfAny,
})

/**
 * Opens `history.json` without checking every node and edge of it, which takes longer than to parse it: each is checked
 * when it is asked for. @throws {FormatError} as `readHistory` does, but not for damage in single nodes and edges.
 */
export function openHistory(text: string): OpenHistory {
  const json = parseJson(text, 'history')
  const file = checkFormat(historyOutline, json, HISTORY_FORMAT, HISTORY_VERSION)
  const { versions, nodes, edges, changes, removed } = file
  const order = new Map<unknown, number>(versions.map(({ commit }, i) => [commit, i]))
  const intervals = v.array(interval)
  const mended = v.array(change)
  return {
    versions,
    nodeIntervals: (key) => entryOf(intervals, nodes, key) ?? [],
    edgeIntervals: (key) => entryOf(intervals, edges, key) ?? [],
    changes: (key) => entryOf(mended, changes, key) ?? [],
    removed: (key) => entryOf(removedNode, removed, key),
    nodeSpans: once(() => spansOf(nodes, order)),
    edgeSpans: once(() => spansOf(edges, order)),
    changedIn: once(() => changesIn(changes, order)),
  }
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

function entryOf<T>(
  schema: v.GenericSchema<unknown, T>,
  record: Readonly<Record<string, unknown>>,
  key: string,
): T | undefined {
  const checked = Object.hasOwn(record, key) ? v.safeParse(schema, record[key]) : undefined
  return checked?.success === true ? checked.output : undefined
}
