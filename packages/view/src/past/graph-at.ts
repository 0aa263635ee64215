import { createFieldGraph, type FieldGraph } from '@fieldmap/graph'
import { hasCodeThen } from './code-then.ts'
import type { Moment } from './moment.ts'

/** So many graphs are kept: where one is, where one was, and one to compare. */
const KEPT = 3

const kept = new WeakMap<FieldGraph, Map<Moment, FieldGraph>>()
const wholes = new WeakMap<FieldGraph, FieldGraph>()

/**
 * The graph as it was: the nodes and edges that held then, each saying what it says now. Nothing of it is placed anew: see
 * `layoutOf`. Linear in the graph; the last few are kept.
 */
export function graphAt(moment: Moment): FieldGraph {
  const { graph } = moment.past
  const graphs = kept.get(graph) ?? new Map<Moment, FieldGraph>()
  kept.set(graph, graphs)
  const known = graphs.get(moment)
  if (known !== undefined) return known
  const then = createFieldGraph(graph.getAttributes())
  graph.forEachNode((key, node) => {
    if (!moment.hasNode(key)) return
    const isAhead =
      node.kind === 'paper' && node.links.some(({ rel }) => rel === 'code') && !hasCodeThen(graph, key, moment)
    then.addNode(key, isAhead ? { ...node, links: node.links.filter(({ rel }) => rel !== 'code') } : node)
  })
  graph.forEachEdge((key, edge, source, target) => {
    if (moment.hasEdge(key) && then.hasNode(source) && then.hasNode(target))
      then.addEdgeWithKey(key, source, target, edge)
  })
  const [oldest] = graphs.keys()
  if (graphs.size >= KEPT && oldest !== undefined) graphs.delete(oldest)
  graphs.set(moment, then)
  wholes.set(then, graph)
  return then
}

/** The graph as it is now, of one as it was; `undefined` of any other. */
export function wholeOf(graph: FieldGraph): FieldGraph | undefined {
  return wholes.get(graph)
}
