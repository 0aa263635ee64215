import { findAuthors, findByline } from '../../recognise/authors.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { isPublicationName } from '../../recognise/venue-form.ts'
import type { Field } from './fields.ts'
import { type Reading, setVenue, setYear } from './reading.ts'
import type { Around, Take } from './taker.ts'

/**
 * `A. Author and B. Author, J. Am. Chem. Soc. 1999, 121, 3414`: as chemistry cites, the journal, the year, then volume
 * and page, and people in front. A journal that is not known is one as a whole part: between commas, or all of it.
 */
export function takeDatedVolume(reading: Reading, field: Field, around: Around, take: Take): boolean {
  if (field.before || field.form !== 'plain') return false
  const [, lead = '', year] = DATED_VOLUME.exec(field.text) ?? []
  if (year === undefined) return false
  const found = knownAtEnd(lead, around.venues) ?? unknownAtEnd(lead)
  if (found === undefined) return false
  const { from } = field.range
  const start = lead.length - found.length
  const place = around.flat.locate({ from: from + start, to: from + lead.length })
  setVenue(reading, found.venue, place)
  setYear(reading, Number(year), place)
  const text = lead.slice(0, start).replace(/[\s,;]+$/, '')
  if (/\p{L}/u.test(text))
    take(reading, { ...field, text, range: { from, to: from + text.length } }, { ...around, title: undefined })
  return true
}

const DATED_VOLUME =
  /^([^\d].{1,400}?),?\s((?:19|20)\d{2}),\s?\d{1,4}(?:\s?\(\d{1,4}\))?(?:,\s?[A-Za-z]?\d[\w–-]*){0,2}[\s.,]*$/su

interface AtEnd {
  readonly venue: FoundVenue
  /** Characters from its first to the end. */
  readonly length: number
}

/** The longest known venue of a few words at the end of some. */
function knownAtEnd(text: string, venues: VenueIndex): AtEnd | undefined {
  const starts = [0, ...[...text.matchAll(/\s+/g)].map(({ index, 0: blank }) => index + blank.length)]
  for (const start of starts.slice(-MOST_WORDS)) {
    const name = text.slice(start)
    // "Advances in Space Research" is no "Research".
    if (/[^\s.,;:&]\s+$/.test(text.slice(Math.max(0, start - 4), start))) continue
    const venue = /^\p{Lu}/u.test(name) ? findVenue(name, venues, 'field') : undefined
    if (venue?.basis === 'known') return { venue, length: name.length }
  }
  return undefined
}

/** `Living J. Comput. Mol. Sci.`: capitalised words, two of them cut short, or one where they name nobody. */
function unknownAtEnd(text: string): AtEnd | undefined {
  const whole = WHOLE_NAME.exec(text)?.[1]
  if (whole !== undefined)
    return findAuthors(whole).length + findByline(whole).length > 0
      ? undefined
      : { venue: { name: whole, form: 'journal', basis: 'form' }, length: whole.length }
  const name = (text.split(/[,;]\s+/).at(-1) ?? '').replace(/^[\s.]+/, '')
  const words = name.split(/\s+/)
  const cut = words.filter((word) => /^\p{Lu}\p{L}+\.$/u.test(word)).length
  if (words.length > MOST_WORDS || cut === 0 || words.includes('and') || !isPublicationName(name)) return undefined
  if (cut === 1 && findAuthors(name).length + findByline(name).length > 0) return undefined
  return { venue: { name, form: 'journal', basis: 'form' }, length: name.length }
}

/** `. Advances in Space Research` */
const WHOLE_NAME = /(?:^|[.,;]\s+)(\p{Lu}[\p{L}&-]+(?:\s(?:\p{Lu}[\p{L}&-]*|of|in|on|for|and|the)){1,8})$/u

const MOST_WORDS = 9
