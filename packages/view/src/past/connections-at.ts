import { byCodeUnits, type FieldGraph, type VersionSpan } from '@fieldmap/graph'
import type { Connection } from '../connections.ts'
import type { LaidRegion, Layout } from '../layout.ts'
import type { Moment } from './moment.ts'
import type { Past } from './past.ts'

/** For each thing, by region: the spans in which a paper of the region was tied to it. */
type Ties = ReadonlyMap<string, ReadonlyMap<LaidRegion, readonly VersionSpan[]>>

const ties = new WeakMap<Layout, WeakMap<Past, Ties>>()
const found = new WeakMap<Layout, { readonly moment: Moment; readonly connections: readonly Connection[] }>()

/**
 * What connected the regions of a layout then, strongest first: of each connection the papers, datasets and authors that
 * tied both its ends. Linear in what connections carry, after a first pass over all edges; kept for the last moment.
 */
export function connectionsAt(layout: Layout, moment: Moment): readonly Connection[] {
  const last = found.get(layout)
  if (last?.moment === moment) return last.connections
  const connections = filterConnections(layout, moment)
  found.set(layout, { moment, connections })
  return connections
}

function filterConnections(layout: Layout, moment: Moment): readonly Connection[] {
  const { past, step } = moment
  const known = ties.get(layout) ?? new WeakMap<Past, Ties>()
  ties.set(layout, known)
  const all = known.get(past) ?? tiesOf(layout, past)
  known.set(past, all)
  const isTied = (thing: string, id: string): boolean => {
    const region = layout.regionById.get(id)
    const spans = region && all.get(thing)?.get(region)
    return spans?.some(({ from, to }) => from <= step.version && step.version < to) ?? false
  }
  const isBridge = (paper: string, task: string): boolean =>
    moment.hasNode(paper) && addresses(past.graph, paper, task, moment)
  return layout.connections
    .flatMap((connection): readonly Connection[] => {
      const { a, b } = connection
      const papers = connection.papers.filter((paper) => isBridge(paper, layout.regionOf.get(paper)?.id === a ? b : a))
      const datasets = connection.datasets.filter((key) => isTied(key, a) && isTied(key, b))
      const authors = connection.authors.filter((key) => isTied(key, a) && isTied(key, b))
      const strength = papers.length + datasets.length + authors.length
      return strength === 0 ? [] : [{ ...connection, papers, datasets, authors, strength }]
    })
    .sort((x, y) => y.strength - x.strength || byCodeUnits(x.key, y.key))
}

function addresses(graph: FieldGraph, paper: string, task: string, { hasEdge }: Moment): boolean {
  return graph.someOutEdge(
    paper,
    (edge, { kind }, _, target) => kind === 'addresses' && target === task && hasEdge(edge),
  )
}

function tiesOf({ regionOf, connections }: Layout, { graph, edges }: Past): Ties {
  const all = new Map<string, Map<LaidRegion, VersionSpan[]>>()
  for (const { datasets, authors } of connections) for (const key of [...datasets, ...authors]) all.set(key, new Map())
  for (const [thing, regions] of all) {
    graph.forEachInEdge(thing, (edge, _, paper) => {
      const region = regionOf.get(paper)
      if (region === undefined) return
      const spans = regions.get(region) ?? []
      regions.set(region, spans)
      spans.push(...(edges.get(edge) ?? []))
    })
  }
  return all
}
