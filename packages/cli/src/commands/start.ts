import { whereToStart } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { answerLines, endLines, printLines } from '../answer-text.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { namedSet } from '../named-set.ts'
import { filterOf, limitOf } from '../paper-options.ts'

/** `fieldmap start [SET]`: where to begin, and why there. */
export async function startCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const index = await loadIndex(options, effects)
  const flags = filterOf(index, options)
  const filter = operands.length === 0 ? flags : namedSet(index, operands.join(' '), flags).filter
  const result = whereToStart(index, { filter, limit: limitOf(options) })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { answers } = result
  if (answers.length === 0) printLines(effects, ['No paper of this set has a reason to begin with it.'])
  for (const { label, year, reasons, evidence } of answers) {
    const line = `${label}${year === undefined ? '' : ` (${year})`}: ${reasons.map(({ words }) => words).join('; ')}`
    printLines(effects, answerLines(line, evidence))
  }
  printLines(effects, endLines(answers.length, result))
  return 0
}
