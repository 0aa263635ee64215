import type { ViewState } from './state.ts'

/**
 * So many keys of each kind a state holds at most, so that its address can be shared: 168 short keys of nine characters
 * with all else are under 1,900. A person chooses a handful.
 */
export const STATE_LIMITS = { selection: 64, not: 24, tasks: 40, venues: 40 } as const

/** The state itself, or, where it names more than {@link STATE_LIMITS}, one without the keys chosen last. */
export function limitState(state: ViewState): ViewState {
  const { selection, not, filters } = state
  const { tasks, venues } = filters
  const fits =
    selection.length <= STATE_LIMITS.selection &&
    not.length <= STATE_LIMITS.not &&
    tasks.length <= STATE_LIMITS.tasks &&
    venues.length <= STATE_LIMITS.venues
  if (fits) return state
  return {
    ...state,
    selection: selection.slice(0, STATE_LIMITS.selection),
    not: not.slice(0, STATE_LIMITS.not),
    filters: {
      ...filters,
      tasks: tasks.slice(0, STATE_LIMITS.tasks),
      venues: venues.slice(0, STATE_LIMITS.venues),
    },
  }
}
