import * as v from 'valibot'
import type { FieldGraph } from './field-graph.ts'
import { graphFromJson, parseJson, writeGraph } from './graph-file.ts'
import { type FieldMap, GROUPINGS, mapFromJson, writeMap } from './map-file.ts'
import { type Tour, tourFromJson } from './tour/tour-file.ts'

/** A graph, its map and, if there is one, its tour in one text. */
export interface PackedField {
  readonly graph: FieldGraph
  readonly map: FieldMap
  readonly tour?: Tour
}

/** Positions stand in the order of the graph's nodes instead of beside their keys: half of a map's size is keys. */
const packed = v.object({
  graph: v.looseObject({ nodes: v.array(v.looseObject({ key: v.string() })) }),
  map: v.looseObject({
    groupings: v.record(
      v.picklist(GROUPINGS),
      v.looseObject({ positions: v.array(v.nullable(v.tuple([v.number(), v.number()]))) }),
    ),
  }),
  tour: v.exactOptional(v.unknown()),
})

/**
 * Packs a graph, its map and its tour into one line of JSON for a page that holds them. `<` is written as an escape, so that the
 * text can stand in a script element. `unpackField` gives them back.
 */
export function packField(graph: FieldGraph, map: FieldMap, tour?: Tour): string {
  const file = v.parse(packed.entries.graph, JSON.parse(writeGraph(graph)))
  const keys = file.nodes.map(({ key }) => key)
  const groupings = Object.fromEntries(
    GROUPINGS.map((name) => {
      const { positions, ...rest } = map.groupings[name]
      return [name, { ...rest, positions: keys.map((key) => positions[key] ?? null) }]
    }),
  )
  const plain = v.parse(v.looseObject({}), JSON.parse(writeMap(map)))
  return JSON.stringify({ graph: file, map: { ...plain, groupings }, ...(tour && { tour }) }).replaceAll('<', '\\u003c')
}

/** Reads what {@link packField} wrote. @throws {FormatError} where the text is something else. */
export function unpackField(text: string): PackedField {
  const json = parseJson(text, 'packed field')
  const file = v.safeParse(packed, json)
  if (!file.success) return { graph: graphFromJson(json), map: mapFromJson(json) }
  const { graph, map, tour } = file.output
  const keys = graph.nodes.map(({ key }) => key)
  const groupings = Object.fromEntries(
    Object.entries(map.groupings).map(([name, { positions, ...rest }]) => {
      const placed = keys.flatMap((key, i) => {
        const place = positions[i]
        return place === null || place === undefined ? [] : [[key, place] as const]
      })
      return [name, { ...rest, positions: Object.fromEntries(placed) }]
    }),
  )
  return {
    graph: graphFromJson(graph),
    map: mapFromJson({ ...map, groupings }),
    ...(tour === undefined ? {} : { tour: tourFromJson(tour) }),
  }
}
