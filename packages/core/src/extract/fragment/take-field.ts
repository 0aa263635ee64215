import { type FoundName, findAuthorField, findAuthors, findByline, isInitialled } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { areSurnamesFirst } from '../../recognise/split-names.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { isDate, wholeYear } from '../../recognise/year.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { PRODUCTS } from './field-words.ts'
import type { Field } from './fields.ts'
import type { Flat } from './flat.ts'
import { type Reading, setYear } from './reading.ts'
import {
  ABBREVIATED,
  takeDateAhead,
  takeDatedBracket,
  takeDatedLead,
  takeTrailingName,
  takeTrailingYear,
} from './take-dated-name.ts'
import { takeDatedVolume } from './take-dated-volume.ts'
import { takeLabelled } from './take-labelled.ts'
import { takePaged } from './take-paged.ts'
import { takeBars, takeDatedPart, takeJournalBehind, takeSentences, takeTail } from './take-parts.ts'
import {
  takeAuthors,
  takeCiters,
  takeInstitution,
  takeLabelledAuthors,
  takePeopleAndVenue,
  takeShortCitation,
  takeSurnamesAndYear,
} from './take-people.ts'
import { isPreprint, takePreprint } from './take-preprint.ts'
import { takeSignedLine } from './take-signed-line.ts'
import { takeSurnamesBehind } from './take-surnames.ts'
import { takeDatedEmphasis, takeEmphasisedJournal, takeLeadingVenue, takeVenue, takeVenueByForm } from './take-venue.ts'
import { datedText, placeOf, type Take, type Taker } from './taker.ts'

/**
 * Asks of a part of a fragment what it is, and adds the answer to the reading: the questions of {@link TAKERS} in their
 * order, until one has it.
 */
export function takeField(
  reading: Reading,
  field: Field,
  flat: Flat,
  venues: VenueIndex,
  title: FoundTitle | undefined,
): void {
  ask(reading, field, { flat, venues, title })
}

const ask: Take = (reading, field, around) => TAKERS.some(({ take }) => take(reading, field, around))

/** `github: [address](address)`: what the code or page behind it is called. */
function namesLink({ text, range }: Field, flat: Flat): boolean {
  const role = labelRole(text)
  return (role === 'code' || role === 'project') && /^\s*[:：]\s*\uFFFC/u.test(flat.text.slice(range.to, range.to + 8))
}

/** The questions to a field: its label first, then year, venue, people, institution, at last its own parts. */
const TAKERS: readonly Taker[] = [
  { name: 'label', why: '`Authors: …`: the label says what it holds', take: takeLabelled },
  { name: 'bars', why: '`(Nov., 2024 | CVPR 2025)`: fields of their own', take: (...field) => takeBars(...field, ask) },
  {
    name: 'dated-part',
    why: '`(Bias in word vectors; NIPS 2016)` in front of a title: what it is about, and when',
    take: (...field) => takeDatedPart(...field, ask),
  },
  {
    name: 'handle',
    why: '`[@Pier Institute]`: who publishes there',
    take: (reading, { form, text, range }, { flat }) => {
      if (form !== 'bracket' || !/^@\S/.test(text)) return false
      const place = flat.locate({ ...range, from: range.from + 1 })
      reading.organizations.push({ value: text.slice(1), place })
      return true
    },
  },
  {
    name: 'product',
    why: '`(book)`: the entry is none of a paper, whatever else the field says',
    take: (reading, field, { flat }) => {
      const { text } = field
      // "[C]//…: 科学出版社, 2020": who publishes proceedings publishes books.
      const isNamed = PRODUCTS.test(text) && text.split(/\s+/).length <= 6 && !/\[[JC](?:\/OL)?\]/.test(flat.text)
      if (isNamed && !namesLink(field, flat)) reading.product = true
      return false
    },
  },
  {
    name: 'preprint',
    why: '`Preprint 2023`: names no server; the links of the entry do',
    take: (reading, { text, range }, { flat }) => {
      if (!isPreprint(text)) return false
      takePreprint(reading, text, flat.locate(range))
      return true
    },
  },
  {
    name: 'link-label',
    why: '`[code]` without a link says nothing; "2025-03, CVPR 25" is no label, though its words are those of links',
    take: (_reading, field, { flat, venues, title }) =>
      labelRole(field.text) !== undefined &&
      !/\d{2}/.test(field.text) &&
      findVenue(field.text, venues, placeOf(field, title, flat)) === undefined,
  },
  {
    name: 'year',
    why: '`2019`, `2023-06-01`, `2016, pp. 770-778`',
    take: (reading, { text, range }, { flat }) => {
      const year = wholeYear(text) ?? yearBeforePages(text)
      if (year !== undefined) setYear(reading, year, flat.locate(range), isDate(text))
      return year !== undefined
    },
  },
  { name: 'date-ahead', why: '`20191204 arXiv [Title](…)`: the entry begins with its date', take: takeDateAhead },
  {
    name: 'dated-lead',
    why: '`[Genome medicine 21]` in front of a title: a name with its year',
    take: (reading, { form, before, text, range }, { flat, venues }) =>
      form === 'bracket' && before && takeDatedLead(reading, text, flat.locate(range), venues),
  },
  {
    name: 'dated-volume',
    why: '`A. Author, J. Am. Chem. Soc. 1999, 121, 3414`: year, volume and page behind the journal, as chemistry cites',
    take: (...field) => takeDatedVolume(...field, ask),
  },
  { name: 'leading-venue', why: '`CVPR 2023, A. Author, B. Author` behind a title', take: takeLeadingVenue },
  {
    name: 'et-al',
    why: '`Eze et al. NeurIPS 2023` behind a title',
    take: (reading, field, { flat, venues }) =>
      field.followsTitle && /\bet\.? al\b/.test(field.text) && takeCiters(reading, field, flat, venues),
  },
  {
    name: 'people-and-venue',
    why: '`A. Author et al. arXiv.` behind a title, `A. Author, Tides (2017)` below it: who, then where',
    take: (reading, field, around) =>
      !field.before &&
      (takeSignedLine(reading, field, around) || takePeopleAndVenue(reading, field, around.flat, around.venues)),
  },
  { name: 'paged', why: '`EDBT 2022: 368-372`: pages behind where and when', take: takePaged },
  {
    name: 'surnames-behind',
    why: '`*Fong & Vedaldi. CVPR 2018*` behind a title: surnames alone, then where or when',
    take: takeSurnamesBehind,
  },
  { name: 'venue', why: '`CVPR 2023`: the name of a venue', take: takeVenue },
  {
    name: 'emphasised-journal',
    why: '`*Oecologia*, 184, 151–160`: volume and pages behind it',
    take: takeEmphasisedJournal,
  },
  { name: 'dated-emphasis', why: '`*Archäologische Informationen*, 2015`: a year behind it', take: takeDatedEmphasis },
  {
    name: 'short-citation',
    why: '`(Park et al. 2019)` behind a title',
    take: (reading, field, { flat }) =>
      field.form !== 'plain' && field.followsTitle && takeShortCitation(reading, field, flat),
  },
  {
    name: 'citers',
    why: '`(Eze et al., NeurIPS 2023)`: who in front of where',
    take: (reading, field, { flat, venues }) => field.form === 'bracket' && takeCiters(reading, field, flat, venues),
  },
  {
    name: 'dated-bracket',
    why: '`(1998, Literary and Linguistic Computing)`: a year and the name of a publication',
    take: (reading, { form, text, range }, { flat, venues }) =>
      form === 'bracket' && takeDatedBracket(reading, text, flat.locate(range), venues),
  },
  {
    name: 'institution',
    why: '`[Coast University]` in front of a title',
    take: (reading, field, { flat }) => {
      if (field.form !== 'bracket' || !field.before || !isInstitution(field.text)) return false
      takeInstitution(reading, field, flat.locate(field.range))
      return true
    },
  },
  {
    name: 'person-and-year',
    why: '`Tim Oh. 2024. **Title**`: one person, whom the year behind the name tells from a title',
    take: (reading, field, { flat }) => {
      const [, person = '', year] = field.before ? (PERSON_AND_YEAR.exec(field.text) ?? []) : []
      const persons = year === undefined ? [] : findPerson(person)
      if (persons.length === 0) return false
      takeAuthors(reading, persons, field, flat)
      setYear(reading, Number(year), flat.locate(field.range))
      return true
    },
  },
  { name: 'surnames-and-year', why: '`Lee and Mo 2019. [Title](…)`: surnames alone', take: takeSurnamesAndYear },
  {
    name: 'people',
    why: '`A. Author, B. Author`: names, of which one alone counts only where a byline stands',
    take: (reading, field, { flat, title }) => {
      // `Lee, Ann; Mo, Bo; *A Title of Words*`: one person a field.
      if (title?.form === 'emphasis' && field.before && areSurnamesFirst(upTo(title, field, flat))) {
        takeLabelledAuthors(reading, findAuthorField(field.text), field, flat)
        return true
      }
      const alone = field.before && (isInitialled(field.text.replace(/(?<=\p{Ll})[.,]+$/u, '')) || isDated(field, flat))
      const read = alone ? findAuthorField : isBylinePlace(field, title, flat) ? findByline : findAuthors
      const names = read(field.text)
      if (names.length > 0) takeAuthors(reading, names, field, flat)
      return names.length > 0
    },
  },
  {
    name: 'people-and-prose',
    why: '`[Title](…); A. Author, B. Author; In this work we show …`: people between semicolons, then a sentence',
    take: (reading, field, { flat, title }) => {
      const [, people = '', said = ''] =
        field.followsTitle && title?.form === 'link' ? (PEOPLE_AND_PROSE.exec(field.text) ?? []) : []
      const names = said.split(/\s+/).length < LEAST_PROSE ? [] : findByline(people)
      if (names.length > 0) takeAuthors(reading, names, field, flat)
      return names.length > 0
    },
  },
  {
    name: 'lead',
    why: '`[MIT]` in front of a title: an institution or a venue, as the rest of the list says',
    take: (reading, field, { flat }) => {
      if (field.form !== 'bracket' || !field.before || reading.authors.length > 0) return false
      takeInstitution(reading, field, flat.locate(field.range))
      return true
    },
  },
  {
    name: 'abbreviated-journal',
    why: '`Decis. Support Syst. 2021`: words as ISO 4 abbreviates them, whose full stops end no sentence',
    take: (reading, field, around) =>
      field.form === 'plain' &&
      field.followsTitle &&
      ABBREVIATED.test(field.text) &&
      takeTrailingYear(reading, datedText(field, around), around.flat.locate(field.range)),
  },
  {
    name: 'journal-behind-people',
    why: '`A. Author, Phys. Rev. Lett. 128, 161805`: a known journal, whose full stops end no sentence, and its volume',
    take: (...field) => takeJournalBehind(...field, ask),
  },
  {
    name: 'sentences',
    why: '`Title words. In CVPR, 2020`: each by itself',
    take: (...field) => takeSentences(...field, ask),
  },
  { name: 'tail', why: '`A. Author, B. Author, CVPR 2020`: from its end', take: (...field) => takeTail(...field, ask) },
  { name: 'venue-by-form', why: '`Journal of Tides, Waves and Shores`', take: takeVenueByForm },
  {
    name: 'trailing-year',
    why: '`Procedia Manufacturing 2018` behind a title',
    take: (reading, field, around) =>
      field.form !== 'bracket' &&
      field.followsTitle &&
      takeTrailingYear(reading, datedText(field, around), around.flat.locate(field.range)),
  },
  {
    name: 'trailing-name',
    why: '`Journal of Harbours` at the end of an entry, if most of the list’s entries have their venue there',
    take: (reading, field, { flat, title }) => {
      if (field.form === 'bracket' || !field.followsTitle) return false
      takeTrailingName(reading, field, flat, title)
      return true
    },
  },
]

const PEOPLE_AND_PROSE = /^([^;]{5,600});\s+(\p{L}.*)$/su
/** Words. */
const LEAST_PROSE = 6

const PERSON_AND_YEAR = /^(.{3,400}?)[.,]\s+((?:19|20)\d{2})[a-z]?\.?$/su

/** `Hayek, Friedrich A`: the full stop behind the year's comma is the initial's own. */
function findPerson(person: string): readonly FoundName[] {
  const [first] = findByline(person)
  return first === undefined && /\s\p{Lu}$/u.test(person) ? findAuthorField(`${person}.`) : findByline(person)
}

/** Behind "by" or a title, right in front of a quoted or bold one, or emphasised: there one name is a byline. */
function isBylinePlace(field: Field, title: FoundTitle | undefined, flat: Flat): boolean {
  if (field.byline === true || field.followsTitle || field.form === 'emphasis') return true
  if (!field.before || field.form !== 'plain' || title === undefined) return false
  if (title.form === 'quoted' || title.form === 'strong') return true
  // `Ann Lee, *A Title of Words*`, `Ann Lee. A Title of Words`: nothing stands between the name and the title.
  const isNext = title.form === 'emphasis' || (title.form === 'plain' && field.text.endsWith('.'))
  return isNext && /^[\s,.:]*$/.test(flat.text.slice(field.range.to, title.range.from))
}

/** The words from a field on, up to the title. */
function upTo(title: FoundTitle, { range }: Field, { text }: Flat): string {
  return text.slice(range.from, title.range.from).replace(/[\s,.:;|*_]+$/, '')
}

/** `Krüger, Jan (2020): `, `Jan Krüger (2020) - `: one person, and a year in brackets right behind. */
function isDated({ text, range }: Field, flat: Flat): boolean {
  if (/^\s\((?:19|20)\d{2}[a-z]?\)\s*[-–—:]\s/.test(flat.text.slice(range.to))) return findByline(text).length === 1
  return /^\p{Lu}[\p{L}'’-]+, \p{Lu}/u.test(text) && /^[.,]?\s?\((?:19|20)\d{2}/.test(flat.text.slice(range.to))
}

/** `2016, pp. 770-778` */
function yearBeforePages(text: string): number | undefined {
  const year = /^((?:19|20)\d{2}),?\s*(?:pp?\.|pages|vol\.?|no\.?)/i.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}
