import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, formOf, isPublicationName, type VenueIndex } from '../../recognise/venue.ts'
import { findYear } from '../../recognise/year.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { type Flat, HARD_BREAK, OBJECT } from './flat.ts'
import { type Reading, setVenue } from './reading.ts'

/**
 * Reads the end of a citation, `A. Author, B. Author, Title, J. of Instrumentation, 7 C01054, 2012`: where people stand
 * in front of the title, the words behind it name what it appeared in, whether a known venue or not, and the last year
 * there is its date. A known venue and a year read otherwise stay.
 */
export function takeCitation(reading: Reading, flat: Flat, title: FoundTitle, venues: VenueIndex): void {
  const [author] = reading.authors
  const ahead =
    author === undefined ? SURNAME.test(flat.text.slice(0, title.range.from)) : author.place.end <= title.place.start
  if (!ahead || title.form === 'plain') return
  const behind = flat.text.slice(title.range.to)
  const lead = LEAD.exec(behind)?.[0].length ?? 0
  const from = title.range.to + lead
  const line = behind.slice(lead).split(LINE_END)[0] ?? ''
  const year = lastYear(line)
  if (year === undefined) return
  reading.year ??= { value: year, place: flat.locate({ from, to: from + line.length }) }
  const words = CONTAINER.exec(line)?.[0] ?? ''
  const name = words.replace(/^\d+(?:st|nd|rd|th)\s+/, '').trim()
  const { basis, form } = reading.venue?.value ?? {}
  if ((basis === 'known' && form !== 'preprint') || !isPublicationName(name) || labelRole(name) !== undefined) return
  const venue = findVenue(words, venues, 'field') ?? { name, form: formOf(name), basis: 'form' as const }
  const place = flat.locate({ from, to: from + words.length })
  delete reading.venue
  setVenue(reading, venue, place)
}

/** `…, Delbruck, T., `: a surname and initials right in front of the title. */
const SURNAME = /(?:^|[\s:])\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.[\s-]?)+,?\s*["“«]?$/u

/** What stands between a title and its container. */
const LEAD = /^[\s.,;:|*_"”»’'\])]*(?:in:?\s+)?/i
const LINE_END = new RegExp(`[${OBJECT}${HARD_BREAK}\\n]`)
/** Up to a comma, a bracket, or a volume. */
const CONTAINER = /^[^,;:()[\]]{3,90}?(?=\s*(?:[,;:([]|\s\d{1,4}(?:[\s(:.,]|$)|\s(?:vol|no|pp)\b|\.?\s*$))/i

function lastYear(text: string): number | undefined {
  let last: number | undefined
  let rest = text
  for (let found = findYear(rest); found !== undefined; found = findYear(rest)) {
    last = found.year
    rest = ` ${rest.slice(found.end)}`
  }
  return last
}
