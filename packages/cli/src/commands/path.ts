import { pathsBetween } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { answerLines, endLines, printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { filterOf, limitOf } from '../paper-options.ts'
import { pickNode } from '../pick-node.ts'

/** Alternatives that are given unless `--limit` says otherwise. */
const PATHS = 3

/** `fieldmap path A B`: the shortest explanations of how two nodes are connected, each step with its evidence. */
export async function pathCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const [a, b, ...rest] = operands
  if (a === undefined || b === undefined || rest.length > 0)
    throw new CliError('A path between which two nodes?', 'Give two; put names with blanks in quotation marks.')
  const index = await loadIndex(options, effects)
  const filter = filterOf(index, options)
  const [from, to] = [pickNode(index.graph, [a]), pickNode(index.graph, [b])]
  const limit = options.has('limit') ? limitOf(options) : PATHS
  const result = pathsBetween(index, from, to, { filter, limit })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { question, answers } = result
  if (answers.length === 0) {
    printLines(effects, [`Nothing that is known connects ${question.from.label} and ${question.to.label}.`])
  }
  for (const { steps, cost } of answers) {
    printLines(effects, [
      `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, cost ${cost.toFixed(1)}`,
      ...steps.flatMap(({ from: start, to: end, kinds, evidence }) =>
        answerLines(`  ${start.label} – ${end.label} (${kinds.join(', ')})`, evidence),
      ),
      '',
    ])
  }
  printLines(effects, endLines(answers.length, result).slice(1))
  return 0
}
