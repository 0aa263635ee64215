import * as v from 'valibot'
import { createFieldGraph, type FieldGraph, type GraphFile } from './field-graph.ts'
import { GRAPH_FORMAT, GRAPH_VERSION, graphFile } from './schema.ts'

/** A graph or map file that is none, or of another version; the message says where and what was expected. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
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
