import { neighbors } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { formatEvidence } from '../format-node.ts'
import { loadIndex } from '../load-graph.ts'
import { filterOf, limitOf } from '../paper-options.ts'
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
  const key = pickNode(index.graph, operands)
  const result = neighbors(index, key, { depth, filter: filterOf(index, options), limit: limitOf(options) })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { answers, total } = result
  effects.stdout(`${printable(index.graph.getNodeAttribute(key, 'label'))}: ${total} within ${depth}\n`)
  for (const { kind, label, distance, evidence } of answers) {
    effects.stdout(`${'  '.repeat(distance)}${kind}  ${printable(label)}\n`)
    for (const item of evidence.slice(0, 3))
      effects.stdout(`${'  '.repeat(distance)}  ${printable(formatEvidence(item))}\n`)
  }
  if (total > answers.length) effects.stdout(`… and ${total - answers.length} more (--limit)\n`)
  return 0
}

function depthOf(options: Options): number {
  const depth = Number(options.value('depth') ?? '1')
  if (Number.isInteger(depth) && depth >= 1 && depth <= 3) return depth
  throw new CliError(`--depth takes 1, 2 or 3, not "${options.value('depth')}".`, 'Leave it out for 1.')
}
