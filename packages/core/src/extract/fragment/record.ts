import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import type { Flat } from './flat.ts'

/**
 * A fragment whose fields semicolons divide, `Title; A. Author; ICML; 2020`, or two strokes as Russian references do,
 * `«Title» // Journal, 2020`, with bars in their place; any other fragment as it is. No character moves. Linear.
 */
export function withBars(flat: Flat, venues: VenueIndex): Flat {
  const { text } = flat
  if (text.includes(' // ')) return { ...flat, text: text.replaceAll(' // ', ' |  ') }
  if (!/[;；]/.test(text)) return flat
  const fields = text.split(/[;；]/).map((field) => field.replace(/\uFFFC/g, '').trim())
  // "A. One; B. Two; C. Three. Title. ICML 2020" is a list of people: a field is a venue or year as a whole.
  const states = fields
    .slice(1)
    .some((field) => wholeYear(field) !== undefined || findVenue(field, venues, 'field')?.basis === 'known')
  return fields.length >= 3 && states ? { ...flat, text: text.replace(/[;；]/g, '|') } : flat
}
