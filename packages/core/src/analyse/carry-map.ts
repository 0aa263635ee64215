import type { FieldGraph, FieldMap, Region } from '@fieldmap/graph'
import { groupPapers, mapGroupings } from './groupings.ts'
import { type Place, PlaceBook } from './place-book.ts'

/**
 * A map for a graph that is an edit away from the one that `previous` is of, to be shown until {@link analyse} has made
 * the graph's own: what was there keeps its place and community, a new paper stands in the middle of its region and is in
 * no community yet, another new node between its neighbours. Never for a file, which must not depend on an earlier build.
 *
 * Linear in nodes and edges. Of an empty `previous` every node is in the middle.
 */
export function carryMap(previous: FieldMap, graph: FieldGraph): FieldMap {
  const communities = previous.communities.flatMap((community) => {
    const members = community.members.filter((key) => graph.hasNode(key))
    return members.length === 0 ? [] : [{ ...community, members, size: members.length }]
  })
  const regions = groupPapers(graph, communities)
  const { format, version } = previous
  const groupings = mapGroupings((name) => {
    return {
      regions: [...regions[name]],
      positions: carryPlaces(previous.groupings[name].positions, graph, regions[name]),
    }
  })
  return { format, version, communities, groupings }
}

function carryPlaces(
  previous: Readonly<Record<string, Place>>,
  graph: FieldGraph,
  regions: readonly Region[],
): Record<string, Place> {
  // A copy that loses what is gone costs much less than one that is made of what stays.
  const places = { ...previous }
  for (const key of Object.keys(places)) if (!graph.hasNode(key)) delete places[key]
  const added = graph.filterNodes((key) => !Object.hasOwn(places, key)).sort()
  if (added.length === 0) return places
  const book = new PlaceBook()
  for (const place of Object.values(places)) book.claim(...place)
  const companions = new Map(regions.flatMap(({ members }) => members.map((key) => [key, members] as const)))
  const settle = (key: string, near: readonly string[]): void => {
    const known = near.flatMap((other) => (Object.hasOwn(places, other) ? [places[other] as Place] : []))
    places[key] = book.claim(mean(known.map(([x]) => x)), mean(known.map(([, y]) => y)))
  }
  const isPaper = (key: string): boolean => graph.getNodeAttribute(key, 'kind') === 'paper'
  for (const key of added.filter(isPaper)) settle(key, companions.get(key) ?? graph.neighbors(key))
  for (const key of added.filter((other) => !isPaper(other))) settle(key, graph.neighbors(key))
  return places
}

/** 0, the middle of the map, for no values. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
