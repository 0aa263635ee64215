import { byCodeUnits } from '@fieldmap/graph'
import type { Decision } from '../curated/decisions.ts'
import type { Entry } from '../extract/entry.ts'
import { oncePer } from '../memo.ts'
import { matchPair, type PairMatcher } from '../resolve/match-pair.ts'
import { paperMention } from '../resolve/mention.ts'
import type { Paper } from '../resolve/paper.ts'
import { resolve } from '../resolve/resolve.ts'
import { identityOf } from './distinct-entries.ts'
import { partClusters } from './part-clusters.ts'

/** Which paper an entry of any version denotes. */
export interface PaperIdentity {
  /** The key of its paper: that of the newest graph, where it is still there. */
  readonly keyOf: (entry: Entry) => string
  /** Keys of the conference papers that a journal version extends, by its key. */
  readonly extensions: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * Keys of papers of the newest graph that say in all their entries just what another says, by that one's key. A graph
   * keeps such papers apart where a title is too short to tell; through time they are the same.
   */
  readonly twins: ReadonlyMap<string, readonly string[]>
}

/** Lines of entries that stand in no line any more begin here, so that no decision about a line means them. */
const GONE = 1_000_000_000

/**
 * Finds out which entries of all versions are one paper: one resolution over all of them, each that says the same
 * once. The newest version's own papers stay what they are: older entries never merge two of them nor part one. What
 * resolution keeps apart side by side (a conference paper and a journal's of one title, one address under two titles) is
 * one paper that was mended if no version holds both. About linear in the distinct entries and what versions hold.
 *
 * @param newest papers of the newest version, whose keys count
 * @param versions the entries of each version
 */
export function paperIdentity(
  entries: readonly Entry[],
  newest: readonly Paper[],
  decisions: readonly Decision[],
  versions: readonly (readonly Entry[])[],
  match: PairMatcher = matchPair,
): PaperIdentity {
  const present = new Map(newest.flatMap(({ key, entries: own }) => own.map((entry) => [identityOf(entry), key])))
  const twins = twinsOf(newest, present)
  const representatives = new Map<string, Entry>()
  for (const { entries: own } of newest) for (const entry of own) representatives.set(identityOf(entry), entry)
  for (const entry of entries) {
    const identity = identityOf(entry)
    if (entry.kind !== 'paper' || representatives.has(identity)) continue
    const line = GONE + representatives.size
    representatives.set(identity, { ...entry, line, endLine: line })
  }
  const through = resolve([...representatives.values()], decisions, match).papers
  const representative = oncePer((entry: Entry) => representatives.get(identityOf(entry)))
  const presentKey = oncePer((entry: Entry) => present.get(identityOf(entry)))
  const parts = partClusters(
    through.map((paper) => paper.entries),
    versions.map((version) => version.flatMap((entry) => representative(entry) ?? [])),
    presentKey,
    (side) => resolve(side, decisions, match).papers.map((paper) => paper.entries),
  )
  const keysThrough = new Map(through.flatMap(({ key, entries: own }) => own.map((entry) => [entry, key] as const)))
  const keys = new Map<string, string>()
  const taken = new Set(newest.map(({ key }) => key))
  const renamed = new Map<string, string>()
  for (const part of parts) {
    const [known = ''] = part.map((entry) => keysThrough.get(entry) ?? '')
    const alive = part.map(presentKey).find((key) => key !== undefined)
    const key = alive ?? freeKey(renamed.has(known) ? titleKey(part, decisions) : known, taken)
    taken.add(key)
    if (alive !== undefined || !renamed.has(known)) renamed.set(known, key)
    for (const entry of part) keys.set(identityOf(entry), key)
  }
  const numbers = new Map<Entry, string>()
  const keyOf = (entry: Entry): string => {
    const known = numbers.get(entry) ?? keys.get(identityOf(entry)) ?? ''
    numbers.set(entry, known)
    return known
  }
  const successors = mended([...representatives.values()], newest, versions, keyOf)
  const last = (key: string): string => successors.get(key) ?? key
  const extensions = new Map<string, Set<string>>()
  for (const { key, extends: targets } of [...newest, ...through]) {
    const source = last(renamed.get(key) ?? key)
    const known = extensions.get(source) ?? new Set()
    for (const target of targets) known.add(last(renamed.get(target) ?? target))
    extensions.set(source, known)
  }
  return { keyOf: (entry) => last(keyOf(entry)), extensions, twins }
}

/** @param present the key that each statement of the newest papers goes by */
function twinsOf(newest: readonly Paper[], present: ReadonlyMap<string, string>): PaperIdentity['twins'] {
  const used = new Set(present.values())
  const twins = new Map<string, string[]>()
  for (const { key, entries } of newest) {
    const [first] = entries
    if (used.has(key) || first === undefined) continue
    const other = present.get(identityOf(first)) ?? ''
    twins.set(other, [...(twins.get(other) ?? []), key])
  }
  return twins
}

/**
 * Papers that are later versions of others, by the others' keys: they share a title or an address, and no version holds
 * both. A paper of the newest version takes over its predecessors' past.
 */
function mended(
  entries: readonly Entry[],
  newest: readonly Paper[],
  versions: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, string> {
  const bySign = new Map<string, Set<string>>()
  for (const entry of entries) {
    for (const sign of signsOf(entry)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(keyOf(entry)))
  }
  const shared = [...bySign.values()].filter((keys) => keys.size > 1)
  const held = new Map(shared.flatMap((keys) => [...keys].map((key) => [key, new Set<number>()] as const)))
  if (held.size > 0) {
    versions.forEach((version, i) => {
      for (const entry of version) if (entry.kind === 'paper') held.get(keyOf(entry))?.add(i)
    })
  }
  const alive = new Set(newest.map(({ key }) => key))
  const successors = new Map<string, string>()
  const end = (key: string): string => {
    const next = successors.get(key)
    return next === undefined ? key : end(next)
  }
  for (const keys of shared) {
    const [first = '', ...others] = [...keys].sort(
      (a, b) => Number(alive.has(b)) - Number(alive.has(a)) || byCodeUnits(a, b),
    )
    for (const other of others) {
      const [a, b] = [end(first), end(other)]
      const [into, from] = alive.has(b) ? [b, a] : [a, b]
      const own = held.get(into) ?? new Set()
      const past = held.get(from) ?? new Set()
      if (into === from || [...past].some((version) => own.has(version))) continue
      successors.set(from, into)
      held.set(into, new Set([...own, ...past]))
    }
  }
  return new Map([...successors.keys()].map((key) => [key, end(key)]))
}

/** What two entries of one paper share at least, however it was mended: its title, or an address of its own. */
function signsOf(entry: Entry): readonly string[] {
  const { title, identifiers } = paperMention(entry)
  const addresses = entry.links.filter(({ rel, url }) => rel === 'paper' && /^https?:\/\/[^/]+\/[^#]{4}/.test(url))
  return [
    ...(title.compact === '' ? [] : [`title ${title.compact}`]),
    ...Object.entries(identifiers).map(([scheme, id]) => `id ${scheme} ${id}`),
    ...addresses.map(({ url }) => `url ${url}`),
  ]
}

/** The key of entries that were parted from others. */
function titleKey(entries: readonly Entry[], decisions: readonly Decision[]): string {
  return resolve(entries, decisions).papers[0]?.key ?? ''
}

/** A key of a paper that is gone must not be that of another which is there. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key
  for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`
  return free
}
