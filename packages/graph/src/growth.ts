import type { HistoryChange, HistoryFile, HistoryInterval, HistoryVersion } from './history-file.ts'
import type { NodeKind } from './kinds.ts'

/** A node that a version added, removed or changed. */
export interface GrowthNode {
  readonly key: string
  readonly kind: string
  readonly label: string
  /** Who wrote the commit that did it. */
  readonly author: string
}

/** What one version did to the graph. Edges are counted by kind. */
export interface GrowthStep extends HistoryVersion {
  readonly added: readonly GrowthNode[]
  readonly removed: readonly GrowthNode[]
  readonly changed: readonly (GrowthNode & { readonly changes: readonly HistoryChange[] })[]
  readonly addedEdges: Readonly<Record<string, number>>
  readonly removedEdges: Readonly<Record<string, number>>
  /** Papers in the graph after it. */
  readonly papers: number
  /** What it added may be older: a shallow clone begins here. */
  readonly olderThanClone?: true
}

/**
 * The growth of a field: the versions that changed the graph, oldest first, each with what it added, changed and
 * removed. `labels` names the nodes that are still there. Linear in the history.
 */
export function growth(history: HistoryFile, labels: ReadonlyMap<string, string>): readonly GrowthStep[] {
  const steps = new Map(history.versions.map((version) => [version.commit, emptyStep(version)]))
  const node = (key: string, author: string): GrowthNode => {
    return { key, kind: kindOf(key), label: labels.get(key) ?? history.removed[key]?.label ?? key, author }
  }
  for (const [key, intervals] of Object.entries(history.nodes)) {
    for (const { from, to } of intervals) {
      const step = steps.get(from.commit)
      step?.added.push(node(key, from.author))
      if (step !== undefined && from.olderThanClone) step.olderThanClone = true
      if (to !== undefined) steps.get(to.commit)?.removed.push(node(key, to.author))
    }
  }
  for (const [key, intervals] of Object.entries(history.edges)) countEdges(steps, key, intervals)
  for (const [key, changes] of Object.entries(history.changes)) {
    for (const change of changes) {
      const step = steps.get(change.at.commit)
      const known = step?.changed.find((other) => other.key === key)
      if (known !== undefined) known.changes.push(change)
      else step?.changed.push({ ...node(key, change.at.author), changes: [change] })
    }
  }
  let papers = 0
  const all = [...steps.values()].map((step) => {
    papers += count(step.added, 'paper') - count(step.removed, 'paper')
    return { ...step, papers }
  })
  return all.filter(({ added, removed, changed, addedEdges, removedEdges }) => {
    const edges = Object.keys(addedEdges).length + Object.keys(removedEdges).length
    return added.length + removed.length + changed.length + edges > 0
  })
}

interface OpenStep extends HistoryVersion {
  readonly added: GrowthNode[]
  readonly removed: GrowthNode[]
  readonly changed: (GrowthNode & { readonly changes: HistoryChange[] })[]
  readonly addedEdges: Record<string, number>
  readonly removedEdges: Record<string, number>
  olderThanClone?: true
}

function emptyStep(version: HistoryVersion): OpenStep {
  return { ...version, added: [], removed: [], changed: [], addedEdges: {}, removedEdges: {} }
}

function countEdges(steps: ReadonlyMap<string, OpenStep>, key: string, intervals: readonly HistoryInterval[]): void {
  const kind = key.split('|')[1] ?? ''
  for (const { from, to } of intervals) {
    const added = steps.get(from.commit)?.addedEdges
    if (added !== undefined) added[kind] = (added[kind] ?? 0) + 1
    const removed = to === undefined ? undefined : steps.get(to.commit)?.removedEdges
    if (removed !== undefined) removed[kind] = (removed[kind] ?? 0) + 1
  }
}

function count(nodes: readonly GrowthNode[], kind: NodeKind): number {
  return nodes.filter((node) => node.kind === kind).length
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'))
}
