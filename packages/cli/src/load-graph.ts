import { join, resolve } from 'node:path'
import {
  createFieldIndex,
  type FieldGraph,
  type FieldIndex,
  type FieldMap,
  FormatError,
  openHistory,
  readGraph,
  readMap,
  readTour,
  type Tour,
} from '@fieldmap/graph'
import { type Past, pastOf } from '@fieldmap/view'
import { HISTORY_JSON, TOUR_JSON } from './build-files.ts'
import { CliError } from './cli-error.ts'
import type { Effects } from './effects.ts'
import type { Options } from './flags.ts'
import { buildSources } from './sources.ts'

/** What a build gives to those that ask or show. */
export interface Field {
  readonly graph: FieldGraph
  readonly map?: FieldMap
  readonly tour?: Tour
}

/** The graph that a question is asked of, its map and tour: `--graph DIR`, else `./fieldmap-out`, else the default source, built now. */
export async function loadField(options: Options, effects: Effects): Promise<Field> {
  const named = options.value('graph')
  const folder = folderOf(options, effects)
  const path = join(folder, 'graph.json')
  if (!effects.exists(path)) {
    if (named !== undefined)
      throw new CliError(`There is no graph.json in ${folder}.`, 'Build one with fieldmap build --out DIR.')
    return buildSources([], options, effects)
  }
  const graph = await readGraphFile(path, effects)
  const [mapPath, tourPath] = [join(folder, 'map.json'), join(folder, TOUR_JSON)]
  return {
    graph,
    ...(effects.exists(mapPath) ? { map: await readWith(readMap, mapPath, effects) } : {}),
    ...(effects.exists(tourPath) ? { tour: await readWith(readTour, tourPath, effects) } : {}),
  }
}

/** What commits know of a graph, where `history.json` stands beside it; `undefined` where it does not. */
export async function loadPast(graph: FieldGraph, options: Options, effects: Effects): Promise<Past | undefined> {
  const path = join(folderOf(options, effects), HISTORY_JSON)
  return effects.exists(path) ? pastOf(await readWith(openHistory, path, effects), graph) : undefined
}

function folderOf(options: Options, effects: Effects): string {
  return resolve(effects.cwd, options.value('graph') ?? 'fieldmap-out')
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
