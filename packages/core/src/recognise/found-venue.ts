import type { VenueForm } from '@fieldmap/graph'
import type { VenueRecord } from '../data/venues/venue-record.ts'

/** A venue that a text names, with the year that stands beside it. */
export interface FoundVenue {
  /** Canonical short name, or the text without decoration where the venue is not known. */
  readonly name: string
  readonly form: VenueForm
  /** `known` by the table or vocabulary, else recognised by its `form` alone. */
  readonly basis: 'known' | 'form'
  readonly year?: number
}

/** A found venue whose name is an ordinary word: running text needs a year beside it. */
export type KnownVenue = Omit<FoundVenue, 'year'> & { readonly ordinary?: boolean }

/** Looks venues up by any of their spellings. */
export interface VenueIndex {
  readonly find: (text: string) => VenueRecord | undefined
  /** False only where no spelling of a venue has all its words in the text: most titles are no venue by a look at their words. */
  readonly mayHold: (text: string) => boolean
  /** `findVenue` by place, each distinct text computed once. */
  readonly recognise: Readonly<Record<'field' | 'text', (text: string) => FoundVenue | undefined>>
}

/** The venue with a year, where there is one. */
export function withYear(found: Omit<FoundVenue, 'year'>, year: number | undefined): FoundVenue {
  return year === undefined ? found : { ...found, year }
}
