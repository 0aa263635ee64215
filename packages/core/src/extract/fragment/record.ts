import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import type { Flat } from './flat.ts'

/** `Carlsson G. `, `Harer J., Otter N. и др. `: people and the blank behind them, in front of a title. */
const INITIALLED_LEAD =
  /^\s*(?:\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.\s?){1,3}(?:,\s?)?)+(?:(?<=\s)(?:и др|et al)\.?\s)?(?<=\s)(?=[\p{L}\p{N}«"“])/u

/**
 * A fragment whose fields semicolons divide, `Title; A. Author; ICML; 2020`, or two strokes as Russian references do,
 * `«Title» // Journal, 2020`, with bars in their place; any other fragment as it is. No character moves. Linear.
 */
export function withBars(flat: Flat, venues: VenueIndex): Flat {
  const { text } = flat
  if (text.includes(' // ')) {
    const barred = text.replaceAll(' // ', ' |  ').replace(INITIALLED_LEAD, (people) => `${people.slice(0, -1)}|`)
    return { ...flat, text: barred, reference: true }
  }
  if (!/[;；]/.test(text)) return flat
  const fields = text.split(/[;；]/).map((field) => field.replace(/\uFFFC/g, '').trim())
  // "A. One; B. Two; C. Three. Title. ICML 2020" is a list of people: a field is a venue or year as a whole.
  const states = fields
    .slice(1)
    .some((field) => wholeYear(field) !== undefined || findVenue(field, venues, 'field')?.basis === 'known')
  return fields.length >= 3 && states ? { ...flat, text: text.replace(/[;；]/g, '|') } : flat
}
