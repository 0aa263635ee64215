import {
  type Answer,
  type AnswerSet,
  type CitedEvidence,
  coverageOf,
  evidenceBetween,
  type NodeName,
  nameOf,
} from '../answer.ts'
import type { Adjacency } from '../field-index/adjacency.ts'
import { choiceMask } from '../field-index/evidence-mark.ts'
import type { FieldIndex } from '../field-index/field-index.ts'
import { type PaperFilter, type PaperSet, paperSet } from '../paper-filter.ts'
import { shortestPaths } from './shortest-paths.ts'
import type { NodePath } from './walk.ts'

/** One edge of an explanation, or several between the same two nodes. */
export interface PathStep {
  readonly from: NodeName
  readonly to: NodeName
  /** Kinds of edge between the two, sorted. */
  readonly kinds: readonly string[]
  readonly evidence: readonly CitedEvidence[]
}

/** A chain of edges from one node to another. */
export interface PathAnswer extends Answer {
  /** Nodes in order, both ends included. */
  readonly nodes: readonly NodeName[]
  /** Sum over the nodes between the ends of `1 + ln(degree)`, of a venue twice that, ≥ 0. Low: short, and through things that few have. */
  readonly cost: number
  readonly steps: readonly PathStep[]
}

export interface PathQuestion {
  readonly command: 'path'
  readonly from: NodeName
  readonly to: NodeName
  readonly filter: PaperFilter
}

/** Alternatives that are given unless the call says otherwise. */
const PATHS = 3

/**
 * The cheapest explanations of how two nodes are connected, direction of edges left out. A node between the ends costs
 * `1 + ln(degree)`: one for each step, so that short paths win, and the logarithm of its degree, so that hubs are weak;
 * a venue costs twice that, since it says where, not what about.
 * To minimise the sum of `ln(degree)` is to maximise the path degree product `Π degree^−1` of Himmelstein & Baranzini
 * 2015 ("Heterogeneous network edge prediction", PLoS Computational Biology 11, damping exponent 1), after Croes et al.
 * 2006 ("Inferring meaningful pathways in weighted metabolic networks", J. Mol. Biol. 356), where degree as cost keeps
 * paths from running through compounds that are everywhere.
 *
 * No answer where the two are not connected. Papers outside of the filter are not passed through.
 *
 * @param options.limit most alternatives, integer ≥ 0; 3 by default.
 * @throws {Error} for a key that the graph does not hold.
 */
export function pathsBetween(
  index: FieldIndex,
  from: string,
  to: string,
  options: { readonly filter?: PaperFilter; readonly limit?: number } = {},
): AnswerSet<PathAnswer, PathQuestion> {
  const { filter = {}, limit = PATHS } = options
  return index.scratch.use(() => connect(index, from, to, filter, limit))
}

function connect(
  index: FieldIndex,
  from: string,
  to: string,
  filter: PaperFilter,
  limit: number,
): AnswerSet<PathAnswer, PathQuestion> {
  const question: PathQuestion = { command: 'path', from: nameOf(index, from), to: nameOf(index, to), filter }
  const mask = choiceMask(filter)
  const graph = index.adjacency()
  const set = paperSet(index, filter, index.scratch)
  const [a, b] = [graph.indexOf.get(from) ?? 0, graph.indexOf.get(to) ?? 0]
  const walk = { graph, from: a, to: b, open: openNodes(index, set), mask, without: new Set<number>() }
  const paths = shortestPaths(walk, limit)
  const answers = paths.map((path) => answerOf(index, graph, path, mask))
  return { question, answers, total: answers.length, coverage: coverageOf(index, set, filter), hints: [] }
}

/** 0 for each paper outside of the set, 1 for all other nodes. */
function openNodes(index: FieldIndex, { has, size }: PaperSet): Uint8Array {
  const { paperOf } = index.adjacency()
  const open = index.scratch.bytes(paperOf.length).fill(1)
  if (size === has.length) return open
  for (let node = 0; node < open.length; node++) {
    const paper = paperOf[node] ?? NO_PAPER
    if (paper !== NO_PAPER) open[node] = has[paper] ?? 0
  }
  return open
}

const NO_PAPER = -1

function answerOf(index: FieldIndex, { keys }: Adjacency, { nodes, cost }: NodePath, mask: number): PathAnswer {
  const names = nodes.map((node) => nameOf(index, keys[node] ?? ''))
  const steps = names.slice(1).map((to, at) => stepOf(index, names[at] ?? to, to, mask))
  return {
    key: names.map(({ key }) => key).join(' '),
    label: names.map(({ label }) => label).join(' – '),
    nodes: names,
    cost,
    steps,
    evidence: steps.flatMap(({ evidence }) => evidence),
  }
}

function stepOf(index: FieldIndex, from: NodeName, to: NodeName, mask: number): PathStep {
  const evidence = [
    ...evidenceBetween(index, from.key, to.key, mask),
    ...evidenceBetween(index, to.key, from.key, mask),
  ]
  const edges = [...new Set(evidence.map(({ of }) => of))]
  const kinds = [...new Set(edges.map((edge) => index.graph.getEdgeAttribute(edge, 'kind')))].sort()
  return { from, to, kinds, evidence }
}
