import { answerJson } from '../answer-json.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { formatNode } from '../format-node.ts'
import { loadGraph } from '../load-graph.ts'
import { pickNode } from '../pick-node.ts'

/** `fieldmap show NODE`: what is known of a node, each statement with its line. */
export async function showCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const graph = await loadGraph(options, effects)
  const key = pickNode(graph, operands)
  if (options.has('json')) effects.stdout(answerJson({ command: 'show', node: key }, [nodeAnswer()], graph.order))
  else effects.stdout(formatNode(graph, key))
  return 0

  function nodeAnswer(): Record<string, unknown> {
    const { mentions, ...attributes } = graph.getNodeAttributes(key)
    const edges = graph.mapEdges(key, (edge, { evidence, ...inner }, source, target) => ({
      key: edge,
      source,
      target,
      ...inner,
      evidence,
    }))
    return { key, ...attributes, evidence: mentions, edges }
  }
}
