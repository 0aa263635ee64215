import type { Item } from '../../parse/document.ts'
import { flatten } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'
import { hasPaperLink, MOST_DETAILS } from '../item/item-details.ts'
import { isPaper } from '../paper/is-paper.ts'
import type { Surroundings } from '../paper/rule.ts'
import { type Place, surroundings } from '../place.ts'
import { detailLine } from './detail-lines.ts'
import { areNamed, areRemarks, isNamedDetails, isNamedField } from './titled-lines.ts'

/** A title that waits for the list below it. */
export interface TitleAbove {
  readonly reading: Reading
  readonly shape: Surroundings['shape']
}

/** Lines below a complete entry, `- A. Author`, `- KDD 2022`, `- [Code](…)`, `- **TL;DR** …`, where none is a paper. */
export function descriptionsBelow(items: readonly Item[], place: Place): readonly Reading[] | undefined {
  if (items.length > MOST_DETAILS) return undefined
  const flats = items.map(({ content }) => flatten(content))
  // "Metrics: AUC, ACC" names no venue.
  if (areRemarks(items, place.venues))
    return flats.flatMap((flat) => (isNamedField(flat) ? (detailLine(flat, place.venues) ?? []) : []))
  if (flats.some((flat) => isPaper(readFragment(flat, place.venues), surroundings('item', place)))) return undefined
  const details = flats.flatMap((flat) => detailLine(flat, place.venues) ?? [])
  return details.length === 0 ? undefined : details
}

/** Details of a title above, such as "- Authors: …" and "- [Paper](…)" below a heading. */
export function linksBelow(
  items: readonly Item[],
  { shape, reading: above }: TitleAbove,
  place: Place,
): readonly Reading[] | undefined {
  const heads = shape === 'heading' || above.title?.form === 'strong'
  const mayBeNamed = heads && areNamed(items)
  // A list of works below a heading is read elsewhere.
  if (!mayBeNamed && items.length > MOST_DETAILS) return undefined
  const flats = items.map((item) => flatten(item.content))
  const readings = flats.map((flat) => readFragment(flat, place.venues, false))
  if (!readings.some(hasPaperLink)) return undefined
  const named = mayBeNamed && isNamedDetails(items, readings)
  if (!named && items.length > MOST_DETAILS) return undefined
  const around = surroundings('item', place)
  if (!named && flats.some((flat) => isPaper(readFragment(flat, place.venues), around))) return undefined
  // `- [Name](…) - what it does [paper](…)`: each is about something of its own.
  if (!named && readings.filter(({ others }) => others.length > 0).length * 2 > items.length) return undefined
  return readings
}

/** Whether every item has a title and a paper's links of its own. */
export function areTitled(items: readonly Item[], place: Place): boolean {
  return items.every(({ content }) => {
    const reading = readFragment(flatten(content), place.venues)
    return hasPaperLink(reading) && isPaper(reading, surroundings('item', place))
  })
}
