import { readFileSync } from 'node:fs'
import { type FieldGraph, type FieldMap, readGraph, readMap } from '@fieldmap/graph'
import { DEFAULT_STATE, type ViewState } from '../src/state.ts'

const FOLDER = new URL('../../../test/fixtures/view/', import.meta.url)

/** Ten papers in three subfields, one of them of none and one with a hostile title. */
export const graph: FieldGraph = readGraph(readFileSync(new URL('graph.json', FOLDER), 'utf8'))
export const map: FieldMap = readMap(readFileSync(new URL('map.json', FOLDER), 'utf8'))

export const VIEWPORT = { width: 800, height: 700 }

export function stateWith(patch: Partial<ViewState>): ViewState {
  return { ...DEFAULT_STATE, ...patch }
}
