import { createFieldIndex, type FieldGraph, type FieldIndex } from '@fieldmap/graph'

const indices = new WeakMap<FieldGraph, FieldIndex>()

/**
 * What questions about a graph are answered from, for the scene and the panels alike: made when the first is asked, and
 * kept. It knows no map: communities are asked of by their members (see `regionSet`). Graphs may not change afterwards.
 */
export function questionIndex(graph: FieldGraph): FieldIndex {
  const known = indices.get(graph) ?? createFieldIndex(graph)
  indices.set(graph, known)
  return known
}
