import type { PaperMention } from './mention.ts'

/** Two mentions that are worth a comparison, by their numbers. */
export type Pair = readonly [a: number, b: number]

/**
 * Blocking: the pairs of mentions that share an identifier, the letters of their title, its words in full, enough of its
 * rare words, or the name of which one title consists. Words that many titles hold make no pairs, so that the number of pairs grows about linearly with that of mentions.
 * Sorted, each pair once.
 */
export function candidatePairs(mentions: readonly PaperMention[]): readonly Pair[] {
  const blocks = new Map<string, number[]>()
  const put = (key: string, i: number): void => {
    const block = blocks.get(key)
    if (block === undefined) blocks.set(key, [i])
    else block.push(i)
  }
  const frequency = new Map<string, number>()
  for (const { title } of mentions) {
    for (const token of new Set(title.tokens)) frequency.set(token, (frequency.get(token) ?? 0) + 1)
  }
  mentions.forEach(({ identifiers, title }, i) => {
    for (const [scheme, value] of Object.entries(identifiers)) put(`id ${scheme} ${value}`, i)
    put(`title ${title.compact}`, i)
    put(`full ${title.spelledOut ?? title.text}`, i)
    if (title.tokens.length <= LONGEST_NAME) put(`words ${title.spelledOut ?? title.text}`, i)
    else if (title.parts !== undefined) put(`words ${title.parts[0]}`, i)
    for (const key of wordKeys(title.tokens, frequency)) put(key, i)
  })
  const pairs = new Map<number, Pair>()
  for (const [key, block] of blocks) {
    if (block.length < 2 || (key.startsWith('words ') && block.length > MOST_SHARING)) continue
    // A huge block of equal titles or one address is compared along a chain: equality is transitive.
    const chain = block.length > MOST_SHARING
    for (let i = 0; i < block.length; i++) {
      const last = chain ? Math.min(i + 2, block.length) : block.length
      for (let j = i + 1; j < last; j++) {
        const a = block[i] ?? 0
        const b = block[j] ?? 0
        pairs.set(a * mentions.length + b, [a, b])
      }
    }
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d)
}

/** Blocks of words larger than this say nothing. */
const MOST_SHARING = 40
/** Words of a title that is only a name, at most; with more it has rare words. */
const LONGEST_NAME = 2
/** Of a title's words, so many of the rarest make its keys. */
const RAREST = 5

/** Pairs of a title's rarest words that some other title holds too: two titles of one work share at least one. */
function wordKeys(tokens: readonly string[], frequency: ReadonlyMap<string, number>): string[] {
  const shared = [...new Set(tokens)].filter((token) => (frequency.get(token) ?? 0) > 1)
  shared.sort((x, y) => (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0) || (x < y ? -1 : 1))
  const rare = shared.slice(0, RAREST).sort()
  const keys: string[] = []
  for (let i = 0; i < rare.length; i++) {
    for (let j = i + 1; j < rare.length; j++) keys.push(`words ${rare[i]} ${rare[j]}`)
  }
  return keys
}
