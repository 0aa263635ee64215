import type { NodeKind } from '../kinds.ts'
import { type Answer, type AnswerSet, type CitedEvidence, coverageOf, nameOf } from './answer.ts'
import type { Adjacency } from './field-index/adjacency.ts'
import { choiceMask, countedEvidence } from './field-index/evidence-mark.ts'
import type { FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { eachItem } from './field-index/rows.ts'
import type { Arrays } from './field-index/scratch.ts'
import { type PaperFilter, type PaperSet, paperSet } from './paper-filter.ts'

/** A node near another one; the evidence is that of its edges. */
export interface NeighborAnswer extends Answer {
  readonly kind: NodeKind
  /** Edges from the node asked about, integer ≥ 1. */
  readonly distance: number
  /** Keys of its edges to the node asked about and to answers that are no further from it, sorted. */
  readonly edges: readonly string[]
}

export interface NeighborQuestion {
  readonly command: 'neighbors'
  readonly node: string
  readonly depth: number
  readonly filter: PaperFilter
}

export interface NeighborOptions {
  readonly depth?: number
  readonly filter?: PaperFilter
  readonly limit?: number
}

export type NeighborAnswers = AnswerSet<NeighborAnswer, NeighborQuestion>

/**
 * What a node is connected to, nearest first, then by key. With a filter only papers of the set and what is joined to
 * one; edges to datasets without evidence of the chosen tier don't count, those for pretraining do unless the filter says no.
 * Coverage is of the papers among all answers. Linear in the neighbourhood; evidence is gathered for the first answers only.
 *
 * @param key a node of the graph.
 * @param options.depth edges to walk, integer ≥ 0; 1 by default.
 * @param options.limit most answers, integer ≥ 0; all by default.
 * @throws {Error} for a key that the graph does not hold.
 */
export function neighbors(index: FieldIndex, key: string, options: NeighborOptions = {}): NeighborAnswers {
  return index.scratch.use(() => lookRound(index, key, options))
}

function lookRound(index: FieldIndex, key: string, options: NeighborOptions): NeighborAnswers {
  const { depth = 1, filter = {}, limit = Number.POSITIVE_INFINITY } = options
  const graph = index.adjacency()
  const start = graph.indexOf.get(key)
  if (start === undefined) throw new Error(`The graph has no node "${key}".`)
  // Unless the call chooses, a neighbourhood shows pretraining too: it is an edge of the graph.
  const mask = choiceMask({ pretraining: true, ...filter })
  const near = nodesNear(graph, start, depth, index.scratch)
  const set = paperSet(index, filter, index.scratch)
  const found = answersAmong(index, near, set, mask)
  const distanceOf = (node: number): number => near.distance[node] ?? 0
  // Nodes are numbered by key.
  const first = firstSorted(found, (a, b) => distanceOf(a) - distanceOf(b) || a - b, limit)
  return {
    question: { command: 'neighbors', node: key, depth, filter },
    answers: first.map((node) => ({
      ...nameOf(index, graph.keys[node] ?? ''),
      distance: distanceOf(node),
      ...edgesOf(index, near, node, mask),
    })),
    total: found.length,
    coverage: coverageOf(index, papersAmong(index, found), filter),
    hints: [],
  }
}

/** Nodes at most so many edges away, the nearest first; the one asked about is the first. */
interface NearNodes {
  readonly nodes: Int32Array
  /** By node; −1 for those further away. */
  readonly distance: Int32Array
}

function nodesNear(
  { keys, neighbors: { offsets, items } }: Adjacency,
  start: number,
  depth: number,
  arrays: Arrays,
): NearNodes {
  const distance = arrays.integers(keys.length).fill(FAR)
  const nodes = arrays.integers(keys.length)
  let size = 1
  nodes[0] = start
  distance[start] = 0
  for (let i = 0; i < size; i++) {
    const node = nodes[i] ?? 0
    const next = (distance[node] ?? 0) + 1
    if (next > depth) break
    const end = offsets[node + 1] ?? 0
    for (let at = offsets[node] ?? 0; at < end; at++) {
      const other = items[at] ?? 0
      if (distance[other] !== FAR) continue
      distance[other] = next
      nodes[size++] = other
    }
  }
  return { nodes: nodes.subarray(0, size), distance }
}

/** The near nodes that are answers: of the set, and joined by an edge that counts. */
function answersAmong(index: FieldIndex, near: NearNodes, set: PaperSet, mask: number): Int32Array {
  const graph = index.adjacency()
  const found = index.scratch.integers(near.nodes.length)
  let size = 0
  for (let at = 1; at < near.nodes.length; at++) {
    const node = near.nodes[at] ?? 0
    if (belongs(graph, set, node) && isJoined(graph, near, node, mask)) found[size++] = node
  }
  return found.subarray(0, size)
}

const FAR = -1

/** Whether a node is a paper of the set, or joined to one; all nodes belong to all papers. */
function belongs(
  { neighbors: { offsets, items }, paperOf }: Adjacency,
  { has, size }: PaperSet,
  node: number,
): boolean {
  if (size === has.length) return true
  const paper = paperOf[node] ?? NO_PAPER
  if (paper !== NO_PAPER) return has[paper] === 1
  const end = offsets[node + 1] ?? 0
  for (let at = offsets[node] ?? 0; at < end; at++) if (has[paperOf[items[at] ?? 0] ?? NO_PAPER] === 1) return true
  return false
}

const NO_PAPER = -1

/** Whether an edge that counts leads to a node that is no further away. */
function isJoined({ neighbors }: Adjacency, near: NearNodes, node: number, mask: number): boolean {
  const { offsets, items, marks } = neighbors
  const end = offsets[node + 1] ?? 0
  for (let at = offsets[node] ?? 0; at < end; at++) {
    if (((marks[at] ?? 0) & mask) !== 0 && isNoFurther(near, items[at] ?? 0, node)) return true
  }
  return false
}

function isNoFurther({ distance }: NearNodes, other: number, node: number): boolean {
  const away = distance[other] ?? FAR
  return away !== FAR && away <= (distance[node] ?? 0)
}

/**
 * Edges that count from a node to those no further away, and what they rest on. Edges to nodes further away are told
 * with those: of a venue beside a paper, the papers behind it are no reason.
 */
function edgesOf(
  index: FieldIndex,
  near: NearNodes,
  node: number,
  mask: number,
): { readonly edges: readonly string[]; readonly evidence: readonly CitedEvidence[] } {
  const { keys, neighbors: rows } = index.adjacency()
  const { graph } = index
  const found: string[] = []
  eachItem(rows, node, (other, mark) => {
    if ((mark & mask) !== 0 && isNoFurther(near, other, node)) found.push(...graph.edges(keys[node], keys[other]))
  })
  const counted = found.sort().map((of) => {
    const edge = graph.getEdgeAttributes(of)
    const isUse = edge.kind === 'uses' || edge.kind === 'introduces'
    return { of, evidence: isUse ? countedEvidence(edge, mask) : edge.evidence, counts: !isUse }
  })
  const edges = counted.filter(({ evidence, counts }) => counts || evidence.length > 0)
  return {
    edges: edges.map(({ of }) => of),
    evidence: edges.flatMap(({ of, evidence }) => evidence.map((one) => ({ ...one, of }))),
  }
}

function papersAmong(index: FieldIndex, nodes: Int32Array): PaperSet {
  const { paperOf } = index.adjacency()
  const has = index.scratch.bytes(index.papers.length)
  let size = 0
  for (let at = 0; at < nodes.length; at++) {
    const paper = paperOf[nodes[at] ?? 0] ?? NO_PAPER
    if (paper === NO_PAPER) continue
    has[paper] = 1
    size++
  }
  return { has, size }
}
