import { findByline, TWO_SURNAMES } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf, isPublicationName, namesPublication } from '../../recognise/venue-form.ts'
import { findYear, fromTwoDigits } from '../../recognise/year.ts'
import type { FileRange } from '../quote.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { PRODUCTS, TAGS } from './field-words.ts'
import type { Field } from './fields.ts'
import type { Flat } from './flat.ts'
import { type Reading, setVenue, setYear } from './reading.ts'
import { isPreprint } from './take-preprint.ts'
import type { Take } from './taker.ts'

/** `Neural Networks 2020` right behind a title, `Alexa Prize SimBot Challenge (2023)`: a name and its year. */
export function takeTrailingYear(reading: Reading, dated: string, place: FileRange): boolean {
  const [, name = '', digits] = /^[\s.,]*(.{3,80}?)[\s,]+((?:19|20)\d{2})\.?$/.exec(dated) ?? []
  if (digits === undefined || name.split(/\s+/).length > 8 || PRODUCTS.test(name)) return false
  if (!(isPublicationName(name) || /^\p{Lo}{2,20}$/u.test(name)) || TAGS.test(foldLabel(name))) return false
  const year = Number(digits)
  reading.year ??= { value: year, place }
  // A product has people and a year behind its name too.
  if (!reading.links.some(({ rel }) => rel === 'paper')) return true
  if (reading.venue !== undefined || PUBLISHER.test(name) || findByline(name).length > 0) return true
  setVenue(reading, { name, form: formOf(name), basis: 'form', year }, place)
  return true
}

/** Who publishes is not where, nor is that it is not published. */
export const PUBLISHER: RegExp =
  /^(?:unpublished|springer|elsevier|wiley|sage|mdpi|ieee|acm|mit press|cambridge university press)$/i

/** `Decis. Support Syst. 2021`: words of publications' names as ISO 4 abbreviates them. */
export const ABBREVIATED: RegExp =
  /^(?:\p{Lu}[\p{L}.]* ){0,4}(?:Comput|Syst|Inf|Appl|Commun|Comm|Technol|Sci|Eng|Artif|Intell|Learn|Knowl|Netw|Softw|Surv|Lett|Rev|Res|Med|Biol|Phys|Chem|Math|Stat|Mach|Process|Manag|Decis|Linguist|Cogn|Neural Netw)\. (?:\p{Lu}[\p{L}.]* ){0,4}(?:19|20)\d{2}\.?$/u

/**
 * `[Arxiv 25.05]`, `[Genome medicine 21]`, `[2021 Cell reports methods]` in front of a title: a name with its year. A
 * known venue is taken, also where more follows it; another name is one where most of the list's entries begin so.
 */
export function takeDatedLead(reading: Reading, text: string, place: FileRange, venues: VenueIndex): boolean {
  const month = SHORT_MONTH.exec(text)?.[1]
  if (month !== undefined) {
    setYear(reading, fromTwoDigits(month), place, true)
    return true
  }
  const short = /^(.*\p{L})\s+['’]?([0-3]\d)(?:\.(?:0[1-9]|1[0-2]))?$/u.exec(text)
  const whole = /^((?:19|20)\d{2})\s+(\p{L}.*)$/u.exec(text)
  const name = (short?.[1] ?? whole?.[2] ?? '').trim()
  const year = short?.[2] === undefined ? Number(whole?.[1]) : fromTwoDigits(short[2])
  if (name === '' || PRODUCTS.test(name) || TAGS.test(foldLabel(name)) || reading.venue !== undefined) return false
  const words = name.split(/\s+/)
  for (let count = words.length; count > 0; count--) {
    const known = findVenue(words.slice(0, count).join(' '), venues, 'field')
    if (known?.basis !== 'known' || (count < words.length && known.form === 'journal')) continue
    setVenue(reading, { ...known, year }, place)
    return true
  }
  if (words.length > MOST_NAME_WORDS || !/^\p{Lu}|^\p{Ll}\p{Lu}/u.test(name)) return false
  reading.perhapsVenue ??= { value: { name, form: formOf(name), basis: 'form', year }, place }
  return true
}

/** `[24.03]`: a year and a month; as a day and a month it would hardly stand in front of a title. */
const SHORT_MONTH = /^(1[3-9]|2\d)[./](?:0[1-9]|1[0-2])$/

const MOST_NAME_WORDS = 5

/** `(1998, Literary and Linguistic Computing)`: a year and the name of a publication, in either order. */
export function takeDatedBracket(reading: Reading, text: string, place: FileRange, venues: VenueIndex): boolean {
  // "(FSE'20 Industry)": a part of a known venue's programme.
  const known = findVenue(text, venues, 'field')
  if (known?.basis === 'known' && known.year !== undefined && !PRODUCTS.test(text)) {
    setVenue(reading, known, place)
    return true
  }
  const [, key, keyed] = KEY.exec(text) ?? []
  if (key !== undefined && keyed !== undefined) {
    setYear(reading, Number(keyed), place)
    reading.perhapsVenue ??= { value: { name: key, form: formOf(key), basis: 'form', year: Number(keyed) }, place }
    return true
  }
  const found = findYear(text)
  if (found === undefined || text.split(/\s+/).length > 9) return false
  const ahead = text.slice(0, found.start).replace(MONTH_AHEAD, '')
  const behind = text.slice(found.end).replace(MONTH_BEHIND, '')
  const isMonthly = ahead.length + behind.length < found.start + text.length - found.end
  const rest = withoutEmoji(`${ahead} ${behind}`)
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^in (?=\p{Lu})/u, '')
  if (MONTHS.test(rest) || DAY_AND_MONTH.test(rest) || rest === '') {
    setYear(reading, found.year, place, rest !== '')
    return true
  }
  if (!isPublicationName(rest) || TAGS.test(foldLabel(rest))) return false
  // "(Google, 2010)", "(2023-12, Meta)": who, not where; publications are not dated by months as well.
  if ((isInstitution(rest) || (isMonthly && rest.split(' ').length <= 2)) && !namesPublication(rest)) {
    reading.organizations.push({ value: rest, place })
    setYear(reading, found.year, place)
  } else {
    setVenue(reading, { name: rest, form: formOf(rest), basis: 'form', year: found.year }, place)
    const isPerson = TWO_SURNAMES.test(rest) || (!namesPublication(rest) && findByline(rest).length === 1)
    if (reading.authors.length === 0 && reading.venue?.value.name === rest && isPerson) reading.perhapsPeople = true
  }
  return true
}

/** `04-2025`, `2023-12`: what of a date stands beside its year. */
const MONTH_AHEAD = /(?:^|\s)(?:0?[1-9]|1[0-2])[-/.]$/
const MONTH_BEHIND = /^[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?![\d-])/

/** `Zhou2023`: by what a work is cited, unless the rest of the list has venues in that place. */
const KEY = /^(\p{Lu}[\p{L}'’-]*\p{Ll})((?:19|20)\d{2})[a-z]?$/u

const MONTHS =
  /^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s*\d{1,2})?$/i

/** `29 de junio de`, `3 mars`, `12. Mai`: a day and a month of other languages, in front of the year. */
const DAY_AND_MONTH = /^\d{1,2}(?:\.|er|º)? (?:de )?\p{L}{3,10}(?: de)?$/u

/** `Procedia Manufacturing, 2018` behind a title: a publication if it says so or is long, else perhaps a person. */
export function takeDatedName(reading: Reading, { text, range, followsTitle }: Field, flat: Flat): void {
  const place = flat.locate(range)
  const host = text.replace(/^[Ii]n:\s+/, '')
  const name = host.replace(/[\s.,;]+$/, '')
  if (reading.venue !== undefined || !isPublicationName(name) || TAGS.test(foldLabel(name))) return
  const behindPeople = host !== text || (reading.authors.length > 0 && isLineStart(flat.text, range.from))
  if (behindPeople && (findByline(name).length > 0 || isInstitution(name) || isPreprint(name))) return
  if (!behindPeople && !followsTitle) return
  if (reading.authors.length === 1 && !behindPeople) reading.datedByline = { value: name, place }
  else if (reading.authors.length === 0 || behindPeople)
    setVenue(reading, { name, form: formOf(name), basis: 'form' }, place)
}

/** Whether a place in a fragment begins a line. */
export function isLineStart(text: string, at: number): boolean {
  return /[\n\u2028]\s*$/.test(text.slice(Math.max(0, at - 8), at))
}

/** `[Title](…), Journal of Harbours` at the end of an entry: a venue, if most of the list's entries have theirs there. */
export function takeTrailingName(
  reading: Reading,
  { text, range, form }: Field,
  flat: Flat,
  title: FoundTitle | undefined,
): void {
  const name = text.replace(/[\s.,;]+$/, '')
  if (title?.form !== 'link' || form !== 'plain' || flat.code.some(({ from }) => from === range.from)) return
  if (/[\p{L}\p{N}\uFFFC]/u.test(flat.text.slice(range.to))) return
  if (name.split(/\s+/).length > MOST_NAME_WORDS || !isPublicationName(name) || isInstitution(name)) return
  if (PRODUCTS.test(name) || PUBLISHER.test(name) || TAGS.test(foldLabel(name)) || reading.venue !== undefined) return
  reading.perhapsVenue ??= { value: { name, form: formOf(name), basis: 'form' }, place: flat.locate(range) }
}

/** `ACM Queue '17` behind the last author's initial. */
export function datedName(text: string): FoundVenue | undefined {
  const [, name, short, year = short] = /^(.{2,40}?),? (?:['’‘](\d{2})|((?:19|20)\d{2}))$/u.exec(text) ?? []
  if (name === undefined || year === undefined || !isPublicationName(name) || PRODUCTS.test(name)) return undefined
  // "Lee, B. Smith '17"
  if (/^\p{Lu}?[\p{Ll}'’-]+$/u.test(name) || !/^[\p{L}&][\p{L}& .-]+$/u.test(name)) return undefined
  return { name, form: formOf(name), basis: 'form', year: year.length === 2 ? fromTwoDigits(year) : Number(year) }
}

/**
 * `20191204 arXiv [Title](…)`, `2020 A survey of …: [Title](…)`: the date that an entry begins with, and a venue behind it.
 * In front of it may stand the day on which the work was read, `12/06/2020: 1988 Lee, [Title](…)`.
 */
export const takeDateAhead: Take = (reading, field, { flat, venues, title }) => {
  if (!field.before || field.form !== 'plain' || title?.form !== 'link') return false
  const [lead = '', year] =
    /^(?:\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}:\s+)?((?:19|20)\d{2})(?:[01]\d[0-3]\d)?(?:[\s:：,–-]+|$)/.exec(
      field.text,
    ) ?? []
  const { from } = field.range
  if (year === undefined || /[\p{L}\p{N}\uFFFC]/u.test(flat.text.slice(0, from))) return false
  const rest = field.text.slice(lead.length)
  setYear(reading, Number(year), flat.locate({ from, to: from + lead.trimEnd().length }), /\d{8}/.test(lead))
  const [first = ''] = rest.split(/[\s:：]/)
  const name = findVenue(rest, venues, 'text')?.basis === 'known' ? rest : first
  const venue = findVenue(name, venues, SHORT_DATED.test(name) ? 'field' : 'text')
  if (venue?.basis === 'known' || (venue !== undefined && SHORT_DATED.test(name)))
    setVenue(reading, venue, flat.locate({ from: from + lead.length, to: from + lead.length + name.length }))
  return true
}

/** `ICMLA-17` */
const SHORT_DATED = /^\p{Lu}{3,10}['’-]\d{2}$/u
