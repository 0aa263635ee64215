import { findAuthors, findByline } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf, isPublicationName } from '../../recognise/venue-form.ts'
import { findYear } from '../../recognise/year.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { type Flat, HARD_BREAK, OBJECT } from './flat.ts'
import { type Reading, setVenue } from './reading.ts'

/**
 * Reads the end of a citation, `A. Author, B. Author, Title, J. of Instrumentation, 7 C01054, 2012`: where people stand
 * in front of the title, or stand emphasised right behind it, the words that follow name what it appeared in, whether a
 * known venue or not, and the last year there is its date. A known venue and a year read otherwise stay.
 */
export function takeCitation(reading: Reading, flat: Flat, title: FoundTitle, venues: VenueIndex): void {
  const [author] = reading.authors
  const before = flat.text.slice(0, title.range.from)
  const ahead =
    author === undefined ? SURNAME.test(before) : author.place.end <= title.place.start || endsWithPeople(before)
  const people = ahead ? undefined : peopleBehind(flat, title)
  if (people === undefined && (!ahead || (title.form === 'plain' && flat.reference !== true))) return
  takeContainer(reading, flat, people ?? title.range.to, people !== undefined, venues)
}

/**
 * Reads what a citation says from a place in its fragment on: `IEEE Trans. Tides, vol. 8, no. 5, pp. 56–69, 2011`.
 *
 * @param strict where no more than a name and its year counts.
 */
export function takeContainer(reading: Reading, flat: Flat, end: number, strict: boolean, venues: VenueIndex): void {
  const behind = flat.text.slice(end)
  const lead = LEAD.exec(behind)?.[0].length ?? 0
  const from = end + lead
  const line = behind.slice(lead).split(LINE_END)[0] ?? ''
  const year = lastYear(line)
  if (year === undefined || (strict && !NAME_AND_YEAR.test(line))) return
  reading.year ??= { value: year, place: flat.locate({ from, to: from + line.length }) }
  const found = CONTAINER.exec(line)?.[0] ?? ''
  const words = flat.reference === true ? found.replace(/(?<=\p{L}{4})\.$/u, '') : found
  const name = words.replace(/^\d+(?:st|nd|rd|th)\s+|[\s.]*[—–-]\s*$/g, '').trim()
  if (NO_CONTAINER.test(name)) return
  const { basis, form } = reading.venue?.value ?? {}
  if (basis === 'known' && form !== 'preprint') return
  const known = findVenue(words, venues, 'field')
  if (known?.basis !== 'known') {
    // Only English capitalises the words of a journal.
    if ((flat.reference !== true && !isPublicationName(name)) || name === '' || labelRole(name) !== undefined) return
  }
  const venue = known ?? { name, form: formOf(name), basis: 'form' as const }
  const place = flat.locate({ from, to: from + words.length })
  delete reading.venue
  setVenue(reading, venue, place)
}

/** Whether a line ends with people: where each stands is not known in HTML that a list folds. */
function endsWithPeople(before: string): boolean {
  const line = before.split(LINE_END).at(-1) ?? ''
  return line.length < LONGEST_PEOPLE && findAuthors(line.replace(/[\s.,:"“«]+$/, '')).length > 0
}

const LONGEST_PEOPLE = 2000

/** `Title`, *A. Author, B. Author*, …: where emphasised people right behind a title end. */
function peopleBehind({ text, emphasis }: Flat, { range }: FoundTitle): number | undefined {
  const next = emphasis.find(({ from }) => from >= range.to)
  if (next === undefined || !/^[\s.,;:|*_\u2028]*$/.test(text.slice(range.to, next.from))) return undefined
  return findByline(text.slice(next.from, next.to)).length > 0 ? next.to : undefined
}

/** `International Journal of Fatigue, 2022. [`: a name and its year, and nothing else up to the links. */
const NAME_AND_YEAR = /^[^,;:()[\]]{2,90},?\s(?:19|20)\d{2}[\s.,;:*_([]*$/

/** `…, Delbruck, T., `: a surname and initials right in front of the title. */
const SURNAME = /(?:^|[\s:])\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.[\s-]?)+,?\s*["“«]?$/u

/** What stands between a title and its container. */
const LEAD = /^[\s.,;:|*_"”»’'\])\u2028]*(?:\uFFFC\s+(?=\p{Lu}))?(?:in:?\s+)?/iu
const LINE_END = new RegExp(`[${OBJECT}${HARD_BREAK}\\n]`)
/** Up to a comma, a bracket, or a volume. */
const CONTAINER = /^[^,;:()[\]|]{2,90}?(?=\s*(?:[,;:([|]|\s\d{1,4}(?:[\s(:.,]|$)|\s(?:vol|no|pp)\b|\.?\s*$))/i

/** `…, September 2018`, `…, Figure 1`: a date or a place in the work, and nothing it appeared in. */
const NO_CONTAINER =
  /^(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s\d{4})?|(?:fig(?:ure|\.)|table|section|chapter|pages?)\s\d+)$/i

function lastYear(text: string): number | undefined {
  let last: number | undefined
  let rest = text
  for (let found = findYear(rest); found !== undefined; found = findYear(rest)) {
    last = found.year
    rest = ` ${rest.slice(found.end)}`
  }
  return last
}
