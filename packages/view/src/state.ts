import { type GroupingName, NODE_KINDS, type NodeKind, type Tier } from '@fieldmap/graph'

/** Version of {@link ViewState}; it grows when an earlier permalink would mean something else. */
export const VIEW_VERSION = 1

/**
 * What is asked of the selection. `around`: its neighbourhood. `shared`: the papers that share datasets with it, or, of
 * chosen datasets, the papers that are known to use them.
 */
export const LENSES = ['around', 'shared'] as const
export type Lens = (typeof LENSES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

/**
 * The panel in front where there is room for one only: `auto` shows the card when something is selected. `list` is the
 * table of what is shown, in place of the map's lower part.
 */
export const PANELS = ['auto', 'none', 'ask', 'card', 'list'] as const
export type Panel = (typeof PANELS)[number]

export const DEPTHS = [1, 2, 3] as const
export type Depth = (typeof DEPTHS)[number]

/** Where one looks: the centre in map units (y upwards) and the enlargement over "all of it fits", > 0. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Kinds of nodes that can be kept out of sight; papers are what the map is made of. */
export const HIDEABLE_KINDS: readonly NodeKind[] = NODE_KINDS.filter((kind) => kind !== 'paper')

/** Which papers stay in full colour; the rest fades. Filters combine with "and", the choices within one with "or". */
export interface Filters {
  /** Only papers with a repository. */
  readonly code: boolean
  /** Least importance, 0–3; 0 lets all through. */
  readonly importance: number
  /** First and last year, each inclusive or open. */
  readonly from: number | null
  readonly to: number | null
  /** Keys of tasks and of venues; none lets all through. */
  readonly tasks: readonly string[]
  readonly venues: readonly string[]
  /** Only papers with dataset evidence of this tier or better. */
  readonly tier: Tier | null
  /** Kinds of nodes that are not shown. */
  readonly hidden: readonly NodeKind[]
}

/** How several chosen datasets are asked for: papers that use all of them, or any. */
export const MATCHES = ['all', 'any'] as const
export type Match = (typeof MATCHES)[number]

/** Columns by which the list of papers can be sorted. */
export const SORT_COLUMNS = ['title', 'year', 'venue', 'task', 'importance', 'code', 'datasets'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

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
  readonly match: Match
  /** Keys of datasets that the papers of a question must not be known to use. */
  readonly not: readonly string[]
  /** Whether datasets that a paper only pretrains on count as shared. */
  readonly pretraining: boolean
  /** The order of the list. */
  readonly sort: { readonly by: SortColumn; readonly descending: boolean }
  /** `null`: all of the map fits. */
  readonly camera: Camera | null
  readonly theme: ThemeChoice
  readonly panel: Panel
  /** Step of a tour, integer ≥ 0. */
  readonly step: number | null
  /** The version that is shown: the digits with which its commit begins, or a day, `YYYY-MM-DD`. `null`: as it is now. */
  readonly at: string | null
}

/** Nothing is filtered. */
export const NO_FILTERS: Filters = {
  code: false,
  importance: 0,
  from: null,
  to: null,
  tasks: [],
  venues: [],
  tier: null,
  hidden: [],
}

/** Home: the subfields, nothing chosen, all of it in view. */
export const DEFAULT_STATE: ViewState = {
  version: VIEW_VERSION,
  grouping: 'task',
  selection: [],
  lens: 'around',
  depth: 1,
  filters: NO_FILTERS,
  match: 'all',
  not: [],
  pretraining: false,
  sort: { by: 'year', descending: true },
  camera: null,
  theme: 'system',
  panel: 'auto',
  step: null,
  at: null,
}
