import { type BetweenAnswer, betweenSets } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { answerLines, coverageLine, endLines, printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { namedSet } from '../named-set.ts'
import { filterOf, limitOf } from '../paper-options.ts'

/** `fieldmap between A B`: what connects two sets of papers, bridging papers first, then rarest first. */
export async function betweenCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const [a, b, ...rest] = operands
  if (a === undefined || b === undefined || rest.length > 0)
    throw new CliError(
      'Between which two sets?',
      'Give two tasks, communities, venues or other nodes; names with blanks in quotation marks.',
    )
  const index = await loadIndex(options, effects)
  const flags = filterOf(index, options)
  const sets = [namedSet(index, a, flags), namedSet(index, b, flags)] as const
  const result = betweenSets(index, sets[0], sets[1], { limit: limitOf(options) })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { answers, sides, counts, total } = result
  const words = Object.entries(counts).map(([kind, count]) => COUNTED[kind]?.(count) ?? `${count} ${kind}`)
  printLines(effects, [
    `${sets[0].label} and ${sets[1].label}: ${total === 0 ? 'nothing that is known connects them' : words.join(', ')}`,
    '',
    ...answers.flatMap((answer) => answerLines(lineOf(answer), answer.evidence)),
    ...endLines(answers.length, result).slice(0, -2),
    '',
    ...sides.map((side) => coverageLine(side, `papers in ${side.label}`)),
  ])
  return 0
}

const plural =
  (word: string, many = `${word}s`) =>
  (count: number): string =>
    `${count} ${count === 1 ? word : many}`

const COUNTED: Readonly<Record<string, (count: number) => string>> = {
  both: plural('paper in both', 'papers in both'),
  links: plural('paper that shares with both', 'papers that share with both'),
  dataset: plural('dataset'),
  author: plural('author'),
  repository: plural('repository', 'repositories'),
  task: plural('task'),
  venue: plural('venue'),
}

function lineOf({ how, kind, label, papers, first, second, through }: BetweenAnswer): string {
  switch (how) {
    case 'both':
      return `paper in both  ${label}`
    case 'links':
      return `paper  ${label}: through ${[...new Set(through?.map((one) => one.label))].join(' and ')}`
    case 'shared':
      return `${kind}  ${label}: ${first} and ${second} papers, ${papers} in all`
    default:
      return how satisfies never
  }
}
