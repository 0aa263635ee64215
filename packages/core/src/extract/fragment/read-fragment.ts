import { INLINE_LIMIT } from '../../parse/limits.ts'
import { findImportance } from '../../recognise/importance.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { namesPublication } from '../../recognise/venue-form.ts'
import { findTitle } from '../title/find-title.ts'
import { areDatedPeople } from '../title/people-ahead.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { cleanTitle, isTitleForm } from '../title/title-form.ts'
import { splitFields } from './fields.ts'
import { type Flat, type Range, trimRange } from './flat.ts'
import { readObjects } from './objects.ts'
import { oncePerText } from './once.ts'
import { emptyReading, moveReading, type Reading } from './reading.ts'
import { withBars } from './record.ts'
import { citedPaper, takeNamesakes, withoutArticle } from './settle-links.ts'
import { takeCitation, takeContainer } from './take-citation.ts'
import { takeField } from './take-field.ts'
import { takeIdentifiers } from './take-identifiers.ts'
import { takeLinkedPeople } from './take-linked-people.ts'
import { takeObject } from './take-object.ts'
import { takeVolume } from './take-volume.ts'

/**
 * Reads a fragment that may hold all of an entry: finds its title and links, then asks of every other part what it is.
 * One recogniser for table cells, bullets and paragraphs. The same fragment is read once, wherever it stands.
 *
 * @param hasTitle false where the title is known to stand elsewhere.
 */
export function readFragment(flat: Flat, venues: VenueIndex, hasTitle = true): Reading {
  return moveReading((hasTitle ? readTitled : readUntitled)(flat, venues), flat.origin?.by ?? 0)
}

/** {@link readFragment} in a list whose entries begin with people. */
export function readCitation(flat: Flat, venues: VenueIndex): Reading {
  return moveReading(readPeopleFirst(flat, venues), flat.origin?.by ?? 0)
}

/** {@link readFragment} of words that their place says to be a title, though they read like people: `Moving Sources and Moving Ears`. */
export function readTitleCell(flat: Flat, venues: VenueIndex): Reading {
  return moveReading(readNamed(flat, venues), flat.origin?.by ?? 0)
}

const readNamed = oncePerText('named', (flat, venues) => {
  const text = cleanTitle(flat.text)
  const range = { from: 0, to: flat.text.length }
  const title = {
    text,
    range,
    place: flat.locate(trimRange(flat.text, range, /\s/)),
    form: 'plain' as const,
    around: [],
  }
  return readParts(flat, venues, flat.objects.length === 0 && isTitleForm(text, venues, true) ? title : undefined)
})

const readTitled = oncePerText('titled', (original, venues) => readWithTitle(original, venues, false))
const readPeopleFirst = oncePerText('peopleFirst', (original, venues) => readWithTitle(original, venues, true))
const readUntitled = oncePerText('untitled', (flat, venues) => readParts(withBars(flat, venues), venues, undefined))

function readWithTitle(original: Flat, venues: VenueIndex, peopleFirst: boolean): Reading {
  if (original.text.length > INLINE_LIMIT) return emptyReading()
  const flat = withBars(original, venues)
  const title = listsVenues(flat, venues)
    ? undefined
    : findTitle(flat, readObjects(original, venues), venues, peopleFirst)
  const reading = readParts(flat, venues, title)
  const whole = title === undefined ? undefined : withNickname(flat, title, venues)
  if (whole === undefined) return reading
  const other = readParts(flat, venues, whole)
  // "FAST: A Lightweight …" without a date: the name of a method that is a word.
  if (reading.year === undefined && venues.find(whole.text.split(':')[0] ?? '')?.ordinary === true) return other
  return other.venue !== undefined && (other.venue.value.form !== 'preprint' || other.year !== undefined)
    ? other
    : reading
}

/** `**Computer Vision:** CVPR, ICCV, ECCV`: a topic and the venues that it has, which is no work's title. */
function listsVenues({ text, objects }: Flat, venues: VenueIndex): boolean {
  const listed = objects.length > 0 ? undefined : LISTED.exec(text)?.[1]
  const names = listed?.split(/[,;、，]/) ?? []
  return names.length > 1 && names.every((name) => findVenue(name, venues, 'field')?.basis === 'known')
}

const LISTED = /^[^:：]{3,60}[:：]\s*([^:：]{3,400})$/

/**
 * `**ASE: Skills for Characters** (SIGGRAPH 2022)`: a title with what was cut off in front of it as the name of a venue.
 * Where the venue stands elsewhere, that is a nickname.
 */
function withNickname(flat: Flat, title: FoundTitle, venues: VenueIndex): FoundTitle | undefined {
  const [ahead = '', ...around] = title.around
  const before = title.form === 'link' ? ahead : flat.text.slice(0, title.range.from)
  const name = before.trimEnd().endsWith(':') ? NICKNAME.exec(before)?.[1] : undefined
  if (name === undefined || findVenue(name, venues, 'text')?.basis !== 'known') return undefined
  const text = `${name}: ${title.text}`
  if (title.form === 'link') return { ...title, text, around }
  const range = { from: title.range.from - (before.length - before.lastIndexOf(name)), to: title.range.to }
  return { ...title, text, range, place: flat.locate(range) }
}

const NICKNAME = /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}&-]*\p{Lu}\p{L}*)\s*:\s+$/u

function readParts(flat: Flat, venues: VenueIndex, title: FoundTitle | undefined): Reading {
  // Prose: a paragraph may be longer than any entry.
  if (flat.text.length > INLINE_LIMIT) return emptyReading()
  const objects = readObjects(flat, venues)
  const reading = emptyReading()
  if (title !== undefined) reading.title = title
  flat.objects.forEach((object, i) => {
    const what = objects[i]
    if (what !== undefined) takeObject(reading, flat, object, what, title?.object === i, venues)
  })
  if (title !== undefined) takeNamesakes(reading, title)
  reading.links = reading.links.map((link) => withoutArticle(link, reading.links))
  takeImportance(reading, flat, title?.range)
  if (title !== undefined) takeAround(reading, title, venues)
  for (const field of splitFields(flat, title?.range)) takeField(reading, field, flat, venues, title)
  if (title !== undefined) {
    // With a link it may be a book at its publisher's.
    if (title.range.from > 0 && flat.objects.length === 0 && areDatedPeople(flat.text.slice(0, title.range.from)))
      reading.cited = true
    takeLinkedPeople(reading, flat, title.range)
    takeCitation(reading, flat, title, venues)
    takeVolume(reading, flat, title.range.to, venues)
  }
  takeIdentifiers(reading, flat, title?.range)
  reading.links = reading.links.map((link) => citedPaper(link, reading, venues))
  if (title !== undefined && /\bISBN\b/.test(flat.text) && !isPublished(reading)) {
    // A title in quotes is that of a chapter.
    const quoted = title.form === 'quoted' || /["“]\s*$/.test(flat.text.slice(0, title.range.from))
    if (!quoted) reading.product = true
  }
  return reading
}

/** Proceedings and journals have numbers as books have. */
function isPublished({ venue }: Reading): boolean {
  return venue !== undefined && (venue.value.basis === 'known' || namesPublication(venue.value.name))
}

/** What a linked title says beside itself: `[Title (ICSE 2021)](…)`, `[A. Author, “Title,” Tides, vol. 8, 2011](…)`. */
function takeAround(reading: Reading, { around, place }: FoundTitle, venues: VenueIndex): void {
  const parts = around.map(
    (text): Flat => ({ text, objects: [], strong: [], emphasis: [], code: [], locate: () => place }),
  )
  for (const flat of parts)
    for (const field of splitFields(flat, undefined)) takeField(reading, field, flat, venues, undefined)
  const [, behind] = parts
  if (behind !== undefined && reading.authors.length > 0) takeContainer(reading, behind, 0, false, venues)
}

function takeImportance(reading: Reading, flat: Flat, title: Range | undefined): void {
  const found = findImportance(title === undefined ? flat.text : blank(flat.text, title))
  if (found === undefined) return
  const place = flat.locate({ from: found.start, to: found.end })
  if (found.importance !== undefined) reading.importance = { value: found.importance, place }
  if (found.mandatory === true) reading.mandatory = { value: true, place }
}

function blank(text: string, { from, to }: Range): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
}
