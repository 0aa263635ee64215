import { join } from 'node:path'
import { type Build, build, diskEffects, type ReadEffects, type ReadResult, readSources } from '@fieldmap/core'
import type { Report, Tour } from '@fieldmap/graph'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { type ReadTour, withTour } from './tour.ts'

/** The sources of a call: those that it names, else `.` or `./seeds` if they hold `fieldmap.yml`, else `.` as repository. */
export function sourcesOf(operands: readonly string[], { cwd, exists }: Effects): readonly string[] {
  if (operands.length > 0) return operands
  if (exists(join(cwd, 'fieldmap.yml'))) return ['.']
  return exists(join(cwd, 'seeds', 'fieldmap.yml')) ? ['./seeds'] : ['.']
}

/** What the sources of a call hold, and how long reading took. */
export interface ReadCall {
  readonly read: ReadResult
  readonly stage: Report['stages'][number]
}

/** A build with what goes beside its graph. */
export interface SourcesBuild extends Build {
  readonly site?: string
  readonly tour?: Tour
  /** What is wrong in the tour; it is in the report, too. */
  readonly tourFindings?: ReadTour['findings']
}

/** Reads the sources of a call. */
export async function readCall(
  operands: readonly string[],
  options: Options,
  effects: Effects,
  reading: ReadEffects = diskEffects,
): Promise<ReadCall> {
  const at = options.value('at')
  const start = effects.clock()
  const wanted = {
    ...(at === undefined ? {} : { at }),
    ...(options.has('file') ? { file: options.values('file') } : {}),
    cwd: effects.cwd,
    signal: effects.signal,
  }
  const read = await readSources(sourcesOf(operands, effects), wanted, reading)
  return { read, stage: { name: 'read', milliseconds: Math.round((effects.clock() - start) * 10) / 10 } }
}

/** Reads and builds the sources of a call, with their tour; reading is timed as the first stage. */
export async function buildSources(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<SourcesBuild> {
  const { read, stage } = await readCall(operands, options, effects)
  const built = build(read, effects.clock)
  const report = { ...built.report, stages: [stage, ...built.report.stages] }
  return { ...withTour({ ...built, report }, read.tour), ...(read.site === undefined ? {} : { site: read.site }) }
}
