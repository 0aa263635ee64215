import { findAuthors, findByline } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { foldLabel } from '../../recognise/label.ts'
import { findVenue } from '../../recognise/venue.ts'
import { formOf, isPublicationName } from '../../recognise/venue-form.ts'
import { isCitationLabel } from './cited-people.ts'
import { TAGS } from './field-words.ts'
import { type Reading, setVenue } from './reading.ts'
import { takeAuthors, takeCiters } from './take-people.ts'
import { fieldVenue, type Take } from './taker.ts'

/** `CVPR 2023`, `(ACL'21)`: a venue that is known, or one of a form without a comma. */
export const takeVenue: Take = (reading, field, around) => {
  const venue = fieldVenue(field, around)
  if (venue === undefined || (venue.basis !== 'known' && field.text.includes(','))) return false
  setVenue(reading, venue, around.flat.locate(field.range))
  if (field.form === 'bracket') takeCiters(reading, field, around.flat, around.venues)
  return true
}

/** `Journal of Tides, Waves and Shores`: what has the form of a venue, whatever commas it holds. */
export const takeVenueByForm: Take = (reading, field, around) => {
  const venue = fieldVenue(field, around)
  if (venue !== undefined) setVenue(reading, venue, around.flat.locate(field.range))
  return venue !== undefined
}

/** `CVPR 2023, A. Author, B. Author` behind a title. */
export const takeLeadingVenue: Take = (reading, field, { flat, venues }) => {
  if (!field.followsTitle) return false
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

/** `*Oecologia*, 184, 151–160`, `*Ecology* 97(3):601`: an emphasised name with volume and pages behind it. */
export const takeEmphasisedJournal: Take = (reading, { form, before, text, range }, { flat }) => {
  if (form !== 'emphasis' || before || !VOLUME_BEHIND.test(flat.text.slice(range.to)) || !isNameOfAnyLanguage(text))
    return false
  setVenue(reading, { name: text, form: 'journal', basis: 'form' }, flat.locate(range))
  return true
}

/** `Ito, H. (2022). Why Harbours Open. *Tides and Shores*`: who and when stand in front of the title. */
function isCitedAhead({ title, authors: [author], links, year }: Reading): boolean {
  const start = title?.place.start ?? 0
  if (year === undefined || year.place.end > start) return false
  if (author !== undefined) return author.place.end <= start
  // `[Ito et al. 2022](…). Why Harbours Open. *Tides and Shores*`
  return links.some(({ label, place }) => place.end <= start && isCitationLabel(label))
}

/**
 * `Lugares: estudios de historia y sociedad`: only English capitalises the words of a name. What says so much of itself by
 * its place needs no more than to begin with a capital.
 */
function isNameOfAnyLanguage(text: string): boolean {
  return isPublicationName(text) || (/^\p{Lu}[^?!;()]{3,100}$/u.test(text) && text.split(' ').length <= 12)
}

const VOLUME_BEHIND =
  /^,?\s*\(?(?:pp?\.?\s*)?\d{1,5}\s?[-–]\s?\d{1,5}\)?(?!\s?[-–\d])|^,?\s*(?:vol\.?\s*)?\d{1,4}(?:,\s*no\.\s?\d[\d–-]*)?\s*(?:\(\d[\d–-]*\)\s*)?[,:;]\s*(?:pp?\.?\s*|art(?:icle)?\.?\s*)?e?\d/i

/** `– A. Author, *Archäologische Informationen*, 2015`: emphasised words with a year behind them, which name nobody. */
export const takeDatedEmphasis: Take = (reading, { form, before, text, range }, { flat }) => {
  if (form !== 'emphasis' || before || reading.title === undefined) return false
  if (!YEAR_BEHIND.test(flat.text.slice(range.to)) && !isCitedAhead(reading)) return false
  const alone =
    /[(;]\s*$/.test(flat.text.slice(0, range.from)) && /^,\s(?:19|20)\d{2}[;)]/.test(flat.text.slice(range.to))
  // `*Daedalus 109*, 1980`: the volume is no part of the name.
  const name = text.replace(/[\s,]+\d{1,4}$|(?<=^[^.]*\p{L}{6})\.$/u, '')
  if (!(alone ? isNameOfAnyLanguage : isPublicationName)(name)) return false
  if ((!alone && isInstitution(name)) || TAGS.test(foldLabel(name))) return false
  if (!alone && reading.authors.length === 0 && findByline(name).length > 0) return false
  setVenue(reading, { name, form: formOf(name), basis: 'form' }, flat.locate(range))
  return true
}

const YEAR_BEHIND = /^[,.]?\s*[([]?(?:19|20)\d{2}(?!\d)/
