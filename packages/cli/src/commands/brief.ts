import { resolve } from 'node:path'
import { brief } from '@fieldmap/graph'
import { briefTour } from '@fieldmap/view'
import { printJson } from '../answer-json.ts'
import { answerLines, endLines, printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { namedSet } from '../named-set.ts'
import { filterOf, limitOf } from '../paper-options.ts'

/** `fieldmap brief [SET]`: up to six true sentences, each with its evidence; with `--tour` a first tour of them. */
export async function briefCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const index = await loadIndex(options, effects)
  const flags = filterOf(index, options)
  const filter = operands.length === 0 ? flags : namedSet(index, operands.join(' '), flags).filter
  const result = brief(index, { filter, limit: limitOf(options) })
  if (options.has('tour')) return writeBriefTour(briefTour(index.graph, result.answers), options, effects)
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

async function writeBriefTour(text: string, options: Options, effects: Effects): Promise<number> {
  const named = options.value('out')
  if (named === undefined) {
    effects.stdout(text)
    return 0
  }
  const out = resolve(effects.cwd, named)
  if (effects.exists(out))
    throw new CliError(
      `${named} is there already.`,
      'Name another file: a tour is edited by hand, and is not overwritten.',
    )
  await effects.writeFile(out, text)
  effects.stdout(options.has('json') ? printJson({ out }) : `${out}\n`)
  return 0
}
