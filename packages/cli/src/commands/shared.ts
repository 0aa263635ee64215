import { type FieldIndex, type NodeKind, type PaperFilter, papersWithDatasets, sharedWithPaper } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { answerLines, coverageLine, endLines, printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { filterOf, limitOf } from '../paper-options.ts'
import { pickNode } from '../pick-node.ts'

const ASKED: readonly NodeKind[] = ['paper', 'dataset', 'challenge']

/** `fieldmap shared PAPER`, `fieldmap shared DATASET…`: papers that share datasets, or that use some. */
export async function sharedCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  if (operands.length === 0 && !options.has('not'))
    throw new CliError('Shared with what?', 'Give a paper, or datasets; put names with blanks in quotation marks.')
  const index = await loadIndex(options, effects)
  const filter = filterOf(index, options)
  const keys = operands.map((words) => pickNode(index.graph, [words], ASKED))
  const not = options.values('not').map((words) => pickNode(index.graph, [words], ['dataset']))
  const [first] = keys
  const isDataset = (key: string): boolean => index.graph.getNodeAttribute(key, 'kind') === 'dataset'
  if (first !== undefined && !isDataset(first)) {
    if (keys.length > 1 || not.length > 0)
      throw new CliError(
        'One paper, or datasets: not both.',
        'Put a title in quotation marks; --not and several names are for datasets.',
      )
    sharedPaper(index, first, filter, options, effects)
  } else if (keys.every(isDataset)) sharedDatasets(index, keys, not, filter, options, effects)
  else throw new CliError('One paper, or datasets: not both.', 'Ask for the paper alone.')
  return 0
}

function sharedPaper(index: FieldIndex, key: string, filter: PaperFilter, options: Options, effects: Effects): void {
  const all = options.has('json') || options.has('all')
  const result = sharedWithPaper(index, key, { filter, limit: limitOf(options), hideFolded: !all })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return
  }
  const { question, answers, folds } = result
  const used = question.datasets.map(({ label, papers }) => `${label} (${papers})`)
  printLines(effects, [
    question.node.label,
    ...(used.length === 0 ? [] : [`known to use ${used.join(', ')}; in brackets the papers that do`]),
    '',
    ...answers.flatMap(({ label, year, score, shared, evidence }) =>
      answerLines(
        `${percent(score)}  ${label}${year === undefined ? '' : ` (${year})`}: ${shared.map((one) => one.label).join(', ')}`,
        evidence,
      ),
    ),
    ...(all
      ? []
      : folds.map(
          ({ label, count }) =>
            `and ${count} ${answers.length > 0 ? 'more ' : ''}through ${label}${' (--all shows them)'}`,
        )),
  ])
  const folded = all ? 0 : folds.reduce((sum, { count }) => sum + count, 0)
  printLines(effects, endLines(answers.length + folded, result))
}

function sharedDatasets(
  index: FieldIndex,
  keys: readonly string[],
  not: readonly string[],
  filter: PaperFilter,
  options: Options,
  effects: Effects,
): void {
  const any = options.has('any')
  const result = papersWithDatasets(index, keys, { filter, limit: limitOf(options), any, not })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return
  }
  const { question, answers, total, unsure, coverage } = result
  const names = question.datasets.map(({ label }) => label).join(any ? ' or ' : ' and ')
  const without = question.not.map(({ label }) => label).join(' or ')
  printLines(effects, [
    [
      `${total} ${total === 1 ? 'paper' : 'papers'}`,
      ...(names === '' ? [] : [`known to use ${names}`]),
      ...(without === '' ? [] : [`not known to use ${without}`]),
    ].join(', '),
    '',
    ...answers.flatMap(({ label, year, shared, evidence }) =>
      answerLines(
        `${label}${year === undefined ? '' : ` (${year})`}${shared.length > 0 ? `: ${shared.map((one) => one.label).join(', ')}` : ''}`,
        evidence,
      ),
    ),
    ...endLines(answers.length, { ...result, hints: result.hints }).slice(0, -2),
    '',
    ...(unsure > 0 ? [`Not sure of ${unsure} ${unsure === 1 ? 'paper' : 'papers'} without any dataset evidence.`] : []),
    coverageLine(coverage),
  ])
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`.padStart(5)
}
