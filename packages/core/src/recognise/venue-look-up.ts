import type { VenueRecord } from '../data/venues/venue-record.ts'
import type { FoundVenue, KnownVenue, VenueIndex } from './found-venue.ts'
import { looksAbbreviated } from './venue-abbreviations.ts'
import { FORM_WORDS } from './venue-form.ts'
import { DECORATION, tidy } from './venue-text.ts'
import { fromTwoDigits } from './year.ts'

/** The venue that a text names without its year: ever shorter readings of it, until one is known. */
export function lookUp(text: string, venues: VenueIndex): KnownVenue | undefined {
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

/** `Ubicomp23`, `cvpr21`, `EMNLP20 short`, `Findings of EMNLP20`: a known name with two digits right behind it. */
export function gluedYear(text: string, venues: VenueIndex): (KnownVenue & { readonly year: number }) | undefined {
  const [glued = '', name = '', digits] =
    /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{2,}|^\p{Ll}{4,8})([0-3]\d)(?=[\s(),]|$)/u.exec(text) ?? []
  if (digits === undefined || venues.find(name) === undefined) return undefined
  const found = lookUp(text.replace(glued, name), venues)
  return found === undefined ? undefined : { ...found, year: fromTwoDigits(digits) }
}

/** `arXiv, 14.12`, `Nature, 16.10`: a known name, then year and month in two digits each. */
export function shortDated(text: string, venues: VenueIndex): FoundVenue | undefined {
  const [, name, year] = /^(\p{L}[^\d]{1,60}?)[\s,]+([0-2]\d)\.(?:0[1-9]|1[0-2])$/u.exec(text) ?? []
  const found = name === undefined || year === undefined ? undefined : lookUp(name, venues)
  if (found === undefined || year === undefined) return undefined
  return { name: found.name, form: found.form, basis: 'known', year: fromTwoDigits(year) }
}
