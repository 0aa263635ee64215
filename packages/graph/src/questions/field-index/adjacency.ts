import type { FieldGraph } from '../../field-graph.ts'
import { byCodeUnits } from '../../keys.ts'
import { evidenceMark } from './evidence-mark.ts'
import { buildRows, type Rows, rowLength, transpose } from './rows.ts'

/** The mark of an edge that is no statement about datasets: every choice of evidence counts it. */
export const ALWAYS = 255

/** A venue says where, not what about: it explains half as well as other nodes of its degree. */
const VENUE_FACTOR = 2

/** The graph as numbers, direction left out: several edges between two nodes are one pair. */
export interface Adjacency {
  /** Keys of all nodes, by code units. */
  readonly keys: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Neighbours of each node, the cheapest first, then by number, with the mark of their evidence. */
  readonly neighbors: Rows
  /** Cost of passing through each node: `1 + ln(number of neighbours)`, of a venue twice that; ≥ 1. */
  readonly costs: Float64Array
  /** Number of the paper that each node is, −1 for other nodes. */
  readonly paperOf: Int32Array
}

/** The adjacency of a graph. Linear in nodes and edges, but for sorting the keys. */
export function adjacencyOf(graph: FieldGraph, paperIndex: ReadonlyMap<string, number>): Adjacency {
  const keys = graph.nodes().sort(byCodeUnits)
  const indexOf = new Map(keys.map((key, index) => [key, index]))
  const rows = new Int32Array(2 * graph.size)
  const items = new Int32Array(2 * graph.size)
  const marks = new Uint8Array(2 * graph.size)
  let pair = 0
  graph.forEachEdge((_, edge, source, target) => {
    const mark = edge.kind === 'uses' || edge.kind === 'introduces' ? evidenceMark(edge) : ALWAYS
    rows[pair] = items[pair + 1] = indexOf.get(source) ?? 0
    items[pair] = rows[pair + 1] = indexOf.get(target) ?? 0
    marks[pair] = marks[pair + 1] = mark
    pair += 2
  })
  const [ascending] = buildRows(keys.length, keys.length, { rows, items, marks })
  const costs = Float64Array.from(keys, (key, i) => {
    const cost = 1 + Math.log(Math.max(1, rowLength(ascending, i)))
    return graph.getNodeAttribute(key, 'kind') === 'venue' ? VENUE_FACTOR * cost : cost
  })
  const paperOf = Int32Array.from(keys, (key) => paperIndex.get(key) ?? -1)
  return { keys, indexOf, neighbors: cheapestFirst(ascending, costs), costs, paperOf }
}

/** Symmetric rows with the items of each by cost, then by number. */
function cheapestFirst(rows: Rows, costs: Float64Array): Rows {
  const order = Int32Array.from(costs.keys()).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
  return transpose(rows, costs.length, order)
}
