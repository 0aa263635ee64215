import { isGeneric, type NormalTitle } from './normalize-title.ts'

/** How two titles are alike, strongest first; `undefined` where they are not. */
export type Likeness = 'equal' | 'respelled' | 'shortened' | 'reworded'

/**
 * Compares two titles. `equal`: the same words. `respelled`: words differ by typing errors or blanks only. `shortened`:
 * one lacks the name before the colon or the subtitle that the other has. `reworded`: most words are shared. Words that
 * set works apart (numbers, V2, survey, "deep" against nothing) never count as typing errors.
 *
 * Linear in the lengths but for the edit distance of unequal words (quadratic in a word's length).
 */
export function titleLikeness(a: NormalTitle, b: NormalTitle): Likeness | undefined {
  if (a.text === b.text) return 'equal'
  if (a.text.replaceAll(' ', '') === b.text.replaceAll(' ', '')) return isGeneric(a) ? undefined : 'equal'
  if (isGeneric(a) || isGeneric(b)) return undefined
  if (isRespelled(a, b)) return 'respelled'
  if (numbers(a) !== numbers(b)) return undefined
  if (isShortened(a, b) || isShortened(b, a)) return 'shortened'
  return jaccard(a.tokens, b.tokens) >= REWORDED ? 'reworded' : undefined
}

/** Share of common words from which titles of one work may have been reworded between its versions. */
const REWORDED = 0.6

function isRespelled(a: NormalTitle, b: NormalTitle): boolean {
  if (a.tokens.length === b.tokens.length) {
    let errors = 0
    for (let i = 0; i < a.tokens.length; i++) {
      const x = a.tokens[i] ?? ''
      const y = b.tokens[i] ?? ''
      if (x === y) continue
      if (!isTypingError(x, y)) return false
      errors++
    }
    return errors <= Math.max(1, Math.floor(a.tokens.length / 5))
  }
  // A blank too many or too few, beside at most one more error.
  if (Math.abs(a.tokens.length - b.tokens.length) > 1) return false
  const x = a.text.replaceAll(' ', '')
  const y = b.text.replaceAll(' ', '')
  return (
    numbers(a) === numbers(b) && Math.min(x.length, y.length) >= 30 && editDistance(x, y, 1) <= 1 && !differByWord(a, b)
  )
}

/** One has a whole word more ("a", "deep"): another title, not a blank. */
function differByWord(a: NormalTitle, b: NormalTitle): boolean {
  return Math.abs(a.text.replaceAll(' ', '').length - b.text.replaceAll(' ', '').length) > 1
}

function isTypingError(x: string, y: string): boolean {
  if (/\d/.test(x) || /\d/.test(y)) return false
  // A small l for a capital I is the commonest error of copied PDFs.
  if (x.replaceAll('l', 'i') === y.replaceAll('l', 'i')) return true
  const shorter = Math.min(x.length, y.length)
  if (shorter < 5) return false
  const inflected = x.replace(/(?:s|es|ed|ing)$/, '') === y.replace(/(?:s|es|ed|ing)$/, '')
  return inflected || editDistance(x, y, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1)
}

function numbers({ tokens }: NormalTitle): string {
  return tokens
    .filter((token) => /\d/.test(token) || /^(?:ii|iii|iv|vi{0,3}|plus|\+{1,2}|pp)$/.test(token) || token.includes('+'))
    .join(' ')
}

/** `b` is `a` without the name before its colon, or without the subtitle behind it. */
function isShortened({ parts }: NormalTitle, b: NormalTitle): boolean {
  return parts !== undefined && (parts[0] === b.text || parts[1] === b.text)
}

/** Shared words over all words, 0..1. */
export function jaccard(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const right = new Set(b)
  let shared = 0
  for (const token of left) if (right.has(token)) shared++
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** Levenshtein's distance, counted no further than `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      const cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    previous = current
  }
  return previous[b.length] ?? limit + 1
}
