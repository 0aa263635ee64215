import { resolve } from 'node:path'
import { parseTour, type TourText } from '@fieldmap/core'
import { byCodeUnits, type FieldGraph, type FieldMap, type Finding, type Report, type Tour } from '@fieldmap/graph'
import { resolveTour, type TourFinding } from '@fieldmap/view'
import { CliError } from './cli-error.ts'
import type { Effects } from './effects.ts'

/** A tour as it can be shown, and all that is wrong in its text, by line. */
export interface ReadTour {
  readonly tour: Tour
  readonly findings: readonly (Finding | TourFinding)[]
}

/** A tour's file, relative to the working folder. @throws {CliError} where it cannot be read. */
export async function readTourFile(path: string, effects: Effects): Promise<TourText> {
  try {
    const bytes = await effects.readFile(resolve(effects.cwd, path))
    return { path, text: new TextDecoder().decode(bytes) }
  } catch {
    throw new CliError(`${path} cannot be read.`, 'Check the path and its permissions.')
  }
}

/** Reads a tour's Markdown and finds its steps in a graph. */
export function readTourText(graph: FieldGraph, map: FieldMap, { path, text }: TourText): ReadTour {
  const { script, findings } = parseTour(text, path)
  const resolved = resolveTour(graph, map, script)
  return {
    tour: resolved.tour,
    findings: [...findings, ...resolved.findings].sort((a, b) => a.line - b.line),
  }
}

/** A build with the tour that stands beside its sources, if there is one; what is wrong in it is in the report, too. */
export function withTour<B extends { readonly graph: FieldGraph; readonly map: FieldMap; readonly report: Report }>(
  built: B,
  text: TourText | undefined,
): B & { readonly tour?: Tour; readonly tourFindings?: ReadTour['findings'] } {
  return text === undefined ? built : addTour(built, readTourText(built.graph, built.map, text))
}

/** A build with a tour that was read already. */
export function addTour<B extends { readonly report: Report }>(
  built: B,
  { tour, findings }: ReadTour,
): B & { readonly tour: Tour; readonly tourFindings: ReadTour['findings'] } {
  const all = [...built.report.findings, ...findings.map(plainFinding)]
  // Sorting keeps the order within a file.
  const report = { ...built.report, findings: all.sort((a, b) => byCodeUnits(a.source, b.source)) }
  return { ...built, report, tour, tourFindings: findings }
}

/** A finding as reports keep it: without what only a check of the tour says. */
function plainFinding({ rule, severity, source, line, column, message, hint }: Finding): Finding {
  return { rule, severity, source, line, column, message, hint }
}
