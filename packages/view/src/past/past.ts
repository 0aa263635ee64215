import type { FieldGraph, OpenHistory, VersionSpan } from '@fieldmap/graph'

/** A version that changed the graph, and what it did. All words in it are text to be escaped. */
export interface TimeStep {
  /** Its place among the steps, and that of its commit among the versions of the history, both from 0. */
  readonly number: number
  readonly version: number
  readonly commit: string
  /** In UTC, `YYYY-MM-DD`. */
  readonly day: string
  /** The committer's date in milliseconds since 1970; that of the step before where clocks ran backwards. */
  readonly time: number
  readonly author: string
  readonly subject: string
  /** Papers that it brought, or brought again, and that it took away. */
  readonly came: number
  readonly went: number
  /** Nodes of which it made something another, e.g. a venue. */
  readonly changed: number
  /** Nodes that are no papers, and edges, that came or went. */
  readonly others: number
  /** Papers after it: those that the map holds, and those that were removed since. */
  readonly present: number
  readonly gone: number
}

/** What commits know of a graph, made ready to go through: which version held what. */
export interface Past {
  readonly history: OpenHistory
  readonly graph: FieldGraph
  /** Oldest first: the first version, and each that changed the graph. */
  readonly steps: readonly TimeStep[]
  readonly nodes: ReadonlyMap<string, readonly VersionSpan[]>
  readonly edges: ReadonlyMap<string, readonly VersionSpan[]>
  /** Whether what the first version holds may be older: a shallow clone begins with it. */
  readonly isOlder: boolean
}

/** How the keys of papers begin. */
const PAPER = 'paper:'

const known = new WeakMap<OpenHistory, WeakMap<FieldGraph, Past>>()

/** The past of a graph; made once for each history and graph. Linear in the nodes and edges of the history. */
export function pastOf(history: OpenHistory, graph: FieldGraph): Past {
  const ofHistory = known.get(history) ?? new WeakMap<FieldGraph, Past>()
  known.set(history, ofHistory)
  const past = ofHistory.get(graph) ?? makePast(history, graph)
  ofHistory.set(graph, past)
  return past
}

function makePast(history: OpenHistory, graph: FieldGraph): Past {
  const [nodes, edges] = [history.nodeSpans(), history.edgeSpans()]
  const counts = history.versions.map(() => ({ came: 0, went: 0, changed: 0, others: 0, present: 0, gone: 0 }))
  const at = (version: number): (typeof counts)[number] | undefined => counts[version]
  for (const [key, spans] of nodes) {
    const isPaper = key.startsWith(PAPER)
    const where = graph.hasNode(key) ? 'present' : 'gone'
    for (const { from, to } of spans) {
      const [first, last] = [at(from), at(to)]
      if (first !== undefined) first[isPaper ? 'came' : 'others']++
      if (last !== undefined) last[isPaper ? 'went' : 'others']++
      if (isPaper && first !== undefined) first[where]++
      if (isPaper && last !== undefined) last[where]--
    }
  }
  for (const spans of edges.values()) {
    for (const { from, to } of spans) {
      for (const one of [at(from), at(to)]) if (one !== undefined) one.others++
    }
  }
  for (const versions of history.changedIn().values()) {
    for (const version of versions) {
      const one = at(version)
      if (one !== undefined) one.changed++
    }
  }
  return { history, graph, steps: stepsOf(history, counts), nodes, edges, isOlder: isOlder(history, nodes) }
}

type Counts = Pick<TimeStep, 'came' | 'went' | 'changed' | 'others' | 'present' | 'gone'>

/** The versions that changed something, with their sums so far. */
function stepsOf({ versions }: OpenHistory, counts: readonly Counts[]): readonly TimeStep[] {
  const steps: TimeStep[] = []
  let [present, gone, time] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const [version, { commit, date, author, subject }] of versions.entries()) {
    const count = counts[version]
    if (count === undefined) continue
    present += count.present
    gone += count.gone
    const isStep = count.came + count.went + count.changed + count.others > 0
    if (!isStep && version > 0) continue
    const stated = Date.parse(date)
    time = Number.isNaN(stated) ? Math.max(time, 0) : Math.max(time, stated)
    const words = { commit, day: date.slice(0, 10), author, subject }
    steps.push({ ...count, ...words, number: steps.length, version, time, present, gone })
  }
  return steps
}

function isOlder(history: OpenHistory, nodes: Past['nodes']): boolean {
  for (const [key, spans] of nodes) {
    if (spans[0]?.from === 0) return history.nodeIntervals(key)[0]?.from.olderThanClone === true
  }
  return false
}
