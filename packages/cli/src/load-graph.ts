import { join, resolve } from 'node:path'
import { type FieldGraph, FormatError, readGraph } from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { buildSources } from './sources.ts'

/** The graph that a question is asked of: `--graph DIR`, else `./fieldmap-out`, else the default source, built now. */
export async function loadGraph(options: Options, effects: Effects): Promise<FieldGraph> {
  const named = options.value('graph')
  const folder = resolve(effects.cwd, named ?? 'fieldmap-out')
  const path = join(folder, 'graph.json')
  if (!effects.exists(path)) {
    if (named !== undefined)
      throw new CliError(`There is no graph.json in ${folder}.`, 'Build one with fieldmap build --out DIR.')
    return (await buildSources([], options, effects)).graph
  }
  try {
    return readGraph(new TextDecoder().decode(await effects.readFile(path)))
  } catch (error) {
    if (error instanceof FormatError)
      throw new CliError(`${path}: ${error.message}`, 'Build it again with fieldmap build.')
    throw error
  }
}
