import type { Term } from '../curated/vocabulary.ts'
import { COMMON_WORDS } from '../data/common-words.ts'

/** Where a text may put hyphens, underscores or blanks that the vocabulary does not write, or leave them out. */
export const SEPARATOR = { none: 0, joint: 1, any: 2 } as const
export type Separator = (typeof SEPARATOR)[keyof typeof SEPARATOR]

/** One spelling of a data set's name, prepared for comparison. */
export interface DatasetSpelling {
  readonly term: Term
  /** Without separators; letters as the vocabulary writes them. */
  readonly letters: string
  /** The same in lower case: the key to look up. */
  readonly folded: string
  /** Before each character of `folded`: which separators a text may put there. */
  readonly separators: readonly Separator[]
  /** `any`: letters count, not their case · `exact`: as the vocabulary writes it · `title`: words begin with capitals. */
  readonly letterCase: 'any' | 'exact' | 'title'
  /** The letters alone do not tell the name from a common word, an abbreviation or a phrase. */
  readonly isAmbiguous: boolean
}

/** Signs between the parts of a name that carry no meaning: RAF-DB, RAF_DB, RAF DB. */
export const JOINT: RegExp = /^[-_\u2010-\u2015\u2212]$/
/** Signs of markup and quotation inside a name: `CAS(ME)$^2$`, `eNTERFACE'05`, `RAF\_DB`. */
export const MARK: RegExp = /^[\\^$'\u2019\u2018`{}*]$/

const SIGNIFICANT = /[\p{L}\p{N}+().@#&!]/u
/** Nouns that say themselves that a data set is meant. */
const DATASET_NOUN = /^(?:data|datasets?|databases?|db|corpus|corpora|benchmarks?|challenge|set)$/i
/** A full name of so many plain words is a phrase of the field, too. */
const PHRASE_WORDS = 3

/**
 * Every spelling of a term's names. How much a text must agree depends on the spelling itself: a mixed or long
 * acronym is recognised in any case; one of four letters or less, and a common word, only as the vocabulary writes it;
 * one of three letters or less, a common word and a phrase of plain words only beside something that says data set.
 */
export function spellingsOf(term: Term): readonly DatasetSpelling[] {
  const names = new Set([term.name, ...term.aliases, term.fullName].map((name) => name.normalize('NFKC').trim()))
  return [...names].flatMap((name) => {
    const spelling = prepare(term, name)
    return spelling.folded === '' ? [] : [spelling]
  })
}

function prepare(term: Term, name: string): DatasetSpelling {
  const characters: string[] = []
  const separators: Separator[] = []
  let isApart = false
  const all = [...name]
  for (const [index, character] of all.entries()) {
    if (!SIGNIFICANT.test(character)) {
      isApart = !MARK.test(character) || isApart
      continue
    }
    separators.push(isApart ? SEPARATOR.any : between(characters.join(''), character, all[index + 1] ?? ''))
    characters.push(character)
    isApart = false
  }
  const letters = characters.join('')
  // Lower case may take more characters ("İ"); such a letter keeps its own.
  const folded = characters.map(foldCharacter).join('')
  return { term, letters, folded, separators, ...strictness(name) }
}

/** Lower case that keeps the length, so that places in both texts agree. */
export function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/** FER2013 is FER-2013 and FER 2013, AffectNet is Affect-Net; but 300W is not 300 W and Emotion6 not "emotion 6". */
function between(head: string, after: string, next: string): Separator {
  const before = head.at(-1) ?? ''
  const toDigit = /\p{L}/u.test(before) && /\p{N}/u.test(after)
  if (toDigit) {
    const word = /\p{L}+$/u.exec(head)?.[0] ?? ''
    return word.length >= 3 && !COMMON_WORDS.has(word.toLowerCase()) ? SEPARATOR.any : SEPARATOR.joint
  }
  const toLetter = /\p{N}/u.test(before) && /\p{L}/u.test(after)
  const toCapital =
    /\p{Lu}/u.test(after) && (/\p{Ll}/u.test(before) || (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(next)))
  return toLetter || toCapital ? SEPARATOR.joint : SEPARATOR.none
}

function strictness(name: string): Pick<DatasetSpelling, 'letterCase' | 'isAmbiguous'> {
  const words = name.split(/[^\p{L}\p{N}+().^]+/u).filter((word) => word !== '')
  const telling = words.filter((word) => !DATASET_NOUN.test(word))
  const [only] = telling
  if (telling.length <= 1) {
    const word = only ?? name
    if (telling.length < words.length) return { letterCase: 'any', isAmbiguous: false } // RAF-DB, HED database
    return { letterCase: caseOf(word), isAmbiguous: isAmbiguousWord(word) }
  }
  const isPlain = words.every((word) => /^\p{Lu}?[\p{Ll}]+$/u.test(word) || /^\p{L}$/u.test(word))
  const isPhrase =
    words.length >= PHRASE_WORDS
      ? isPlain
      : words.every((word) => (isWordLike(word) && COMMON_WORDS.has(word.toLowerCase())) || /^\p{L}$/u.test(word))
  // A phrase that ends in "database" says itself what it is.
  if (isPhrase) return { letterCase: 'title', isAmbiguous: !DATASET_NOUN.test(words.at(-1) ?? '') }
  // A short name with a number or letter behind it (SFEW 2.0) is as telling as its longest part.
  const isShort = words.join('').length <= 4
  return { letterCase: isShort ? 'exact' : 'any', isAmbiguous: isShort && !/\p{N}/u.test(name) }
}

function caseOf(word: string): 'any' | 'exact' {
  const isLettersOnly = /^\p{L}+$/u.test(word)
  if (COMMON_WORDS.has(word.toLowerCase())) return 'exact'
  if (isLettersOnly && (word.length <= 4 || isWordLike(word))) return 'exact'
  return 'any'
}

function isAmbiguousWord(word: string): boolean {
  if (/^\p{N}+\p{L}{0,2}$/u.test(word)) return true // 300W may be a power, 365 a number
  if (!/^\p{L}+$/u.test(word)) return false
  const isMixed = /^\p{L}+\p{Ll}\p{Lu}|^\p{Ll}\p{L}*\p{Lu}|^\p{Lu}\p{Ll}+\p{Lu}/u.test(word)
  if (isMixed) return false // CoMA, NoW: the case tells
  return word.length <= 3 || COMMON_WORDS.has(word.toLowerCase())
}

/** One capital and small letters, or small letters alone: nothing marks it as a coined name. */
function isWordLike(word: string): boolean {
  return /^\p{L}\p{Ll}+$/u.test(word)
}
