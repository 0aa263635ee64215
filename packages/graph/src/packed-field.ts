import * as v from 'valibot'
import type { FieldGraph } from './field-graph.ts'
import { graphFromJson, parseJson } from './graph-file.ts'
import { type FieldMap, GROUPINGS, mapFromJson, writeMap } from './map-file.ts'
import { graphFile } from './schema.ts'
import { type Tour, tourFromJson } from './tour/tour-file.ts'
import { writeGraph } from './write-graph.ts'

/** A graph, its map and, if there is one, its tour in one text. */
export interface PackedField {
  readonly graph: FieldGraph
  readonly map: FieldMap
  readonly tour?: Tour
}

/** A node: its place in the graph's list of nodes, or its key where that has no such node. */
const nodeRef = v.union([v.number(), v.string()])
const members = v.looseObject({ members: v.array(nodeRef) })

/**
 * What {@link packField} writes. Nodes stand once, in the graph's own order: edges, members and positions name them by
 * their places, as a third of a field is keys. An edge has its key only where that is not made of what it joins.
 */
const packed = v.object({
  graph: v.looseObject({
    nodes: v.array(v.looseObject({ key: v.string() })),
    edges: v.array(
      v.looseObject({
        key: v.exactOptional(v.string()),
        source: nodeRef,
        target: nodeRef,
        attributes: v.looseObject({ kind: v.string() }),
      }),
    ),
  }),
  map: v.looseObject({
    communities: v.array(members),
    groupings: v.record(
      v.picklist(GROUPINGS),
      v.looseObject({
        regions: v.array(members),
        positions: v.array(v.nullable(v.tuple([v.number(), v.number()]))),
      }),
    ),
  }),
  tour: v.exactOptional(v.unknown()),
})

/**
 * Packs a graph, its map and its tour into one line of JSON for a page that holds them. `<` is written as an escape, so that the
 * text can stand in a script element. `unpackField` gives them back.
 */
export function packField(graph: FieldGraph, map: FieldMap, tour?: Tour): string {
  const file = v.parse(graphFile, JSON.parse(writeGraph(graph)))
  const keys = file.nodes.map(({ key }) => key)
  const places = new Map(keys.map((key, i) => [key, i]))
  const ref = (key: string): number | string => places.get(key) ?? key
  const plain = mapFromJson(JSON.parse(writeMap(map)))
  const edges = file.edges.map(({ key, source, target, ...edge }) => ({
    ...(key === joined(source, edge.attributes.kind, target) ? {} : { key }),
    ...edge,
    source: ref(source),
    target: ref(target),
  }))
  const byPlace = <T extends { readonly members: readonly string[] }>(groups: readonly T[]) =>
    groups.map((group) => ({ ...group, members: group.members.map(ref) }))
  const groupings = Object.fromEntries(
    GROUPINGS.map((name) => {
      const { regions, positions } = plain.groupings[name]
      return [name, { regions: byPlace(regions), positions: keys.map((key) => positions[key] ?? null) }]
    }),
  )
  const small = {
    graph: { ...file, edges },
    map: { ...plain, communities: byPlace(plain.communities), groupings },
    ...(tour && { tour }),
  }
  return JSON.stringify(small).replaceAll('<', '\\u003c')
}

/** Reads what {@link packField} wrote. @throws {FormatError} where the text is something else. */
export function unpackField(text: string): PackedField {
  const json = parseJson(text, 'packed field')
  const file = v.safeParse(packed, json)
  if (!file.success) return { graph: graphFromJson(json), map: mapFromJson(json) }
  const { graph, map, tour } = file.output
  const keys = graph.nodes.map(({ key }) => key)
  const keyOf = (ref: number | string): string => (typeof ref === 'string' ? ref : (keys[ref] ?? String(ref)))
  const edges = graph.edges.map((edge) => {
    const [source, target] = [keyOf(edge.source), keyOf(edge.target)]
    return { key: joined(source, edge.attributes.kind, target), ...edge, source, target }
  })
  const byKey = <T extends { readonly members: readonly (number | string)[] }>(groups: readonly T[]) =>
    groups.map((group) => ({ ...group, members: group.members.map(keyOf) }))
  const groupings = Object.fromEntries(
    Object.entries(map.groupings).map(([name, { regions, positions }]) => {
      const placed = keys.flatMap((key, i) => {
        const place = positions[i]
        return place === null || place === undefined ? [] : [[key, place] as const]
      })
      return [name, { regions: byKey(regions), positions: Object.fromEntries(placed) }]
    }),
  )
  return {
    graph: graphFromJson({ ...graph, edges }),
    map: mapFromJson({ ...map, communities: byKey(map.communities), groupings }),
    ...(tour === undefined ? {} : { tour: tourFromJson(tour) }),
  }
}

/** The key of an edge, as `edgeKey` makes it of branded keys. */
function joined(source: string, kind: string, target: string): string {
  return `${source}|${kind}|${target}`
}
