import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import type { Range } from '../fragment/flat.ts'

const LEAD =
  /^(?:\s|\p{Extended_Pictographic}|\uFE0F|(?!\([^()]{1,12}\)-\p{L}|\(\p{Lu}?\p{Ll}{1,4}\)\p{L}|\[Re\])[[(【][^\])】]{0,80}[\])】]|(?:19|20)\d{2}(?:(?:[./-]\d{1,2}){0,2}(?=[\s:,，.]|$)|[01]\d[0-3]\d(?=\s))|\d{1,3}[.)](?=\s|(?<=\d\.)\p{Lu})|[:：,，;.|–—•-])+/u
const DATED_LEAD =
  /^\s*(?:(?:19|20)\d{2}[-_ ]+\p{L}[\p{L}&_ ]{1,20}|\p{L}[\p{L}&_ ]{1,20}[-_ ]*['’]?(?:(?:19|20)\d{2}|\d{2}))\s*[-–:]\s+/u

/** `ICLR: Ferns in Feature Space`: a known venue in front of two words or more. */
const NAMED_LEAD = /^\s*(\p{Lu}[\p{L}&-]*\p{Lu}[\p{L}]*)\s*:\s+(?=[^\s\p{Ll}]\S*\s\S)/u

/** `arXiv 2025.07, Title`, `/ CVPR 2025 Oral, Title`: a known venue with its year and a comma in front. */
const DATED_VENUE_LEAD = /^(?:[\s/&]|\p{Extended_Pictographic}|\uFE0F)*(\p{L}[^,:]{3,40}?),\s+(?=[\p{L}\p{N}]\S*\s)/u

/** `ICLR'24-spotlight Title`, `ICML-21 Title`: a known venue with a short year, and how it was presented. */
const SHORT_DATED_LEAD =
  /^\s*((?:19|20)\d{6}\s+)?(\p{Lu}[\p{L}&]+['’-]\d{2})(?:[\s-]+(?:spotlight|oral|poster|highlight|workshop|findings|W)\b)?:?\s+(?=\S+\s+\S)/u

/** `16-ATC-`, `2018-CVPR-`, `2018-CVPR-workshop-`, `23_ICSE_`: year and venue glued to the title by hyphens or low lines. */
const GLUED_LEAD =
  /^\s*(?:19|20)?\d{2}(?:([-_])(?:\p{Lu}[\p{L}&' -]{1,20}?|arXiv)\1|[–—]\p{Lu}[\p{L}&' ]{1,20}?[-–—])(?:workshop[-_])?\s*(?=["“]?[\p{L}\p{N}])/u

/** Whether words begin with year and venue glued to three words or more: `2018-CVPR-A Title of Words`. */
export function isGluedTitle(text: string): boolean {
  const lead = /^\s*(?:19|20)\d{2}/.test(text) ? GLUED_LEAD.exec(text)?.[0] : undefined
  return lead !== undefined && text.slice(lead.length).trim().split(/\s+/).length >= 3
}

/** `paper: A Title of Words`, `Week 3: A Title`, `（37）A Title`: what the words are called, or their number, in front of three words or more. */
const LABEL_LEAD =
  /^\s*(?:(?:paper|article|preprint|论文|(?:week|session) ?\d{1,2})\s*[:：]\s*|[(（]\d{1,3}[)）]\s*)(?=\S+\s+\S+\s+\S|\p{Lo}{4})/iu

/** The words of a range without brackets, years, counters and `2018-CVPR - ` in front. */
export function withoutLead(text: string, range: Range, venues: VenueIndex): Range {
  const label = LABEL_LEAD.exec(text.slice(range.from, range.to))
  let from = range.from + (label?.[0].length ?? 0)
  const part = text.slice(from, range.to)
  const named = NAMED_LEAD.exec(part)
  if (named?.[1] !== undefined && findVenue(named[1], venues, 'text')?.basis === 'known')
    return { from: from + named[0].length, to: range.to }
  const placed = DATED_VENUE_LEAD.exec(part)
  const place = placed?.[1] === undefined ? undefined : findVenue(placed[1], venues, 'text')
  if (placed !== null && place?.basis === 'known' && place.year !== undefined)
    return { from: from + placed[0].length, to: range.to }
  const short = SHORT_DATED_LEAD.exec(part)
  if (short?.[2] !== undefined && findVenue(short[2], venues, 'text')?.basis === 'known')
    return { from: from + short[0].length, to: range.to }
  const dated = DATED_LEAD.exec(part) ?? GLUED_LEAD.exec(part)
  const venue = dated === null ? undefined : findVenue(dated[0].replace(/[-–:\s]+$/, ''), venues, 'text')
  // "2020 - WEIZZ: …" has the form of a venue, but before a colon stands rather a method.
  if (dated !== null && venue !== undefined && (venue.basis === 'known' || !/:\s*$/.test(dated[0])))
    from += dated[0].length
  else from += LEAD.exec(part)?.[0].length ?? 0
  return from < range.to ? { from, to: range.to } : range
}
