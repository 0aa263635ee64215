import { oncePer } from '../memo.ts'
import { createBlocks, groupByKey } from './blocks.ts'
import type { PaperMention } from './mention.ts'
import type { NormalTitle } from './normalize-title.ts'

/** Pairs of mentions that are worth a comparison, by their numbers: `first[k] < second[k]`, sorted, each pair once. */
export interface CandidatePairs {
  readonly first: Uint32Array
  readonly second: Uint32Array
}

/**
 * Blocking: the pairs of mentions that share an identifier, the letters of their title, its words in full, what
 * stands before or behind a colon where that is a whole title, two of its rare words, or the name of which one title
 * consists, or with which it ends. Words that many titles hold make no pairs, so that the number of pairs grows about
 * linearly with that of mentions.
 */
export function candidatePairs(mentions: readonly PaperMention[]): CandidatePairs {
  const pairs: number[] = []
  for (const block of blocksOfTexts(mentions)) pairUp(block, mentions.length, pairs)
  for (const block of blocksOfWords(mentions)) if (block.length <= MOST_SHARING) pairUp(block, mentions.length, pairs)
  const sorted = Float64Array.from(pairs).sort()
  const distinct = sorted.filter((pair, k) => pair !== sorted[k - 1])
  return {
    first: Uint32Array.from(distinct, (pair) => Math.floor(pair / mentions.length)),
    second: Uint32Array.from(distinct, (pair) => pair % mentions.length),
  }
}

/** Blocks of words larger than this say nothing. */
const MOST_SHARING = 40
/** Words of a title that is only a name, at most; with more it has rare words. */
const LONGEST_NAME = 2
/** Of a title's words, so many of the rarest make its keys: two titles of one work share at least two. */
const RAREST = 5

/** Adds the pairs of a block, each as `first · mentions + second`. */
function pairUp(block: readonly number[], mentions: number, pairs: number[]): void {
  // A huge block of equal titles or one address is compared along a chain: equality is transitive.
  const reach = block.length > MOST_SHARING ? 1 : block.length
  block.forEach((a, i) => {
    for (const b of block.slice(i + 1, i + 1 + reach)) if (a !== b) pairs.push(a * mentions + b)
  })
}

/** Mentions with one identifier or one whole title, or with a title that is the other's without name or subtitle. */
function blocksOfTexts(mentions: readonly PaperMention[]): Iterable<readonly number[]> {
  const blocks = createBlocks()
  const whole = new Set(mentions.map(({ title }) => title.spelledOut ?? title.text))
  mentions.forEach(({ identifiers, title }, i) => {
    for (const [scheme, value] of Object.entries(identifiers)) blocks.put(scheme, value, i)
    for (const letters of new Set([title.compact, ...(title.glosses ?? [])])) blocks.put('letters', letters, i)
    blocks.put('words', title.spelledOut ?? title.text, i)
    for (const part of title.parts ?? []) if (part.includes(' ') && whole.has(part)) blocks.put('words', part, i)
  })
  return blocks.shared()
}

/** Mentions with one pair of words among their rarest, or with one name: before a colon, alone, or as the last word. */
function* blocksOfWords(mentions: readonly PaperMention[]): Generator<readonly number[]> {
  const words = sharedWords(mentions)
  const names = createBlocks()
  const oneWordNames = new Set(mentions.flatMap(({ title }) => title.parts?.[0] ?? []))
  // Numbers of the words of each pair, and who has it: there are ten times as many pairs as titles.
  const [first, second, holder]: [number[], number[], number[]] = [[], [], []]
  const put = (a: number, b: number, i: number): void => {
    first.push(a)
    second.push(b)
    holder.push(i)
  }
  mentions.forEach(({ title }, i) => {
    const rare = rarestOf(title, words)
    rare.forEach((a, j) => {
      for (const b of rare.slice(j + 1)) put(a, b, i)
    })
    const name = title.tokens.length <= LONGEST_NAME ? (title.spelledOut ?? title.text) : title.parts?.[0]
    const last = title.tokens.at(-1)
    if (last !== undefined && last !== name && oneWordNames.has(last)) names.put('name', last, i)
    if (name === undefined) return
    // A name of two words meets the titles that have them among their rarest.
    const [a, b, ...more] = name.split(' ').map((word) => words.get(word)?.number)
    if (a !== undefined && b !== undefined && a < b && more.length === 0) put(a, b, i)
    else names.put('name', name, i)
  })
  yield* names.shared()
  // Word by word, so that pairs are told apart among those of one word.
  for (const places of groupByKey(first, [...first.keys()])) {
    const bySecond = new Map<number, number[]>()
    for (const place of places) {
      const [b, i] = [second[place] ?? 0, holder[place] ?? 0]
      const block = bySecond.get(b)
      if (block === undefined) bySecond.set(b, [i])
      else block.push(i)
    }
    yield* bySecond.values()
  }
}

const distinctWords = oncePer(({ tokens }: NormalTitle): readonly string[] => [...new Set(tokens)])

interface SharedWord {
  /** By code units, from 0. */
  readonly number: number
  /** Titles that hold it, ≥ 2. */
  readonly titles: number
}

/** The words that several titles hold. */
function sharedWords(mentions: readonly PaperMention[]): ReadonlyMap<string, SharedWord> {
  const titles = new Map<string, number>()
  for (const { title } of mentions) {
    for (const word of distinctWords(title)) titles.set(word, (titles.get(word) ?? 0) + 1)
  }
  const shared = [...titles].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(shared.map(([word, count], number) => [word, { number, titles: count }]))
}

/** Numbers of a title's rarest words that some other title holds too, ascending. */
function rarestOf(title: NormalTitle, words: ReadonlyMap<string, SharedWord>): number[] {
  return distinctWords(title)
    .flatMap((token) => words.get(token) ?? [])
    .sort((a, b) => a.titles - b.titles || a.number - b.number)
    .slice(0, RAREST)
    .map(({ number }) => number)
    .sort((a, b) => a - b)
}
