import { type GrowthNode, type GrowthStep, growth } from '@fieldmap/graph'
import { changeWords } from '@fieldmap/view'
import { printJson } from '../answer-json.ts'
import { printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { historyOf } from '../load-history.ts'

/** Titles that a terminal shows for one commit. */
const SHOWN = 5

/** `fieldmap history`: the commits that changed the graph, oldest first, with what each added, changed and removed. */
export async function historyCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const limit = limitOf(options)
  const { file, labels } = await historyOf(operands, options, effects)
  const all = growth(file, labels)
  const steps = limit === undefined ? all : all.slice(-limit)
  if (options.has('json')) {
    effects.stdout(printJson({ versions: file.versions.length, steps }))
    return 0
  }
  for (const step of steps) printLines(effects, [...stepLines(step), ''])
  const papers = all.at(-1)?.papers ?? 0
  printLines(effects, [`${papers} papers after ${all.length} commits that changed the graph.`])
  return 0
}

function limitOf(options: Options): number | undefined {
  const value = options.value('limit')
  if (value === undefined || /^[1-9]\d*$/.test(value)) return value === undefined ? undefined : Number(value)
  throw new CliError(`--limit takes a number from 1, not "${value}".`, 'Leave it out to see all.')
}

function stepLines(step: GrowthStep): readonly string[] {
  const { commit, date, author, subject, added, removed, changed, addedEdges, removedEdges } = step
  const older = step.olderThanClone ? ['  older than the clone: its first commit holds them already'] : []
  return [
    `${date.slice(0, 10)}  ${commit.slice(0, 10)}  ${shorten(author)}  ${shorten(subject)}`,
    ...older,
    ...nodeLines('+', added),
    ...nodeLines('-', removed),
    ...changed.flatMap(({ label, changes }) =>
      changes.flatMap((change) => changeWords(change).map((words) => `  ~ ${label}: ${words}`)),
    ),
    ...edgeLine('+', addedEdges),
    ...edgeLine('-', removedEdges),
  ]
}

const LONGEST = 80

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}

/** Papers by title; of other kinds how many, with names. */
function nodeLines(sign: string, nodes: readonly GrowthNode[]): readonly string[] {
  const kinds = [...new Set(nodes.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const labels = nodes.filter((node) => node.kind === kind).map(({ label }) => label)
    const more = labels.length > SHOWN ? [`    and ${labels.length - SHOWN} more`] : []
    const shown = labels.slice(0, SHOWN).map((label) => `  ${sign} ${kind} ${label}`)
    return [...shown, ...more]
  })
}

function edgeLine(sign: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const words = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
  return words.length === 0 ? [] : [`  ${sign} ${words.join(', ')}`]
}
