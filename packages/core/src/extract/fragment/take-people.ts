import { type FoundName, findAuthors, findByline } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { foldLabel } from '../../recognise/label.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf, isPublicationName, namesPublication } from '../../recognise/venue-form.ts'
import type { FileRange } from '../quote.ts'
import { TAGS } from './field-words.ts'
import type { Field } from './fields.ts'
import type { Flat } from './flat.ts'
import { type Reading, setVenue, setYear } from './reading.ts'
import type { Take } from './taker.ts'

/** The people of a field, unless more are known already. */
export function takeAuthors(reading: Reading, names: readonly FoundName[], field: Field, flat: Flat): void {
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

/** `Author: A. Author` line by line: each line names one more. */
export function takeLabelledAuthors(reading: Reading, names: readonly FoundName[], field: Field, flat: Flat): void {
  const before = reading.authors
  const isOneMore = names.length === 1 && before.length > 0
  if (isOneMore) reading.authors = []
  takeAuthors(reading, names, field, flat)
  if (isOneMore) reading.authors = [...before, ...reading.authors]
}

/** `(Eze et al., NeurIPS 2023)`, `Eze et al. NeurIPS 2023`: who in front of where. False where a field is not of that form. */
export function takeCiters(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  if (takeSurnames(reading, field, flat, venues) || takeSigner(reading, field, flat, venues)) return true
  const [, people = '', name = '', year] = CITERS.exec(field.text) ?? []
  if (people === '') return false
  if (reading.authors.length > 0) return true
  takeAuthors(reading, findAuthors(people), field, flat)
  const place = flat.locate(field.range)
  const known = findVenue(`${name} ${year}`, venues, 'field')
  if (known?.basis === 'known') setVenue(reading, known, place)
  else if (reading.venue === undefined && isPublicationName(name))
    setVenue(reading, { name, form: formOf(name), basis: 'form', year: Number(year) }, place)
  return true
}

/** `A. Author (Coast University) et al. arXiv.`, `A. Author, B. Author. CVPR`: who, then a known venue without its year. */
export function takePeopleAndVenue(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const [, people = '', others = '', name] =
    PEOPLE_AND_VENUE.exec(field.text.replace(PREPRINT_NUMBER, '').replace(GLUED_PREPRINT, ',')) ?? []
  // "JHEP 07", "STOC'22": a volume or a short year.
  if (name === undefined || /(?<!\d)\d{1,3}$/.test(name)) return false
  // "Kiay, A., Roe, J. CSCW": the last initial's full stop divides, too.
  const isInitial = others === '.' && /\b\p{Lu}\.[\s,]/u.test(people)
  const names = findAuthors(isInitial || /al/.test(others) ? people + others : people)
  const written = names.length > 0 ? names : findByline(people.replace(/\s*\([^()]*\)$/, ''))
  if (written.length === 0 && !isInstitution(people)) return false
  const venue = findVenue(name, venues, 'field')
  if (venue?.basis !== 'known' && !(venue !== undefined && namesPublication(name))) return false
  if (written.length > 0) takeAuthors(reading, written, field, flat)
  const from = field.range.from + field.text.lastIndexOf(name)
  setVenue(reading, venue, flat.locate({ from, to: from + name.length }))
  return true
}

/** `Ann Lee, Bo Mo arXiv`: nothing divides the last name from the server's. */
const GLUED_PREPRINT = /(?<=\p{Ll})(?<!preprint)(?=\s+arXiv$)/u

/** `arXiv preprint arXiv:1608.07905`: the number divides no venue. */
const PREPRINT_NUMBER = /:\s?\d{4}\.\d{4,5}(?:v\d+)?[\s.]*$/

const PEOPLE_AND_VENUE = /^(.{3,300}?)(\s*\bet\.? al\b\.?,?|(?<=\))|[.,;](?=\s))\s*(\p{L}[^.,;()]{1,40}?)[\s.]*$/u

/** `(Lee, Mo; STOC'22)`: surnames, then a known venue with its year. */
function takeSurnames(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  if (!field.text.includes(';')) return false
  const [, people = '', place = ''] = SURNAMES_AND_PLACE.exec(field.text) ?? []
  const venue = place === '' ? undefined : findVenue(place, venues, 'field')
  if (venue?.basis !== 'known' || venue.year === undefined) return false
  const here = flat.locate(field.range)
  if (reading.authors.length === 0) reading.authors = people.split(', ').map((value) => ({ value, place: here }))
  setVenue(reading, venue, here)
  return true
}

/** `[Jung, Image and Vision Computing 2025]`: a word that may be who or from where, then a known venue or a journal by its name, and its year. */
function takeSigner(reading: Reading, field: Field, flat: Flat, venues: VenueIndex): boolean {
  const [, name = ''] = SIGNER.exec(field.text) ?? []
  const venue = name === '' ? undefined : findVenue(name, venues, 'field')
  if (venue?.year === undefined || (venue.basis !== 'known' && !namesPublication(venue.name))) return false
  setVenue(reading, venue, flat.locate(field.range))
  return true
}

const SIGNER = /^\p{Lu}[\p{L}'’-]+\.?,\s((?:Proc\. )?\p{Lu}[^,;:]{1,80}\s(?:19|20)\d{2})$/u

const SURNAMES_AND_PLACE = /^(\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+)*);\s([^;]{3,60})$/u

const CITERS =
  /^((?:\p{Lu}[\p{L}'’. -]{1,40}, )*\p{Lu}[\p{L}'’. -]{1,40}?\bet\.? al\b\.?(?=,?\s)|\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+(?=\.?,))\.?,?\s([^,]{2,60}?)\s*(?<!\d)((?:19|20)\d{2})$/u

/** `(Park et al. 2019)` behind a title. */
export function takeShortCitation(reading: Reading, field: Field, flat: Flat): boolean {
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

/** `Lee and Mo 2019. [Title](…)`, `Lee et al 2020. [Title](…)`: people by their surnames, and a year, right in front of a title. */
export const takeSurnamesAndYear: Take = (reading, field, { flat, title }) => {
  if (!field.before || title === undefined || title.form === 'plain') return false
  const [, people = '', year] = SURNAMES_AND_YEAR.exec(field.text) ?? []
  if (year === undefined || !/^[\s.,:)*_"“]*$/.test(flat.text.slice(field.range.to, title.range.from))) return false
  // "Spring 2019: [Title](…)": one word may be anything, if no full stop ends what it says.
  const alone = !/[\s,]/.test(people)
  if (alone && (!field.text.endsWith('.') || NO_SURNAME.test(people))) return false
  const place = flat.locate(field.range)
  setYear(reading, Number(year), place)
  if (reading.authors.length === 0)
    reading.authors = people
      .replace(/\s+et\.? al\.?$/, '')
      .split(/,\s+(?:and\s+|&\s+)?|\s+(?:and|&|y|et|und|e)\s+/)
      .map((value) => ({ value, place }))
  return true
}

const SURNAMES_AND_YEAR =
  /^(\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+){0,5}(?:,? (?:and|&|y|et|und|e) \p{Lu}[\p{L}'’-]+| et\.? al\.?)?),? \(?((?:19|20)\d{2})[a-z]?\)?[.,:]?$/u
const NO_SURNAME =
  /^(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|version|updated?|since|edition|year|published|accepted|new)$/i

/** `[MIT]` in front of a title: an institution, or words that the rest of the list says what they are. */
export function takeInstitution(reading: Reading, field: Field, place: FileRange): void {
  const value = field.text.replace(/\s+/g, ' ').trim()
  if (isInstitution(value)) reading.organizations.push({ value, place })
  else if (reading.venue === undefined && !TAGS.test(foldLabel(value)) && isPublicationName(value))
    reading.perhapsVenue ??= { value: { name: value, form: formOf(value), basis: 'form' }, place }
  else if (reading.venue !== undefined && !TAGS.test(foldLabel(value)))
    reading.perhapsOrganizations.push({ value, place })
}
