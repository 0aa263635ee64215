import type { VenueForm } from '@fieldmap/graph'
import type { VenueRecord } from '../data/venues/venue-record.ts'
import { memoise, oncePer } from '../memo.ts'
import { foldLabel } from './label.ts'
import { createPhraseFilter } from './phrase-filter.ts'
import { createAbbreviationIndex, looksAbbreviated } from './venue-abbreviations.ts'
import { findYear, fromTwoDigits } from './year.ts'

/** A venue that a text names, with the year that stands beside it. */
export interface FoundVenue {
  /** Canonical short name, or the text without decoration where the venue is not known. */
  readonly name: string
  readonly form: VenueForm
  /** `known` by the table or vocabulary, else recognised by its `form` alone. */
  readonly basis: 'known' | 'form'
  readonly year?: number
}

/** A found venue whose name is an ordinary word: running text needs a year beside it. */
type Known = Omit<FoundVenue, 'year'> & { readonly ordinary?: boolean }

/** Looks venues up by any of their spellings. */
export interface VenueIndex {
  readonly find: (text: string) => VenueRecord | undefined
  /** False only where no spelling of a venue has all its words in the text: most titles are no venue by a look at their words. */
  readonly mayHold: (text: string) => boolean
  /** {@link findVenue} by place, each distinct text computed once. */
  readonly recognise: Readonly<Record<'field' | 'text', (text: string) => FoundVenue | undefined>>
}

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

/** What a list adds to a venue: presentation, awards, publisher, state. */
const DECORATION =
  /\b(?:orals?(?: presentation)?|(?:long|short|contributed|invited|full) talk|spotlights?|posters?|highlights?|notable(?:[- ]top[- ]?\d*%?)?|top[- ]?\d+%?|(?:best|outstanding|distinguished|influential|test[- ]of[- ]time) (?:student |demo |long |short )?paper(?: (?:award|finalists?|candidates?|nominees?|shortlist|runner[- ]?up|honou?rable mention|nomination))?|award(?: candidate| finalist| winner)?|honou?rable mention|finalist|accepted|to appear|in press|early (?:access|accept(?:ed)?)|provisional(?:ly)? accept(?:ed)?|under review|rejected|forthcoming|not yet|long(?: paper)?|short(?: paper)?|full paper|demo(?: track| paper)?|companion|regular paper|main(?: conference| track)?(?: papers?)?|(?:research|industry|journal|special) track|extended abstract|(?:camera[- ])ready|invited|elsevier|springer|ieee|acm|wiley|mdpi|sage|taylor (?:&|and) francis|datasets? (?:and|&) benchmarks?(?: track)?|d&b(?: track)?|conference(?: papers?)?|journal(?: papers?)?|oral\/poster|withdrawn|preprint|tutorial|student abstract|sa|ca|conditionally accepted|major revision|minor revision|cover(?: story| article)?)\b/gi

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

/** `Ubicomp23`, `cvpr21`, `EMNLP20 short`, `Findings of EMNLP20`: a known name with two digits right behind it. */
function gluedYear(text: string, venues: VenueIndex): (Known & { readonly year: number }) | undefined {
  const [glued = '', name = '', digits] =
    /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{2,}|^\p{Ll}{4,8})([0-3]\d)(?=[\s(),]|$)/u.exec(text) ?? []
  if (digits === undefined || venues.find(name) === undefined) return undefined
  const found = lookUp(text.replace(glued, name), venues)
  return found === undefined ? undefined : { ...found, year: fromTwoDigits(digits) }
}

/** `arXiv, 14.12`, `Nature, 16.10`: a known name, then year and month in two digits each. */
function shortDated(text: string, venues: VenueIndex): FoundVenue | undefined {
  const [, name, year] = /^(\p{L}[^\d]{1,60}?)[\s,]+([0-2]\d)\.(?:0[1-9]|1[0-2])$/u.exec(text) ?? []
  const found = name === undefined || year === undefined ? undefined : lookUp(name, venues)
  if (found === undefined || year === undefined) return undefined
  return { name: found.name, form: found.form, basis: 'known', year: fromTwoDigits(year) }
}

/** `Nat Rev Mol Cell Biol 20, 681-697`: a name, then volume, issue and pages. */
const VOLUME =
  /^(.{3,80}?)[\s,:]+(?:vol\.?\s*)?\d{1,4}(?:[.:(]\s*(?:\d+|s)\)?)?(?:\s*[,:]\s*(?:pp?\.?\s*)?[a-z]?\d+(?:\s*[-–]\s*[a-z]?\d+)?)?[\s.,:()]*$/i

/** Whether some words can be the name of a publication: few, mostly capitalised, without a comma. */
export function isPublicationName(name: string): boolean {
  const words = name.trim().split(/\s+/)
  const capital = words.filter((word) => /^[\p{Lu}&]/u.test(word)).length
  // "aiDM", "iConference"
  if (words.length === 1 && /^\p{Ll}{1,4}\p{Lu}\p{L}+$/u.test(name)) return true
  return !/[,:;?!]/.test(name) && words.length <= 10 && /^\p{Lu}/u.test(name) && capital * 2 >= words.length
}

/** Whether some words name a journal, conference or proceedings by what they say of themselves. */
export function namesPublication(name: string): boolean {
  const bare = name.replace(/\s*\([^()]*\)|[{}]|^\s*\d+(?:st|nd|rd|th)\s/g, '').trim()
  return PUBLICATION.test(name) && isPublicationName(bare)
}

const PUBLICATION =
  /\b(?:(?:conference|symposium|workshop|transactions?|journal|letters|annals|archives|congress|colloquium) (?:on|of|in|for|at)\b|proceedings of\b)|\bjournal$/i

/** `Pattern Recognition` in running text is a topic unless a year stands beside it. */
function isTopic(name: string, place: 'field' | 'text', year: number | undefined): boolean {
  return (
    place === 'text' && year === undefined && /^[\p{Lu}][\p{Ll}]+(?:[ -][\p{L}]+)*$/u.test(name) && !/rxiv/i.test(name)
  )
}

function balanced(text: string): boolean {
  return (text.match(/[([]/g)?.length ?? 0) === (text.match(/[)\]]/g)?.length ?? 0)
}

function withYear(found: Omit<FoundVenue, 'year'>, year: number | undefined): FoundVenue {
  return year === undefined ? found : { ...found, year }
}

/** No venue has so many words, unless it says what it is. */
function isTooLong(text: string): boolean {
  return text.split(' ').length > 12 && !FORM_WORDS.test(text)
}

/** `Babuska R, De Schutter B. IEEE Transactions on …`: the last author's initial and full stop stand in front. */
function withoutPerson(text: string): string {
  return text.replace(/^.*\p{L}\s[A-IK-Z]\.\s+(?=\p{Lu}\p{L}{2,}\s)/u, '').replace(/^The (?=\p{Lu})/u, '')
}

/** Takes a year out: `CVPR 2022`, `CVPR2022`, `CVPR'22`, `CVPR-22`, `2023 ACM MM`, `ACL20` is left to the lookup. */
function takeYear(text: string): { rest: string; year?: number } {
  if (!/\d\d/.test(text)) return { rest: text }
  const glued = /^(.*?\p{L})[\s'’‘`_-]*((?:19|20)\d{2})(?!\d|\.\d{4,5})(.*)$/u.exec(text)
  const four = findYear(text)
  if (four !== undefined) return { rest: tidy(`${text.slice(0, four.start)} ${text.slice(four.end)}`), year: four.year }
  if (glued?.[2] !== undefined) return { rest: tidy(`${glued[1]} ${glued[3]}`), year: Number(glued[2]) }
  const short = /^(.*?\p{L}[)\]]?)\s*(?:['’‘`]|-(?=\d{2}\b))\s?([0-35-9]\d)(?!\d)(.*)$/u.exec(text)
  if (short?.[2] !== undefined) return { rest: tidy(`${short[1]} ${short[3]}`), year: fromTwoDigits(short[2]) }
  // "EuroSys 23'"
  const behind = /^(\p{L}.*?\p{L})\s?([0-35-9]\d)['’‘`]$/u.exec(text)
  if (behind?.[2] !== undefined) return { rest: tidy(behind[1] ?? ''), year: fromTwoDigits(behind[2]) }
  const ahead = /^(?:['’‘`](\d{2})[\s_-]?|(\d{2})[_-])(\p{L}.*)$/u.exec(text)
  if (ahead?.[3] !== undefined) return { rest: tidy(ahead[3]), year: fromTwoDigits(ahead[1] ?? ahead[2] ?? '') }
  // "CoRL 25 Oral", "ICRA 24 Best Paper"
  const plain = DECORATED.test(text) ? tidy(text.replace(DECORATION, ' ')) : text
  const bare = /^(\p{Lu}[\p{L}&-]*\p{Lu})\s?([0-3]\d)$/u.exec(plain)
  if (bare?.[1] !== undefined && bare[2] !== undefined) return { rest: bare[1], year: fromTwoDigits(bare[2]) }
  return { rest: text }
}

/** A short name, two digits, and words behind them. */
const DECORATED = /^\p{Lu}[\p{L}&-]*\p{Lu}\s?[0-3]\d\s\p{L}/u

function tidy(text: string): string {
  const tidied = text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.'’/–—-]+|[\s,;:'’/–—-]+$/g, '')
  // A full stop ends the sentence, or an abbreviation: "CVPR.", but "Proc." keeps its own.
  return tidied.endsWith('.') && /(?:\s|\p{Lu}\p{L}*\p{Lu}|\p{Ll}{8})\.$/u.test(tidied)
    ? tidied.slice(0, -1).trimEnd()
    : tidied
}

/** Ever shorter readings of the text, until one is known. */
function lookUp(text: string, venues: VenueIndex): Known | undefined {
  // Readings are parts of the text, cut between words; "arXiv" may stand glued to its number.
  if (!venues.mayHold(text) && !/arxiv/i.test(text) && !looksAbbreviated(text)) return undefined
  for (const reading of readings(text)) {
    const record = reading === '' ? undefined : venues.find(reading)
    if (record === undefined) continue
    return (
      special(text, record, venues) ?? {
        name: record.name,
        form: record.form,
        basis: 'known',
        ordinary: record.ordinary === true,
      }
    )
  }
  return undefined
}

/** One by one, as the first that is known ends the search. */
function* readings(text: string): Generator<string> {
  const plain = tidy(
    /\d{4}\.\d{4}/.test(text)
      ? text.replace(/\b(?:arxiv\s*:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?\b/gi, (id) => (/arxiv/i.test(id) ? 'arXiv' : ' '))
      : text,
  )
  yield plain
  const outside = tidy(plain.replace(/\s*[([][^()[\]]*[)\]]/g, ' '))
  yield outside
  const undecorated = tidy(outside.replace(DECORATION, ' '))
  yield undecorated
  yield tidy(plain.replace(/[\s,]+(?:vol(?:ume)?|no|number|pp?|pages?|issue|art(?:icle)?)\.?\s*\d.*$/i, ''))
  yield tidy(plain.split(/[,;:]/)[0] ?? '')
  const inBrackets = /\(([^()]+)\)\s*$/.exec(plain)?.[1] ?? /\((\p{Lu}[\p{L}&-]{1,9})\),/u.exec(plain)?.[1] ?? ''
  yield tidy(inBrackets.replace(DECORATION, ' '))
  yield tidy(
    undecorated
      .replace(/\b(?:work-?shops?|findings|wksp?|ws)\b.*$/i, ' ')
      .replace(/^.*\b(?:workshops? (?:at|of|in|@)|findings of(?: the)?)\b/i, ' '),
  )
  yield tidy(undecorated.split(/\s+[-–—/@]\s+|\//)[0] ?? '')
  if (/^(?:arxiv|corr)\b/i.test(plain) && plain.split(' ').length <= 5) yield 'arXiv'
  // "Proceedings of … (CHI)"; of "… for Segmentation - ARXIV" no word says that it is a venue's name.
  const last = /(?:^|[\s(])(\p{Lu}[\p{L}&-]*\p{Lu}[\p{L}]*)\)?$/u.exec(plain)
  if (last?.[1] !== undefined && FORM_WORDS.test(plain.slice(0, last.index))) yield last[1]
  yield tidy(plain.replace(/(?:^|\s)[.\d]+(?=\s|$)/g, ' '))
  // "CVPR & TPAMI": of two venues the first; "HotOS XVI": the edition.
  yield /^(\p{Lu}[\p{L}-]*\p{Lu}\w*)(?:\s*(?:&|\+|→|->)|\s+and)\s+\p{Lu}[\p{L}-]*\p{Lu}/u.exec(undecorated)?.[1] ?? ''
  yield undecorated.replace(/\s[IVXLC]+$/, '')
}

/** A workshop or the findings of a known conference, or a workshop of a journal, are venues of their own. */
function special(text: string, record: VenueRecord, venues: VenueIndex): Omit<FoundVenue, 'year'> | undefined {
  if (record.form !== 'conference' && record.form !== 'journal') return undefined
  const workshop = record.form === 'journal' ? /\bworkshops?[\s\d]*$/i : /\b(?:work-?shops?|wksp?|ws)\b/i
  if (workshop.test(text) && !/\bworkshop/i.test(record.fullName)) {
    const own = venues.find(`${record.name}W`)
    return { name: own?.name ?? `${record.name} Workshop`, form: 'workshop', basis: 'known' }
  }
  if (record.form === 'conference' && /\bfindings\b/i.test(text) && !/findings/i.test(record.name)) {
    return { name: `Findings of ${record.name}`, form: 'conference', basis: 'known' }
  }
  return undefined
}

const FORM_WORDS =
  /\b(?:conference|conf\.|symposium|workshops?|proceedings|proc\.|transactions?(?= on\b)|transactions|trans\.|journal|letters|magazine|annals|archives|reviews?|bulletin|congress|colloquium|advances in|international joint|preprint|arxiv)\b/i
/** Titles of reviews, which are no journals called so. */
const REVIEWS = /[:?!].*\breview\b|(?<!\bannual )\breview of\b|\b(?:systematic|literature|exploratory) review\b/i
const ACRONYM =
  /^(?:(?:IEEE|ACM|AAAI|USENIX)[ /-])?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ -](?:[A-Z]{1,4}|W|Workshops?|Asia|Security|Findings|Companion|Letters))?$/

/** `自动化学报`, `電子情報通信学会論文誌`, `정보과학회논문지`: what journals and societies are called. */
const CJK_JOURNAL =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}\s]{1,20}(?:学报|學報|学刊|通报|杂志|論文誌|学会誌|学会|研究会|논문지|학회지|학회|학술대회)$/u

/** `Revista de Biología Tropical`, `Вестник МГУ`, `Informatik-Zeitschrift`, `Gazi Dergisi` */
const FOREIGN_JOURNAL =
  /^(?:Acta|Actas|Actes|Anais|Anuario|Archivos|Atti|Jurnal|Prosiding|Quaderni|Tidskrift|Tidsskrift|Tijdschrift|Tạp chí|Kỷ yếu|Przegląd|Rocznik|Roczniki|Zeszyty|Časopis|Sborník|Revista|Revue|Rivista|Zeitschrift|Cahiers|Cuadernos|Cadernos|Boletín|Boletim|Annales|Annali|Anales|Jahrbuch|Вестник|Журнал|Известия|Труды|Успехи|Доклады)\s[^:.?!\d]{3,60}$|^[^:.,?!]{3,50}(?:zeitschrift|tidskrift|tidsskrift|tijdschrift| Dergisi| Bülteni| Szemle)$/u

/** What {@link namesJournal} needs: a word of another language or script. Without a year running text has no other form of venue. */
const FOREIGN_WORDS =
  /[^ -~]|Act(?:a|as|es)\s|Anais|Anuario|Archivos|Atti\s|Dergisi|Jurnal|Prosiding|Quaderni|Szemle|[Tt]ids?skrift|[Tt]ijdschrift|Zeszyty|Revista|Revue|Rivista|[Zz]eitschrift|Cahiers|Cuadernos|Cadernos|Annales|Annali|Anales|Jahrbuch/

/** Whether some words are a journal's or society's name by words of their own language. */
export function namesJournal(name: string): boolean {
  return CJK_JOURNAL.test(name) || FOREIGN_JOURNAL.test(name)
}

/** "IEEE Transactions on …": there the publisher is part of the name. */
const OWN_PUBLISHER = /^(?:IEEE|ACM)(?:\/\w+)? (?:transactions?|trans|journal|j|conference|conf|international|int)\b/i

/** An unknown venue by its form: an acronym with a year or in a venue's place, or a name that says what it is. */
function byForm(
  text: string,
  year: number | undefined,
  place: 'field' | 'text',
  glued: boolean,
): FoundVenue | undefined {
  const name =
    tidy(
      text
        .replace(/\s*[([][^()[\]]*[)\]]/g, ' ')
        .replace(/,\s\d+\s?[-–]\s?\d+[\s.]*$/, '')
        .replace(place === 'field' || OWN_PUBLISHER.test(text) || namesPublication(text) ? /^$/ : DECORATION, ' '),
    ) || text
  const dated = year !== undefined
  if (/^(?:n\/?a|none|tba|unknown|-+|\?+|year|paper|code|link|pdf)$/i.test(name)) return undefined
  // "Ann Lee et al. 2020. arXiv preprint": who, when and where.
  if (SEVERAL_PARTS.test(name)) return undefined
  if (namesJournal(name)) return withYear({ name, form: 'journal', basis: 'form' }, year)
  // "Micro'16": one word with a short year glued to it.
  if (glued && ONE_WORD.test(name) && !SEASON.test(name))
    return withYear({ name, form: formOf(name), basis: 'form' }, year)
  if (ACRONYM.test(name) && name.length <= 20 && (dated || place === 'field')) {
    // "GitHub 2019" is no venue, "HotInfra'24" is one.
    if (place === 'text' && !glued && (name.match(/[A-Z]/g)?.length ?? 0) * 2 < name.length) return undefined
    return withYear({ name, form: formOf(name), basis: 'form' }, year)
  }
  if (
    FORM_WORDS.test(name) &&
    !REVIEWS.test(name) &&
    !IN_VENUE.test(name) &&
    /^(?!An?\s)[\p{Lu}\d]/u.test(name) &&
    name.split(' ').length <= 16 &&
    (dated || place === 'field')
  ) {
    return withYear({ name: withoutLead(name), form: formOf(name), basis: 'form' }, year)
  }
  return undefined
}

const ONE_WORD = /^\p{Lu}\p{Ll}{3,11}$/u
const SEASON =
  /^(?:Spring|Summer|Autumn|Fall|Winter|January|February|March|April|June|July|Sept|August|September|October|November|December|Class|Since)$/

/** People, a full stop where a year was between two others, or the rest of a date. */
const SEVERAL_PARTS = /\bet\.? al\b|\.\s\.|^\d{1,2}[-./]\d{1,2}[\s,]/

/** `NBER Working Paper 26380`, `IZA Discussion Paper No. 1234`: the series of an institution, and a number. */
const WORKING_PAPER =
  /^(?!(?:An?|The|This)\s)(\p{Lu}[\p{L}&.-]*(?: [\p{L}&.-]+){0,4} (?:working|discussion) papers?(?: series)?),?\s(?:no\.?\s?|nr\.?\s?|#)?[\d.-]*\d$/iu

/** "Progress, and Prospects, in arXiv": the end of a title in front of where it appeared. */
const IN_VENUE = /,\sin\s(?!(?:conjunction|association|co-?operation|collaboration|co-?location)\b)/

/** "Presented at the Foo Conference" and "In Proceedings of the Foo Conference" are the Foo Conference, "Foo Reviews, 93" the Foo Reviews. */
function withoutLead(name: string): string {
  return (
    name.replace(
      /^(?:(?:presented (?:at|in)|published in|appeared in|accepted (?:to|by|at)|to appear (?:in|at)|in)\s+)?(?:the\s+){0,2}(?:proc(?:eedings|\.)?\s+(?:of\s+)?(?:the\s+)?)?|,\s+\d{1,3}$/gi,
      '',
    ) || name
  )
}

/** The form that a name says itself. */
export function formOf(name: string): VenueForm {
  if ((/workshop/i.test(name) || /(?:^|\s)\S+W$/.test(name)) && !/\bWWW\b/.test(name)) return 'workshop'
  if (/arxiv|preprint|rxiv/i.test(name)) return 'preprint'
  if (/report|thesis|dissertation/i.test(name)) return 'report'
  if (
    /journal|transactions|trans\.|letters|magazine|annals|archives|reviews?\b|bulletin|sciences?$|frontiers|nature|psycholog|quarterly/i.test(
      name,
    )
  )
    return 'journal'
  return 'conference'
}
