import { oncePer } from '../memo.ts'
import type { NormalTitle } from './normalize-title.ts'

/** Shared words over all words, 0..1. */
export function jaccard(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const right = new Set(b)
  let shared = 0
  for (const token of left) if (right.has(token)) shared++
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** All words of `b` are in `a`, which has more. */
export function addsWords(a: NormalTitle, b: NormalTitle): boolean {
  return b.stems.every((word) => a.stems.includes(word)) && !a.stems.every((word) => b.stems.includes(word))
}

/**
 * Shared words over all words, 0..1, without function words, and of "propagation" and "propagate" only what is common.
 */
export function contentLikeness(a: NormalTitle, b: NormalTitle): number {
  return jaccard(contentWords(a), contentWords(b))
}

/** The words that say something, without endings. */
export const contentWords: (title: NormalTitle) => readonly string[] = oncePer(({ tokens }): readonly string[] => [
  ...new Set(tokens.filter((word) => !FUNCTION_WORDS.has(word)).map(rootOf)),
])

/** A word without endings that make a noun, an adjective or an adverb of it; only good for comparison. */
function rootOf(word: string): string {
  if (word.length < 6) return word.replace(/s$/, '')
  return word
    .replace(
      /(?:ionary|ations?|ati(?:ng|ve|vely)|at(?:es?|ed)|i[zs](?:ing|ed|es?|ation)|isms?|ions?|ings?|ed|ly|ers?|es|s|e)$/,
      '',
    )
    .replace(/([^aeiouls])\1$/, '$1')
}

/** The words that say something in the one title are all in the other. */
export function isWithin(a: NormalTitle, b: NormalTitle): boolean {
  const others = contentWords(b)
  return contentWords(a).every((word) => others.includes(word))
}

/** Words that say nothing of what a title is about. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an and as at but by for from in into is are of on or over the their through to towards toward upon using use via when while with within'.split(
    ' ',
  ),
)
