import type { Tour } from '@fieldmap/graph'
import { DEFAULT_STATE, type ViewState, writeHash } from '@fieldmap/view'

/** The number of the step that a state plays; undefined where no tour is played, or there is none. */
export function stepOf(tour: Tour | undefined, { step }: ViewState): number | undefined {
  return tour === undefined || tour.steps.length === 0 || step === null
    ? undefined
    : Math.min(step, tour.steps.length - 1)
}

/** Whether two states show the same, wherever one looks and in whatever light. */
export function showsSame(a: ViewState, b: ViewState): boolean {
  return shown(a) === shown(b)
}

function shown(state: ViewState): string {
  const { camera, theme, panel, sort, step } = DEFAULT_STATE
  return writeHash({ ...state, camera, theme, panel, sort, step })
}

/** Where a key of a presenter leads: to a step, to the end (`null`), or nowhere: then it is left to the page round the map. */
export function stepFor(key: string, number: number, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return number + 1 < count ? number + 1 : undefined
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return number > 0 ? number - 1 : undefined
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}
