import { type FoundName, findAuthorField, findAuthors, findByline, isInitialled } from '../recognise/authors.ts'
import { paperAddress } from '../recognise/identifiers.ts'
import { isInstitution } from '../recognise/institution.ts'
import { foldLabel } from '../recognise/label.ts'
import { labelRole } from '../recognise/link-role.ts'
import { type FoundVenue, findVenue, formOf, isPublicationName, type VenueIndex } from '../recognise/venue.ts'
import { findYear, fromTwoDigits, isDate, wholeYear } from '../recognise/year.ts'
import { AUTHOR_LABELS, INSTITUTION_LABELS, TELLING_LABELS, VENUE_LABELS, YEAR_LABELS } from './field-labels.ts'
import type { Field } from './fields.ts'
import type { FoundTitle } from './find-title.ts'
import type { Flat, Range } from './flat.ts'
import type { FileRange } from './quote.ts'
import { type Reading, setVenue, setYear } from './reading.ts'

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
  const place = (range: Range): FileRange => flat.locate(range)
  const here = place(field.range)
  if (field.label !== undefined) {
    if (AUTHOR_LABELS.test(field.label)) {
      takeLabelledAuthors(reading, findAuthorField(field.text), field, flat)
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
    if (TELLING_LABELS.test(field.label)) return
    if (YEAR_LABELS.test(field.label)) {
      const year = wholeYear(field.text) ?? findYear(field.text)?.year
      if (year !== undefined) setYear(reading, year, here, isDate(field.text))
      return
    }
  }
  if (field.form === 'bracket' && /^@\S/.test(field.text)) {
    reading.organizations.push({
      value: field.text.slice(1),
      place: place({ ...field.range, from: field.range.from + 1 }),
    })
    return
  }
  if (PRODUCTS.test(field.text) && field.text.split(/\s+/).length <= 6) reading.product = true
  if (isPreprint(field.text)) {
    const [, full, short] = PREPRINT_YEAR.exec(field.text) ?? []
    if (full !== undefined || short !== undefined)
      setYear(reading, full === undefined ? fromTwoDigits(short ?? '') : Number(full), here)
    takePreprint(reading, here)
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
  if (field.form === 'bracket' && field.before && takeDatedLead(reading, field.text, here, venues)) return
  const yearBehind = field.form === 'plain' && !field.before ? bracketedYear(flat.text, field.range.to) : undefined
  const dated = yearBehind === undefined ? field.text : `${field.text} ${yearBehind}`
  if (field.followsTitle && takeLeadingVenue(reading, field, flat, venues)) return
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
  if (field.form === 'bracket' && field.followsTitle && takeShortCitation(reading, field, flat)) return
  if (field.form === 'bracket' && CITERS.test(field.text)) {
    takeCiters(reading, field, flat, venues)
    return
  }
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
  else if (field.form !== 'bracket' && field.followsTitle) takeTrailingYear(reading, dated, here)
}

/** `(Eze et al., NeurIPS 2023)`: who in front of where. */
function takeCiters(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): void {
  const [, people = '', name = '', year] = CITERS.exec(field.text) ?? []
  if (people === '' || reading.authors.length > 0) return
  takeAuthors(reading, findAuthors(people), field, flat)
  const place = flat.locate(field.range)
  const known = findVenue(`${name} ${year}`, venues, 'field')
  if (known?.basis === 'known') setVenue(reading, known, place)
  else if (reading.venue === undefined && isPublicationName(name))
    setVenue(reading, { name, form: formOf(name), basis: 'form', year: Number(year) }, place)
}

const PERSON_AND_YEAR = /^(.{3,400}?)[.,]\s+((?:19|20)\d{2})[a-z]?\.?$/su

const CITERS =
  /^((?:\p{Lu}[\p{L}'’. -]{1,40}, )*\p{Lu}[\p{L}'’. -]{1,40}\bet\.? al\.?|\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+),\s([^,]{2,60}?)\s+((?:19|20)\d{2})$/u

/** `*Oecologia*, 184, 151–160`, `*Ecology* 97(3):601`: volume and pages behind an emphasised name. */
const VOLUME_BEHIND =
  /^,?\s*(?:vol\.?\s*)?\d{1,4}\s*(?:\(\d[\d–-]*\)\s*)?[,:;]\s*(?:pp?\.?\s*|art(?:icle)?\.?\s*)?e?\d/i

/** `(Park et al. 2019)` behind a title. */
function takeShortCitation(reading: Reading, field: Field, flat: Flat): boolean {
  const [, name, year] = SHORT_CITATION.exec(field.text) ?? []
  if (name === undefined || reading.authors.length > 0) return false
  const { from, to } = field.range
  reading.authors = [{ value: name, place: flat.locate({ from, to: from + name.length }) }]
  if (year !== undefined) reading.year ??= { value: Number(year), place: flat.locate({ from: to - year.length, to }) }
  reading.cited = true
  return true
}

const SHORT_CITATION =
  /^((?:(?:van|von|de|der|den|la|le|di) ){0,2}\p{Lu}[\p{L}'’-]+) et\.? al\.?,?\s*((?:19|20)\d{2})?$/u

/** `EACL-SRW (2023)`: the year in brackets right behind a field. */
function bracketedYear(text: string, at: number): number | undefined {
  const year = /^[\s.,]*[([]\s*((?:19|20)\d{2})\s*[)\]]/.exec(text.slice(at, at + 12))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** `Neural Networks 2020` right behind a title, `Alexa Prize SimBot Challenge (2023)`: a name and its year. */
function takeTrailingYear(reading: Reading, dated: string, place: FileRange): boolean {
  const [, name = '', digits] = /^[\s.,]*(.{3,80}?)[\s,]+((?:19|20)\d{2})\.?$/.exec(dated) ?? []
  if (digits === undefined || name.split(/\s+/).length > 8 || PRODUCTS.test(name)) return false
  if (!isPublicationName(name) || TAGS.test(foldLabel(name))) return false
  const year = Number(digits)
  reading.year ??= { value: year, place }
  // A product has people and a year behind its name too.
  if (!reading.links.some(({ rel }) => rel === 'paper')) return true
  if (reading.venue !== undefined || PUBLISHER.test(name) || findByline(name).length > 0) return true
  setVenue(reading, { name, form: formOf(name), basis: 'form', year }, place)
  return true
}

/** `Decis. Support Syst. 2021`: words of publications' names as ISO 4 abbreviates them. */
const ABBREVIATED =
  /^(?:\p{Lu}[\p{L}.]* ){0,4}(?:Comput|Syst|Inf|Appl|Commun|Comm|Technol|Sci|Eng|Artif|Intell|Learn|Knowl|Netw|Softw|Surv|Lett|Rev|Res|Med|Biol|Phys|Chem|Math|Stat|Mach|Process|Manag|Decis|Linguist|Cogn|Neural Netw)\. (?:\p{Lu}[\p{L}.]* ){0,4}(?:19|20)\d{2}\.?$/u

/** Who publishes is not where, nor is that it is not published. */
const PUBLISHER = /^(?:unpublished|springer|elsevier|wiley|sage|mdpi|ieee|acm|mit press|cambridge university press)$/i

/**
 * `[Arxiv 25.05]`, `[Genome medicine 21]`, `[2021 Cell reports methods]` in front of a title: a name with its year. A
 * known venue is taken, also where more follows it; another name is one where most of the list's entries begin so.
 */
function takeDatedLead(reading: Reading, text: string, place: FileRange, venues: VenueIndex): boolean {
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

const MOST_NAME_WORDS = 5

function isPreprint(text: string): boolean {
  return /^(?:arxiv )?preprints?\.?$/i.test(text.trim().replace(PREPRINT_YEAR, ''))
}

/** `preprint'23`, `Preprint 2023` */
const PREPRINT_YEAR = /[\s,'’]+((?:19|20)\d{2})$|['’](\d{2})$/

/** `*Preprint.*` names no server; the links of the entry do. */
function takePreprint(reading: Reading, place: FileRange): void {
  const onArxiv = [...reading.links, ...reading.others].some(
    ({ url }) => paperAddress(url).identifiers.arxiv !== undefined,
  )
  const name = onArxiv ? 'arXiv' : 'Preprint'
  setVenue(reading, { name, form: 'preprint', basis: onArxiv ? 'known' : 'form' }, place)
}

/** `(1998, Literary and Linguistic Computing)`: a year and the name of a publication, in either order. */
function takeDatedBracket(reading: Reading, text: string, place: FileRange): boolean {
  const found = findYear(text)
  if (found === undefined || text.split(/\s+/).length > 9) return false
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '')
    .replace(/\s+/g, ' ')
  if (MONTHS.test(rest) || rest === '') {
    setYear(reading, found.year, place, rest !== '')
    return true
  }
  if (!isPublicationName(rest) || TAGS.test(foldLabel(rest))) return false
  setVenue(reading, { name: rest, form: formOf(rest), basis: 'form', year: found.year }, place)
  return true
}

const PRODUCTS =
  /\b(?:text)?books?\b|\bcourses?\b|\blectures?\b|\btalks?\b|\btutorials?(?: slides)?\b|\bslides\b|\bblog(?: ?post)?\b|\bpodcast\b|^(?:youtube|github|website|web ?page|hugging ?face|kaggle|medium|twitter)(?:[ ,]+(?:19|20)\d{2})?$|\bwebinar\b|\bnewsletter\b/i

const MONTHS =
  /^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s*\d{1,2})?$/i

/** Behind "by" or a title, right in front of a quoted or bold one, or emphasised: there one name is a byline. */
function isBylinePlace(field: Field, title: FoundTitle | undefined): boolean {
  if (field.byline === true || field.followsTitle || field.form === 'emphasis') return true
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
  else if (reading.venue === undefined && !TAGS.test(foldLabel(value)) && isPublicationName(value))
    reading.perhapsVenue ??= { value: { name: value, form: formOf(value), basis: 'form' }, place }
  else if (reading.venue !== undefined && !TAGS.test(foldLabel(value)))
    reading.perhapsOrganizations.push({ value, place })
}

const TAGS =
  /^(?:oral|spotlight|poster|highlight|survey|review|new|hot|must read|best paper.*|award|code|pdf|paper|dataset|benchmark|workshop|recommended|star|note|update[ds]?)$/

/** `Author: A. Author` line by line: each line names one more. */
function takeLabelledAuthors(reading: Reading, names: readonly FoundName[], field: Field, flat: Flat): void {
  const before = reading.authors
  takeAuthors(reading, names, field, flat)
  const [added] = reading.authors
  if (names.length === 1 && before.length > 0 && added !== undefined && reading.authors !== before)
    reading.authors = [...before, added]
}

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
  // "Littman M L, Babes M. ICML, 2010": the full stop behind an initial ends the list of people.
  const commas = [
    ...field.text.matchAll(
      /[,，]\s*|\s+(?=(?:[Ii]n|[Aa]t)\s+\p{Lu})|(?<=\p{L}\s\p{Lu}{1,3})\.\s+(?=\p{Lu}|['’‘]\d{2}\b)/gu,
    ),
  ].slice(-4)
  for (const comma of commas) {
    const at = comma.index + comma[0].length
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
    const head = field.text.slice(0, comma.index)
    const rest: Field = { ...field, text: head, range: { from: field.range.from, to: field.range.from + head.length } }
    takeField(reading, rest, flat, venues, undefined)
    if (year !== undefined && field.followsTitle) takeDatedName(reading, rest, flat)
    return true
  }
  return false
}

/** `CVPR 2023, A. Author, B. Author` behind a title. */
function takeLeadingVenue(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const [lead = '', name] = /^([^,]{3,60}),\s+(?=\p{Lu})/u.exec(field.text) ?? []
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

/** `ACM Queue '17` behind the last author's initial. */
function datedName(text: string): FoundVenue | undefined {
  const [, name, short, year = short] = /^(.{2,40}?),? (?:['’‘](\d{2})|((?:19|20)\d{2}))$/u.exec(text) ?? []
  if (name === undefined || year === undefined || !isPublicationName(name) || PRODUCTS.test(name)) return undefined
  // "Lee, B. Smith '17"
  if (/^\p{Lu}?[\p{Ll}'’-]+$/u.test(name) || !/^[\p{L}&][\p{L}& .-]+$/u.test(name)) return undefined
  return { name, form: formOf(name), basis: 'form', year: year.length === 2 ? fromTwoDigits(year) : Number(year) }
}

/** `Procedia Manufacturing, 2018` behind a title: a publication if it says so or is long, else perhaps a person. */
function takeDatedName(reading: Reading, { text, range }: Field, flat: Flat): void {
  const name = text.replace(/[\s.,;]+$/, '')
  if (reading.venue !== undefined || !isPublicationName(name) || TAGS.test(foldLabel(name))) return
  const place = flat.locate(range)
  if (reading.authors.length === 1) reading.datedByline = { value: name, place }
  else if (reading.authors.length === 0) setVenue(reading, { name, form: formOf(name), basis: 'form' }, place)
}
