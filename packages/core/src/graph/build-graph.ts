import {
  byCodeUnits,
  createFieldGraph,
  type EdgeAttributes,
  type Evidence,
  edgeKey,
  type FieldGraph,
  type GraphAttributes,
  type NodeAttributes,
  type NodeKey,
} from '@fieldmap/graph'
import type { EdgeStatement, NodeStatement, Statements } from '../link/statement.ts'
import { oncePer, oncePerList } from '../memo.ts'

/**
 * Builds the graph of some statements: nodes and edges in the order of their keys, evidence in the order of its places,
 * so that the order of the statements does not show. An edge whose end no statement describes is left out.
 */
export function buildGraph(statements: Statements, attributes: GraphAttributes): FieldGraph {
  return build(statements, attributes, { keyOfEdge, joinNodes, joinEdges })
}

/** {@link buildGraph} */
export type GraphBuilder = typeof buildGraph

/**
 * {@link buildGraph} for fields of one run that share what they say: what the same statements come to is the same object.
 * It holds as much as the graph for as long as the statements live, so that a single build is better off without.
 */
export function createGraphBuilder(): GraphBuilder {
  const joins = {
    keyOfEdge: oncePer(keyOfEdge),
    joinNodes: oncePerList(joinNodes),
    joinEdges: oncePerList(joinEdges),
  }
  return (statements, attributes) => build(statements, attributes, joins)
}

/** What statements come to. */
interface Joins {
  readonly keyOfEdge: (statement: EdgeStatement) => string
  readonly joinNodes: (statements: readonly NodeStatement[]) => NodeAttributes
  readonly joinEdges: (statements: readonly EdgeStatement[]) => EdgeAttributes
}

function build(
  { nodes, edges }: Statements,
  attributes: GraphAttributes,
  { keyOfEdge, joinNodes, joinEdges }: Joins,
): FieldGraph {
  const graph = createFieldGraph(attributes)
  const byNode = groupBy(nodes, (node) => node.key)
  for (const key of sortedKeys(byNode)) graph.addNode(key, joinNodes(byNode.get(key) ?? []))
  const byEdge = groupBy(edges, keyOfEdge)
  for (const key of sortedKeys(byEdge)) {
    const statements = byEdge.get(key) ?? []
    const first = statements[0]
    if (first === undefined || first.source === first.target) continue
    if (!graph.hasNode(first.source) || !graph.hasNode(first.target)) continue
    graph.addEdgeWithKey(key, first.source, first.target, joinEdges(statements))
  }
  return graph
}

function keyOfEdge({ source, kind, target }: EdgeStatement): string {
  return edgeKey(source as NodeKey, kind, target as NodeKey)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Without a function of one's own strings are sorted by code units, and much faster. */
function sortedKeys(groups: ReadonlyMap<string, unknown>): readonly string[] {
  return [...groups.keys()].sort()
}

/** The label that most mentions use; a framework or other word that any statement adds is kept. */
function joinNodes(statements: readonly NodeStatement[]): NodeAttributes {
  const sorted = statements.toSorted((a, b) => byPlace(a.mentions[0], b.mentions[0]))
  const attributes = Object.assign({}, ...sorted.map((statement) => statement.attributes).reverse())
  const label = mostFrequent(sorted.map((statement) => statement.attributes.label))
  return { ...attributes, label, mentions: distinct(sorted.flatMap((statement) => statement.mentions)) }
}

function joinEdges(statements: readonly EdgeStatement[]): EdgeAttributes {
  const sorted = statements.toSorted((a, b) => byPlace(a.evidence[0], b.evidence[0]))
  const label = sorted.find((statement) => statement.label !== undefined)?.label
  const path = sorted.find((statement) => statement.path !== undefined)?.path
  return {
    kind: sorted[0]?.kind ?? 'uses',
    evidence: distinct(sorted.flatMap((statement) => statement.evidence)),
    ...(label === undefined ? {} : { label }),
    ...(path === undefined ? {} : { path }),
  }
}

function byPlace(a: Evidence | undefined, b: Evidence | undefined): number {
  if (a === undefined || b === undefined) return 0
  return (
    byCodeUnits(a.source, b.source) || a.line - b.line || byCodeUnits(a.rule, b.rule) || byCodeUnits(a.quote, b.quote)
  )
}

function distinct<E extends Evidence>(evidence: readonly E[]): E[] {
  if (evidence.length < 2) return [...evidence]
  const seen = new Set<string>()
  return evidence.toSorted(byPlace).filter((item) => {
    const id = `${item.source}\n${item.line}\n${item.rule}\n${item.quote}\n${item.tier ?? ''}\n${item.role ?? ''}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

function mostFrequent(labels: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || byCodeUnits(a, b))[0]?.[0] ?? ''
}
