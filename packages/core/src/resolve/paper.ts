import type { Identifiers, PaperVersion } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import type { FoundVenue } from '../recognise/venue.ts'
import type { MergeRule } from './match-pair.ts'

/** Why two entries are one paper. */
export interface Merge {
  readonly rule: MergeRule
  /** The two entries that the rule found to be one paper. */
  readonly a: Entry
  readonly b: Entry
}

/** A paper: what entries denote, and why they are taken for one. */
export interface Paper {
  /** `paper:<slug>`. */
  readonly key: string
  readonly label: string
  readonly formerKeys: readonly string[]
  /** Sorted by source and line. */
  readonly entries: readonly Entry[]
  readonly merges: readonly Merge[]
  readonly identifiers: Identifiers
  readonly year?: number
  readonly yearBasis?: 'proved' | 'stated'
  readonly venue?: FoundVenue
  readonly versions: readonly PaperVersion[]
  /** Keys of the conference papers that this journal version extends. */
  readonly extends: readonly string[]
}
