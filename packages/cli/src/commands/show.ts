import { coverageOf, type FieldIndex, filterOfNode, type Hint, paperSet, unknownPaperHint } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { printLines } from '../answer-text.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { formatNode } from '../format-node.ts'
import { loadIndex } from '../load-graph.ts'
import { pickNode } from '../pick-node.ts'

/** `fieldmap show NODE`: what is known of a node, each statement with its line; for a paper also what is not known. */
export async function showCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const index = await loadIndex(options, effects)
  const { graph } = index
  const key = pickNode(graph, operands)
  const hints = hintsOf(index, key)
  if (options.has('json')) {
    const question = { command: 'show', node: key }
    const coverage = coverageOf(index, paperSet(index, filterOfNode(index, key)), {})
    effects.stdout(printJson({ question, answers: [nodeAnswer()], coverage, hints }))
    return 0
  }
  effects.stdout(formatNode(graph, key))
  for (const { message, how } of hints)
    printLines(effects, ['', message, ...how.split('\n').map((line) => `  ${line}`)])
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

function hintsOf({ graph }: FieldIndex, key: string): readonly Hint[] {
  const { kind, label } = graph.getNodeAttributes(key)
  const known = graph.someOutEdge(key, (_, edge) => edge.kind === 'uses' || edge.kind === 'introduces')
  return kind === 'paper' && !known ? [unknownPaperHint(label)] : []
}
