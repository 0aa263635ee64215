import { join, resolve } from 'node:path'
import {
  createFieldIndex,
  type FieldGraph,
  type FieldIndex,
  type FieldMap,
  FormatError,
  readGraph,
  readMap,
} from '@fieldmap/graph'
import { CliError } from './cli-error.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { buildSources } from './sources.ts'

/** The graph that a question is asked of, and its map: `--graph DIR`, else `./fieldmap-out`, else the default source, built now. */
export async function loadField(options: Options, effects: Effects): Promise<{ graph: FieldGraph; map?: FieldMap }> {
  const named = options.value('graph')
  const folder = resolve(effects.cwd, named ?? 'fieldmap-out')
  const path = join(folder, 'graph.json')
  if (!effects.exists(path)) {
    if (named !== undefined)
      throw new CliError(`There is no graph.json in ${folder}.`, 'Build one with fieldmap build --out DIR.')
    const { graph, map } = await buildSources([], options, effects)
    return { graph, map }
  }
  const graph = await readGraphFile(path, effects)
  const mapPath = join(folder, 'map.json')
  return effects.exists(mapPath) ? { graph, map: await readWith(readMap, mapPath, effects) } : { graph }
}

/** An index of the graph that a question is asked of. */
export async function loadIndex(options: Options, effects: Effects): Promise<FieldIndex> {
  const { graph, map } = await loadField(options, effects)
  return createFieldIndex(graph, map)
}

/** The graph of a file. @throws {CliError} where it is none */
export function readGraphFile(path: string, effects: Effects): Promise<FieldGraph> {
  return readWith(readGraph, path, effects)
}

async function readWith<T>(read: (text: string) => T, path: string, effects: Effects): Promise<T> {
  try {
    return read(new TextDecoder().decode(await effects.readFile(path)))
  } catch (error) {
    if (error instanceof FormatError)
      throw new CliError(`${path}: ${error.message}`, 'Build it again with fieldmap build.')
    throw error
  }
}
