import type { HashProblem, Moment, Past, Theme, ViewState } from '@fieldmap/view'
import type { LoadedField } from './load.ts'

/** What the panels round the map know, and what they can do. */
export interface ViewContext {
  /** The field as the map shows it: at a version of the past, as it was. */
  readonly field: LoadedField
  /** The field as it is now. */
  readonly whole: LoadedField
  /** What commits know of the graph; undefined until it is read, and null where there is no history. */
  readonly past: Past | null | undefined
  /** The version that is shown; undefined where that is the field as it is now. */
  readonly moment: Moment | undefined
  readonly state: ViewState
  readonly theme: Theme
  /** What the address said that was not understood. */
  readonly problems: readonly HashProblem[]
  /** Chooses nodes or regions and looks at the first; `closer` goes near, `patch` changes more in the same step. */
  readonly choose: (keys: readonly string[], closer?: boolean, patch?: Partial<ViewState>) => void
  readonly change: (patch: Partial<ViewState>) => void
  /**
   * Shows a step of the past, by its number. `scrub` at once, `step` by a move, both without an entry of their own in the
   * browser's history; `settle` ends what they began.
   */
  readonly travel: (number: number, how: 'scrub' | 'step' | 'settle') => void
  /** Plays a step of the tour, 0-based; `null` ends it and leaves the map as it is. */
  readonly play: (step: number | null) => void
  /** Names a node on the map while a list item is pointed at. */
  readonly point: (key: string | undefined) => void
  /** Tells the reader, who may not look, what happened. */
  readonly say: (words: string) => void
}
