import { brief } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { answerLines, endLines, printLines } from '../answer-text.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { namedSet } from '../named-set.ts'
import { filterOf, limitOf } from '../paper-options.ts'

/** `fieldmap brief [SET]`: up to six true sentences, each with its evidence. */
export async function briefCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const index = await loadIndex(options, effects)
  const flags = filterOf(index, options)
  const filter = operands.length === 0 ? flags : namedSet(index, operands.join(' '), flags).filter
  const result = brief(index, { filter, limit: limitOf(options) })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { answers, coverage, hints } = result
  if (answers.length === 0) printLines(effects, ['There is nothing to say: too few papers.'])
  for (const { label, evidence } of answers) printLines(effects, answerLines(label, evidence))
  printLines(effects, endLines(answers.length, { total: answers.length, coverage, hints }))
  return 0
}
