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
    const extracted =
      known === undefined
        ? read
        : run('extract', () => ({ ...read, entries: keep(known.extracted.entries, read.entries) }))
    if (lists.size >= MOST) lists.clear()
    lists.set(source.path, { source, venues, extracted, sections })
    return extracted
  }
}

/** `next` with entries that equal one of `last` replaced by that, each by another one. */
function keep(last: readonly Entry[], next: readonly Entry[]): readonly Entry[] {
  const byPlace = new Map(last.map((entry) => [placeOf(entry), entry]))
  const kept = new Map<Entry, Entry>()
  for (const entry of next) {
    const place = placeOf(entry)
    const known = byPlace.get(place)
    if (known === undefined || !isEqualData(known, entry)) continue
    kept.set(entry, known)
    byPlace.delete(place)
  }
  return next.map((entry) => {
    const { describes } = entry
    if (describes === undefined) return kept.get(entry) ?? entry
    // Later stages know what an entry describes as one of the list's own.
    const own = kept.get(describes) ?? describes
    const known = kept.get(entry)
    return known?.describes === own ? known : { ...entry, describes: own }
  })
}

function placeOf({ kind, line, title }: Entry): string {
  return `${kind} ${line} ${title.value}`
}
