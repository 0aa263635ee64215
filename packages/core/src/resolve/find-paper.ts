import { nodeKey, slug } from '@fieldmap/graph'
import type { Entry } from '../extract/entry.ts'
import { memoise, oncePer, oncePerList, oncePerPair } from '../memo.ts'
import { matchPair } from './match-pair.ts'
import { comparedMention, entryTitle, type PaperMention, paperMention } from './mention.ts'
import { type NormalTitle, normalizeTitle } from './normalize-title.ts'
import type { Paper } from './paper.ts'
import { identifierKey, referenceKeys } from './reference-keys.ts'

/** What a text beside the lists says of the paper that it means. */
export interface PaperReference {
  /** An identifier, an address or a title. */
  readonly text: string
  readonly authors?: readonly string[]
  readonly year?: number
  /** Canonical strings by scheme. */
  readonly identifiers?: Readonly<Record<string, string>>
}

export type FoundPaper =
  | { readonly status: 'found'; readonly paper: Paper }
  | { readonly status: 'ambiguous'; readonly papers: readonly Paper[] }
  /** `nearest`: the paper whose title is most like it, if any is. */
  | { readonly status: 'missing'; readonly nearest?: Paper }

/** Finds the paper that a reference means; one that is the same object as before is compared with new entries only. */
export type PaperFinder = (reference: PaperReference) => FoundPaper

/**
 * Finds papers for references of other files by the rules that tie entries together ({@link matchPair}): an identifier,
 * else the title or a former one, else a title that differs by typing errors, or in more where people agree. Building
 * it is linear in the entries, a look-up in the papers that share rare words with the reference.
 */
export function createPaperFinder(papers: readonly Paper[]): PaperFinder {
  const titles = papers.map((paper) => paper.entries.map(entryTitle))
  const exact = createExactIndex(papers)
  let words: ReturnType<typeof indexWords> | undefined
  const find: PaperFinder = (reference) => {
    const known = exact(reference)
    if (known.length > 0) return oneOf(known)
    words ??= indexWords(titles) // most references are found without
    const byWord = words
    const wanted = referenceMention(reference)
    const candidates = [...new Set(rarest(wanted.title.tokens, byWord).flatMap((word) => byWord.get(word) ?? []))]
    // Few papers become candidates: only their entries are prepared for comparison.
    const same = candidates.filter((i) =>
      papers[i]?.entries.some((entry) => isSame(wanted, comparedMention(paperMention(entry)))),
    )
    if (same.length > 0) return oneOf(same.flatMap((i) => papers[i] ?? []))
    const nearest = nearestOf(wanted, candidates, titles)
    const paper = nearest === undefined ? undefined : papers[nearest]
    return paper === undefined ? { status: 'missing' } : { status: 'missing', nearest: paper }
  }
  // A file of facts names each paper many times.
  return oncePer(find)
}

function oneOf(papers: readonly Paper[]): FoundPaper {
  const [first] = papers
  if (first === undefined) return { status: 'missing' }
  return papers.length === 1 ? { status: 'found', paper: first } : { status: 'ambiguous', papers }
}

function createExactIndex(papers: readonly Paper[]): (reference: PaperReference) => readonly Paper[] {
  const index = new Map<string, Paper[]>()
  const put = (key: string, paper: Paper): void => {
    const known = index.get(key)
    if (known === undefined) index.set(key, [paper])
    else if (known.at(-1) !== paper) known.push(paper)
  }
  for (const paper of papers) for (const key of exactKeys(paper)) put(key, paper)
  return ({ text, identifiers = {} }) => {
    const stated = Object.entries(identifiers).map(([scheme, id]) => `id ${identifierKey(scheme, id)}`)
    const { ids, names } = textKeys(text)
    const identified = [...stated, ...ids].find((key) => index.has(key))
    const known = identified ?? names.find((key) => index.has(key))
    return (known === undefined ? undefined : index.get(known)) ?? []
  }
}

/** What a paper is called exactly. */
const exactKeys = oncePer((paper: Paper): readonly string[] => [
  ...[paper.key, ...paper.formerKeys].map((key) => `key ${key}`),
  ...[paper, ...paper.versions].flatMap(({ identifiers }) =>
    Object.entries(identifiers).flatMap(([scheme, value]) => [
      `id ${value.toLowerCase()}`,
      `id ${identifierKey(scheme, value)}`,
    ]),
  ),
  ...paper.entries.map((entry) => `title ${squash(entryTitle(entry))}`),
])

/** What a reference may call a paper by, the surest first. */
const textKeys = memoise((text) => ({
  ids: referenceKeys(text).map((key) => `id ${key}`),
  names: [`key ${text}`, `title ${squash(normalizeTitle(text))}`, `key ${nodeKey('paper', slug(text))}`],
}))

function squash({ text }: NormalTitle): string {
  return text.replaceAll(' ', '')
}

/** A reference as an entry that stands in no list. */
const referenceMention = oncePer(({ text, authors = [], year, identifiers = {} }: PaperReference): PaperMention => {
  const evidence = { source: '', line: 1, quote: text, rule: 'resolve/reference' }
  const entry: Entry = {
    kind: 'paper',
    source: '',
    line: 1,
    endLine: 1,
    title: { value: text, evidence },
    ...(year === undefined ? {} : { year: { value: year, evidence } }),
    authors: authors.map((value) => ({ value, evidence })),
    organizations: [],
    links: [],
    sections: [],
  }
  return { ...paperMention(entry), identifiers }
})

/** What holds only where no list names both says nothing of a text that is no list. */
const isSame = oncePerPair((wanted: PaperMention, mention: PaperMention) => {
  const match = matchPair(mention, wanted)
  return match.verdict === 'same' && match.strength !== 'lone'
})

/** Papers by the words of their titles. */
function indexWords(titles: readonly (readonly NormalTitle[])[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  titles.forEach((group, i) => {
    for (const word of wordsOf(group)) {
      const known = index.get(word)
      if (known === undefined) index.set(word, [i])
      else known.push(i)
    }
  })
  return index
}

const wordsOf = oncePerList((group: readonly NormalTitle[]): readonly string[] => [
  ...new Set(group.flatMap(({ tokens }) => tokens)),
])

/** Of a reference's words, so many of the rarest lead to candidates; a word in more titles says nothing. */
const RAREST = 4
const MOST_SHARING = 200

function rarest(tokens: readonly string[], byWord: ReadonlyMap<string, readonly number[]>): readonly string[] {
  const count = (word: string): number => byWord.get(word)?.length ?? 0
  return [...new Set(tokens)]
    .filter((word) => count(word) > 0 && count(word) <= MOST_SHARING)
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, RAREST)
}

/** The candidate that shares most words with what is wanted, if it shares half of them. */
function nearestOf(
  wanted: PaperMention,
  candidates: readonly number[],
  titles: readonly (readonly NormalTitle[])[],
): number | undefined {
  let best: { readonly i: number; readonly share: number } | undefined
  for (const i of candidates) {
    for (const title of titles[i] ?? []) {
      const share = sharedWords(wanted.title, title)
      if (share >= 0.5 && (best === undefined || share > best.share)) best = { i, share }
    }
  }
  return best?.i
}

/** The share of the words of both that the second has from the first. */
const sharedWords = oncePerPair((wanted: NormalTitle, { tokens }: NormalTitle): number => {
  const words = new Set(wanted.tokens)
  const all = new Set([...words, ...tokens])
  return tokens.filter((word) => words.has(word)).length / Math.max(1, all.size)
})
