import { isGeneric, type NormalTitle } from './normalize-title.ts'
import { FUNCTION_WORDS, jaccard } from './title-words.ts'
import { editDistance, isTypingError } from './typing-errors.ts'

/** How two titles are alike, strongest first; `undefined` where they are not. */
export type Likeness = 'equal' | 'respelled' | 'shortened' | 'reworded' | 'named'

/**
 * Compares two titles. `equal`: the same words, or their translation beside them. `respelled`: words differ by typing errors, abbreviations,
 * blanks or function words only. `shortened`: one lacks the name before the colon or the subtitle that the other has, or
 * was cut off, or its subtitle was. `reworded`: three of five words are shared (endings do not count), or two of five and
 * the name before the colon. `named`: one consists of the one or two words that stand before the other's colon. Words
 * that set works apart (numbers, V2,
 * part, tenth, survey, erratum, "deep" against nothing) never count as typing errors.
 *
 * Linear in the lengths but for the edit distance of unequal words (quadratic in a word's length).
 */
export function titleLikeness(a: NormalTitle, b: NormalTitle): Likeness | undefined {
  if (a.text === b.text) return 'equal'
  if ((a.glosses !== undefined || b.glosses !== undefined) && isTranslation(a, b)) return 'equal'
  const generic = isGeneric(a) || isGeneric(b)
  if (a.compact === b.compact) return generic && a.tokens.length === b.tokens.length ? undefined : 'equal'
  const words = jaccard(a.stems, b.stems)
  const shortened = isShortened(a, b) || isShortened(b, a) || isCutOff(a, b) || isCutOff(b, a)
  if (sayTheSame(inFull(a), inFull(b))) return 'respelled'
  if (words < UNLIKE && !shortened) return undefined
  if (marks(a) !== marks(b)) return undefined
  // "You Only Look Once" without its subtitle says enough, where the people agree.
  if (generic && shortened && Math.min(a.tokens.length, b.tokens.length) < 3) return hasName(a, b) ? 'named' : undefined
  if (generic) return shortened ? 'shortened' : undefined
  if (isRespelled(a.tokens, b.tokens) || isRespelledInFull(a, b)) return 'respelled'
  if (shortened) return 'shortened'
  if (numbers(a) !== numbers(b)) return words >= REWORDED && differByNames(a, b) ? 'reworded' : undefined
  if (differsByFunctionWords(a, b)) return 'respelled'
  return words >= (sharesName(a, b) ? REWORDED_BEHIND_NAME : REWORDED) ? 'reworded' : undefined
}

/** The one title is the other's translation, or both have one title or translation. */
function isTranslation(a: NormalTitle, b: NormalTitle): boolean {
  const others = [b.compact, ...(b.glosses ?? [])]
  return [a.compact, ...(a.glosses ?? [])].some((letters) => others.includes(letters))
}

/** Share of common words below which no typing errors or function words explain the difference. */
const UNLIKE = 0.2
/** Share of common words from which titles of one work may have been reworded between its versions. */
export const REWORDED = 0.6
/** The same, for titles that begin with the same name and colon. */
const REWORDED_BEHIND_NAME = 0.4

/** Both begin with the same name or phrase before a colon. */
export function sharesName(a: NormalTitle, b: NormalTitle): boolean {
  return a.parts !== undefined && b.parts !== undefined && a.parts[0] !== '' && a.parts[0] === b.parts[0]
}

/** Neither is a survey, an erratum or a part of a series where the other is not, and both hold the same numbers. */
export function isOfOneKind(a: NormalTitle, b: NormalTitle): boolean {
  return marks(a) === marks(b) && numbers(a) === numbers(b)
}

/** The name before the colon is that of a method with a plus, which often has the title of the method before it. */
export function isSequel({ parts }: NormalTitle): boolean {
  return parts?.[0].endsWith('+') === true
}

/** One title is the beginning of the other. */
export function isBeginning(a: NormalTitle, b: NormalTitle): boolean {
  return `${a.text} `.startsWith(`${b.text} `) || `${b.text} `.startsWith(`${a.text} `)
}

/** A survey's title is made of the words of its field, so that two surveys are alike without being one. */
export function isSurvey({ tokens }: NormalTitle): boolean {
  return tokens.some((token) => SURVEY.test(token))
}

const SURVEY = /^(?:surveys?|reviews?|overview|tutorial|introduction|primer|roadmap)$/
/** A paper about a paper, and a paper of a series. */
const NOTICE =
  /^(?:errat(?:um|a)|corrigend(?:um|a)|addendum|appendix|correction|supplement(?:al|ary)?|retraction|reply|response|rebuttal|comments?|commentary|part)$/
const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))$/

/** Words that set a work apart from its likes, in any order. */
function marks(title: NormalTitle): string {
  const found = title.tokens.filter((token) => NOTICE.test(token) || ORDINAL.test(token))
  if (isSurvey(title)) found.push('survey')
  return found.sort().join(' ')
}

function inFull({ text, spelledOut }: NormalTitle): string {
  return spelledOut ?? text
}

/** One title is the name before the colon of the other. */
export function hasName(a: NormalTitle, b: NormalTitle): boolean {
  return a.parts?.[0] === inFull(b) || b.parts?.[0] === inFull(a)
}

/**
 * The same words, but that some are abbreviated: "Generative Adversarial Nets", "LLMs", or the initials of the words in
 * the other text, "PDEs" for "partial differential equations".
 */
function sayTheSame(a: string, b: string): boolean {
  if (a === b) return a !== ''
  const [x, y] = [a.split(' '), b.split(' ')]
  let [i, j] = [0, 0]
  while (i < x.length && j < y.length) {
    if (x[i] === y[j]) {
      i++
      j++
      continue
    }
    const [left, right] = [initialsOf(x[i] ?? '', y, j), initialsOf(y[j] ?? '', x, i)]
    if (left === 0 && right === 0) return false
    i += left > 0 ? 1 : right
    j += left > 0 ? left : 1
  }
  return i === x.length && j === y.length
}

/** How many words from `at` the abbreviation stands for by their initials, singular or plural; 0 if it does not. */
function initialsOf(abbreviation: string, words: readonly string[], at: number): number {
  const letters = abbreviation.length > 2 ? abbreviation.replace(/s$/, '') : abbreviation
  // Two letters stand for words only amid many that are the same.
  if (letters.length < (words.length >= 6 && !FUNCTION_WORDS.has(abbreviation) ? 2 : 3)) return 0
  if (at + letters.length > words.length) return 0
  for (let k = 0; k < letters.length; k++) if (words[at + k]?.[0] !== letters[k]) return 0
  return letters.length
}

function isRespelled(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length) {
    let errors = 0
    for (let i = 0; i < a.length; i++) {
      const x = a[i] ?? ''
      const y = b[i] ?? ''
      if (x === y) continue
      if (!isTypingError(x, y)) return false
      errors++
    }
    return errors <= Math.max(1, Math.floor(a.length / 5))
  }
  // Blanks too many or too few, beside at most one more error. A difference of more letters is a word: another title.
  if (Math.abs(a.length - b.length) > 2) return false
  const [x, y] = [a.join(''), b.join('')]
  return (
    numbers({ tokens: a }) === numbers({ tokens: b }) &&
    Math.min(x.length, y.length) >= 30 &&
    editDistance(x, y, 1) <= 1
  )
}

/** The same, abbreviations in full. */
function isRespelledInFull(a: NormalTitle, b: NormalTitle): boolean {
  if (a.spelledOut === undefined && b.spelledOut === undefined) return false
  return isRespelled(inFull(a).split(' '), inFull(b).split(' '))
}

/** The same words in the same order but for function words: "using" for "from", "a" too many. */
function differsByFunctionWords(a: NormalTitle, b: NormalTitle): boolean {
  const left = a.tokens.filter((token) => !FUNCTION_WORDS.has(token))
  const right = b.tokens.filter((token) => !FUNCTION_WORDS.has(token))
  return left.length >= 4 && left.length === right.length && isRespelled(left, right)
}

/** `b` is the beginning of `a`, cut off with dots, inside a word or behind one that asks for another. */
function isCutOff(a: NormalTitle, b: NormalTitle): boolean {
  if (b.tokens.length < 5 || b.text.length < 30 || !a.text.startsWith(b.text)) return false
  // "AlphaFold" is not the beginning of "AlphaFold2", nor "part I" of "part II".
  return (
    b.cut === true ||
    FUNCTION_WORDS.has(b.tokens.at(-1) ?? '') ||
    (/^\p{L}/u.test(a.text.slice(b.text.length)) && !/^[ivx]+$/.test(b.tokens.at(-1) ?? ''))
  )
}

function numbers({ tokens }: Pick<NormalTitle, 'tokens'>): string {
  return tokens.filter((token, i) => isNumber(token) || (token === 'i' && tokens[i - 1] === 'part')).join(' ')
}

function isNumber(token: string): boolean {
  return /\d|\+/.test(token) || /^(?:ii|iii|iv|vi{0,3}|plus|pp)$/.test(token)
}

/**
 * The numbers that differ are parts of names (MLH1, Ca2+) that only one title holds: not "StyleGAN2" beside "StyleGAN",
 * and not the first word, which may be the work's own name.
 */
function differByNames(a: NormalTitle, b: NormalTitle): boolean {
  const only = (x: NormalTitle, y: NormalTitle): boolean =>
    x.tokens.every(
      (token, i) =>
        !isNumber(token) ||
        y.tokens.includes(token) ||
        (i > 0 && /^\p{L}{2,}\d+\+?$/u.test(token) && !y.tokens.includes(token.replace(/[\d+]+$/, ''))),
    )
  return only(a, b) && only(b, a)
}

/**
 * `b` is `a` without what stands in brackets behind it, without the name before its colon, or without the subtitle behind
 * it, perhaps behind a name of its own, or with less of the subtitle. A number of a series is no subtitle.
 */
function isShortened({ parts, withoutAside }: NormalTitle, b: NormalTitle): boolean {
  if (withoutAside !== undefined && isNamed(['', withoutAside], b)) return true
  if (parts === undefined) return false
  if (isNamed(parts, b) || (parts[0] === inFull(b) && !SERIES.test(parts[1]))) return true
  if (b.parts === undefined) return false
  if (parts[0] === b.parts[1]) return parts[0].split(' ').length >= LONG_NAME
  return parts[0] === b.parts[0] && parts[1].startsWith(`${b.parts[1]} `) && b.parts[1].split(' ').length >= LONG_NAME
}

/** "II", "Take II", "Volume 2": what follows a title in a series. */
const SERIES = /^(?:\p{L}+ )?(?:\d+|[ivx]+)$/u

function isNamed([, rest]: readonly [name: string, rest: string], b: NormalTitle): boolean {
  if (sayTheSame(rest, inFull(b))) return true
  const [x, y] = [rest.split(' '), inFull(b).split(' ')]
  // "Pretraining" and "pre-training" with any name; a typing error needs more words beside it.
  return x.length >= LONG_NAME && (x.join('') === y.join('') || (x.length > LONG_NAME && isRespelled(x, y)))
}

/** One title is the other behind a name and a colon. */
export function addsName(a: NormalTitle, b: NormalTitle): boolean {
  return (a.parts !== undefined && isNamed(a.parts, b)) || (b.parts !== undefined && isNamed(b.parts, a))
}

/** Words from which what stands before a colon is more than a name. */
const LONG_NAME = 4
