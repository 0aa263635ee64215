import type { GroupingName } from '@fieldmap/graph'

/** Version of {@link ViewState}; it grows when an earlier permalink would mean something else. */
export const VIEW_VERSION = 1

/** What is asked of the map. `around`: the neighbourhood of the selection. */
export const LENSES = ['around'] as const
export type Lens = (typeof LENSES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** The panel in front where there is room for one only: `auto` shows the card when something is selected. */
export const PANELS = ['auto', 'none', 'ask', 'card'] as const
export type Panel = (typeof PANELS)[number]

export const DEPTHS = [1, 2, 3] as const
export type Depth = (typeof DEPTHS)[number]

/** Where one looks: the centre in map units (y upwards) and the enlargement over "all of it fits", > 0. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Which papers stay in full colour; the rest fades. Filters combine with "and". */
export interface Filters {
  /** Only papers with a repository. */
  readonly code: boolean
  /** Least importance, 0–3; 0 lets all through. */
  readonly importance: number
  /** First and last year, each inclusive or open. */
  readonly from: number | null
  readonly to: number | null
}

/** All that decides what is shown; small, serialisable, and the whole content of a permalink. */
export interface ViewState {
  readonly version: typeof VIEW_VERSION
  readonly grouping: GroupingName
  /** Keys of nodes, or ids of regions of the grouping, in the order of choosing. */
  readonly selection: readonly string[]
  readonly lens: Lens
  /** Edges to walk from the selection. */
  readonly depth: Depth
  readonly filters: Filters
  /** `null`: all of the map fits. */
  readonly camera: Camera | null
  readonly theme: ThemeChoice
  readonly panel: Panel
  /** Step of a tour, integer ≥ 0. */
  readonly step: number | null
}

/** Nothing is filtered. */
export const NO_FILTERS: Filters = { code: false, importance: 0, from: null, to: null }

/** Home: the subfields, nothing chosen, all of it in view. */
export const DEFAULT_STATE: ViewState = {
  version: VIEW_VERSION,
  grouping: 'task',
  selection: [],
  lens: 'around',
  depth: 1,
  filters: NO_FILTERS,
  camera: null,
  theme: 'system',
  panel: 'auto',
  step: null,
}
