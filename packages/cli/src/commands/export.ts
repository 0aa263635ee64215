import { join, resolve } from 'node:path'
import type { FieldGraph, FieldMap, Tour } from '@fieldmap/graph'
import {
  followKeys,
  momentOf,
  NOT_PLACED,
  type Past,
  readHash,
  SLIDE,
  type Theme,
  type ViewState,
} from '@fieldmap/view'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import { oneFile } from '../export/one-file.ts'
import { type PictureSettings, renderPicture } from '../export/render-picture.ts'
import { renderDeck, renderSteps } from '../export/render-tour.ts'
import type { Options } from '../flags.ts'
import { loadField, loadPast } from '../load-graph.ts'
import { formatFinding } from '../print-findings.ts'
import { readTourFile, readTourText } from '../tour.ts'

const FORMATS = ['html', 'svg', 'png', 'reveal', 'pptx'] as const
type Format = (typeof FORMATS)[number]

/** A picture of 16:9. */
const SIZE = { width: 1280, height: 720, scale: 1 } as const

/** `fieldmap export --format …`: a view as one page that holds everything or as a picture, a tour as a deck or as pictures. */
export async function exportCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  if (operands.length > 0)
    throw new CliError('export takes no names.', 'Choose what to show by --state, the part of a link behind "#".')
  const format = formatOf(options)
  const { graph, map, tour: own } = await loadField(options, effects)
  if (map === undefined)
    throw new CliError('There is no map.json beside that graph.', 'Build it again with fieldmap build --out DIR.')
  const named = await namedTour(graph, map, options, effects)
  const past = format === 'html' ? undefined : await loadPast(graph, options, effects)
  const files = filesOf(format, graph, map, named, named ?? own, past, options, effects)
  const written: string[] = []
  for await (const { path, content } of files) {
    await effects.writeFile(path, content)
    written.push(path)
  }
  const answer = written.length === 1 ? { out: written[0], format } : { out: written, format }
  effects.stdout(options.has('json') ? `${JSON.stringify(answer)}\n` : written.map((path) => `${path}\n`).join(''))
  return 0
}

interface OutFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** The files of an export, made one after the other. `tour` is `named`, or else the field's own. */
async function* filesOf(
  format: Format,
  graph: FieldGraph,
  map: FieldMap,
  named: Tour | undefined,
  tour: Tour | undefined,
  past: Past | undefined,
  options: Options,
  effects: Effects,
): AsyncGenerator<OutFile> {
  const out = (fallback: string): string => resolve(effects.cwd, options.value('out') ?? fallback)
  switch (format) {
    case 'html': {
      const state = stateOf(graph, map, past, options, effects)
      const theme = options.has('theme') ? themeOf(options, state) : state.theme
      yield { path: out('map.html'), content: oneFile(graph, map, { ...state, theme }, tour) }
      return
    }
    case 'svg':
    case 'png': {
      if (named === undefined) {
        const state = stateOf(graph, map, past, options, effects)
        const content = await renderPicture(graph, map, state, { ...settingsOf(format, options, state), past })
        yield { path: out(`map.${format}`), content }
        return
      }
      const settings = { ...settingsOf(format, options), past }
      for await (const { name, content } of renderSteps(graph, map, named, settings))
        yield { path: join(out('tour'), name), content }
      return
    }
    case 'reveal':
    case 'pptx': {
      if (tour === undefined)
        throw new CliError(
          'A deck is made of a tour, and there is none.',
          'Name its file by --tour; fieldmap brief --tour --out tour.md writes a first one.',
        )
      const settings = { theme: themeOf(options), legend: options.has('legend'), past }
      const content = await renderDeck(format, graph, map, tour, settings)
      yield { path: out(format === 'reveal' ? 'tour.html' : 'tour.pptx'), content }
      return
    }
    default:
      format satisfies never
  }
}

function formatOf(options: Options): Format {
  const named = options.value('format')
  const format = FORMATS.find((known) => known === named)
  if (format === undefined)
    throw new CliError(
      named === undefined ? 'Export to which format?' : `There is no format "${named}".`,
      `Formats: ${FORMATS.join(', ')}.`,
    )
  return format
}

/** The tour that `--tour` names; what is wrong in it is said, and the rest is shown. */
async function namedTour(
  graph: FieldGraph,
  map: FieldMap,
  options: Options,
  effects: Effects,
): Promise<Tour | undefined> {
  const path = options.value('tour')
  if (path === undefined) return undefined
  if (options.has('state')) throw new CliError('A tour has its own states.', 'Give --tour or --state.')
  const { tour, findings } = readTourText(graph, map, await readTourFile(path, effects))
  for (const finding of findings) effects.stderr(formatFinding(finding))
  if (tour.steps.length === 0)
    throw new CliError(`No step of ${path} can be shown.`, 'fieldmap tour check says what is wrong.')
  return tour
}

function stateOf(
  graph: FieldGraph,
  map: FieldMap,
  past: Past | undefined,
  options: Options,
  effects: Effects,
): ViewState {
  const text = options.value('state') ?? ''
  const { state, carried, problems } = readHash(text.slice(text.indexOf('#') + 1))
  for (const { message } of problems) effects.stderr(`fieldmap: ${message}\n`)
  const followed = followKeys(graph, state, carried)
  for (const key of missingKeys(graph, map, followed)) effects.stderr(`fieldmap: ${key} is not in the graph\n`)
  if (followed.at !== null && (past === undefined || momentOf(past, followed.at) === undefined)) {
    const why =
      past === undefined ? 'there is no history here (fieldmap build --history)' : 'the history has no such version'
    effects.stderr(`fieldmap: at=${followed.at} is shown as it is now: ${why}\n`)
  }
  return followed
}

/** What is chosen and is neither a node nor a region of the map. */
function missingKeys(graph: FieldGraph, map: FieldMap, { selection, grouping }: ViewState): readonly string[] {
  const regions = new Set(map.groupings[grouping].regions.map(({ id }) => id))
  return selection.filter((key) => !graph.hasNode(key) && !regions.has(key) && key !== NOT_PLACED)
}

function settingsOf(format: 'svg' | 'png', options: Options, state?: ViewState): PictureSettings {
  const size = options.has('slide') ? SLIDE : SIZE
  return {
    format,
    width: numberOf(options, 'width', size.width),
    height: numberOf(options, 'height', size.height),
    scale: numberOf(options, 'scale', SIZE.scale),
    isSlide: options.has('slide'),
    theme: themeOf(options, state),
    legend: options.has('legend'),
    credit: !options.has('no-credit'),
    transparent: options.has('transparent'),
  }
}

function themeOf(options: Options, state?: ViewState): Theme {
  const named = options.value('theme')
  if (named === undefined) return state?.theme === 'dark' ? 'dark' : 'light'
  if (named === 'light' || named === 'dark') return named
  throw new CliError(`There is no theme "${named}".`, 'Themes: light, dark.')
}

function numberOf(options: Options, name: string, fallback: number): number {
  const text = options.value(name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (!/^\d{1,5}(?:\.\d+)?$/.test(text) || value <= 0)
    throw new CliError(`--${name} is a positive number, not "${text}".`, `For instance --${name} ${fallback}.`)
  return value
}
