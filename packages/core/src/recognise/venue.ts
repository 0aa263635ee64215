import type { VenueRecord } from '../data/venues/venue-record.ts'
import { memoise, oncePer } from '../memo.ts'
import { type FoundVenue, type VenueIndex, withYear } from './found-venue.ts'
import { foldLabel } from './label.ts'
import { createPhraseFilter } from './phrase-filter.ts'
import { createAbbreviationIndex } from './venue-abbreviations.ts'
import { byForm, FOREIGN_WORDS, FORM_WORDS, isPublicationName, withoutLead } from './venue-form.ts'
import { gluedYear, lookUp, shortDated } from './venue-look-up.ts'
import { takeYear } from './venue-text.ts'
import { fromTwoDigits } from './year.ts'

export type { FoundVenue, VenueIndex } from './found-venue.ts'

/** An index over venue records; a later record wins over an earlier one, so that a vocabulary can mend the table. */
export function createVenueIndex(records: readonly VenueRecord[]): VenueIndex {
  const bySpelling = new Map<string, VenueRecord>()
  for (const record of records) {
    for (const { key, bare } of spellingsOf(record)) {
      if (key !== '') bySpelling.set(key, record)
      if (bare !== key && bare.includes(' ') && !bySpelling.has(bare)) bySpelling.set(bare, record)
    }
  }
  const abbreviated = createAbbreviationIndex(records)
  const index: VenueIndex = {
    mayHold: createPhraseFilter(bySpelling.keys()),
    find: memoise((text) => {
      const key = foldLabel(text)
      const record = bySpelling.get(key) ?? bySpelling.get(withoutPrefix(key)) ?? abbreviated(text)
      return record?.ordinary === true && isMistaken(record, text, key) ? undefined : record
    }),
    recognise: {
      field: memoise((text) => recognise(text, index, 'field')),
      text: memoise((text) => recognise(text, index, 'text')),
    },
  }
  return index
}

/**
 * The spellings of a venue, folded, and without what stands in front of the name; those of the table are folded once.
 * "Knowledge Discovery & Data Mining" folds to the name without its "and".
 */
const spellingsOf = oncePer(({ name, fullName, aliases }: VenueRecord) =>
  [name, fullName, ...aliases].flatMap((spelling) => {
    const key = foldLabel(spelling)
    const bare = withoutPrefix(key)
    const joined = bare.replaceAll(' and ', ' ')
    // "Information Management" is no "Information & Management".
    const isTold = joined !== bare && joined.split(' ').length >= LEAST_JOINED
    return isTold
      ? [
          { key, bare },
          { key, bare: joined },
        ]
      : [{ key, bare }]
  }),
)

/** Words. */
const LEAST_JOINED = 4

/** An ordinary word is a venue's name only in the name's own case: `CHI` and `Sensors`, not `chi` and `sensors`. */
function isMistaken(record: VenueRecord, text: string, key: string): boolean {
  const bare = withoutPrefix(key)
  const named = foldLabel(record.name)
  if (key !== named && bare !== named) return false
  return !text.replace(/[\s.]+$/, '').endsWith(record.name)
}

function withoutPrefix(key: string): string {
  let rest = key
  for (;;) {
    const next = rest.replace(
      /^(?:in proceedings of|proceedings of|proc of|proc|published in|appeared in|presented (?:at|in)|accepted (?:to|by|at)|to appear (?:in|at)|in|the|annual|ieee cvf|ieee cs|cvf|ieee rsj|acm sig(?:kdd|chi|sac|plan|soft|ops|arch)|acm ieee|ieee acm|ieee|acm|aaai acm|usenix|isca|international|intl|int l|\d+(?:st|nd|rd|th)|(?:thirty|forty|twenty|fifty)(?: \w+)?(?:st|nd|rd|th))\s+/,
      '',
    )
    if (next === rest) return rest
    rest = next
  }
}

/** `24 pages, 2 figures. Accepted at …`: how long a preprint is, and what else its comment says. */
const EXTENT = /\b\d+ (?:pages|figures|tables)\b/i

/**
 * Reads a text that as a whole names a venue, with or without year and decoration: `2023 ACM MM`, `CVPR'23 (oral)`,
 * `NeurIPS 2022 Workshop`, `IEEE Transactions on Affective Computing, 2020`, `Findings of EMNLP 2021`.
 *
 * @param place `field` where the text stands in a venue's place (column, brackets), so that its form counts less;
 * `text` where it is a piece of running text.
 */
export function findVenue(text: string, venues: VenueIndex, place: 'field' | 'text'): FoundVenue | undefined {
  return venues.recognise[place](text)
}

function recognise(text: string, venues: VenueIndex, place: 'field' | 'text'): FoundVenue | undefined {
  // `2020년 …`, `2021年3月`: the year alone is what venues are read with.
  const years = /[年년]/.test(text) ? text.replace(YEAR_AND_MONTH, '$1') : text
  const dated = / [–—-]/.test(years) ? years.replace(PUBLISHED, ' ($1)') : years
  const squeezed = (dated.charCodeAt(0) > 0x2000 ? dated.replace(MARKS_AHEAD, '') : dated)
    .replace(/\s+/g, ' ')
    .replace(/^[\s([{*_"“«《,，、;:.–—-]+|[\s)\]}*_"”»》,，、。;:–—-]+$/g, '')
    .trim()
  // "TBD" alone is yet to be determined, and no Transactions on Big Data.
  if (/^tbd$/i.test(squeezed)) return undefined
  if (squeezed === '' || squeezed.length > 200 || isTooLong(squeezed) || !/\p{L}/u.test(squeezed)) return undefined
  // "Kulikova, A. A.": initials are no "A&A".
  if (squeezed.length <= LONGEST_INITIALS && INITIALS.test(squeezed)) return undefined
  if (!balanced(squeezed)) {
    const open = recognise(squeezed.replace(/[()[\]]/g, ' '), venues, place)
    if (open?.basis === 'known') return open
    // "MICCAI 2023 (provisional)": what a bracket adds to a known venue may be anything.
    const bare = squeezed.replace(/\s*\([^()]*$/, '')
    const named = bare === squeezed ? undefined : recognise(bare, venues, place)
    return named?.basis === 'known' ? withYear(named, named.year ?? takeYear(squeezed).year) : open
  }
  // "MDM: Matryoshka Diffusion Models": in running text a method, called as a venue is.
  if (place === 'text' && NICKNAMED.test(squeezed)) return undefined
  // Most of what is asked about is a title: patterns that need a number, an "@" or another script are kept for what has it.
  const numbered = /\d/.test(squeezed)
  if (numbered && UP_TO_YEAR.test(squeezed)) return undefined
  const short = numbered ? SHORT_BEHIND_COMMA.exec(squeezed) : null
  const meeting = short?.[1] === undefined ? undefined : lookUp(short[1], venues)
  // "DAC, 22": behind a journal it is a volume.
  if (meeting !== undefined && meeting.form !== 'journal')
    return withYear({ name: meeting.name, form: meeting.form, basis: 'known' }, fromTwoDigits(short?.[2] ?? ''))
  // "arXiv 2019, ICLR 2020": the preprint, and where it was published.
  const published = numbered ? PREPRINT_AND_PLACE.exec(squeezed)?.[1] : undefined
  const later = published === undefined ? undefined : recognise(published, venues, place)
  if (later?.basis === 'known') return later
  const { rest: undated, year } = takeYear(squeezed)
  const monthly = numbered ? shortDated(squeezed, venues) : undefined
  if (monthly !== undefined) return monthly
  const found =
    lookUp(undated, venues) ??
    (undated === squeezed ? undefined : lookUp(squeezed, venues)) ??
    (numbered ? gluedYear(squeezed, venues) : undefined)
  if (found !== undefined) {
    const { ordinary, ...venue } = found
    return ordinary === true && isTopic(venue.name, place, year) ? undefined : withYear(venue, year)
  }
  // "KDD 2022 ADS Track": in a venue's place, what follows a known name and its year is a part of it.
  const whole = numbered && place === 'field' ? NAME_AND_PART.exec(squeezed)?.[1] : undefined
  const host = whole === undefined || venues.find(whole) === undefined ? undefined : recognise(whole, venues, place)
  if (host !== undefined) return withYear(host, year)
  if (EXTENT.test(undated) || IDENTIFIER.test(undated)) return undefined
  const hosted = undated.includes('@') ? HOSTED.exec(undated) : null
  if (hosted?.[1] !== undefined && hosted[2] !== undefined && venues.find(hosted[2]) !== undefined) {
    return withYear({ name: `${hosted[1]}@${hosted[2]}`, form: 'workshop', basis: 'known' }, year)
  }
  const volume = numbered ? VOLUME.exec(undated) : null
  const journal =
    volume?.[1] === undefined || !/\d\s*[:(,]\s*\w*\d/.test(undated) ? undefined : lookUp(volume[1], venues)
  if (journal !== undefined) return withYear({ name: journal.name, form: journal.form, basis: 'known' }, year)
  if (volume?.[1] !== undefined && year !== undefined && isPublicationName(volume[1])) {
    return { name: withoutLead(volume[1]), form: 'journal', basis: 'form', year }
  }
  const series = numbered ? WORKING_PAPER.exec(undated)?.[1] : undefined
  if (series !== undefined) return withYear({ name: series, form: 'report', basis: 'form' }, year)
  // "CIFAR-10" in running text is a data set.
  if (place === 'text' && /\p{L}-\d{2}$/u.test(squeezed)) return undefined
  if (place === 'text' && year === undefined && !FOREIGN_WORDS.test(undated)) return undefined
  return byForm(withoutPerson(undated), year, place, numbered && /\p{L}['’‘]\d{2}$/u.test(squeezed))
}

/** `Pre-1980`, `pre 2015`: a time, and no Physical Review E. */
const UP_TO_YEAR = /^[Pp]re[-–\s]?(?:19|20)\d{2}(?:\s?s)?$/

/** `arXiv 2019, ICLR 2020` */
const PREPRINT_AND_PLACE = /^arxiv(?: preprint)? (?:19|20)\d{2}\s?[,;/&]\s?(\p{Lu}[^,;]{1,60}\s(?:19|20)\d{2})$/iu

/** `ICCAD, 22`: a short name, a comma and two digits; "PVLDB, 14" is a volume of proceedings. */
const SHORT_BEHIND_COMMA = /^((?!.*(?:vldb|pacm|proc))\p{L}[\p{L}&-]{1,14}), ?([0-3]\d)\.?$/iu

/** `👍ICCV MIA Workshop` */
const MARKS_AHEAD = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+/u

const INITIALS = /^\p{Lu}(?:\.[\s-]?\p{Lu}){1,3}\.?$/u
const LONGEST_INITIALS = 12

/** A short name and a colon in front of three words or more, without a number: there a title begins with its nickname. */
const NICKNAMED =
  /^\p{L}[\p{L}-]{1,11}:\s+(?!.*\b(?:workshops?|conference|symposium|proceedings|journal|transactions|track)\b)[^\d\s]+(?:\s+[^\d\s]+){2,}$/iu

/** ` – Published 23 September, 2025`, ` – Submitted on 30 Dec 2012`, ` – 2021-11-22`: when, behind journal and volume. */
const PUBLISHED =
  /(?: \((?:19|20)\d{2}\))?\s[–—-]\s?(?:(?:published|submitted|received|posted)(?: online| on)?:?\s(?:[^\d\s]\S*\s|\d{1,2},?\s){0,3})?((?:19|20)\d{2})(?:-\d{2}-\d{2})?\s*$/i

const YEAR_AND_MONTH = /((?:19|20)\d{2})\s?[年년](?:\s?\d{1,2}\s?[月월])?/g

/** `KDD 2022 ADS Track`, `FSE'20 Industry`: an acronym with its year, then few words. */
const NAME_AND_PART =
  /^(\p{Lu}[\p{L}&-]*\p{Lu})(?:[\s'’-]*(?:19|20)\d{2}|\s?['’]\d{2})[\s|,(–-]+(?!.*\b(?:[Ww]orkshop|[Ss]ymposium|[Cc]hallenge|[Cc]ompetition)\b)(?:[^\s:]+\s?){1,6}$/u

/** `FooBar@CVPR` */
const HOSTED = /^(?:in\s+)?(\p{L}[\p{L}\d-]*)\s?@\s?(\p{Lu}[\p{L}\d&-]*)$/u

/** `PMID: 31690835` */
const IDENTIFIER = /^(?:pmc?id|pmc\d|doi|isbn|issn)\b/i

/** `Nat Rev Mol Cell Biol 20, 681-697`: a name, then volume, issue and pages. */
const VOLUME =
  /^(.{3,80}?)[\s,:]+(?:vol\.?\s*)?\d{1,4}(?:[.:(]\s*(?:\d+|s)\)?)?(?:\s*[,:]\s*(?:pp?\.?\s*)?[a-z]?\d+(?:\s*[-–]\s*[a-z]?\d+)?)?[\s.,:()]*$/i

/** `Pattern Recognition` in running text is a topic unless a year stands beside it. */
function isTopic(name: string, place: 'field' | 'text', year: number | undefined): boolean {
  return (
    place === 'text' && year === undefined && /^[\p{Lu}][\p{Ll}]+(?:[ -][\p{L}]+)*$/u.test(name) && !/rxiv/i.test(name)
  )
}

function balanced(text: string): boolean {
  return (text.match(/[([]/g)?.length ?? 0) === (text.match(/[)\]]/g)?.length ?? 0)
}

/** No venue has so many words, unless it says what it is. */
function isTooLong(text: string): boolean {
  return text.split(' ').length > 12 && !FORM_WORDS.test(text)
}

/** `Babuska R, De Schutter B. IEEE Transactions on …`: the last author's initial and full stop stand in front. */
function withoutPerson(text: string): string {
  return text.replace(/^.*\p{L}\s[A-IK-Z]\.\s+(?=\p{Lu}\p{L}{2,}\s)/u, '').replace(/^The (?=\p{Lu})/u, '')
}

/** `NBER Working Paper 26380`, `IZA Discussion Paper No. 1234`: the series of an institution, and a number. */
const WORKING_PAPER =
  /^(?!(?:An?|The|This)\s)(\p{Lu}[\p{L}&.-]*(?: [\p{L}&.-]+){0,4} (?:working|discussion) papers?(?: series)?),?\s(?:no\.?\s?|nr\.?\s?|#)?[\d.-]*\d$/iu
