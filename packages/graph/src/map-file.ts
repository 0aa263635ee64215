import * as v from 'valibot'
import { checkFormat, parseJson } from './graph-file.ts'
import { byCodeUnits } from './keys.ts'
import { stableLines } from './stable-json.ts'

export const MAP_VERSION = 1
export const MAP_FORMAT = 'fieldmap-map'

/** The ways to divide a field into regions. */
export const GROUPINGS = ['task', 'community', 'venue', 'year'] as const
export type GroupingName = (typeof GROUPINGS)[number]

const position = v.tuple([v.number(), v.number()])
const region = v.object({ id: v.string(), label: v.string(), members: v.array(v.string()) })
const grouping = v.object({ regions: v.array(region), positions: v.record(v.string(), position) })

const proof = v.object({
  label: v.string(),
  kind: v.picklist(['task', 'dataset', 'term']),
  key: v.exactOptional(v.string()),
  count: v.number(),
  of: v.number(),
})

const mapFile = v.object({
  format: v.literal(MAP_FORMAT),
  version: v.literal(MAP_VERSION),
  communities: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      terms: v.array(v.string()),
      proof: v.exactOptional(v.array(proof)),
      size: v.number(),
      stability: v.number(),
      members: v.array(v.string()),
    }),
  ),
  groupings: v.object({ task: grouping, community: grouping, venue: grouping, year: grouping }),
})

/**
 * `map.json`: what is computed from the facts, never from an earlier build.
 *
 * `communities`: found groups of papers (Louvain), largest first. `terms`: up to five labels of tasks and datasets or
 * words of titles that set it apart; `proof`: up to three of them, the one that is the label first: `count` of its
 * papers have it, `of` all papers of the graph; `key` of the task or dataset, none for words of titles. `stability` in
 * 0..1: over repeated runs, the mean likeness (Jaccard) of the group most like it. `groupings[g].regions`: members are keys of papers, each in at most one region
 * of a grouping; a paper in none is not placed. `groupings[g].positions`: x and y of every node of the graph, in map
 * units: about −1000..1000, y upwards.
 */
export type FieldMap = v.InferOutput<typeof mapFile>
export type Community = FieldMap['communities'][number]
export type CommunityProof = NonNullable<Community['proof']>[number]
export type Grouping = FieldMap['groupings']['task']
export type Region = Grouping['regions'][number]

/** Writes a map as `map.json`: one community, region or position a line, sorted keys, final newline. */
export function writeMap(map: FieldMap): string {
  // Joined once: most of the time goes to copying texts of this length.
  const parts = [`{\n"communities": ${stableLines(map.communities)},\n"format": "${MAP_FORMAT}",\n"groupings": {\n`]
  GROUPINGS.toSorted(byCodeUnits).forEach((name, i) => {
    const { regions, positions } = map.groupings[name]
    parts.push(`${i === 0 ? '' : ',\n'}"${name}": {\n"positions": {\n`)
    // Without a function of one's own strings are sorted by code units, and much faster.
    const places = Object.keys(positions).sort()
    places.forEach((key, j) => {
      parts.push(j === 0 ? '' : ',\n', JSON.stringify(key), ': ', JSON.stringify(positions[key]))
    })
    parts.push(`\n},\n"regions": ${stableLines(regions)}\n}`)
  })
  parts.push(`\n},\n"version": ${MAP_VERSION}\n}\n`)
  return parts.join('')
}

/** Reads `map.json` from its text. @throws {FormatError} as `readGraph` does. */
export function readMap(text: string): FieldMap {
  return mapFromJson(parseJson(text, 'map'))
}

/** {@link readMap} for JSON that is parsed already. */
export function mapFromJson(json: unknown): FieldMap {
  return checkFormat(mapFile, json, MAP_FORMAT, MAP_VERSION)
}
