import { resolve } from 'node:path'
import type { FieldGraph, FieldMap, Tour } from '@fieldmap/graph'
import { followKeys, readHash, scene, svg, type Theme, type ViewState } from '@fieldmap/view'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import { oneFile } from '../export/one-file.ts'
import { renderPng } from '../export/png.ts'
import type { Options } from '../flags.ts'
import { loadField } from '../load-graph.ts'

const FORMATS = ['html', 'svg', 'png'] as const
type Format = (typeof FORMATS)[number]

/** A picture for a slide of 16:9. */
const SIZE = { width: 1280, height: 720, scale: 1 } as const

/** `fieldmap export --format …`: a view as one page that holds everything, or as a picture. */
export async function exportCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  if (operands.length > 0)
    throw new CliError('export takes no names.', 'Choose what to show by --state, the part of a link behind "#".')
  const format = formatOf(options)
  const { graph, map, tour } = await loadField(options, effects)
  if (map === undefined)
    throw new CliError('There is no map.json beside that graph.', 'Build it again with fieldmap build --out DIR.')
  const state = stateOf(graph, options, effects)
  const out = resolve(effects.cwd, options.value('out') ?? `map.${format}`)
  await effects.writeFile(out, await render(format, graph, map, state, options, tour))
  effects.stdout(options.has('json') ? `${JSON.stringify({ out, format })}\n` : `${out}\n`)
  return 0
}

async function render(
  format: Format,
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  options: Options,
  tour?: Tour,
): Promise<string | Uint8Array> {
  const size = {
    width: numberOf(options, 'width', SIZE.width),
    height: numberOf(options, 'height', SIZE.height),
  }
  const theme: Theme = themeOf(options, state)
  switch (format) {
    case 'html':
      return oneFile(graph, map, { ...state, theme: options.has('theme') ? theme : state.theme }, tour)
    case 'svg':
      return svg(scene(graph, map, state, size), { theme, transparent: options.has('transparent') })
    case 'png': {
      const scale = numberOf(options, 'scale', SIZE.scale)
      const document = svg(scene(graph, map, state, size), { theme, transparent: options.has('transparent') })
      return renderPng(document, { width: size.width * scale, height: size.height * scale })
    }
    default:
      return format satisfies never
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

function stateOf(graph: FieldGraph, options: Options, effects: Effects): ViewState {
  const text = options.value('state') ?? ''
  const { state, carried, problems } = readHash(text.slice(text.indexOf('#') + 1))
  for (const { message } of problems) effects.stderr(`fieldmap: ${message}\n`)
  return followKeys(graph, state, carried)
}

function themeOf(options: Options, state: ViewState): Theme {
  const named = options.value('theme')
  if (named === undefined) return state.theme === 'dark' ? 'dark' : 'light'
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
