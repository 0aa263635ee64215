import { findAuthorField, findAuthors, findByline, isInitialled } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { foldLabel } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import {
  type FoundVenue,
  findVenue,
  formOf,
  isPublicationName,
  namesJournal,
  type VenueIndex,
} from '../../recognise/venue.ts'
import { findYear, isDate, wholeYear } from '../../recognise/year.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { AUTHOR_LABELS, INSTITUTION_LABELS, TELLING_LABELS, VENUE_LABELS, YEAR_LABELS } from './field-labels.ts'
import { PRODUCTS, TAGS } from './field-words.ts'
import type { Field } from './fields.ts'
import type { Flat } from './flat.ts'
import { type Reading, setVenue, setYear } from './reading.ts'
import {
  ABBREVIATED,
  datedName,
  takeDatedBracket,
  takeDatedLead,
  takeDatedName,
  takeTrailingName,
  takeTrailingYear,
} from './take-dated-name.ts'
import { takeAuthors, takeCiters, takeInstitution, takeLabelledAuthors, takeShortCitation } from './take-people.ts'
import { isPreprint, takePreprint } from './take-preprint.ts'

/**
 * Asks of a part of a fragment what it is, and adds the answer to the reading: by its label, else year, venue, people,
 * institution, and at last by its own parts.
 */
export function takeField(
  reading: Reading,
  field: Field,
  flat: Flat,
  venues: VenueIndex,
  title: FoundTitle | undefined,
): void {
  const here = flat.locate(field.range)
  if (takeLabelled(reading, field, flat, venues)) return
  if (field.form === 'bracket' && /^@\S/.test(field.text)) {
    const place = flat.locate({ ...field.range, from: field.range.from + 1 })
    reading.organizations.push({ value: field.text.slice(1), place })
    return
  }
  if (PRODUCTS.test(field.text) && field.text.split(/\s+/).length <= 6) reading.product = true
  if (isPreprint(field.text)) {
    takePreprint(reading, field.text, here)
    return
  }
  // "2025-03, CVPR 25" is no label, though its words are those of links.
  if (
    labelRole(field.text) !== undefined &&
    !/\d{2}/.test(field.text) &&
    findVenue(field.text, venues, placeOf(field, title)) === undefined
  )
    return
  const year = wholeYear(field.text) ?? yearBeforePages(field.text)
  if (year !== undefined) {
    setYear(reading, year, here, isDate(field.text))
    return
  }
  if (takeDateAhead(reading, field, flat, venues, title)) return
  if (field.form === 'bracket' && field.before && takeDatedLead(reading, field.text, here, venues)) return
  const yearBehind = field.form === 'plain' && !field.before ? bracketedYear(flat.text, field.range.to) : undefined
  const dated = yearBehind === undefined ? field.text : `${field.text} ${yearBehind}`
  if (field.followsTitle && takeLeadingVenue(reading, field, flat, venues)) return
  if (field.followsTitle && /\bet\.? al\b/.test(field.text) && takeCiters(reading, field, flat, venues)) return
  const venue = findVenue(dated, venues, placeOf(field, title))
  if (venue !== undefined && accepts(venue, field) && (venue.basis === 'known' || !field.text.includes(','))) {
    setVenue(reading, venue, here)
    if (field.form === 'bracket') takeCiters(reading, field, flat, venues)
    return
  }
  if (
    field.form === 'emphasis' &&
    !field.before &&
    VOLUME_BEHIND.test(flat.text.slice(field.range.to)) &&
    isPublicationName(field.text)
  ) {
    setVenue(reading, { name: field.text, form: 'journal', basis: 'form' }, here)
    return
  }
  if (takeDatedEmphasis(reading, field, flat)) return
  if (field.form === 'bracket' && field.followsTitle && takeShortCitation(reading, field, flat)) return
  if (field.form === 'bracket' && takeCiters(reading, field, flat, venues)) return
  if (field.form === 'bracket' && takeDatedBracket(reading, field.text, here)) return
  if (field.form === 'bracket' && field.before && isInstitution(field.text)) {
    takeInstitution(reading, field, here)
    return
  }
  // `Tim Oh. 2024. **Title**`
  const [, person = '', written] = field.before ? (PERSON_AND_YEAR.exec(field.text) ?? []) : []
  const persons = findByline(person)
  if (written !== undefined && persons.length > 0) {
    takeAuthors(reading, persons, field, flat)
    setYear(reading, Number(written), here)
    return
  }
  const alone = field.before && isInitialled(field.text.replace(/(?<=\p{Ll})[.,]+$/u, ''))
  const names = alone
    ? findAuthorField(field.text)
    : isBylinePlace(field, title)
      ? findByline(field.text)
      : findAuthors(field.text)
  if (names.length > 0) {
    takeAuthors(reading, names, field, flat)
    return
  }
  if (field.form === 'bracket' && field.before && reading.authors.length === 0) {
    takeInstitution(reading, field, here)
    return
  }
  const abbreviated = field.form === 'plain' && field.followsTitle && ABBREVIATED.test(field.text)
  if (abbreviated && takeTrailingYear(reading, dated, here)) return
  if (takeParts(reading, field, flat, venues)) return
  if (venue !== undefined && accepts(venue, field)) setVenue(reading, venue, here)
  else if (field.form !== 'bracket' && field.followsTitle && !takeTrailingYear(reading, dated, here))
    takeTrailingName(reading, field, flat, title)
}

/** `ICMLA-17` */
const SHORT_DATED = /^\p{Lu}{3,10}['’-]\d{2}$/u

/** `20191204 arXiv [Title](…)`, `2020 A survey of …: [Title](…)`: the date that an entry begins with, and a venue behind it. */
function takeDateAhead(
  reading: Reading,
  field: Field,
  flat: Flat,
  venues: VenueIndex,
  title: FoundTitle | undefined,
): boolean {
  const [lead = '', year] = /^((?:19|20)\d{2})(?:[01]\d[0-3]\d)?(?:[\s:：,]+|$)/.exec(field.text) ?? []
  if (year === undefined || !field.before || field.form !== 'plain' || title?.form !== 'link') return false
  if (/[\p{L}\p{N}\uFFFC]/u.test(flat.text.slice(0, field.range.from))) return false
  const { from } = field.range
  const rest = field.text.slice(lead.length)
  setYear(reading, Number(year), flat.locate({ from, to: from + lead.trimEnd().length }), /\d{8}/.test(lead))
  const [first = ''] = rest.split(/[\s:：]/)
  const name = findVenue(rest, venues, 'text')?.basis === 'known' ? rest : first
  const venue = findVenue(name, venues, SHORT_DATED.test(name) ? 'field' : 'text')
  if (venue?.basis === 'known' || (venue !== undefined && SHORT_DATED.test(name)))
    setVenue(reading, venue, flat.locate({ from: from + lead.length, to: from + lead.length + name.length }))
  return true
}

/** `Authors: …`, `Venue: …`: what a field's label says that it holds. False for no such label. */
function takeLabelled(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const { label, text } = field
  if (label === undefined) return false
  const here = flat.locate(field.range)
  if (AUTHOR_LABELS.test(label)) {
    takeLabelledAuthors(reading, findAuthorField(text), field, flat)
  } else if (VENUE_LABELS.test(label)) {
    const venue = findVenue(text, venues, 'field')
    if (venue !== undefined) setVenue(reading, venue, here)
  } else if (INSTITUTION_LABELS.test(label)) {
    reading.organizations.push({ value: text, place: here })
  } else if (YEAR_LABELS.test(label) && !TELLING_LABELS.test(label)) {
    const year = wholeYear(text) ?? findYear(text)?.year
    if (year !== undefined) setYear(reading, year, here, isDate(text))
  } else {
    return TELLING_LABELS.test(label)
  }
  return true
}

const PERSON_AND_YEAR = /^(.{3,400}?)[.,]\s+((?:19|20)\d{2})[a-z]?\.?$/su

/** `*Oecologia*, 184, 151–160`, `*Ecology* 97(3):601`: volume and pages behind an emphasised name. */
const VOLUME_BEHIND =
  /^,?\s*(?:vol\.?\s*)?\d{1,4}\s*(?:\(\d[\d–-]*\)\s*)?[,:;]\s*(?:pp?\.?\s*|art(?:icle)?\.?\s*)?e?\d/i

/** `– A. Author, *Archäologische Informationen*, 2015`: emphasised words with a year behind them, which name nobody. */
function takeDatedEmphasis(reading: Reading, { form, before, text, range }: Field, flat: Flat): boolean {
  if (form !== 'emphasis' || before || reading.title === undefined || !YEAR_BEHIND.test(flat.text.slice(range.to)))
    return false
  if (!isPublicationName(text) || isInstitution(text) || TAGS.test(foldLabel(text))) return false
  if (reading.authors.length === 0 && findByline(text).length > 0) return false
  setVenue(reading, { name: text, form: formOf(text), basis: 'form' }, flat.locate(range))
  return true
}

const YEAR_BEHIND = /^[,.]?\s*[([]?(?:19|20)\d{2}(?!\d)/

/** `A. Author, B. Author, CVPR 2020`, `Title words. In CVPR, 2020`: parts of a field, from its end. */
function takeParts(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const sentences = [...field.text.matchAll(/[^.]+(?:\.(?!\s)[^.]+)*(?:(?<=\b\p{Lu})\.[^.]*)*\.?/gu)]
  if (sentences.length > 1 && sentences.length < 12) {
    for (const sentence of sentences) {
      const from = field.range.from + sentence.index
      const part: Field = {
        ...field,
        text: sentence[0].trim(),
        range: { from: from + (sentence[0].length - sentence[0].trimStart().length), to: from + sentence[0].length },
      }
      if (part.text.length > 2 && part.text.length < field.text.length)
        takeField(
          reading,
          { ...part, before: false, followsTitle: field.followsTitle && sentence === sentences[0] },
          flat,
          venues,
          undefined,
        )
    }
    return true
  }
  // "Littman M L, Babes M. ICML, 2010": the full stop behind an initial ends the list of people.
  const { taken = 0 } = field
  if (taken >= MOST_PARTS) return false
  const start = Math.max(0, field.text.length - LONGEST_PARTS)
  const commas = [
    ...field.text
      .slice(start)
      .matchAll(/[,，]\s*|\s+(?=(?:[Ii]n|[Aa]t)\s+\p{Lu})|(?<=\p{L}\s\p{Lu}{1,3})\.\s+(?=\p{Lu}|['’‘]\d{2}\b)/gu),
  ].slice(-4)
  for (const comma of commas) {
    const at = start + comma.index + comma[0].length
    const tail = field.text.slice(at).replace(/\.$/, '')
    const range = { from: field.range.from + at, to: field.range.from + field.text.length }
    const year = wholeYear(tail)
    const known = year === undefined ? findVenue(tail, venues, 'text') : undefined
    const behindInitial = comma[0].startsWith('.')
    if (behindInitial && known?.basis === 'form' && tail.includes(',')) continue
    const venue = known ?? (behindInitial ? datedName(tail) : undefined)
    if (year === undefined && (venue === undefined || !accepts(venue, field))) continue
    if (year !== undefined) reading.year ??= { value: year, place: flat.locate(range) }
    if (venue !== undefined) setVenue(reading, venue, flat.locate(range))
    const head = field.text.slice(0, start + comma.index)
    const rest: Field = {
      ...field,
      taken: taken + 1,
      text: head,
      range: { from: field.range.from, to: field.range.from + head.length },
    }
    takeField(reading, rest, flat, venues, undefined)
    if (year !== undefined && field.followsTitle) takeDatedName(reading, rest, flat)
    return true
  }
  return false
}

/** Behind its people a work has few venues and years. */
const MOST_PARTS = 20
/** Characters of the last four parts of a field, at most. */
const LONGEST_PARTS = 600

/** `CVPR 2023, A. Author, B. Author` behind a title. */
function takeLeadingVenue(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const [lead = '', name] = /^([^,，]{3,60})(?:,\s+|，\s*)(?=[\p{Lu}\p{Lo}])/u.exec(field.text) ?? []
  const people = field.text.slice(lead.length)
  if (name === undefined || findAuthors(people).length === 0) return false
  const venue = findVenue(name, venues, 'text')
  if (venue?.basis !== 'known' || venue.year === undefined) return false
  const { from, to } = field.range
  setVenue(reading, venue, flat.locate({ from, to: from + name.length }))
  const rest = { ...field, text: people, range: { from: from + lead.length, to } }
  takeAuthors(reading, findAuthors(people), rest, flat)
  return true
}

/** Behind "by" or a title, right in front of a quoted or bold one, or emphasised: there one name is a byline. */
function isBylinePlace(field: Field, title: FoundTitle | undefined): boolean {
  if (field.byline === true || field.followsTitle || field.form === 'emphasis') return true
  return field.before && field.form === 'plain' && (title?.form === 'quoted' || title?.form === 'strong')
}

/** An emphasised part behind a title stands where lists put the venue. */
function placeOf(field: Field, title: FoundTitle | undefined): 'field' | 'text' {
  return field.form === 'emphasis' && title !== undefined && !field.before ? 'field' : 'text'
}

/**
 * A form alone needs a year or emphasis beside it, or brackets round words of another language; running text is too rich
 * in acronyms.
 */
function accepts(venue: FoundVenue, { form }: Field): boolean {
  if (venue.basis === 'known' || venue.year !== undefined || form === 'emphasis') return true
  return form === 'bracket' && namesJournal(venue.name)
}

/** `EACL-SRW (2023)`: the year in brackets right behind a field. */
function bracketedYear(text: string, at: number): number | undefined {
  const year = /^[\s.,]*[([]\s*((?:19|20)\d{2})\s*[)\]]/.exec(text.slice(at, at + 12))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** `2016, pp. 770-778` */
function yearBeforePages(text: string): number | undefined {
  const year = /^((?:19|20)\d{2}),?\s*(?:pp?\.|pages|vol\.?|no\.?)/i.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}
