import {
  choiceMask,
  countedEvidence,
  coverageOf,
  type Evidence,
  type EvidenceChoice,
  type FieldIndex,
  neighborhood,
  paperSet,
} from '@fieldmap/graph'
import { answerJson } from '../answer-json.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { formatEvidence } from '../format-node.ts'
import { loadIndex } from '../load-graph.ts'
import { belongsTo, filterOf, isFiltered } from '../paper-options.ts'
import { pickNode } from '../pick-node.ts'
import { printable } from '../print-findings.ts'

/** `fieldmap neighbors NODE`: the ego network of a node, nearest first, with the evidence of each edge. */
export async function neighborsCommand(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<number> {
  const depth = depthOf(options)
  const index = await loadIndex(options, effects)
  const { graph } = index
  const key = pickNode(graph, operands)
  const filter = filterOf(index, options)
  const only = isFiltered(index, filter)
  const belongs = only === undefined ? () => true : belongsTo(index, only)
  const counted = evidenceOfEdge(index, filter)
  const { nodes, edges } = neighborhood(graph, [key], depth)
  const edgesOf = new Map<string, string[]>()
  for (const edge of edges) {
    if (counted(edge).length === 0) continue
    for (const end of graph.extremities(edge)) {
      const own = edgesOf.get(end)
      if (own === undefined) edgesOf.set(end, [edge])
      else own.push(edge)
    }
  }
  const answers = nodes.slice(1).flatMap(({ key: other, distance }) => {
    const via = edgesOf.get(other) ?? []
    if (via.length === 0 || !belongs(other)) return []
    const { label, kind } = graph.getNodeAttributes(other)
    return [{ key: other, label, kind, distance, edges: via, evidence: via.flatMap(counted) }]
  })
  if (options.has('json')) {
    const found = { joinedTo: answers.flatMap((answer) => (answer.kind === 'paper' ? [answer.key] : [])) }
    const coverage = coverageOf(index, paperSet(index, found), filter)
    effects.stdout(answerJson({ command: 'neighbors', node: key, depth, filter }, answers, coverage))
    return 0
  }
  effects.stdout(`${printable(graph.getNodeAttribute(key, 'label'))}: ${answers.length} within ${depth}\n`)
  for (const { kind, label, distance, evidence } of answers) {
    effects.stdout(`${'  '.repeat(distance)}${kind}  ${printable(label)}\n`)
    for (const item of evidence.slice(0, 3))
      effects.stdout(`${'  '.repeat(distance)}  ${printable(formatEvidence(item))}\n`)
  }
  return 0
}

/** The evidence of an edge that counts; all but for edges to datasets. */
function evidenceOfEdge({ graph }: FieldIndex, choice: EvidenceChoice): (edge: string) => readonly Evidence[] {
  // Unless the call chooses, a neighbourhood shows pretraining too: it is an edge of the graph.
  const mask = choiceMask({ pretraining: true, ...choice })
  return (edge) => {
    const attributes = graph.getEdgeAttributes(edge)
    const isUse = attributes.kind === 'uses' || attributes.kind === 'introduces'
    return isUse ? countedEvidence(attributes, mask) : attributes.evidence
  }
}

function depthOf(options: Options): number {
  const depth = Number(options.value('depth') ?? '1')
  if (Number.isInteger(depth) && depth >= 1 && depth <= 3) return depth
  throw new CliError(`--depth takes 1, 2 or 3, not "${options.value('depth')}".`, 'Leave it out for 1.')
}
