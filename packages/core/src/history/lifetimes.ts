import {
  byCodeUnits,
  HISTORY_FORMAT,
  HISTORY_VERSION,
  type HistoryChange,
  type HistoryFile,
  type HistoryInterval,
  type HistoryPoint,
  QUOTE_LIMIT,
  type RemovedNode,
} from '@fieldmap/graph'
import type { Commit } from '../read/commit-log.ts'
import { alignHeadings } from './align-headings.ts'
import type { FieldState, NodeState, Value } from './field-state.ts'

/** A version as lifetimes need it: its commit, what it states, and the states of what a merge brought. */
export interface StatedVersion {
  readonly commit: Commit
  readonly state: FieldState
  /** Commits of merged work, parents first, with the states of their parents. */
  readonly landed: readonly {
    readonly commit: Commit
    readonly state: FieldState
    readonly before: readonly FieldState[]
  }[]
}

/**
 * When each node and edge held, from the states of versions, oldest first. What a merge brought, changed or took away is
 * its version's, by the author of the first of its commits that did so. Papers under a heading that has another name were
 * not moved. Linear in what the states hold.
 *
 * @param isOlder whether a node or edge of the first version may be older than that
 */
export function lifetimes(
  versions: readonly StatedVersion[],
  isOlder: boolean,
): { readonly file: HistoryFile; readonly labels: ReadonlyMap<string, string> } {
  const nodes = new Map<string, MutableInterval[]>()
  const edges = new Map<string, MutableInterval[]>()
  const changes = new Map<string, HistoryChange[]>()
  const last = new Map<string, NodeState>()
  let before = NOTHING
  for (const version of versions) {
    const { state } = version
    const start = isOlder && before === NOTHING
    update(nodes, before.nodes, state.nodes, (holds) => pointOf(version, (at) => at.nodes, holds, start))
    update(edges, before.edges, state.edges, (holds) => pointOf(version, (at) => at.edges, holds, start))
    const headings = alignHeadings(papersBySection(before), papersBySection(state), 2).names
    for (const [key, node] of state.nodes) {
      const old = before.nodes.get(key) ?? last.get(key)
      if (old !== undefined) append(changes, key, changesOf(version, key, underNames(old, headings), node))
      last.set(key, node)
    }
    before = state
  }
  const file: HistoryFile = {
    format: HISTORY_FORMAT,
    version: HISTORY_VERSION,
    versions: versions.map(({ commit: { id, date, author, subject } }) => {
      return { commit: id, date, author: bounded(author), subject: bounded(subject) }
    }),
    nodes: sorted(nodes),
    edges: sorted(edges),
    changes: sorted(changes),
    removed: sorted(
      new Map([...last].flatMap(([key, node]) => (before.nodes.has(key) ? [] : [[key, removedOf(node)]]))),
    ),
  }
  return { file, labels: new Map([...last].map(([key, { label }]) => [key, label])) }
}

type MutableInterval = { from: HistoryInterval['from']; to?: HistoryPoint }

const NOTHING: FieldState = { nodes: new Map(), edges: new Set() }

interface Keys {
  readonly has: (key: string) => boolean
  readonly keys: () => Iterable<string>
}

/** Opens an interval for each key that came, and closes that of each which went. */
function update(
  intervals: Map<string, MutableInterval[]>,
  before: Keys,
  after: Keys,
  point: (holds: (keys: Keys) => boolean) => HistoryPoint,
): void {
  for (const key of after.keys()) {
    if (!before.has(key)) append(intervals, key, [{ from: point((keys) => keys.has(key)) }])
  }
  for (const key of before.keys()) {
    const open = after.has(key) ? undefined : intervals.get(key)?.at(-1)
    if (open !== undefined) open.to = point((keys) => !keys.has(key))
  }
}

/** The version as a point, by the author of the commit with which the statement came to hold. */
function pointOf(
  { commit, landed }: StatedVersion,
  part: (state: FieldState) => Keys,
  holds: (keys: Keys) => boolean,
  isOlder = false,
): HistoryPoint {
  const origin = landed.find(({ state, before }) => {
    return holds(part(state)) && !(before.length === 0 ? [NOTHING] : before).some((other) => holds(part(other)))
  })
  const author = bounded((origin?.commit ?? commit).author)
  return { commit: commit.id, date: commit.date, author, ...(isOlder ? { olderThanClone: true } : {}) }
}

/** Names and messages may be of any length, and stand with every statement. */
function bounded(text: string): string {
  return text.length <= QUOTE_LIMIT ? text : text.slice(0, QUOTE_LIMIT).replace(/[\uD800-\uDBFF]$/, '')
}

function changesOf(version: StatedVersion, key: string, old: NodeState, node: NodeState): HistoryChange[] {
  if (old === node || old.fields === node.fields) return []
  const names = new Set([...fieldNames(old), ...fieldNames(node)])
  return [...names].flatMap((field): HistoryChange[] => {
    const [from, to] = difference(old.fields[field], node.fields[field])
    if (from === undefined && to === undefined) return []
    const value = JSON.stringify(node.fields[field])
    const at = pointOf(
      version,
      ({ nodes }) => ({
        has: (other) => JSON.stringify(nodes.get(other)?.fields[field]) === value,
        keys: () => nodes.keys(),
      }),
      (keys) => keys.has(key),
    )
    return [{ at, field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  })
}

function fieldNames({ fields }: NodeState): readonly HistoryChange['field'][] {
  return Object.keys(fields) as HistoryChange['field'][]
}

/** What went and what came: of lists that hold other things, those; nothing where both are the same. */
export function difference(
  from: Value | undefined,
  to: Value | undefined,
): readonly [Value | undefined, Value | undefined] {
  if (!Array.isArray(from) && !Array.isArray(to)) return from === to ? [undefined, undefined] : [from, to]
  const before = Array.isArray(from) ? from : []
  const after = Array.isArray(to) ? to : []
  const gone = before.filter((value) => !after.includes(value))
  const come = after.filter((value) => !before.includes(value))
  return [gone.length === 0 ? undefined : gone, come.length === 0 ? undefined : come]
}

function papersBySection({ nodes }: FieldState): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = new Map<string, Set<string>>()
  for (const [key, { fields }] of nodes) {
    for (const name of Array.isArray(fields.sections) ? fields.sections : []) {
      const papers = sections.get(name)
      if (papers === undefined) sections.set(name, new Set([key]))
      else papers.add(key)
    }
  }
  return sections
}

/** A node as it was, under what its headings are called now: their papers were not moved. */
function underNames(node: NodeState, headings: ReadonlyMap<string, string>): NodeState {
  const { sections } = node.fields
  if (!Array.isArray(sections) || !sections.some((name) => headings.has(name))) return node
  const renamed = sections.map((name) => headings.get(name) ?? name).sort(byCodeUnits)
  return { ...node, fields: { ...node.fields, sections: renamed } }
}

function removedOf({ kind, label, identifiers }: NodeState): RemovedNode {
  const hasOne = identifiers !== undefined && Object.keys(identifiers).length > 0
  return { kind, label, ...(hasOne ? { identifiers: { ...identifiers } } : {}) }
}

function append<T>(lists: Map<string, T[]>, key: string, values: readonly T[]): void {
  if (values.length === 0) return
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [...values])
  else known.push(...values)
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => byCodeUnits(a, b)))
}
