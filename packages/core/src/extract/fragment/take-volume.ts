import { findVenue, formOf, type VenueIndex } from '../../recognise/venue.ts'
import { type Flat, HARD_BREAK, OBJECT } from './flat.ts'
import { type Reading, setVenue } from './reading.ts'

/**
 * Reads the end of a citation as medicine has it, `Title. Nature Reviews Neuroscience. 2010;11(2):114-126.`: what stands
 * between the title and year, volume and pages is the journal, over line ends too. Linear.
 */
export function takeVolume(reading: Reading, flat: Flat, to: number, venues: VenueIndex): void {
  const behind = flat.text.slice(to).split(STOP)[0] ?? ''
  const [whole, lead = '', name = '', year] =
    JOURNAL_YEAR_VOLUME.exec(behind) ?? IN_VOLUME.exec(behind) ?? BEHIND_KIND.exec(behind) ?? []
  if (whole === undefined) return
  const from = to + lead.length
  const words = name.replace(/\s+/g, ' ')
  const place = flat.locate({ from, to: from + name.length })
  const venue = findVenue(words, venues, 'field') ?? { name: words, form: formOf(words), basis: 'form' as const }
  if (reading.venue?.value.basis !== 'known' || venue.basis === 'known') {
    delete reading.venue
    setVenue(reading, venue, place)
  }
  if (year !== undefined)
    reading.year ??= { value: Number(year), place: flat.locate({ from: to, to: to + whole.length }) }
}

/** `[J]. 测绘学报, 2021, 50(3)`, `[C]//… 年会. 北京: …, 2020`: behind the kind of a work, as GB/T 7714 cites. */
const BEHIND_KIND =
  /^(\s*\[[JC](?:\/OL)?\]\s*(?:\.|\/\/)\s*)([^,.:，：]{2,80})[,.，]\s(?:[^,.:，：]{1,20}[:：][^,，]{1,30}[,，]\s*)?((?:19|20)\d{2})/u

/** `. In: Verwaltung & Management 24 (3), S. 120–131`: volume and pages behind a name, whose year stands elsewhere. */
const IN_VOLUME = /^([\s.]*In:\s+)(\p{L}[^,;:.]{2,80}?)\s\d{1,4}\s?(?:\(\d[\d–/-]*\))?,\s*(?:S|pp?)\.\s?\d/u
const STOP = new RegExp(`[${OBJECT}${HARD_BREAK}|]`)
const JOURNAL_YEAR_VOLUME =
  /^([\s.]*)(\p{Lu}[^.;:,]{1,80}(?:\.\s\p{Lu}?[^.;:,]{1,30}){0,4}?)\.?\s+((?:19|20)\d{2})(?:\s\p{Lu}\p{L}{2,8}(?:\s\d{1,2})?)?;\s?\d{1,4}[(:]/u
