import type { LinkRel } from '@fieldmap/graph'
import { type FoundName, findAuthorField, findAuthors, findByline } from '../recognise/authors.ts'
import { findImportance } from '../recognise/importance.ts'
import { isInstitution } from '../recognise/institution.ts'
import { foldLabel } from '../recognise/label.ts'
import { isProjectPage, labelRole } from '../recognise/link-role.ts'
import { type FoundVenue, findVenue, formOf, isPublicationName, type VenueIndex } from '../recognise/venue.ts'
import { findYear, wholeYear } from '../recognise/year.ts'
import { type Field, splitFields } from './fields.ts'
import { type FoundTitle, findTitle } from './find-title.ts'
import type { Flat, FlatObject, Range } from './flat.ts'
import { innerRange, type ObjectReading, readObjects } from './objects.ts'
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
  importance?: Found<number>
  mandatory?: Found<true>
  links: FoundLink[]
  /** Links whose words are no label and which are not the title. */
  others: FoundLink[]
  /** The fragment calls it something else than a paper: a book, a talk, slides. */
  product?: true
  /** What the only author was read from, where a year follows: a publication, if people are named elsewhere. */
  datedByline?: Found<string>
}

export function emptyReading(): Reading {
  return { authors: [], organizations: [], perhapsOrganizations: [], links: [], others: [] }
}

/**
 * Reads a fragment that may hold all of an entry: finds its title and links, then asks of every other part what it is.
 * One recogniser for table cells, bullets and paragraphs.
 *
 * @param hasTitle false where the title is known to stand elsewhere.
 */
export function readFragment(flat: Flat, venues: VenueIndex, hasTitle = true): Reading {
  const objects = readObjects(flat, venues)
  const reading = emptyReading()
  const title = hasTitle ? findTitle(flat, objects, venues) : undefined
  if (title !== undefined) reading.title = title
  flat.objects.forEach((object, i) => {
    const what = objects[i]
    if (what !== undefined) takeObject(reading, object, what, title?.object === i)
  })
  takeImportance(reading, flat, title?.range)
  if (title !== undefined) takeAround(reading, title, venues)
  for (const field of splitFields(flat, title?.range)) takeField(reading, field, flat, venues, title)
  return reading
}

function takeObject(reading: Reading, object: FlatObject, what: ObjectReading, isTitle: boolean): void {
  const { span } = object
  const place = innerRange(span)
  switch (what.kind) {
    case 'link':
      if (span.kind !== 'link') return
      reading.links.push({ rel: what.rel, label: what.label, url: span.url.trim(), place: span, isTitle })
      if (what.venue !== undefined) setVenue(reading, what.venue, place)
      if (what.year !== undefined) reading.year ??= { value: what.year, place }
      return
    case 'words': {
      if (span.kind !== 'link' || what.weight === 'anchor') return
      const link = {
        rel: isTitle ? titleRel(what.weight, span.url) : linkRel(what.weight),
        label: what.text,
        url: span.url.trim(),
        place: span,
        isTitle,
      }
      ;(isTitle ? reading.links : reading.others).push(link)
      return
    }
    case 'venue':
      setVenue(reading, what.venue, span)
      return
    case 'year':
      reading.year ??= { value: what.year, place }
      return
    case 'nothing':
      return
    default:
      what satisfies never
  }
}

/** The address behind a title is the paper's, unless it is a repository or, by its form, a project's page. */
function titleRel(weight: string, url: string): LinkRel {
  if (weight === 'repository') return 'code'
  return weight === 'page' && isProjectPage(url) ? 'project' : 'paper'
}

function linkRel(weight: string): LinkRel {
  return weight === 'repository' ? 'code' : weight === 'paper' ? 'paper' : 'other'
}

/** What a linked title says beside itself: `[Title (ICSE 2021)](…)`. */
function takeAround(reading: Reading, { around, place }: FoundTitle, venues: VenueIndex): void {
  for (const part of around) {
    const flat: Flat = { text: part, objects: [], strong: [], emphasis: [], code: [], locate: () => place }
    for (const field of splitFields(flat, undefined)) takeField(reading, field, flat, venues, undefined)
  }
}

function takeImportance(reading: Reading, flat: Flat, title: Range | undefined): void {
  const found = findImportance(title === undefined ? flat.text : blank(flat.text, title))
  if (found === undefined) return
  const place = flat.locate({ from: found.start, to: found.end })
  if (found.importance !== undefined) reading.importance = { value: found.importance, place }
  if (found.mandatory === true) reading.mandatory = { value: true, place }
}

function blank(text: string, { from, to }: Range): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
}

const AUTHOR_LABELS = /^(?:authors?|by|people|作者|著者|저자|autor(?:es|en)?|auteurs?)$/
const VENUE_LABELS =
  /^(?:venue|conference|conf|journal|published(?: in| at)?|publication|publisher|source|appeared in|where|会议|期刊|booktitle)$/
const YEAR_LABELS = /^(?:year|date|published on|publication date|年份|年)$/
const INSTITUTION_LABELS =
  /^(?:affiliations?|institutions?|institutes?|organi[sz]ations?|org|from|team|lab|group|university|机构)$/

function takeField(
  reading: Reading,
  field: Field,
  flat: Flat,
  venues: VenueIndex,
  title: FoundTitle | undefined,
): void {
  const place = (range: Range): FileRange => flat.locate(range)
  const here = place(field.range)
  if (field.label !== undefined) {
    if (AUTHOR_LABELS.test(field.label)) {
      takeAuthors(reading, findAuthorField(field.text), field, flat)
      return
    }
    if (VENUE_LABELS.test(field.label)) {
      const venue = findVenue(field.text, venues, 'field')
      if (venue !== undefined) setVenue(reading, venue, here)
      return
    }
    if (INSTITUTION_LABELS.test(field.label)) {
      reading.organizations.push({ value: field.text, place: here })
      return
    }
    if (YEAR_LABELS.test(field.label)) {
      const year = wholeYear(field.text) ?? findYear(field.text)?.year
      if (year !== undefined) reading.year ??= { value: year, place: here }
      return
    }
  }
  if (PRODUCTS.test(field.text) && field.text.split(/\s+/).length <= 6) reading.product = true
  if (labelRole(field.text) !== undefined && findVenue(field.text, venues, placeOf(field, title)) === undefined) return
  const year = wholeYear(field.text) ?? yearBeforePages(field.text)
  if (year !== undefined) {
    reading.year ??= { value: year, place: here }
    return
  }
  const venue = findVenue(field.text, venues, placeOf(field, title))
  if (venue !== undefined && accepts(venue, field) && (venue.basis === 'known' || !field.text.includes(','))) {
    setVenue(reading, venue, here)
    return
  }
  if (field.form === 'bracket' && takeDatedBracket(reading, field.text, here)) return
  if (field.form === 'bracket' && field.before && isInstitution(field.text)) {
    takeInstitution(reading, field, here)
    return
  }
  const names = isBylinePlace(field, title) ? findByline(field.text) : findAuthors(field.text)
  if (names.length > 0) {
    takeAuthors(reading, names, field, flat)
    return
  }
  if (field.form === 'bracket' && field.before && reading.authors.length === 0) {
    takeInstitution(reading, field, here)
    return
  }
  if (takeParts(reading, field, flat, venues) || venue === undefined || !accepts(venue, field)) return
  setVenue(reading, venue, here)
}

/** `(1998, Literary and Linguistic Computing)`: a year and the name of a publication, in either order. */
function takeDatedBracket(reading: Reading, text: string, place: FileRange): boolean {
  const found = findYear(text)
  if (found === undefined || text.split(/\s+/).length > 9) return false
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
    .replace(/\s+/g, ' ')
  if (MONTHS.test(rest) || rest === '') {
    reading.year ??= { value: found.year, place }
    return true
  }
  if (!isPublicationName(rest) || TAGS.test(foldLabel(rest))) return false
  setVenue(reading, { name: rest, form: formOf(rest), basis: 'form', year: found.year }, place)
  return true
}

const PRODUCTS =
  /\b(?:text)?books?\b|\bcourses?\b|\blectures?\b|\btalks?\b|\btutorials?(?: slides)?\b|\bslides\b|\bblog(?: ?post)?\b|\bpodcast\b|^(?:youtube|github|website|web ?page|hugging ?face|kaggle|medium|twitter)(?:[ ,]+(?:19|20)\d{2})?$|\bwebinar\b|\bnewsletter\b/i

const MONTHS = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s*\d{1,2})?$/i

/** Right behind a title, right in front of a quoted or bold one, or emphasised: there one name is a byline. */
function isBylinePlace(field: Field, title: FoundTitle | undefined): boolean {
  if (field.followsTitle || field.form === 'emphasis') return true
  return field.before && field.form === 'plain' && (title?.form === 'quoted' || title?.form === 'strong')
}

/** An emphasised part behind a title stands where lists put the venue. */
function placeOf(field: Field, title: FoundTitle | undefined): 'field' | 'text' {
  return field.form === 'emphasis' && title !== undefined && !field.before ? 'field' : 'text'
}

/** `2016, pp. 770-778` */
function yearBeforePages(text: string): number | undefined {
  const year = /^((?:19|20)\d{2}),?\s*(?:pp?\.|pages|vol\.?|no\.?)/i.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** A form alone needs a year or emphasis beside it; running text is too rich in acronyms. */
function accepts(venue: FoundVenue, field: Field): boolean {
  return venue.basis === 'known' || venue.year !== undefined || field.form === 'emphasis'
}

function takeInstitution(reading: Reading, field: Field, place: FileRange): void {
  const value = field.text.replace(/\s+/g, ' ').trim()
  if (isInstitution(value)) reading.organizations.push({ value, place })
  else if (reading.venue !== undefined && !TAGS.test(foldLabel(value)))
    reading.perhapsOrganizations.push({ value, place })
}

const TAGS =
  /^(?:oral|spotlight|poster|highlight|survey|review|new|hot|must read|best paper.*|award|code|pdf|paper|dataset|benchmark|workshop|recommended|star|note|update[ds]?)$/

function takeAuthors(reading: Reading, names: readonly FoundName[], field: Field, flat: Flat): void {
  if (reading.authors.length > 0 && names.length < reading.authors.length) return
  const { datedByline } = reading
  if (datedByline !== undefined && reading.venue === undefined) {
    const { value, place } = datedByline
    setVenue(reading, { name: value, form: formOf(value), basis: 'form' }, place)
  }
  delete reading.datedByline
  reading.authors = names.map(({ name, start, end }) => ({
    value: name,
    place: flat.locate({ from: field.range.from + start, to: field.range.from + end }),
  }))
}

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
  const commas = [...field.text.matchAll(/[,，]\s*|\s+(?=(?:in|at)\s+\p{Lu})/giu)].slice(-4)
  for (const comma of commas) {
    const at = comma.index + comma[0].length
    const tail = field.text.slice(at).replace(/\.$/, '')
    const range = { from: field.range.from + at, to: field.range.from + field.text.length }
    const year = wholeYear(tail)
    const venue = year === undefined ? findVenue(tail, venues, 'text') : undefined
    if (year === undefined && (venue === undefined || !accepts(venue, field))) continue
    if (year !== undefined) reading.year ??= { value: year, place: flat.locate(range) }
    if (venue !== undefined) setVenue(reading, venue, flat.locate(range))
    const head = field.text.slice(0, comma.index)
    const rest: Field = { ...field, text: head, range: { from: field.range.from, to: field.range.from + head.length } }
    takeField(reading, rest, flat, venues, undefined)
    if (year !== undefined && field.followsTitle) takeDatedName(reading, rest, flat)
    return true
  }
  return false
}

/** `Procedia Manufacturing, 2018` behind a title: a publication if it says so or is long, else perhaps a person. */
function takeDatedName(reading: Reading, { text, range }: Field, flat: Flat): void {
  const name = text.replace(/[\s.,;]+$/, '')
  if (reading.venue !== undefined || !isPublicationName(name) || TAGS.test(foldLabel(name))) return
  const place = flat.locate(range)
  if (reading.authors.length === 1) reading.datedByline = { value: name, place }
  else if (reading.authors.length === 0) setVenue(reading, { name, form: formOf(name), basis: 'form' }, place)
}

/** The first venue counts, but a known one beats one of mere form, and a published one beats a preprint. */
function setVenue(reading: Reading, venue: FoundVenue, place: FileRange): void {
  const current = reading.venue?.value
  const better =
    current === undefined ||
    (current.basis === 'form' && venue.basis === 'known' && current.year === undefined) ||
    (current.form === 'preprint' && venue.form !== 'preprint' && venue.basis === 'known')
  if (better) reading.venue = { value: venue, place }
  if (venue.year !== undefined) reading.year ??= { value: venue.year, place }
}
