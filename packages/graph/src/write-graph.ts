import type { FieldGraph, GraphFile } from './field-graph.ts'
import { byCodeUnits } from './keys.ts'
import { stableLine } from './stable-json.ts'

/**
 * Writes a graph as `graph.json`: one node or edge a line, sorted by key, keys of objects sorted, final newline.
 * A function of the graph alone: the order in which nodes and edges were added does not show.
 */
export function writeGraph(graph: FieldGraph): string {
  return partsOf(graph, stableLine, (text) => text).join('')
}

/** Lines that are encoded at once. */
const CHUNK = 10_000

/**
 * {@link writeGraph} as UTF-8, some thousand lines at a time: the text of a field of a million papers would be longer than
 * a text can be.
 *
 * @param encode makes UTF-8 of a text.
 */
export function encodeGraph(graph: FieldGraph, encode: (text: string) => Uint8Array): Uint8Array {
  const parts = partsOf(graph, stableLine, (text) => text)
  const chunks = Array.from({ length: Math.ceil(parts.length / CHUNK) }, (_, i) =>
    encode(parts.slice(i * CHUNK, (i + 1) * CHUNK).join('')),
  )
  return concatenate(chunks)
}

/**
 * {@link encodeGraph} for graphs of one run that share what they say, such as those before and after an edit:
 * the line of a node or edge that says what the last graph said, in the same objects, is neither made nor encoded anew.
 * These objects must not change.
 *
 * @param encode makes UTF-8 of a text.
 */
export function createGraphWriter(encode: (text: string) => Uint8Array): (graph: FieldGraph) => Uint8Array {
  let last = new Map<string, Written>()
  return (graph) => {
    const next = new Map<string, Written>()
    const lineOf = (item: Item): Uint8Array => {
      const known = last.get(item.key)
      const written =
        known !== undefined && isSameItem(known.item, item) ? known : { item, line: encode(stableLine(item)) }
      next.set(item.key, written)
      return written.line
    }
    const bytes = concatenate(partsOf(graph, lineOf, encode))
    last = next
    return bytes
  }
}

/** A node or edge as the file holds it. Keys of nodes and edges differ. */
type Item = GraphFile['nodes'][number] | GraphFile['edges'][number]

interface Written {
  readonly item: Item
  readonly line: Uint8Array
}

/** The file in parts, of which the lines of nodes and edges are the most; `text` makes a part of the rest. */
function partsOf<P>(graph: FieldGraph, lineOf: (item: Item) => P, text: (text: string) => P): P[] {
  const nodes = graph.mapNodes((key, attributes) => ({ attributes, key }))
  const edges = graph.mapEdges((key, attributes, source, target) => ({ attributes, key, source, target }))
  const parts: P[] = []
  const begin = text('\n')
  const between = text(',\n')
  const putLines = (items: readonly Item[]): void => {
    items.forEach((item, i) => {
      parts.push(i === 0 ? begin : between, lineOf(item))
    })
    if (items.length > 0) parts.push(begin)
  }
  parts.push(text(`{\n"attributes": ${stableLine(graph.getAttributes())},\n"edges": [`))
  putLines(edges.sort((a, b) => byCodeUnits(a.key, b.key)))
  parts.push(text('],\n"nodes": ['))
  putLines(nodes.sort((a, b) => byCodeUnits(a.key, b.key)))
  const options = { allowSelfLoops: false, multi: true, type: 'directed' }
  parts.push(text(`],\n"options": ${stableLine(options)}\n}\n`))
  return parts
}

/** Whether two items are written the same, by the objects in them. */
function isSameItem(a: Item, b: Item): boolean {
  if ('source' in a !== 'source' in b) return false
  if ('source' in a && 'source' in b && (a.source !== b.source || a.target !== b.target)) return false
  return isSameShallow(a.attributes, b.attributes)
}

function isSameShallow(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  // No lists of keys: this is asked of every node and edge of every build.
  for (const key in a) if (!Object.is(a[key], b[key])) return false
  for (const key in b) if (!Object.hasOwn(a, key)) return false
  return true
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
