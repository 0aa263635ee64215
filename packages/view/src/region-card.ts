import { byCodeUnits, type FieldGraph, type FieldMap, type GroupingName, type NodeKind } from '@fieldmap/graph'
import { noteText } from './card.ts'
import type { Connection } from './connections.ts'
import { layoutOf } from './layout.ts'

export interface RegionPaper {
  readonly key: string
  readonly label: string
  readonly note: string
  readonly importance: number
}

/** Another region and what connects to it: keys with their names, rarest first. */
export interface RegionConnection {
  readonly key: string
  readonly region: string
  readonly label: string
  readonly strength: number
  readonly shared: readonly { readonly key: string; readonly kind: NodeKind; readonly label: string }[]
}

/** What is said of a region: its papers, most important and newest first, and what connects it, strongest first. */
export interface RegionCard {
  readonly id: string
  readonly label: string
  readonly hue: number | null
  readonly papers: readonly RegionPaper[]
  readonly connections: readonly RegionConnection[]
}

/** The card of a region of a grouping; `undefined` where there is no such region. */
export function regionCardOf(
  graph: FieldGraph,
  map: FieldMap,
  grouping: GroupingName,
  id: string,
): RegionCard | undefined {
  const layout = layoutOf(graph, map, grouping)
  const region = layout.regionById.get(id)
  if (region === undefined) return undefined
  const connections = layout.connections
    .filter(({ a, b }) => a === id || b === id)
    .map((connection) => {
      const other = connection.a === id ? connection.b : connection.a
      const label = layout.regionById.get(other)?.label ?? other
      return {
        key: connection.key,
        region: other,
        label,
        strength: connection.strength,
        shared: sharedOf(graph, connection),
      }
    })
  return { id, label: region.label, hue: region.hue, papers: papersOf(graph, region.members), connections }
}

/** What a band carries, its papers first, then datasets and authors, in each the rarest (fewest papers) first. */
export function sharedOf(graph: FieldGraph, { papers, datasets, authors }: Connection): RegionConnection['shared'] {
  const rare = (a: string, b: string): number => graph.degree(a) - graph.degree(b) || byCodeUnits(a, b)
  return [...papers, ...datasets.toSorted(rare), ...authors.toSorted(rare)].map((key) => {
    const { kind, label } = graph.getNodeAttributes(key)
    return { key, kind, label }
  })
}

function papersOf(graph: FieldGraph, members: readonly string[]): readonly RegionPaper[] {
  const papers = members.flatMap((key) => {
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'paper') return []
    const { label, importance = 0, year = 0 } = node
    return [{ key, label, note: noteText(node), importance, year }]
  })
  papers.sort((a, b) => b.importance - a.importance || b.year - a.year || byCodeUnits(a.key, b.key))
  return papers.map(({ key, label, note, importance }) => ({ key, label, note, importance }))
}
