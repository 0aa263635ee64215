import { ABBREVIATIONS } from '../data/title-abbreviations.ts'
import { memoise } from '../memo.ts'
import { spellOne } from './spelling.ts'

/** A title made ready for comparison. */
export interface NormalTitle {
  /** Words, single blanks; equal for titles that differ in case, accents, punctuation, markup or spelling only. */
  readonly text: string
  readonly tokens: readonly string[]
  /** {@link text} without blanks. */
  readonly compact: string
  /** The words without their endings: "mastering" and "masters" are one. */
  readonly stems: readonly string[]
  /**
   * The words before the first colon, dash between blanks, or question that more follows, and those behind it,
   * abbreviations in full; absent where there is none.
   */
  readonly parts?: readonly [name: string, rest: string]
  /** {@link spelledOut} without what stands in brackets at the end and is no number: a nickname, "extended version". */
  readonly withoutAside?: string
  /** {@link text} with abbreviations in full and without those in brackets; absent where that is the same. */
  readonly spelledOut?: string
  /** Letters of what stands in brackets behind it in another script, and of what stands in front of that. */
  readonly glosses?: readonly string[]
  /** The list's text ends with dots: the rest was cut off. */
  readonly cut?: true
}

/**
 * Normalises a title: compatibility forms and accents folded, lower case, every run of other than letters and digits a
 * blank, LaTeX commands and HTML entities gone or replaced by what they show, Greek letters by their names, British by
 * American spelling, "three-dimensional" by "3d", "two" by 2, "1,600" by 1600. Letters of every script stay. The same
 * title is normalised once: lists, evidence and bibliographies repeat it.
 */
export const normalizeTitle: (title: string) => NormalTitle = memoise(normalize)

function normalize(title: string): NormalTitle {
  const text = foldTitle(title)
  const spelledOut = title.includes('(') ? inFull(title) : spellOut(text)
  const colon = /[:：]\s|(?<=\p{L})[:：](?=\p{Lu})|\s[-–—]\s|[?!]\s+(?=\p{L}+\s+\p{L})/u.exec(title)
  const aside = ENDS_IN_BRACKETS.test(title) ? ASIDE.exec(title) : null
  const glosses = glossesOf(title)
  const parts =
    colon === null ? undefined : ([inFull(title.slice(0, colon.index)), inFull(title.slice(colon.index))] as const)
  const tokens = text === '' ? [] : text.split(' ').map(oneWord)
  return {
    text,
    tokens,
    compact: tokens.join(''),
    stems: tokens.map(stem),
    ...(parts === undefined ? {} : { parts }),
    ...(spelledOut === text || spelledOut === '' ? {} : { spelledOut }),
    ...(aside === null ? {} : { withoutAside: inFull(title.slice(0, aside.index)) }),
    ...(glosses === undefined ? {} : { glosses }),
    ...(/(?:…|\.{3})\s*$/.test(title) ? { cut: true } : {}),
  }
}

/** A folded title with abbreviations in full and without those in brackets. */
function inFull(title: string): string {
  return spellOut(foldTitle(title.replace(ABBREVIATION_IN_BRACKETS, ' ')))
}

/** The same string for each occurrence: titles are made of few words, and are kept for as long as their entries. */
const oneWord = memoise((word) => word)

/** A word without the endings of verbs and plurals; only good for comparison. */
const stem = memoise((word) => (word.length < 5 ? word : word.replace(/(?:ing|ed|es|s|e)$/, '')))

function foldTitle(title: string): string {
  return spellOne(
    withoutMarkup(title)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(SMALL_CAPITALS, (letter) => PLAIN_LETTERS[SMALL_CAPITAL_LETTERS.indexOf(letter)] ?? letter)
      .toLowerCase()
      .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
      .replace(/['’‘`´]/g, '')
      .replace(/[^\p{L}\p{N}+]+/gu, ' ')
      .trim(),
  )
}

/** "Large Language Models (LLMs) in …": two capital letters at least, which no number of a part or version has. */
const ABBREVIATION_IN_BRACKETS = /\((?![IVX]+\))(?=[^()]*\p{Lu}[^()]*\p{Lu})[\p{L}-]+\)/gu

/** What stands in brackets behind three words at least, but for numbers of parts and versions. */
const ASIDE = /(?<=\S\s+\S+\s+\S+)\s+\((?!(?:part|vol|no|v|ver|version)?[\s.]*(?:\d[\d.]*|[IVX]+)\))[^()]+\)\s*$/iu

/** Patterns for brackets at the end look at every place of a title: most titles have none there. */
const ENDS_IN_BRACKETS = /[)）\]】]\s*$/

/** A folded title with the abbreviations of {@link ABBREVIATIONS} in full. */
function spellOut(text: string): string {
  return text
    .split(' ')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ')
}

/** What LaTeX, HTML and the signs for degrees show, as plain text. */
function withoutMarkup(title: string): string {
  const own = withoutGloss(title)
  if (!MARKUP.test(own)) return own
  return own
    .replace(
      /(\d)\s*(?:[°◦º˚∘]|\$?\s*\^?\s*\{?\s*\\circ\s*\}?\s*\$?|(?:-\s?)?deg(?:rees?)?\b|(?<=\d\d)o\b)/gi,
      '$1 degrees ',
    )
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/[×✕⨯]|\\times\b/g, 'x')
    .replace(/∞|\\infty\b/g, ' infinity ')
    .replace(/\\["'`^~=.]\s*\{?\\?([a-z])\}?/gi, '$1')
    .replace(/\\[a-zA-Z]+\s*\{([^}]*)\}/g, '$1')
    .replace(/\\ell(?![a-z])/gi, 'l')
    .replace(/(?<=[a-z])\s*\$?_\{?(?=\d)/gi, '')
    .replace(/&(?:amp;)?(?![a-z]+;|#)/gi, ' and ')
    .replace(/&([a-z])(?:uml|acute|grave|circ|tilde|cedil|caron|slash|ring);/gi, '$1')
    .replace(/&[a-z]+;|&#\d+;/gi, ' ')
    .replace(/[${}^]/g, '')
}

/** One of the marks that {@link withoutMarkup} looks for: most titles are plain. */
const MARKUP = /[\\&${}^×✕⨯∞]|[a-z]_\{?\d|\d(?:\s*[°◦º˚∘]|\s*(?:-\s?)?deg|,\d|o\b)/i

/** A title without its translation, and notes in that language, in brackets behind it, if words enough are left. */
function withoutGloss(title: string): string {
  if (!ENDS_IN_BRACKETS.test(title)) return title
  const rest = title.replace(GLOSSES, '')
  return /^\P{L}*\p{Script=Latin}+\P{L}+\p{Script=Latin}+/u.test(rest) ? rest : title
}

/** A title and its translation in brackets, where both are titles by their lengths. */
function glossesOf(title: string): readonly string[] | undefined {
  if (!ENDS_IN_BRACKETS.test(title) || !EASTERN.test(title)) return undefined
  const [, front, behind] = /^([^()（）[\]【】]{4,})[(（[【]([^()（）[\]【】]{4,})[)）\]】]\s*$/.exec(title) ?? []
  if (front === undefined || behind === undefined || EASTERN.test(front) === EASTERN.test(behind)) return undefined
  const [latin, eastern] = (EASTERN.test(front) ? [behind, front] : [front, behind]).map(foldTitle)
  if (latin === undefined || eastern === undefined || latin.split(' ').length < 4 || eastern.length < 6)
    return undefined
  return [latin, eastern].map((text) => text.replaceAll(' ', ''))
}

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const GLOSSES =
  /(?:\s*[(（][^()（）]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^()（）]*[)）])+\s*$/u

/** Letters that Unicode does not decompose: "DBCᴏᴘɪʟᴏᴛ". */
const SMALL_CAPITAL_LETTERS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const PLAIN_LETTERS = 'abcdefghijklmnoprstuvwyz'
const SMALL_CAPITALS = new RegExp(`[${SMALL_CAPITAL_LETTERS}]`, 'g')

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
}

/** Too short or too common to say by itself which paper is meant: fewer than four words or 20 characters. */
export function isGeneric({ text, tokens }: NormalTitle): boolean {
  if (/[^\0-\x7F]/.test(text) && EASTERN.test(text)) return text.length < 8
  return tokens.length < 4 || text.length < 20
}
