import type { LinkRel } from '@fieldmap/graph'
import type { FoundVenue } from '../recognise/venue.ts'
import type { FoundTitle } from './find-title.ts'
import type { FileRange } from './quote.ts'

/** Something found in a fragment, and where it stands in the file. */
export interface Found<T> {
  readonly value: T
  readonly place: FileRange
}

export interface FoundLink {
  readonly rel: LinkRel
  readonly label: string
  readonly url: string
  readonly place: FileRange
  /** The link's words are the entry's title. */
  readonly isTitle: boolean
}

/** What the recognisers found in one fragment: an item, a paragraph or a cell. */
export interface Reading {
  title?: FoundTitle
  venue?: Found<FoundVenue>
  year?: Found<number>
  authors: Found<string>[]
  organizations: Found<string>[]
  /** Bracketed words in the place where a list puts institutions, though nothing in them says so. */
  perhapsOrganizations: Found<string>[]
  /** Bracketed words in front of the title, where a list may put venues, though nothing in them says so. */
  perhapsVenue?: Found<FoundVenue>
  importance?: Found<number>
  mandatory?: Found<true>
  links: FoundLink[]
  /** Links whose words are no label and which are not the title. */
  others: FoundLink[]
  /** The fragment calls it something else than a paper: a book, a talk, slides. */
  product?: true
  /** Cited behind its title, `(Park et al. 2019)`: a work that people wrote, wherever it leads. */
  cited?: true
  /** What the only author was read from, where a year follows: a publication, if people are named elsewhere. */
  datedByline?: Found<string>
}

export function emptyReading(): Reading {
  return { authors: [], organizations: [], perhapsOrganizations: [], links: [], others: [] }
}

/** The first venue counts, but a known one beats one of mere form, and a published one beats a preprint. */
export function setVenue(reading: Reading, venue: FoundVenue, place: FileRange): void {
  const current = reading.venue?.value
  const better =
    current === undefined ||
    (current.basis === 'form' && venue.basis === 'known' && current.year === undefined) ||
    (current.form === 'preprint' && venue.form !== 'preprint' && venue.basis === 'known')
  if (better) reading.venue = { value: venue, place }
  if (venue.year !== undefined) reading.year ??= { value: venue.year, place }
}
