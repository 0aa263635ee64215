import { byCodeUnits, type FieldGraph, type Mention, type PaperAttributes } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import type { FoundVenue } from '../recognise/venue.ts'
import { formOf } from '../recognise/venue-form.ts'
import { normalizeTitle } from '../resolve/normalize-title.ts'
import { resolve } from '../resolve/resolve.ts'

/** Papers of the graph after by the keys of those before; each at most once. */
export type PaperMatches = ReadonlyMap<string, string>

interface PaperOf {
  readonly key: string
  readonly attributes: PaperAttributes
}

/**
 * Which papers of two graphs are one, whatever their keys: by `resolve` over what both graphs say of them, then, of
 * papers that only one of the graphs has, by former keys, keys, titles, identifiers and addresses. About linear in the
 * papers.
 */
export function matchPapers(before: FieldGraph, after: FieldGraph): PaperMatches {
  const [old, now] = [papersOf(before), papersOf(after)]
  const matches = new Map<string, string>()
  const taken = new Set<string>()
  const put = (a: string, b: string): void => {
    if (matches.has(a) || taken.has(b)) return
    matches.set(a, b)
    taken.add(b)
  }
  const nowByKey = new Map(now.map(({ key, attributes }) => [key, attributes]))
  for (const { key, attributes } of old) {
    const same = nowByKey.get(key)
    if (same !== undefined && isUnchanged(attributes, same)) put(key, key)
  }
  const venues = { before: venuesIn(before), after: venuesIn(after) }
  const owners = new Map<Entry, { readonly side: 'before' | 'after'; readonly key: string }>()
  const entries = (['before', 'after'] as const).flatMap((side) =>
    (side === 'before' ? old : now).flatMap((paper, i) => {
      const own = entriesOf(paper, side, i, venues[side])
      for (const entry of own) owners.set(entry, { side, key: paper.key })
      return own
    }),
  )
  for (const { entries: own } of resolve(entries, []).papers) {
    const keysOf = (side: 'before' | 'after'): readonly string[] => {
      const found = own.flatMap((entry) => (owners.get(entry)?.side === side ? [owners.get(entry)?.key ?? ''] : []))
      return [...new Set(found)].sort(byCodeUnits)
    }
    pairBySigns(pick(old, keysOf('before')), pick(now, keysOf('after')), put)
    const [a, b] = [
      keysOf('before').filter((key) => !matches.has(key)),
      keysOf('after').filter((key) => !taken.has(key)),
    ]
    if (a.length === 1 && b.length === 1) put(a[0] ?? '', b[0] ?? '')
  }
  const gone = old.filter(({ key }) => !matches.has(key))
  pairBySigns(
    gone,
    now.filter(({ key }) => !taken.has(key)),
    put,
  )
  return matches
}

function papersOf(graph: FieldGraph): readonly PaperOf[] {
  const papers: PaperOf[] = []
  graph.forEachNode((key, attributes) => {
    if (attributes.kind === 'paper') papers.push({ key, attributes })
  })
  return papers.sort((a, b) => byCodeUnits(a.key, b.key))
}

function pick(papers: readonly PaperOf[], keys: readonly string[]): readonly PaperOf[] {
  return papers.filter(({ key }) => keys.includes(key))
}

/** The same title and identifiers under one key: nothing to decide. */
function isUnchanged(a: PaperAttributes, b: PaperAttributes): boolean {
  return a.label === b.label && JSON.stringify(a.identifiers) === JSON.stringify(b.identifiers)
}

/** Pairs papers that share what names a paper, the surest first. */
function pairBySigns(before: readonly PaperOf[], after: readonly PaperOf[], put: (a: string, b: string) => void): void {
  if (before.length === 0 || after.length === 0) return
  for (const signs of SIGNS) {
    const bySign = new Map<string, string>()
    for (const paper of after) for (const sign of signs(paper)) if (!bySign.has(sign)) bySign.set(sign, paper.key)
    for (const paper of before) {
      const sign = signs(paper).find((own) => bySign.has(own))
      if (sign !== undefined) put(paper.key, bySign.get(sign) ?? '')
    }
  }
}

const SIGNS: readonly ((paper: PaperOf) => readonly string[])[] = [
  ({ key, attributes }) => [key, ...(attributes.formerKeys ?? [])],
  ({ attributes }) => [normalizeTitle(attributes.label).compact].filter((title) => title !== ''),
  ({ attributes }) => Object.entries(attributes.identifiers).map(([scheme, id]) => `${scheme}:${id}`),
  ({ attributes }) => attributes.links.flatMap(({ rel, url }) => (rel === 'paper' ? [url] : [])),
]

/** What a graph says of a paper as entries that no list has, one for each of its versions. */
function entriesOf(
  { attributes }: PaperOf,
  side: string,
  number: number,
  venues: ReadonlyMap<string, FoundVenue>,
): readonly Entry[] {
  const evidence: Mention = { source: side, line: number + 1, quote: '', rule: 'history/version' }
  const { label, authors, links, year, venue, versions } = attributes
  const stated = [{ label, year, venue }, ...versions]
  const distinct = new Map(
    stated.map((version) => [JSON.stringify([version.label, version.year, version.venue]), version]),
  )
  return [...distinct.values()].map((version) => ({
    kind: 'paper',
    source: side,
    line: number + 1,
    endLine: number + 1,
    title: { value: version.label, evidence },
    ...(version.year === undefined ? {} : { year: { value: version.year, evidence } }),
    ...(version.venue === undefined ? {} : { venue: { value: venueOf(version.venue, venues), evidence } }),
    authors: authors.map((value) => ({ value, evidence })),
    organizations: [],
    links: links.map(({ rel, label: words, url }) => ({ rel, label: words, url, evidence })),
    sections: [],
  }))
}

function venueOf(name: string, venues: ReadonlyMap<string, FoundVenue>): FoundVenue {
  return venues.get(name) ?? { name, form: formOf(name), basis: 'form' }
}

function venuesIn(graph: FieldGraph): ReadonlyMap<string, FoundVenue> {
  const venues = new Map<string, FoundVenue>()
  graph.forEachNode((_, attributes) => {
    if (attributes.kind === 'venue')
      venues.set(attributes.name, { name: attributes.name, form: attributes.form, basis: 'known' })
  })
  return venues
}
