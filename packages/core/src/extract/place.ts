import type { Finding } from '@fieldmap/graph'
import type { VenueIndex } from '../recognise/venue.ts'
import type { Inherited } from './build-entry.ts'
import type { Entry } from './entry.ts'
import type { Quoter } from './quote.ts'
import type { SectionKind } from './section-kinds.ts'

/** What extraction found in one document. */
export interface Extraction {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
}

/** Where the walk stands: the headings above, and what they say for the entries below. */
export interface Place {
  readonly inherited: Inherited
  readonly kind: SectionKind
  /** The share, 0..1, of the entries of the list or table at hand that link a paper. */
  readonly peers: number
  readonly quoter: Quoter
  readonly venues: VenueIndex
}
