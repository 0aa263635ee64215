import type { FieldGraph, Tour } from '@fieldmap/graph'
import { followKeys } from '../follow.ts'
import { readHash } from '../permalink.ts'
import type { ViewState } from '../state.ts'

/**
 * The state of a step: what it shows in this graph, with its number (0-based) as `step`. Steps before the first or after the
 * last are the first and the last. Undefined for a tour without steps.
 */
export function stepState(graph: FieldGraph, tour: Tour, number: number): ViewState | undefined {
  const step = Math.max(0, Math.min(number, tour.steps.length - 1))
  const shown = tour.steps[step]
  if (shown === undefined) return undefined
  const { state, carried } = readHash(shown.hash)
  return { ...followKeys(graph, state, carried), step }
}
