import type { VenueIndex } from '../../recognise/venue.ts'
import type { Flat } from './flat.ts'

type Results = WeakMap<VenueIndex, WeakMap<Flat, object>>

const functions = new Map<string, Results>()

/**
 * A pure function of a text and the known venues that is computed once for each text, wherever it stands. Its result is
 * plain data, must hold no place in the file, and nobody may change it.
 *
 * @param name its own, by which {@link resultsOf} and {@link setResults} know it.
 */
export function oncePerText<T extends object>(
  name: string,
  compute: (flat: Flat, venues: VenueIndex) => T,
): (flat: Flat, venues: VenueIndex) => T {
  const results: Results = new WeakMap()
  functions.set(name, results)
  return (flat, venues) => {
    const original = flat.origin?.flat ?? flat
    const ofVenues = resultsFor(results, venues)
    const known = ofVenues.get(original)
    // Only results of this function are kept under its name.
    if (known !== undefined) return known as T
    const result = compute(original, venues)
    ofVenues.set(original, result)
    return result
  }
}

/** What is known of a text, by the names of the functions. */
export function resultsOf(flat: Flat, venues: VenueIndex): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Array.from(functions, ([name, results]) => [name, results.get(venues)?.get(flat)] as const).flatMap(
      ([name, result]) => (result === undefined ? [] : [[name, result] as const]),
    ),
  )
}

/** Makes known what {@link resultsOf} said of the same text with the same venues in another run of the same program. */
export function setResults(flat: Flat, venues: VenueIndex, known: Readonly<Record<string, object>>): void {
  for (const [name, result] of Object.entries(known)) {
    const results = functions.get(name)
    if (results !== undefined) resultsFor(results, venues).set(flat, result)
  }
}

function resultsFor(results: Results, venues: VenueIndex): WeakMap<Flat, object> {
  const known = results.get(venues)
  if (known !== undefined) return known
  const made = new WeakMap<Flat, object>()
  results.set(venues, made)
  return made
}
