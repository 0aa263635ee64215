import { neighborhood } from '@fieldmap/graph'
import { answerJson } from '../answer-json.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { formatEvidence } from '../format-node.ts'
import { loadGraph } from '../load-graph.ts'
import { pickNode } from '../pick-node.ts'
import { printable } from '../print-findings.ts'

/** `fieldmap neighbors NODE`: the ego network of a node, nearest first, with the evidence of each edge. */
export async function neighborsCommand(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<number> {
  const depth = depthOf(options)
  const graph = await loadGraph(options, effects)
  const key = pickNode(graph, operands)
  const { nodes, edges } = neighborhood(graph, [key], depth)
  const answers = nodes.slice(1).map(({ key: other, distance }) => {
    const via = edges.filter((edge) => graph.extremities(edge).includes(other))
    const evidence = via.flatMap((edge) => graph.getEdgeAttribute(edge, 'evidence'))
    return {
      key: other,
      label: graph.getNodeAttribute(other, 'label'),
      kind: graph.getNodeAttribute(other, 'kind'),
      distance,
      edges: via,
      evidence,
    }
  })
  if (options.has('json')) {
    effects.stdout(answerJson({ command: 'neighbors', node: key, depth }, answers, graph.order))
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

function depthOf(options: Options): number {
  const depth = Number(options.value('depth') ?? '1')
  if (Number.isInteger(depth) && depth >= 1 && depth <= 3) return depth
  throw new CliError(`--depth takes 1, 2 or 3, not "${options.value('depth')}".`, 'Leave it out for 1.')
}
