import { type FieldGraph, NODE_KINDS, type NodeKind } from '@fieldmap/graph'

/** How many nodes there are of each kind, in the order in which people ask for them; kinds without any are left out. */
export function countsOf(graph: FieldGraph): readonly { readonly kind: NodeKind; readonly count: number }[] {
  const counts = new Map<NodeKind, number>()
  graph.forEachNode((_, { kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  })
  return NODE_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0)
}

/** The year of the newest paper: how fresh a map is; `undefined` where no paper states one. */
export function newestYear(graph: FieldGraph): number | undefined {
  const years = graph.mapNodes((_, node) => (node.kind === 'paper' ? node.year : undefined))
  return years.filter((year) => year !== undefined).reduce<number | undefined>((a, b) => Math.max(a ?? b, b), undefined)
}
