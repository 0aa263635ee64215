import { type FieldGraph, NODE_KINDS, type NodeKind } from '@fieldmap/graph'

/** How many nodes there are of each kind, in the order in which people ask for them; kinds without any are left out. */
export function countsOf(graph: FieldGraph): readonly { readonly kind: NodeKind; readonly count: number }[] {
  const counts = new Map<NodeKind, number>()
  graph.forEachNode((_, { kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  })
  return NODE_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0)
}

/**
 * How many datasets a graph names, and of how many it says that a paper or challenge uses or introduces them. Linear in
 * the edges.
 */
export function datasetCounts(graph: FieldGraph): { readonly all: number; readonly used: number } {
  const used = new Set<string>()
  graph.forEachEdge((_, { kind }, __, target) => {
    if (kind === 'uses' || kind === 'introduces') used.add(target)
  })
  return { all: graph.filterNodes((_, { kind }) => kind === 'dataset').length, used: used.size }
}

/** The year of the newest paper: how fresh a map is; `undefined` where no paper states one. */
export function newestYear(graph: FieldGraph): number | undefined {
  const years = graph.mapNodes((_, node) => (node.kind === 'paper' ? node.year : undefined))
  return years.filter((year) => year !== undefined).reduce<number | undefined>((a, b) => Math.max(a ?? b, b), undefined)
}
