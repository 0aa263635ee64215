import { flattenInPiece } from './extract/fragment/flat.ts'
import { resultsOf, setResults } from './extract/fragment/once.ts'
import { blockContents, rowContents } from './parse/block-contents.ts'
import type { Inline } from './parse/document.ts'
import type { ParsedPiece } from './parse/piece-memo.ts'
import type { VenueIndex } from './recognise/venue.ts'

/** A piece as plain data, with what is known of its contents, one after the other. */
export interface SavedPiece {
  readonly name: string
  readonly piece: Omit<ParsedPiece, 'labels'> & { readonly labels: readonly (readonly [string, string | null])[] }
  readonly known: readonly Readonly<Record<string, object>>[]
}

/** A piece as it is written to a cache. */
export function savePiece(name: string, { labels, ...piece }: ParsedPiece, venues: VenueIndex | undefined): SavedPiece {
  const known =
    venues === undefined ? [] : contentsOf(piece).map((content) => resultsOf(flattenInPiece(content), venues))
  return { name, piece: { ...piece, labels: Array.from(labels, ([label, line]) => [label, line ?? null]) }, known }
}

/** The piece that was saved. What was known of its contents is left to {@link recall}. */
export function loadPiece({ piece: { labels, ...piece } }: SavedPiece): ParsedPiece {
  return { ...piece, labels: new Map(labels.map(([label, line]) => [label, line ?? undefined])) }
}

/** Makes known again what was known of a piece's contents when it was saved with the same venues. */
export function recall(piece: ParsedPiece, known: SavedPiece['known'], venues: VenueIndex): void {
  contentsOf(piece).forEach((content, i) => {
    const results = known[i]
    if (results !== undefined) setResults(flattenInPiece(content), venues, results)
  })
}

/** All contents of a piece in a fixed order. */
function contentsOf({ blocks, row }: Pick<ParsedPiece, 'blocks' | 'row'>): readonly Inline[] {
  return [...blocks.flatMap(blockContents), ...(row === undefined ? [] : rowContents(row))]
}
