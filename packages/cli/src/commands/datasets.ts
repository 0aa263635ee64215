import { datasetUse } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { endLines, printLines } from '../answer-text.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { loadIndex } from '../load-graph.ts'
import { namedSet } from '../named-set.ts'
import { filterOf, limitOf } from '../paper-options.ts'

/** Tasks that a terminal shows beside a dataset. */
const SHOWN_TASKS = 3

/** `fieldmap datasets [SET]`: how many papers use which dataset, by task and year, and which are used together. */
export async function datasetsCommand(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<number> {
  const index = await loadIndex(options, effects)
  const flags = filterOf(index, options)
  const filter = operands.length === 0 ? flags : namedSet(index, operands.join(' '), flags).filter
  const result = datasetUse(index, { filter, limit: limitOf(options) })
  if (options.has('json')) {
    effects.stdout(printJson(result))
    return 0
  }
  const { answers, pairs, totalPairs } = result
  const lines = answers.map(({ label, papers, tasks, years }) => {
    const span = years.length === 0 ? '' : ` ${years[0]?.year}–${years.at(-1)?.year}`
    const shown = tasks.slice(0, SHOWN_TASKS).map((task) => `${task.label} ${task.papers}`)
    const more = tasks.length - shown.length
    return `${String(papers).padStart(5)}  ${label}${span}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}${more > 0 ? `, ${more} more` : ''}`
  })
  const together = pairs.map(
    ({ a, b, papers, lift }) =>
      `${String(papers).padStart(5)}  ${a.label} + ${b.label}, ${lift.toFixed(1)} times chance`,
  )
  const morePairs = totalPairs - pairs.length
  printLines(effects, [
    ...lines,
    ...(together.length > 0 ? ['', 'Used together', ...together] : []),
    ...(morePairs > 0 ? [`… and ${morePairs} more pairs (--limit)`] : []),
    ...endLines(answers.length, result),
  ])
  return 0
}
