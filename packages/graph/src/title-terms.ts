import { fold } from './fold.ts'
import { FOLLOWING_WORDS, GENERIC_WORDS, LEANING_WORDS, STOP_WORDS } from './stop-words.ts'

/** A run of words in a title that could name its subject. */
export interface TitleTerm {
  /** What is compared: folded words without a plural s, one blank between them. */
  readonly term: string
  /** The words as the title spells them, with its hyphens; in lower case but for what is spelled so inside a word (GAN, 3D). */
  readonly surface: string
  /** Number of words, 1 or more. */
  readonly length: number
}

interface Word {
  readonly stem: string
  readonly surface: string
  readonly joint: string
}

/**
 * The terms of a title: every run of up to `longest` words that crosses no stop word, unless it stands between hyphens
 * ("text-to-image"), and no punctuation other than a hyphen; none says a word twice in a row. Generic words ("learning", "network") count only inside a longer run. Each term once, in order of first
 * occurrence; none for a title without letters. Linear in the title.
 *
 * @param longest most words in a term, integer ≥ 1.
 */
export function titleTerms(title: string, longest: number): readonly TitleTerm[] {
  const terms = new Map<string, TitleTerm>()
  for (const run of wordRuns(title)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + longest); to++) {
        if (isInsideCompound(run[from - 1], run[from]) || isInsideCompound(run[to], run[to])) continue
        const term = joinWords(run.slice(from, to))
        if (isSubject(term) && !terms.has(term.term)) terms.set(term.term, term)
      }
    }
  }
  return [...terms.values()]
}

/** Whether a cut before `word` would part what hyphens and a stop word hold together: "text-to | image". */
function isInsideCompound(stop: Word | undefined, word: Word | undefined): boolean {
  return stop !== undefined && word?.joint === '-' && STOP_WORDS.has(stop.stem)
}

function joinWords(words: readonly Word[]): TitleTerm {
  const surface = words.map((word, i) => (i === 0 ? '' : word.joint) + word.surface).join('')
  return { term: words.map(({ stem }) => stem).join(' '), surface, length: words.length }
}

function isSubject({ term }: TitleTerm): boolean {
  const words = term.split(' ')
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (LEANING_WORDS.has(last) || FOLLOWING_WORDS.has(first) || STOP_WORDS.has(first) || STOP_WORDS.has(last))
    return false
  if (words.some((word, i) => word === words[i - 1])) return false
  return words.some((word) => !GENERIC_WORDS.has(word) && !STOP_WORDS.has(word))
}

/** Words between stop words and punctuation, in order. */
function wordRuns(title: string): readonly (readonly Word[])[] {
  const shouted = !/\p{Ll}/u.test(title)
  const runs: Word[][] = [[]]
  let joint = ''
  const pieces = Array.from(
    title.normalize('NFKC').matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu),
    ([piece]) => piece,
  )
  for (const [i, piece] of pieces.entries()) {
    const folded = fold(piece).replaceAll(' ', '')
    if (folded === '') {
      joint = isHyphen(piece) ? '-' : ' '
      if (joint === ' ' && piece.trim() !== '') runs.push([])
    } else if (STOP_WORDS.has(folded) && joint === '-' && isHyphen(pieces[i + 1]) && (runs.at(-1)?.length ?? 0) > 0) {
      // "text-to-image" is one word.
      runs.at(-1)?.push({ stem: folded, surface: folded, joint })
    } else if (STOP_WORDS.has(folded) || !/\p{L}/u.test(folded) || (folded.length < 2 && /[a-z]/.test(folded))) {
      runs.push([])
    } else {
      runs.at(-1)?.push({ stem: singular(folded), surface: quiet(piece, shouted), joint })
    }
  }
  return runs
}

function isHyphen(piece: string | undefined): boolean {
  return piece !== undefined && /^[-‐‑]$/u.test(piece)
}

/** Lower case, unless the word has a capital or digit after its first letter ("GAN", "StyleGAN", "3D"). */
function quiet(word: string, shouted: boolean): string {
  return !shouted && /^.+[\p{Lu}\p{N}]/u.test(word) ? word : word.toLowerCase()
}

/** Any text as terms are compared: folded words without a plural s, one blank between them. */
export function stems(text: string): string {
  return fold(text).split(' ').map(singular).join(' ')
}

/** A plural s off, as light as can be: enough that "expressions" is "expression", never a stem that one can't read. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word
}
