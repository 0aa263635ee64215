import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { namesJournal, namesPublication } from '../../recognise/venue-form.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import type { Field } from './fields.ts'
import type { Flat } from './flat.ts'
import type { Reading } from './reading.ts'

/** What stands round a field. */
export interface Around {
  readonly flat: Flat
  readonly venues: VenueIndex
  /** None for the parts of a field. */
  readonly title: FoundTitle | undefined
}

/** A question to a field: adds what it finds to the reading; true where the field needs no other question. */
export type Take = (reading: Reading, field: Field, around: Around) => boolean

/** A named question to a field. */
export interface Taker {
  readonly name: string
  /** What it looks like, and why that says what it is. */
  readonly why: string
  readonly take: Take
}

/** A field's words, with the year in brackets right behind it, `EACL-SRW (2023)`, or in the next field, `Journal of Tides; 1974`. */
export function datedText({ form, before, text, range }: Field, { flat }: Around): string {
  if (form !== 'plain' || before) return text
  const behind = flat.text.slice(range.to, range.to + 12)
  const year =
    /^[\s.,]*[([]\s*((?:19|20)\d{2})\s*[)\]]/.exec(behind)?.[1] ??
    (namesPublication(text) ? /^\s*[|;]\s*((?:19|20)\d{2})\s*(?:[|;\uFFFC]|$)/.exec(behind)?.[1] : undefined)
  return year === undefined ? text : `${text} ${year}`
}

/** The venue that a field names as a whole, if it can be one in its place. */
export function fieldVenue(field: Field, around: Around): FoundVenue | undefined {
  const venue = findVenue(datedText(field, around), around.venues, placeOf(field, around.title, around.flat))
  return venue !== undefined && accepts(venue, field) ? venue : undefined
}

/** An emphasised part stands where lists put the venue: behind a title, or behind the year in front of one. */
export function placeOf({ form, before, range }: Field, title: FoundTitle | undefined, flat: Flat): 'field' | 'text' {
  if (form !== 'emphasis' || title === undefined) return 'text'
  return before &&
    !/\b(?:19|20)\d{2}[).,:]*\s+[*_]*$/.test(flat.text.slice(Math.max(0, range.from - LONGEST_YEAR), range.from))
    ? 'text'
    : 'field'
}

const LONGEST_YEAR = 12

/**
 * A form alone needs a year or emphasis beside it, unless it says in another language that it is a journal's, or is a
 * numbered report of a series; running text is too rich in acronyms.
 */
export function accepts(venue: FoundVenue, { form }: Field): boolean {
  if (venue.basis === 'known' || venue.year !== undefined || form === 'emphasis') return true
  return namesJournal(venue.name) || venue.form === 'report'
}
