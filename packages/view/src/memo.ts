import type { FieldGraph, FieldMap } from '@fieldmap/graph'

/** More than these many kept results of one graph are dropped together: a window that is resized leaves some behind. */
const MOST = 64

const kept = new WeakMap<FieldGraph, WeakMap<FieldMap, Map<string, unknown>>>()

/** What `compute` gave for a graph, its map and a name: computed once, as graphs and maps do not change. */
export function memo<T>(graph: FieldGraph, map: FieldMap, name: string, compute: () => T): T {
  const ofGraph = kept.get(graph) ?? new WeakMap<FieldMap, Map<string, unknown>>()
  kept.set(graph, ofGraph)
  const values = ofGraph.get(map) ?? new Map<string, unknown>()
  ofGraph.set(map, values)
  if (!values.has(name)) {
    if (values.size >= MOST) values.clear()
    values.set(name, compute())
  }
  return values.get(name) as T // set under this name by the same function only
}
