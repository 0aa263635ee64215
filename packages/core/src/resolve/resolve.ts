import { byCodeUnits, type Finding, nodeKey, slug } from '@fieldmap/graph'
import type { Decision } from '../curated/decisions.ts'
import { isEqualData } from '../equal-data.ts'
import type { Entry } from '../extract/entry.ts'
import { findDecisions } from './apply-decisions.ts'
import { type CanonicalRecord, canonicalRecord } from './canonical-record.ts'
import { type Clusters, cluster } from './cluster.ts'
import { matchPair, type PairMatcher } from './match-pair.ts'
import { type PaperMention, paperMention } from './mention.ts'
import type { Merge, Paper } from './paper.ts'
import { paperKeys } from './paper-keys.ts'
import { yearFindings } from './year-conflicts.ts'

/** Papers, sorted by key, and what resolving them found. */
export interface Resolved {
  readonly papers: readonly Paper[]
  readonly findings: readonly Finding[]
  /** Pairs of entries compared. */
  readonly compared: number
}

/**
 * Finds out which entries denote one paper (normalise → block → match → cluster → canonical record). Identifiers
 * decide, then titles; decisions win over both. A function of the set of entries: their order does not matter. About
 * linear in their number.
 */
export function resolve(
  entries: readonly Entry[],
  decisions: readonly Decision[],
  match: PairMatcher = matchPair,
): Resolved {
  const mentions = entries
    .filter((entry) => entry.kind === 'paper')
    .toSorted((a, b) => byCodeUnits(a.source, b.source) || a.line - b.line || byCodeUnits(a.title.value, b.title.value))
    .map(paperMention)
  const decided = findDecisions(decisions, mentions)
  const clusters = cluster(mentions, decided, match)
  const groups = clusters.clusters.map((numbers) => numbers.flatMap((i) => mentions[i] ?? []))
  const records = groups.map(canonicalRecord)
  const keys = paperKeys(
    groups.map((group, i) => {
      const author = longestAuthors(group)[0]
      return {
        record: records[i] ?? canonicalRecord(group),
        place: group.map(({ entry }) => `${entry.source} ${entry.line}`)[0] ?? '',
        ...(author === undefined ? {} : { firstAuthor: author }),
      }
    }),
  )
  const keyOf = new Map(
    clusters.clusters.flatMap((numbers, i) => numbers.map((number) => [number, keys[i] ?? ''] as const)),
  )
  const merges = mergesByKey(clusters, keyOf, mentions)
  const extensions = extensionsByKey(clusters, keyOf, mentions)
  const former = groupBy(
    decided.former.map(({ title, mention }) => [keyOf.get(mention), nodeKey('paper', slug(title)) as string]),
  )
  const papers = groups.map((group, i): Paper => {
    const record = records[i] ?? canonicalRecord(group)
    const key = keys[i] ?? ''
    return paperOf(record, {
      key,
      entries: group.map(({ entry }) => entry),
      merges: merges.get(key) ?? [],
      formerKeys: former.get(key) ?? [],
      extends: [...new Set(extensions.get(key))].filter((target) => target !== key).sort(byCodeUnits),
    })
  })
  papers.sort((a, b) => byCodeUnits(a.key, b.key))
  return {
    papers,
    findings: [
      ...decided.findings,
      ...yearFindings(records.flatMap((record) => record.yearConflicts)),
      ...clusterFindings(clusters, mentions),
    ],
    compared: clusters.compared,
  }
}

/** What a paper is beside what its entries say of it. */
type Identity = Omit<Paper, keyof CanonicalRecord>

/** The paper of a record, or the equal one that an earlier call made: later stages know by it what they said of it. */
function paperOf(record: CanonicalRecord, identity: Identity): Paper {
  const [first] = identity.entries
  const known = first && lastPapers.get(first)
  if (known !== undefined && known.record === record && isEqualData(known.identity, identity)) return known.paper
  const { yearConflicts: _, ...canonical } = record
  const paper = { ...canonical, ...identity }
  if (first !== undefined) lastPapers.set(first, { record, identity, paper })
  return paper
}

/** The last papers, each by the entry that it begins with. */
const lastPapers = new WeakMap<
  Entry,
  { readonly record: CanonicalRecord; readonly identity: Identity; readonly paper: Paper }
>()

/** The fullest list of authors that a mention gives. */
function longestAuthors(group: readonly PaperMention[]): readonly string[] {
  return group
    .map(({ entry }) => entry.authors.map(({ value }) => value))
    .reduce((best, authors) => (authors.length > best.length ? authors : best), [])
}

/** The merges within each paper, by its key. */
function mergesByKey(
  { merges }: Clusters,
  keyOf: KeyOf,
  mentions: readonly PaperMention[],
): ReadonlyMap<string, Merge[]> {
  return groupBy(
    merges.flatMap(({ a, b, rule }) => {
      const [first, second] = [mentions[a]?.entry, mentions[b]?.entry]
      return first === undefined || second === undefined ? [] : [[keyOf.get(a), { rule, a: first, b: second }] as const]
    }),
  )
}

/** What each journal version extends, by its key. */
function extensionsByKey(
  { extensions }: Clusters,
  keyOf: KeyOf,
  mentions: readonly PaperMention[],
): ReadonlyMap<string, string[]> {
  return groupBy(
    extensions.map(({ a, b }) => {
      const journal = mentions[a]?.entry.venue?.value.form === 'journal' ? a : b
      return [keyOf.get(journal), keyOf.get(journal === a ? b : a) ?? '']
    }),
  )
}

type KeyOf = ReadonlyMap<number, string>

function groupBy<T>(pairs: readonly (readonly [string | undefined, T])[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

function placeOf(mention: PaperMention | undefined): string {
  return mention === undefined ? '' : `${mention.entry.source}:${mention.entry.line}`
}

function clusterFindings({ sharedAddresses, merges }: Clusters, mentions: readonly PaperMention[]): Finding[] {
  const shared = sharedAddresses.flatMap(({ a, b }) =>
    finding(
      mentions[b],
      'resolve/shared-address',
      'warning',
      `The address of "${titleOf(mentions[b])}" is also that of "${titleOf(mentions[a])}" (${placeOf(mentions[a])}).`,
      'Look which title the address shows: one of the links is wrong, or the paper has two titles, and a decision says so.',
    ),
  )
  const twice = merges.flatMap(({ a, b }) =>
    mentions[a]?.entry.source === mentions[b]?.entry.source
      ? finding(
          mentions[b],
          'resolve/duplicate',
          'info',
          `"${titleOf(mentions[b])}" stands in this list twice (also line ${mentions[a]?.entry.line}).`,
          'Keep one entry, or leave both if the list means it so.',
        )
      : [],
  )
  return [...shared, ...twice]
}

function titleOf(mention: PaperMention | undefined): string {
  return mention?.entry.title.value ?? ''
}

function finding(
  mention: PaperMention | undefined,
  rule: string,
  severity: Finding['severity'],
  message: string,
  hint: string,
): Finding[] {
  if (mention === undefined) return []
  return [{ rule, severity, source: mention.entry.source, line: mention.entry.line, column: 1, message, hint }]
}
