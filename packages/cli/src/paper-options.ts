import { type FieldIndex, fold, type PaperFilter, parseYears, type Tier, type YearRange } from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import type { Options } from './flags.ts'
import { pickNode } from './pick-node.ts'

/** Answers that a terminal shows unless `--limit` says otherwise. */
const SHOWN = 20

/** The filter that the flags `--task --community --venue --dataset --list --year --with-code --tier --pretraining` say. @throws {CliError} for values that mean nothing. */
export function filterOf(index: FieldIndex, options: Options): PaperFilter {
  const nodes = (flag: 'task' | 'venue' | 'dataset'): readonly string[] =>
    options.values(flag).map((words) => pickNode(index.graph, [words], [flag]))
  const years = options.value('year')
  return {
    ...(options.has('task') ? { tasks: nodes('task') } : {}),
    ...(options.has('community')
      ? { communities: options.values('community').map((id) => communityOf(index, id)) }
      : {}),
    ...(options.has('venue') ? { venues: nodes('venue') } : {}),
    ...(options.has('dataset') ? { datasets: nodes('dataset') } : {}),
    ...(options.has('list') ? { sources: options.values('list').map((path) => listOf(index, path)) } : {}),
    ...(years === undefined ? {} : { years: yearsOf(years) }),
    ...(options.has('with-code') ? { withCode: true } : {}),
    ...evidenceChoice(options),
  }
}

function evidenceChoice(options: Options): PaperFilter {
  const tier = options.value('tier')
  return {
    ...(tier === undefined ? {} : { tier: tierOf(tier) }),
    ...(options.has('pretraining') ? { pretraining: true } : {}),
  }
}

function tierOf(text: string): Tier {
  if (text === 'A' || text === 'B' || text === 'C') return text
  throw new CliError(`--tier takes A, B or C, not "${text}".`, 'B counts evidence of tier A and B.')
}

export function yearsOf(text: string): YearRange {
  const years = parseYears(text)
  if (years !== undefined) return years
  throw new CliError(`"${text}" is no range of years.`, 'Write 2021, 2020..2022, 2020.. or ..2022.')
}

/** Id of the community that has this id or name. */
export function communityOf({ map }: FieldIndex, words: string): string {
  const all = map?.communities ?? []
  const found = all.find(({ id }) => id === words) ?? all.find(({ label }) => fold(label) === fold(words))
  if (found !== undefined) return found.id
  throw new CliError(
    `The map has no community "${words}".`,
    all.length === 0
      ? 'Build the map with fieldmap build.'
      : `It has ${all.map(({ id, label }) => `${id} (${label})`).join(', ')}.`,
  )
}

/** Path of the list that has this path or ends with it. */
export function listOf({ graph }: FieldIndex, path: string): string {
  const lists = graph.getAttribute('sources').filter(({ kind }) => kind === 'list')
  const found = lists.find((list) => list.path === path) ?? lists.find((list) => list.path.endsWith(`/${path}`))
  if (found !== undefined) return found.path
  throw new CliError(`No list is called "${path}".`, `There are ${lists.map((list) => list.path).join(', ')}.`)
}

/** Most answers to give: what `--limit` says, else 20, else all with `--json`. @throws {CliError} for no integer ≥ 1. */
export function limitOf(options: Options, shown: number = SHOWN): number {
  const text = options.value('limit')
  if (text === undefined) return options.has('json') ? Number.POSITIVE_INFINITY : shown
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1) return limit
  throw new CliError(`--limit takes a number from 1 on, not "${text}".`, `Leave it out for ${shown}.`)
}
