import type { GroupingName } from '@fieldmap/graph'
import { layoutOf } from '@fieldmap/view'
import type { LoadedField } from './load.ts'

/** What a chosen key is called: a region of the grouping, or a node; the key itself where it means nothing here. */
export function nameOf({ graph, map }: LoadedField, grouping: GroupingName, key: string): string {
  const region = layoutOf(graph, map, grouping).regionById.get(key)
  if (region !== undefined) return region.label
  return graph.hasNode(key) ? graph.getNodeAttribute(key, 'label') : key
}
