import { join, resolve } from 'node:path'
import {
  buildFacts,
  createMemo,
  diffGraphs,
  type GraphDiff,
  type Memo,
  type OtherNode,
  readSources,
} from '@fieldmap/core'
import type { FieldGraph } from '@fieldmap/graph'
import { printJson } from '../answer-json.ts'
import { printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import { type DiffItem, diffItems, summaryWords } from '../diff-words.ts'
import type { Effects } from '../effects.ts'
import type { Options } from '../flags.ts'
import { readGraphFile } from '../load-graph.ts'
import { markdownText } from '../markdown.ts'
import { sourcesOf } from '../sources.ts'

/** `fieldmap diff A [B [SOURCE]]`: what changed in the graph between two revisions or builds; without B, the files as they are. */
export async function diffCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const [a, b, ...sources] = operands
  if (a === undefined || sources.length > 1) {
    throw new CliError(
      'diff takes two revisions or builds, and the source they are of.',
      'For example: fieldmap diff HEAD~3 HEAD, or fieldmap diff main.',
    )
  }
  const memo = createMemo()
  const before = await graphAt(a, sources, { options, effects, memo })
  const after = await graphAt(b, sources, { options, effects, memo })
  const diff = diffGraphs(before, after)
  if (options.has('json')) effects.stdout(printJson({ a, b: b ?? null, summary: summaryWords(diff), ...diff }))
  else if (options.has('markdown')) effects.stdout(markdownOf(diff))
  else printLines(effects, textLines(diff))
  return 0
}

interface Call {
  readonly options: Options
  readonly effects: Effects
  readonly memo: Memo
}

/** The graph of a build where the operand leads to one, else that of the sources at a revision, or as they are. */
async function graphAt(operand: string | undefined, sources: readonly string[], call: Call): Promise<FieldGraph> {
  const { options, effects, memo } = call
  if (operand !== undefined) {
    const path = resolve(effects.cwd, operand)
    const file = [join(path, 'graph.json'), ...(path.endsWith('.json') ? [path] : [])].find(effects.exists)
    if (file !== undefined) return readGraphFile(file, effects)
  }
  const read = await readSources(sourcesOf(sources, effects), {
    ...(operand === undefined ? {} : { at: operand }),
    ...(options.has('file') ? { file: options.values('file') } : {}),
    cwd: effects.cwd,
    signal: effects.signal,
  })
  return buildFacts(read, effects.clock, memo).graph
}

function textLines(diff: GraphDiff): readonly string[] {
  const items = diffItems(diff).flatMap(({ sign, title, places, words }) => [
    `${sign} ${title}`,
    ...(places === '' ? [] : [`    ${places}`]),
    ...words.map((line) => `    ${line}`),
  ])
  const others = [
    ...diff.nodes.added.filter(isOfField).map(({ kind, label }) => `+ ${kind} ${label}`),
    ...diff.nodes.removed.filter(isOfField).map(({ kind, label }) => `- ${kind} ${label}`),
  ]
  return [summaryWords(diff), ...section(items), ...section(others)]
}

/** Venues, people and repositories come and go with their papers, which say so. */
function isOfField({ kind }: OtherNode): boolean {
  return kind === 'task' || kind === 'dataset' || kind === 'challenge' || kind === 'tool'
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

/** Papers that a summary lists; a host cuts off what is longer than a megabyte. */
const MOST = 500

const HEADINGS: readonly (readonly [DiffItem['sign'], string])[] = [
  ['+', 'Added'],
  ['~', 'Changed'],
  ['-', 'Removed'],
]

function markdownOf(diff: GraphDiff): string {
  const items = diffItems(diff)
  const parts = HEADINGS.flatMap(([sign, heading]) => {
    const own = items.filter((item) => item.sign === sign)
    if (own.length === 0) return []
    const more = own.length > MOST ? [`- … and ${own.length - MOST} more`] : []
    return ['', `### ${heading}`, '', ...own.slice(0, MOST).flatMap(markdownItem), ...more]
  })
  return `${[`**${markdownText(summaryWords(diff))}**`, ...parts].join('\n')}\n`
}

function markdownItem({ title, places, words }: DiffItem): readonly string[] {
  const where = places === '' ? '' : ` (${markdownText(places)})`
  return [`- ${markdownText(title)}${where}`, ...words.map((line) => `  - ${markdownText(line)}`)]
}
