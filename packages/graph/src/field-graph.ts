import Graph from 'graphology'
import type * as v from 'valibot'
import type { graphFile } from './schema.ts'

/** `graph.json` as read: graphology's own serialisation. */
export type GraphFile = v.InferOutput<typeof graphFile>
export type GraphAttributes = GraphFile['attributes']
/** One of the texts that a graph is a function of. */
export type GraphSource = GraphAttributes['sources'][number]
export type SourceKind = GraphSource['kind']

/** What a node says, by its `kind`. */
export type NodeAttributes = GraphFile['nodes'][number]['attributes']
export type AttributesOf<K extends NodeAttributes['kind']> = Extract<NodeAttributes, { kind: K }>
export type PaperAttributes = AttributesOf<'paper'>
export type PaperLink = PaperAttributes['links'][number]
export type PaperVersion = PaperAttributes['versions'][number]
export type Identifiers = PaperAttributes['identifiers']

/** What an edge says. */
export type EdgeAttributes = GraphFile['edges'][number]['attributes']

/** The knowledge graph of a field: directed, several kinds of edge between two nodes, no loops. */
export type FieldGraph = Graph<NodeAttributes, EdgeAttributes, GraphAttributes>

/** An empty graph with the options of `graph.json`. */
export function createFieldGraph(attributes: GraphAttributes): FieldGraph {
  const graph: FieldGraph = new Graph({ type: 'directed', multi: true, allowSelfLoops: false })
  graph.replaceAttributes(attributes)
  return graph
}
