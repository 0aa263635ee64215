import { isEqualData } from './equal-data.ts'
import type { Entry } from './extract/entry.ts'
import { type Extracted, extract } from './extract/extract.ts'
import { createLastSections, type LastSections } from './extract/section-memo.ts'
import { parse } from './parse/parse.ts'
import type { PieceMemo } from './parse/piece-memo.ts'
import type { SourceText } from './read/source-text.ts'
import type { VenueIndex } from './recognise/venue.ts'

/** Parses and extracts lists; `run` times the stages. */
export type ListReader = (source: SourceText, venues: VenueIndex, run: RunStage) => Extracted

/** Runs the work of one stage. */
export type RunStage = <T>(name: string, work: () => T) => T

/** What earlier readings of a list know: its pieces, and with known venues its sections. */
interface ListMemo {
  readonly pieces: PieceMemo
  readonly sections: LastSections
}

/** {@link parse}, then {@link extract}. */
export function readList(source: SourceText, venues: VenueIndex, run: RunStage, memo?: ListMemo): Extracted {
  const document = run('parse', () => parse(source, memo?.pieces))
  return run('extract', () => extract(document, venues, memo?.sections))
}

/** A list as it was last read. */
interface Known {
  readonly source: SourceText
  readonly venues: VenueIndex
  readonly extracted: Extracted
  readonly sections: LastSections
}

/** Lists known at once; beyond that all are forgotten, so that memory stays bounded. */
const MOST = 1000

/**
 * {@link readList} that remembers the last version of each list: a list that did not change is not read again, and of one
 * that did, only the sections that are others; entries that say the same at the same place are the same objects, by which
 * later stages know them.
 */
export function createListReader(pieces: PieceMemo): ListReader {
  const lists = new Map<string, Known>()
  return (source, venues, run) => {
    const known = lists.get(source.path)
    if (known !== undefined && known.venues === venues && isEqualData(known.source, source)) return known.extracted
    const sections = known?.venues === venues ? known.sections : createLastSections()
    sections.next()
    const read = readList(source, venues, run, { pieces, sections })
    const extracted = run('extract', () => ({
      ...read,
      entries: keep(known?.extracted.entries ?? [], read.entries, sections),
    }))
    if (lists.size >= MOST) lists.clear()
    lists.set(source.path, { source, venues, extracted, sections })
    return extracted
  }
}

/** `next` with entries that equal one of `last` replaced by that, each by another one, as later readings give them. */
function keep(last: readonly Entry[], next: readonly Entry[], sections: LastSections): readonly Entry[] {
  const still = new Set(next)
  const byPlace = new Map(last.flatMap((entry) => (still.has(entry) ? [] : [[placeOf(entry), entry] as const])))
  if (byPlace.size === 0) return next
  const known = new Set(last)
  const kept = new Map<Entry, Entry>()
  for (const entry of next) {
    if (known.has(entry)) continue
    const place = placeOf(entry)
    const equal = byPlace.get(place)
    if (equal === undefined || !isEqualData(equal, entry)) continue
    kept.set(entry, equal)
    byPlace.delete(place)
  }
  // Later stages know what an entry describes as one of the list's own.
  for (const entry of next) {
    const { describes } = entry
    const own = describes && (kept.get(describes) ?? describes)
    if (own !== (kept.get(entry) ?? entry).describes) kept.set(entry, { ...entry, ...(own && { describes: own }) })
  }
  sections.replace(kept)
  return next.map((entry) => kept.get(entry) ?? entry)
}

function placeOf({ kind, line, title }: Entry): string {
  return `${kind} ${line} ${title.value}`
}
