import type { Decision } from '../curated/decisions.ts'
import type { Entry } from '../extract/entry.ts'
import { paperMention } from '../resolve/mention.ts'
import { normalizeTitle } from '../resolve/normalize-title.ts'
import type { Paper } from '../resolve/paper.ts'
import { resolve } from '../resolve/resolve.ts'
import { identityOf } from './distinct-entries.ts'

/** Which paper an entry of any version denotes. */
export interface PaperIdentity {
  /** The key of its paper: that of the newest graph, where it is still there. */
  readonly keyOf: (entry: Entry) => string
  /** Keys of the conference papers that a journal version extends, by its key. */
  readonly extensions: ReadonlyMap<string, ReadonlySet<string>>
}

/** Lines of entries that stand in no line any more begin here, so that no decision about a line means them. */
const GONE = 1_000_000_000

/**
 * Finds out which entries of all versions are one paper: one resolution over all of them, each that says the same
 * once. The newest version's own papers stay what they are: older entries never merge two of them nor part one.
 * About linear in the distinct entries.
 *
 * @param newest papers of the newest version, whose keys count
 */
export function paperIdentity(
  entries: readonly Entry[],
  newest: readonly Paper[],
  decisions: readonly Decision[],
): PaperIdentity {
  const present = new Map(newest.flatMap(({ key, entries: own }) => own.map((entry) => [identityOf(entry), key])))
  const representatives = new Map<string, Entry>()
  for (const { entries: own } of newest) for (const entry of own) representatives.set(identityOf(entry), entry)
  for (const entry of entries) {
    const identity = identityOf(entry)
    if (entry.kind !== 'paper' || representatives.has(identity)) continue
    const line = GONE + representatives.size
    representatives.set(identity, { ...entry, line, endLine: line })
  }
  const through = resolve([...representatives.values()], decisions).papers
  const keys = new Map<string, string>()
  const taken = new Set(newest.map(({ key }) => key))
  const renamed = new Map<string, string>()
  for (const paper of through) {
    const identities = paper.entries.map(identityOf)
    const alive = [...new Set(identities.flatMap((identity) => present.get(identity) ?? []))]
    const own = alive.length > 0 ? alive : [freeKey(paper.key, taken)]
    const [only = paper.key] = own
    taken.add(only)
    renamed.set(paper.key, only)
    paper.entries.forEach((entry, i) => {
      const identity = identities[i] ?? ''
      keys.set(identity, present.get(identity) ?? (own.length > 1 ? nearest(entry, own, newest) : only))
    })
  }
  const extensions = new Map(newest.map(({ key, extends: targets }) => [key, new Set(targets)]))
  for (const { key, extends: targets } of through) {
    const known = extensions.get(renamed.get(key) ?? key) ?? new Set()
    for (const target of targets) known.add(renamed.get(target) ?? target)
    extensions.set(renamed.get(key) ?? key, known)
  }
  return { keyOf: (entry) => keys.get(identityOf(entry)) ?? '', extensions }
}

/** A key of a paper that is gone must not be that of another which is there. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key
  for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`
  return free
}

/** Of papers that are two now, the one whose identifier or title an older entry has. */
function nearest(entry: Entry, keys: readonly string[], newest: readonly Paper[]): string {
  const { identifiers, title } = paperMention(entry)
  const candidates = newest.filter(({ key }) => keys.includes(key))
  const sameTitle = candidates.find((paper) =>
    paper.entries.some((own) => normalizeTitle(own.title.value).compact === title.compact),
  )
  const sameAddress = candidates.find((paper) =>
    Object.entries(identifiers).some(([scheme, id]) => paper.identifiers[scheme] === id),
  )
  return (sameTitle ?? sameAddress)?.key ?? keys[0] ?? ''
}
