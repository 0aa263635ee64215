import { type Curated, readCurated } from './curated/curated.ts'
import type { VenueRecord } from './data/venues/venue-record.ts'
import { holds, nameOf, type ParsedPiece, type PieceMemo } from './parse/piece-memo.ts'
import type { SourceText } from './read/source-text.ts'
import { createVenueIndex, type VenueIndex } from './recognise/venue.ts'

/** How many pieces of lists were parsed, and how many had been met before. */
export interface MemoCounts {
  readonly parsed: number
  readonly met: number
}

/**
 * What builds of several versions share, so that each distinct piece of their lists (row, item, heading, paragraph) is
 * parsed and read once. Everything is kept by content and by the context that it was read in (the definitions of its
 * labels, the ids waiting in front of it, the known venues): a build is the same with a memo as without.
 */
export interface Memo {
  readonly pieces: PieceMemo
  /** {@link createVenueIndex}, once for the same records. */
  readonly venues: (records: readonly VenueRecord[]) => VenueIndex
  /** {@link readCurated}, once for the same files. */
  readonly curated: (sources: readonly SourceText[]) => Curated
  /** Since the memo was made. */
  readonly counts: () => MemoCounts
}

/** A memo in memory. It keeps what it met for as long as it lives. */
export function createMemo(): Memo {
  const pieces = new Map<string, ParsedPiece[]>()
  let parsed = 0
  let met = 0
  const find: PieceMemo['get'] = (key, definitions) =>
    pieces.get(nameOf(key))?.find((piece) => holds(piece, definitions))
  return {
    pieces: {
      has: (key, definitions) => find(key, definitions) !== undefined,
      get(key, definitions) {
        const piece = find(key, definitions)
        if (piece !== undefined) met++
        return piece
      },
      set(key, piece) {
        parsed++
        const name = nameOf(key)
        const known = pieces.get(name)
        if (known === undefined) pieces.set(name, [piece])
        else known.push(piece)
      },
    },
    venues: lastOnly((records) => JSON.stringify(records), createVenueIndex),
    curated: lastOnly(curatedKey, readCurated),
    counts: () => ({ parsed, met }),
  }
}

/** Lists are read apart; of their place among the others only the name counts. */
function curatedKey(sources: readonly SourceText[]): string {
  return JSON.stringify(sources.map(({ path, kind, text }) => [path, kind, kind === 'list' ? '' : text]))
}

/** Computes again only when the input is another one than the last. */
function lastOnly<I, O>(keyOf: (input: I) => string, compute: (input: I) => O): (input: I) => O {
  let last: { readonly key: string; readonly output: O } | undefined
  return (input) => {
    const key = keyOf(input)
    if (last?.key !== key) last = { key, output: compute(input) }
    return last.output
  }
}
