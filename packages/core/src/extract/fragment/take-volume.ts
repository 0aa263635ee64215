import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf } from '../../recognise/venue-form.ts'
import { titleCase } from '../title/title-form.ts'
import { type Flat, HARD_BREAK, OBJECT } from './flat.ts'
import { type Reading, setVenue } from './reading.ts'

/**
 * Reads the end of a citation as medicine has it, `Title. Nature Reviews Neuroscience. 2010;11(2):114-126.`: what stands
 * between the title and year, volume and pages is the journal, over line ends too. Linear.
 */
export function takeVolume(reading: Reading, flat: Flat, to: number, venues: VenueIndex): void {
  const behind = flat.text.slice(to).split(STOP)[0] ?? ''
  const [whole, lead = '', name = '', year] =
    JOURNAL_YEAR_VOLUME.exec(behind) ??
    VOLUME_AHEAD.exec(behind) ??
    IN_VOLUME.exec(behind) ??
    BEHIND_KIND.exec(behind) ??
    (isCited(reading, flat) ? (journalAndVolume(behind) ?? IN_CONTAINER.exec(behind)) : undefined) ??
    []
  if (whole === undefined) return
  const from = to + lead.length
  const words = name.replace(/\s+/g, ' ')
  const place = flat.locate({ from, to: from + name.length })
  const venue = findVenue(words, venues, 'field') ?? {
    name: words,
    form: isMeeting(words) ? formOf(words) : 'journal',
    basis: 'form' as const,
  }
  if (reading.venue?.value.basis !== 'known' || venue.basis === 'known') {
    delete reading.venue
    setVenue(reading, venue, place)
  }
  if (year !== undefined)
    reading.year ??= { value: Number(year), place: flat.locate({ from: to, to: to + whole.length }) }
}

/** What has volumes and does not call itself a meeting is a journal. */
function isMeeting(name: string): boolean {
  return /conf|proc|symp|congress|workshop|report/i.test(name)
}

/** `[J]. 测绘学报, 2021, 50(3)`, `[C]//… 年会. 北京: …, 2020`: behind the kind of a work, as GB/T 7714 cites. */
const BEHIND_KIND =
  /^(\s*\[[JC](?:\/OL)?\]\s*(?:\.|\/\/)\s*)([^,.:，：]{2,80})[,.，]\s(?:[^,.:，：]{1,20}[:：][^,，]{1,30}[,，]\s*)?((?:19|20)\d{2})/u

/** `. In: Verwaltung & Management 24 (3), S. 120–131`: volume and pages behind a name, whose year stands elsewhere. */
const IN_VOLUME = /^([\s.]*In:\s+)(\p{L}[^,;:.]{2,80}?)\s\d{1,4}\s?(?:\(\d[\d–/-]*\))?,\s*(?:S|pp?)\.\s?\d/u

/** Whether a year stands in front of the title, or people in front of a quoted one. */
function isCited({ title, year, authors: [author] }: Reading, { text }: Flat): boolean {
  if (title === undefined) return false
  const { start } = title.place
  if (title.form === 'quoted' && author !== undefined && author.place.end <= start) return true
  return year !== undefined && year.place.end <= start && /\p{L}{2}.*\d{4}/su.test(text.slice(0, title.range.from))
}

/**
 * `Ito, H. (2022). Title. Mares. Revista de estudios marinos, (53), 15–30`: where people and year stand in front of the
 * title, the words in front of volume or pages are the journal. A sentence in front of these is the rest of the title.
 */
function journalAndVolume(behind: string): readonly string[] | undefined {
  const [whole, lead = '', words = ''] = JOURNAL_VOLUME.exec(behind) ?? []
  if (whole === undefined) return undefined
  const parts = words.split(/(?<=[.?!])\s/)
  let skipped = 0
  while (parts.length > 1 && isSentence(parts[0] ?? '')) skipped += (parts.shift() ?? '').length + 1
  const name = words.slice(skipped)
  return name.split(' ').length > MOST_NAME_WORDS ? undefined : [whole, lead + words.slice(0, skipped), name]
}

const JOURNAL_VOLUME =
  /^([\s.,]*)(\p{Lu}[^,;()\d]{2,300}?),?\s(?:[Vv]ol\.?\s?|[Nn][.º°o]{1,2}\s?)?(?:\(\d{1,4}\)|\d{1,4}\s?(?:\((?:\d|S\))|[,:]\s?(?:e|pp?\.?\s?)?\d)|e?\d{1,5}\s?[–-]\s?\d|[a-z]{3,6}\d{3,})/u

/** `. In Tides of Program Construction (pp. 324–362)`: what a cited work is a part of; not `In Lee (Ed.), …`. */
const IN_CONTAINER =
  /^([\s.]*In:?\s+)(\p{Lu}[^.;:(),\s\d]*\s[^.;:(),\d]{2,120}?)\s?(?=\((?!Eds?\b)|\.(?:\s|$)|,\s\d|$)/u

const MOST_NAME_WORDS = 12

function isSentence(words: string): boolean {
  return words.split(' ').length >= 5 && titleCase(words) < 0.6
}

/** `, 131 Harv. L. Rev. 1598 (2018)`: the volume in front, the page behind, as law cites. */
const VOLUME_AHEAD =
  /^([\s,.]*\d{1,3}\s)(\p{Lu}[\p{L}.]*(?:\s(?:[\p{Lu}&][\p{L}.]*|of|on|and|the)){1,8})\s\d{1,5}(?:,\s\d{1,5})?\s\(((?:19|20)\d{2})\)/u

const STOP = new RegExp(`[${OBJECT}${HARD_BREAK}|]`)
const JOURNAL_YEAR_VOLUME =
  /^([\s.]*)(\p{Lu}[^.;:,]{1,80}(?:\.\s\p{Lu}?[^.;:,]{1,30}){0,4}?)\.?\s+((?:19|20)\d{2})(?:\s\p{Lu}\p{L}{2,8}(?:\s\d{1,2})?)?;\s?\d{1,4}[(:]/u
