import type { Range } from '../fragment/flat.ts'
import type { FileRange } from '../quote.ts'
import { titleCase } from './title-form.ts'

/** A title that a fragment may hold. */
export interface FoundTitle {
  readonly text: string
  /** The range of the fragment that it takes. */
  readonly range: Range
  /** The range of the file that quotes it. */
  readonly place: FileRange
  readonly form: 'link' | 'strong' | 'quoted' | 'emphasis' | 'plain'
  /** For a linked title: words of the link in front of and behind the title, such as its venue. */
  readonly around: readonly string[]
  /** For a linked title: which object of the fragment. */
  readonly object?: number
}

/** A title with how much it looks like one; only the order of scores matters. */
export interface Candidate extends FoundTitle {
  readonly score: number
}

/** The score of some words: what their form is worth, and what their number and capitals add. */
export function score(base: number, text: string): number {
  // Two characters of scripts without blanks count as a word.
  const unspaced = /^[ -~]*$/.test(text) ? 0 : (text.match(UNSPACED)?.length ?? 0)
  const words = text.split(' ').length + Math.floor(unspaced / 2)
  const length = words >= 4 ? 18 : words === 3 ? 8 : words === 2 ? 0 : -22
  return base + length + (titleCase(text) >= 0.6 ? 6 : 0) - (words > 40 ? 40 : 0)
}

const UNSPACED = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/gu

/** A text without its parts in brackets. */
export function withoutBracketed(text: string): string {
  return text.replace(/[[(【][^\])】]*[\])】]/g, '')
}

/** Words of descriptions that titles do not have. */
export const SENTENCE: RegExp =
  /[.!]\s+\p{Lu}|\b(?:is|are|was|were|has|have|can|we|this|that|which|it|its|they|you|your|proposes?|introduces?|presents?|provides?|contains?|shows?|uses)\b|\.$/u
