import { createHash } from 'node:crypto'
import { type Curated, readCurated } from './curated/curated.ts'
import type { VenueRecord } from './data/venues/venue-record.ts'
import { isEqualData } from './equal-data.ts'
import { createGraphBuilder, type GraphBuilder } from './graph/build-graph.ts'
import { linkVersion } from './link/link.ts'
import { oncePerPair } from './memo.ts'
import { loadPiece, recall, type SavedPiece, savePiece } from './memo-text.ts'
import { createContentInterner } from './parse/intern-contents.ts'
import { type Definitions, holds, nameOf, type ParsedPiece, type PieceKey, type PieceMemo } from './parse/piece-memo.ts'
import type { SourceText } from './read/source-text.ts'
import { createListReader, type ListReader } from './read-lists.ts'
import { createVenueIndex, type VenueIndex } from './recognise/venue.ts'
import { matchPair, type PairMatcher } from './resolve/match-pair.ts'
import { comparedMention } from './resolve/mention.ts'

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
  /** Lists parsed and extracted; of the last version of each, what did not change is the same objects. */
  readonly lists: ListReader
  /** {@link matchPair}, once for two mentions of the same entries, wherever these were moved. */
  readonly match: PairMatcher
  /** {@link linkVersion} */
  readonly link: typeof linkVersion
  /** {@link buildGraph} that keeps what the same statements come to. */
  readonly graph: GraphBuilder
  /** Since the memo was made. */
  readonly counts: () => MemoCounts
  /** What it knows as a text of at most `limit` characters, what was met in this run before all else; to be kept for {@link restore}. */
  readonly save: (limit: number) => string
  /**
   * Takes what another memo of the same program saved.
   *
   * @throws {SyntaxError} or TypeError where the text is damaged; the memo then is as it was
   */
  readonly restore: (text: string) => void
}

/** A piece that is remembered. */
interface Remembered {
  readonly piece: ParsedPiece
  isMet: boolean
  /** What was restored with it and is not told yet, for venues of this name. */
  known?: { readonly venues: string; readonly contents: SavedPiece['known'] }
}

/** Pieces kept at once; beyond that the memo starts anew, so that memory stays bounded. */
const MOST = 500_000

/** A memo in memory. It keeps what it met for as long as it lives. */
export function createMemo(): Memo {
  let pieces = new Map<string, Remembered[]>()
  const intern = createContentInterner()
  let size = 0
  let parsed = 0
  let met = 0
  let venuesNow: { readonly name: string; readonly index: VenueIndex } | undefined
  const find = (key: PieceKey, definitions: Definitions): Remembered | undefined =>
    pieces.get(nameOf(key))?.find(({ piece }) => holds(piece, definitions))
  const put = (name: string, remembered: Remembered): void => {
    if (size >= MOST) {
      pieces = new Map()
      size = 0
    }
    size++
    const known = pieces.get(name)
    if (known === undefined) pieces.set(name, [remembered])
    else known.push(remembered)
  }
  /** What is known of a piece for other venues than the last is not worth a place. */
  const saved = (name: string, { piece, known }: Remembered): SavedPiece => {
    const line = savePiece(name, piece, venuesNow?.index)
    return known !== undefined && known.venues === venuesNow?.name ? { ...line, known: known.contents } : line
  }
  const match = oncePerPair(matchPair)
  const indexVenues = lastOnly<readonly VenueRecord[], VenueIndex>(isEqualData, createVenueIndex)
  const pieceMemo: PieceMemo = {
    get(key, definitions) {
      const found = find(key, definitions)
      if (found === undefined) return undefined
      met++
      found.isMet = true
      if (found.known !== undefined && found.known.venues === venuesNow?.name) {
        recall(found.piece, found.known.contents, venuesNow.index)
        delete found.known
      }
      return found.piece
    },
    set(key, parsedPiece) {
      parsed++
      const piece = intern(parsedPiece)
      put(nameOf(key), { piece, isMet: true })
      return piece
    },
  }
  return {
    pieces: pieceMemo,
    lists: createListReader(pieceMemo),
    venues(records) {
      const index = indexVenues(records)
      if (venuesNow?.index !== index) venuesNow = { name: digest(JSON.stringify(records)), index }
      return index
    },
    curated: lastOnly(isEqualCurated, readCurated),
    match: (a, b) => match(comparedMention(a), comparedMention(b)),
    link: linkVersion,
    graph: createGraphBuilder(),
    counts: () => ({ parsed, met }),
    save(limit) {
      const all = [...pieces].flatMap(([name, ofName]) => ofName.map((remembered) => ({ name, remembered })))
      const first = [
        ...all.filter(({ remembered }) => remembered.isMet),
        ...all.filter(({ remembered }) => !remembered.isMet),
      ]
      const lines = [JSON.stringify(venuesNow?.name ?? '')]
      let length = 0
      for (const { name, remembered } of first) {
        const line = JSON.stringify(saved(name, remembered))
        length += line.length + 1
        if (length > limit) break
        lines.push(line)
      }
      return lines.join('\n')
    },
    restore(text) {
      const [head = '', ...lines] = text.split('\n')
      const venues = String(JSON.parse(head))
      const loaded = lines.map((line) => {
        const piece: SavedPiece = JSON.parse(line)
        return { name: piece.name, piece: intern(loadPiece(piece)), contents: piece.known }
      })
      for (const { name, piece, contents } of loaded) put(name, { piece, isMet: false, known: { venues, contents } })
    },
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Lists are read apart; of their place among the others only the name counts. */
function isEqualCurated(a: readonly SourceText[], b: readonly SourceText[]): boolean {
  if (a.length !== b.length) return false
  return a.every(({ path, kind, text }, i) => {
    const other = b[i]
    return path === other?.path && kind === other.kind && (kind === 'list' || text === other.text)
  })
}

/** Computes again only when the input is another one than the last. */
function lastOnly<I, O>(isEqual: (a: I, b: I) => boolean, compute: (input: I) => O): (input: I) => O {
  let last: { readonly input: I; readonly output: O } | undefined
  return (input) => {
    if (last === undefined || !isEqual(last.input, input)) last = { input, output: compute(input) }
    return last.output
  }
}
