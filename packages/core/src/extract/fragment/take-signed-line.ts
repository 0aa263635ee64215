import { findAuthors, findByline } from '../../recognise/authors.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { isPublicationName, namesPublication } from '../../recognise/venue-form.ts'
import { setVenue } from './reading.ts'
import { isLineStart } from './take-dated-name.ts'
import { takeAuthors } from './take-people.ts'
import { datedText, type Take } from './taker.ts'

/**
 * `A. Author, Tides (2017)`, `A. Author, 88 Yale L.J. 1408 (1979)` on a line below a title: who, where and when, of law with
 * the volume in front of the name and the first page behind it.
 */
export const takeSignedLine: Take = (reading, field, around) => {
  const { flat, venues } = around
  if (reading.title === undefined || reading.authors.length > 0 || !isLineStart(flat.text, field.range.from))
    return false
  const [, people = '', volume, name = '', page, year] = SIGNED.exec(datedText(field, around)) ?? []
  if (year === undefined) return false
  const several = findAuthors(people)
  const names = several.length > 0 ? several : findByline(people)
  const venue = venueOf(name.trim(), volume !== undefined && page !== undefined, venues)
  if (names.length === 0 || venue === undefined) return false
  takeAuthors(reading, names, field, flat)
  const from = field.range.from + field.text.indexOf(name, people.length)
  setVenue(reading, { ...venue, year: Number(year) }, flat.locate({ from, to: from + name.length }))
  return true
}

/** People, perhaps a volume, a name, perhaps a page, and the year. */
const SIGNED =
  /^\s*(\p{L}[^\d]{3,300}),\s(?:(\d{1,3})\s)?(\p{L}[^,;()\d]{2,80}?)(?:,?\s(\d{1,4}))?\s+((?:19|20)\d{2})$/u

function venueOf(name: string, cited: boolean, venues: VenueIndex): FoundVenue | undefined {
  const known = findVenue(name, venues, 'field')
  if (known?.basis === 'known' || (known !== undefined && namesPublication(name))) return known
  return cited && isPublicationName(name) ? { name, form: 'journal', basis: 'form' } : undefined
}
