import * as v from 'valibot'
import { createFieldGraph, type FieldGraph, type GraphFile } from './field-graph.ts'
import { byCodeUnits } from './keys.ts'
import { GRAPH_FORMAT, GRAPH_VERSION, graphFile } from './schema.ts'
import { lineArray, stableLine } from './stable-json.ts'

/** A graph or map file that is none, or of another version; the message says where and what was expected. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
}

/**
 * Writes a graph as `graph.json`: one node or edge a line, sorted by key, keys of objects sorted, final newline.
 * A function of the graph alone: the order in which nodes and edges were added does not show.
 */
export function writeGraph(graph: FieldGraph): string {
  return writeWith(graph, stableLine)
}

/**
 * {@link writeGraph} for graphs of one run that share what they say, such as those before and after an edit: the line of
 * a node or edge that says what the last graph said, in the same objects, is not made anew. These objects must not change.
 */
export function createGraphWriter(): (graph: FieldGraph) => string {
  let last = new Map<string, Written>()
  return (graph) => {
    const next = new Map<string, Written>()
    const text = writeWith(graph, (item) => {
      const known = last.get(item.key)
      const written = known !== undefined && isSameItem(known.item, item) ? known : { item, line: stableLine(item) }
      next.set(item.key, written)
      return written.line
    })
    last = next
    return text
  }
}

/** A node or edge as the file holds it. Keys of nodes and edges differ. */
type Item = GraphFile['nodes'][number] | GraphFile['edges'][number]

interface Written {
  readonly item: Item
  readonly line: string
}

function isSameItem(a: Item, b: Item): boolean {
  const { attributes: ofA, ...endsOfA } = a
  const { attributes: ofB, ...endsOfB } = b
  return isSameShallow(endsOfA, endsOfB) && isSameShallow(ofA, ofB)
}

function isSameShallow(a: object, b: object): boolean {
  const of = new Map<string, unknown>(Object.entries(b))
  const entries = Object.entries(a)
  return entries.length === of.size && entries.every(([key, value]) => of.has(key) && Object.is(of.get(key), value))
}

function writeWith(graph: FieldGraph, lineOf: (item: Item) => string): string {
  const nodes = graph.mapNodes((key, attributes) => ({ attributes, key }))
  const edges = graph.mapEdges((key, attributes, source, target) => ({ attributes, key, source, target }))
  nodes.sort((a, b) => byCodeUnits(a.key, b.key))
  edges.sort((a, b) => byCodeUnits(a.key, b.key))
  const options = { allowSelfLoops: false, multi: true, type: 'directed' }
  return [
    '{',
    `"attributes": ${stableLine(graph.getAttributes())},`,
    `"edges": ${lineArray(edges.map(lineOf))},`,
    `"nodes": ${lineArray(nodes.map(lineOf))},`,
    `"options": ${stableLine(options)}`,
    '}',
    '',
  ].join('\n')
}

/**
 * Reads `graph.json` from its text. Nodes and edges keep the file's order.
 *
 * @throws {FormatError} where the text is no JSON, no Fieldmap graph, of another version, or an edge has no end.
 */
export function readGraph(text: string): FieldGraph {
  return graphFromJson(parseJson(text, 'graph'))
}

/** {@link readGraph} for JSON that is parsed already, e.g. by `fetch`. */
export function graphFromJson(json: unknown): FieldGraph {
  const file = checkFormat(graphFile, json, GRAPH_FORMAT, GRAPH_VERSION)
  const graph = createFieldGraph(file.attributes)
  for (const { key, attributes } of file.nodes) graph.addNode(key, attributes)
  for (const edge of file.edges) addEdge(graph, edge)
  return graph
}

function addEdge(graph: FieldGraph, edge: GraphFile['edges'][number]): void {
  for (const end of [edge.source, edge.target]) {
    if (!graph.hasNode(end)) throw new FormatError(`Edge ${edge.key} ends at ${end}, which the file does not hold.`)
  }
  graph.addEdgeWithKey(edge.key, edge.source, edge.target, edge.attributes)
}

/** Parses JSON; a {@link FormatError} names the file's kind where it is none. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FormatError(`This ${what} file is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** Checks a parsed file against its schema; format and version first, since they explain most failures. */
export function checkFormat<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  format: string,
  version: number,
): v.InferOutput<S> {
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), headOf(json))
  if (!head.success || head.output.format !== format) {
    throw new FormatError(`This is no ${format} file: it does not say "format": "${format}".`)
  }
  if (head.output.version !== version) {
    throw new FormatError(
      `This ${format} file has version ${head.output.version}; this program reads ${version}. Build it again.`,
    )
  }
  const result = v.safeParse(schema, json)
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new FormatError(`This ${format} file is damaged at ${v.getDotPath(issue) ?? 'its root'}: ${issue.message}`)
}

function headOf(json: unknown): unknown {
  if (json === null || typeof json !== 'object') return json
  return 'attributes' in json ? json.attributes : json
}
