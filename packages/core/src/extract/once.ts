import type { VenueIndex } from '../recognise/venue.ts'
import type { Flat } from './flat.ts'

/**
 * A pure function of a text and the known venues that is computed once for each text, wherever it stands. Its result must
 * hold no place in the file, and nobody may change it.
 */
export function oncePerText<T extends object>(
  compute: (flat: Flat, venues: VenueIndex) => T,
): (flat: Flat, venues: VenueIndex) => T {
  const known = new WeakMap<VenueIndex, WeakMap<Flat, T>>()
  return (flat, venues) => {
    const original = flat.origin?.flat ?? flat
    let results = known.get(venues)
    if (results === undefined) {
      results = new WeakMap()
      known.set(venues, results)
    }
    let result = results.get(original)
    if (result === undefined) {
      result = compute(original, venues)
      results.set(original, result)
    }
    return result
  }
}
