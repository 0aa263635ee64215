import type { Entry } from '../extract/entry.ts'
import { paperMention } from '../resolve/mention.ts'

/**
 * Divides entries among papers, of which each has some already: to the paper with whose entries one shares its title, else
 * an identifier, else an address of the paper, directly or through others; what two papers share tells nothing. What
 * is left goes to the paper with the most words of its title. Linear in the entries for each link of the longest chain.
 *
 * @param paperOf the paper that an entry is of for certain
 * @returns the paper of each entry; all are undefined where none has any
 */
export function divideCluster(
  entries: readonly Entry[],
  paperOf: (entry: Entry) => string | undefined,
): ReadonlyMap<Entry, string> {
  const papers = new Map<Entry, string>()
  for (const entry of entries) {
    const paper = paperOf(entry)
    if (paper !== undefined) papers.set(entry, paper)
  }
  for (let found = true; found; ) {
    found = SIGNS.some((signsOf) => spread(entries, papers, signsOf))
  }
  const words = wordsOf(papers)
  for (const entry of entries) {
    const paper = papers.get(entry) ?? mostAlike(entry, words)
    if (paper !== undefined) papers.set(entry, paper)
  }
  return papers
}

type Signs = (entry: Entry) => readonly string[]

/** The surest first. */
const SIGNS: readonly Signs[] = [
  (entry) => {
    const { compact } = paperMention(entry).title
    return compact === '' ? [] : [compact]
  },
  (entry) => Object.entries(paperMention(entry).identifiers).map(([scheme, id]) => `${scheme} ${id}`),
  ({ links }) => links.flatMap(({ rel, url }) => (rel === 'paper' ? [url] : [])),
]

/** Gives papers to the entries that share a sign with those that have one; whether there was any. */
function spread(entries: readonly Entry[], papers: Map<Entry, string>, signsOf: Signs): boolean {
  const owners = new Map<string, string | undefined>()
  for (const [entry, paper] of papers) {
    for (const sign of signsOf(entry))
      owners.set(sign, owners.has(sign) && owners.get(sign) !== paper ? undefined : paper)
  }
  const found: [Entry, string][] = []
  for (const entry of entries) {
    if (papers.has(entry)) continue
    const own = new Set(signsOf(entry).flatMap((sign) => owners.get(sign) ?? []))
    const [only] = own
    if (only !== undefined && own.size === 1) found.push([entry, only])
  }
  for (const [entry, paper] of found) papers.set(entry, paper)
  return found.length > 0
}

function wordsOf(papers: ReadonlyMap<Entry, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const [entry, paper] of papers) {
    const known = words.get(paper) ?? new Set()
    words.set(paper, known)
    for (const token of paperMention(entry).title.tokens) known.add(token)
  }
  return words
}

function mostAlike(entry: Entry, words: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  let best: { readonly paper: string; readonly shared: number } | undefined
  for (const [paper, known] of words) {
    const shared = paperMention(entry).title.tokens.filter((token) => known.has(token)).length
    if (best === undefined || shared > best.shared) best = { paper, shared }
  }
  return best?.paper
}
