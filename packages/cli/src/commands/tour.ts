import { printJson } from '../answer-json.ts'
import { printLines } from '../answer-text.ts'
import { CliError } from '../cli-error.ts'
import type { Effects } from '../effects.ts'
import { failOn } from '../fail-on.ts'
import type { Options } from '../flags.ts'
import { loadField } from '../load-graph.ts'
import { formatFinding, reaches } from '../print-findings.ts'
import { buildSources } from '../sources.ts'
import { type ReadTour, readTourFile, readTourText } from '../tour.ts'

/**
 * `fieldmap tour check [TOUR.md] [SOURCE…]`: which steps name something that is not in the graph, and what it became. Unlike
 * other commands it exits with 1 for errors without being asked to.
 */
export async function tourCommand(operands: readonly string[], options: Options, effects: Effects): Promise<number> {
  const [verb, first, ...rest] = operands
  if (verb !== 'check')
    throw new CliError(
      verb === undefined ? 'What about the tour?' : `There is nothing called "tour ${verb}".`,
      'fieldmap tour check [TOUR.md] [SOURCE…] checks one; fieldmap brief --tour writes a first one.',
    )
  const threshold = failOn(options) ?? 'error'
  const isTour = first !== undefined && /\.(?:md|markdown)$/i.test(first)
  const sources = isTour || first === undefined ? rest : [first, ...rest]
  const { tour, findings } = await readTour(isTour ? first : undefined, sources, options, effects)
  for (const finding of findings) effects.stderr(formatFinding(finding))
  if (options.has('json')) effects.stdout(printJson({ title: tour.title, steps: tour.steps, findings }))
  else printLines(effects, [summary({ tour, findings })])
  return reaches(findings, threshold) ? 1 : 0
}

async function readTour(
  path: string | undefined,
  sources: readonly string[],
  options: Options,
  effects: Effects,
): Promise<ReadTour> {
  const text = path === undefined ? undefined : await readTourFile(path, effects)
  if (options.has('graph')) {
    const { graph, map } = await loadField(options, effects)
    if (text === undefined)
      throw new CliError('Which tour?', 'With --graph name its file: fieldmap tour check tour.md.')
    if (map === undefined)
      throw new CliError('There is no map.json beside that graph.', 'Build it again with fieldmap build --out DIR.')
    return readTourText(graph, map, text)
  }
  const { graph, map, tour, tourFindings = [] } = await buildSources(sources, options, effects)
  if (text !== undefined) return readTourText(graph, map, text)
  if (tour !== undefined) return { tour, findings: tourFindings }
  throw new CliError(
    'There is no tour.',
    'Name its file, or write a first one with fieldmap brief --tour --out tour.md.',
  )
}

function summary({ tour, findings }: ReadTour): string {
  const wrong = findings.filter(({ severity }) => severity === 'error').length
  const shown = `${tour.steps.length} ${tour.steps.length === 1 ? 'step' : 'steps'} can be shown`
  return wrong === 0 ? `${shown}, nothing is missing.` : `${shown}; ${wrong} ${wrong === 1 ? 'error' : 'errors'}.`
}
