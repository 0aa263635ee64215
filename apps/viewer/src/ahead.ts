import { GROUPINGS } from '@fieldmap/graph'
import { preparations, preparationsAhead, type Viewport, type ViewState } from '@fieldmap/view'
import type { LoadedField } from './load.ts'

/** What may soon be asked for of a field in a state, step by step: the names of papers, then the other groupings. */
export function* ahead({ graph, map }: LoadedField, state: ViewState, viewport: Viewport): Generator<void> {
  yield* preparationsAhead(graph, map, state, viewport)
  for (const grouping of GROUPINGS) {
    for (const step of preparations(graph, map, { ...state, grouping }, viewport)) yield step()
  }
}
