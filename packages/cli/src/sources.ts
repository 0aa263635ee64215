import { join } from 'node:path'
import { type Build, build, readSources } from '@fieldmap/core'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'

/** The sources of a call: those that it names, else `.` or `./seeds` if they hold `fieldmap.yml`, else `.` as repository. */
export function sourcesOf(operands: readonly string[], { cwd, exists }: Effects): readonly string[] {
  if (operands.length > 0) return operands
  if (exists(join(cwd, 'fieldmap.yml'))) return ['.']
  return exists(join(cwd, 'seeds', 'fieldmap.yml')) ? ['./seeds'] : ['.']
}

/** Reads and builds the sources of a call; reading is timed as the first stage. */
export async function buildSources(
  operands: readonly string[],
  options: Options,
  effects: Effects,
): Promise<Build & { readonly site?: string }> {
  const at = options.value('at')
  const start = effects.clock()
  const read = await readSources(sourcesOf(operands, effects), {
    ...(at === undefined ? {} : { at }),
    ...(options.has('file') ? { file: options.values('file') } : {}),
    cwd: effects.cwd,
    signal: effects.signal,
  })
  const reading = { name: 'read', milliseconds: Math.round((effects.clock() - start) * 10) / 10 }
  const built = build(read, effects.clock)
  return {
    ...built,
    report: { ...built.report, stages: [reading, ...built.report.stages] },
    ...(read.site === undefined ? {} : { site: read.site }),
  }
}
