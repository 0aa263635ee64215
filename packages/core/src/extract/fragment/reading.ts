import type { LinkRel } from '@fieldmap/graph'
import { movedBy } from '../../parse/move.ts'
import type { FoundVenue } from '../../recognise/venue.ts'
import type { FileRange } from '../quote.ts'
import type { FoundTitle } from '../title/title-candidate.ts'

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
  /** It stands as an identifier, `arXiv:2301.00001`, and not as an address. */
  readonly isIdentifier?: true
}

/** What the recognisers found in one fragment: an item, a paragraph or a cell. */
export interface Reading {
  title?: FoundTitle
  venue?: Found<FoundVenue>
  year?: Found<number>
  /** The year is that of a full date, as preprints have: the year beside a venue goes before it. */
  byDate?: true
  authors: Found<string>[]
  organizations: Found<string>[]
  /** Bracketed words in the place where a list puts institutions, though nothing in them says so. */
  perhapsOrganizations: Found<string>[]
  /** Bracketed words in front of the title, where a list may put venues, though nothing in them says so. */
  perhapsVenue?: Found<FoundVenue>
  /** `(Oh and Lee, 2019)`: the venue is two people where other entries are cited by theirs. */
  perhapsPeople?: true
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

/** A copy of a reading, of its own, as it stands further on in the file. */
export function moveReading(reading: Reading, by: number): Reading {
  const moved = <F extends { readonly place: FileRange }>(found: F): F => ({
    ...found,
    place: movedBy(found.place, by),
  })
  const { title, venue, year, perhapsVenue, importance, mandatory, datedByline } = reading
  return {
    ...reading,
    authors: reading.authors.map(moved),
    organizations: reading.organizations.map(moved),
    perhapsOrganizations: reading.perhapsOrganizations.map(moved),
    links: reading.links.map(moved),
    others: reading.others.map(moved),
    ...(title === undefined ? {} : { title: moved(title) }),
    ...(venue === undefined ? {} : { venue: moved(venue) }),
    ...(year === undefined ? {} : { year: moved(year) }),
    ...(perhapsVenue === undefined ? {} : { perhapsVenue: moved(perhapsVenue) }),
    ...(importance === undefined ? {} : { importance: moved(importance) }),
    ...(mandatory === undefined ? {} : { mandatory: moved(mandatory) }),
    ...(datedByline === undefined ? {} : { datedByline: moved(datedByline) }),
  }
}

/**
 * The first venue counts, but a known one beats one of mere form, a published one beats a preprint or report, and one
 * with its year in front of the title beats a bare acronym, which may be a method's.
 */
export function setVenue(reading: Reading, venue: FoundVenue, place: FileRange): void {
  const current = reading.venue?.value
  const better =
    current === undefined ||
    (current.basis === 'form' && venue.basis === 'known' && current.year === undefined) ||
    (current.year === undefined && venue.year !== undefined && venue.basis === 'known' && isAhead(reading, place)) ||
    (current.form === 'preprint' && venue.form !== 'preprint' && venue.basis === 'known') ||
    (current.form === 'report' &&
      !/preprint|report/.test(venue.form) &&
      (venue.basis === 'known' || venue.year !== undefined))
  if (better) reading.venue = { value: venue, place }
  if (venue.year !== undefined) setYear(reading, venue.year, place)
}

/** Whether a place stands in front of the title, and is not the first that names a venue. */
function isAhead({ title, venue }: Reading, { start, end }: FileRange): boolean {
  return title !== undefined && venue !== undefined && end <= title.place.start && venue.place.start !== start
}

/** The first year counts, but one that stands beside a venue or alone goes before one of a full date. */
export function setYear(reading: Reading, value: number, place: FileRange, byDate = false): void {
  if (reading.year !== undefined && (byDate || reading.byDate === undefined)) return
  reading.year = { value, place }
  if (byDate) reading.byDate = true
  else delete reading.byDate
}
