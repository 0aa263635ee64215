import type { HistoryFile } from '@fieldmap/graph'
import { createMemo, type Memo, type MemoCounts } from '../build-memo.ts'
import { type Curated, readCurated } from '../curated/curated.ts'
import { VENUES } from '../data/venues/index.ts'
import type { Entry } from '../extract/entry.ts'
import { createSectionMemo, type SectionMemo } from '../extract/section-memo.ts'
import { walk } from '../extract/walk.ts'
import { linkStatements } from '../link/link.ts'
import { parse } from '../parse/parse.ts'
import type { Timeline } from '../read/read-timeline.ts'
import type { SourceText } from '../read/source-text.ts'
import { createVenueIndex, type VenueIndex } from '../recognise/venue.ts'
import type { Paper } from '../resolve/paper.ts'
import { resolve } from '../resolve/resolve.ts'
import { createDistinctEntries } from './distinct-entries.ts'
import { createFieldStates, type FieldState, type VersionTexts } from './field-state.ts'
import { landedWork } from './landed-work.ts'
import { lifetimes } from './lifetimes.ts'
import { paperIdentity } from './paper-identity.ts'
import { withTwins } from './twins.ts'

/** How much of a history was new work. */
export interface HistoryCounts extends MemoCounts {
  readonly versions: number
  /** Lists over all versions, and those of them that were another text. */
  readonly lists: number
  readonly distinctLists: number
  /** Entries over those lists, and those that said something else. */
  readonly entries: number
  readonly distinctEntries: number
  /** Different states of the field. */
  readonly states: number
}

export interface History {
  readonly file: HistoryFile
  /** Labels of all nodes, by key: the newest, or what they were called at last. */
  readonly labels: ReadonlyMap<string, string>
  readonly counts: HistoryCounts
}

/**
 * When every node and edge of a field came, changed and went. Papers are the same through all versions by `resolve` over
 * the entries of all of them, so that what is only sorted, formatted, moved or mended is not new. Each list that
 * some version holds is read once, each piece of a list parsed once, each set of texts linked once.
 *
 * @param memo what builds met before; the result is the same without
 */
export function history(timeline: Timeline, memo: Memo = createMemo()): History {
  const reader = createReader(memo)
  const newest = timeline.versions.at(-1)?.sources ?? []
  const { curated, entries } = reader.readInPlace(newest)
  const versions = landedWork(timeline.versions)
  const commits = versions.flatMap(({ sources, landed }) => [
    sources,
    ...landed.flatMap((side) => [side.sources, ...side.before]),
  ])
  const distinct = createDistinctEntries()
  const texts = new Map<string, VersionTexts>()
  const textsOf = (sources: readonly SourceText[]): VersionTexts => {
    const key = sources.map(({ path, blob, readAs = '' }) => `${blob} ${readAs} ${path}`).join('\n')
    const known = texts.get(key)
    if (known !== undefined) return known
    const read = reader.read(sources)
    const made = { ...read, entries: [...new Set(read.entries.map(distinct.distinct))] }
    texts.set(key, made)
    return made
  }
  for (const sources of commits) textsOf(sources)
  const papers = resolve(entries, curated.decisions, memo.match).papers
  const line = versions.map(({ sources }) => textsOf(sources).entries)
  const identity = paperIdentity(distinct.all(), papers, curated.decisions, line, memo.match)
  const makeState = createFieldStates(identity)
  const states = new Map<VersionTexts, FieldState>()
  const stateOf = (sources: readonly SourceText[]): FieldState => {
    const key = textsOf(sources)
    const state = states.get(key) ?? makeState(key)
    states.set(key, state)
    return state
  }
  const stated = versions.map(({ commit, sources, landed }) => ({
    commit,
    state: stateOf(sources),
    landed: landed.map((side) => ({
      commit: side.commit,
      state: stateOf(side.sources),
      before: side.before.map(stateOf),
    })),
  }))
  const told = lifetimes(stated, timeline.shallow.size > 0)
  return {
    ...told,
    file: withTwins(told.file, identity.twins, () => edgesOf(papers, entries, reader.read(newest))),
    counts: {
      ...memo.counts(),
      ...reader.counts(),
      versions: versions.length,
      lists: commits.reduce((sum, sources) => sum + sources.filter(({ kind }) => kind === 'list').length, 0),
      distinctEntries: distinct.all().length,
      states: states.size,
    },
  }
}

/** Keys of the edges that the graph of some papers has. */
function edgesOf(
  papers: readonly Paper[],
  entries: readonly Entry[],
  { curated, venues }: Omit<VersionTexts, 'entries'>,
): ReadonlySet<string> {
  return new Set(
    linkStatements(papers, entries, curated, venues).edges.map(
      ({ source, kind, target }) => `${source}|${kind}|${target}`,
    ),
  )
}

interface Reader {
  /** What the texts say; where it stands may be where it stood in another version. */
  readonly read: (sources: readonly SourceText[]) => VersionTexts
  /** The same, all in its place, as builds with the same memo have it. */
  readonly readInPlace: (sources: readonly SourceText[]) => VersionTexts
  readonly counts: () => Pick<HistoryCounts, 'distinctLists' | 'entries'>
}

/** Reads lists and curated files; each text once, whatever versions hold it. */
function createReader(memo: Memo): Reader {
  const curatedBy = new Map<string, { readonly curated: Curated; readonly venues: VenueIndex }>()
  const lists = new Map<
    VenueIndex,
    { readonly known: Map<SourceText, readonly Entry[]>; readonly sections: SectionMemo }
  >()
  let distinctLists = 0
  let entries = 0
  const curatedOf = (
    sources: readonly SourceText[],
    indexVenues: Memo['venues'],
  ): { readonly curated: Curated; readonly venues: VenueIndex } => {
    const key = sources.map(({ path, blob }) => `${blob} ${path}`).join('\n')
    const known = curatedBy.get(key)
    if (known !== undefined) return known
    const curated = readCurated(sources)
    const made = { curated, venues: indexVenues([...VENUES, ...curated.vocabulary.venues]) }
    curatedBy.set(key, made)
    return made
  }
  const read = (sources: readonly SourceText[], inPlace: boolean): VersionTexts => {
    const { curated, venues } = curatedOf(
      sources.filter(({ kind }) => kind !== 'list'),
      // The memo knows those of the last call, which builds go on with.
      inPlace ? memo.venues : createVenueIndex,
    )
    const { known, sections } = lists.get(venues) ?? { known: new Map(), sections: createSectionMemo() }
    lists.set(venues, { known, sections })
    const all = sources.flatMap((source) => {
      if (source.kind !== 'list') return []
      const met = known.get(source)
      if (met !== undefined) return met
      const own = (
        inPlace ? memo.lists(source, venues, (_, work) => work()) : walk(parse(source, memo.pieces), venues, sections)
      ).entries
      distinctLists++
      entries += own.length
      known.set(source, own)
      return own
    })
    return { entries: all, curated, venues }
  }
  return {
    read: (sources) => read(sources, false),
    readInPlace: (sources) => read(sources, true),
    counts: () => ({ distinctLists, entries }),
  }
}
