import { BEFORE_OUR, BRITISH_WORDS, LATIN_BEGINNINGS } from '../data/british-spellings.ts'

/**
 * Spellings that say the same, in words of lower case: American for British, "3d" for "3 dimensional", 2 for "two".
 * Only what gives no word another meaning.
 */
export function spellOne(text: string): string {
  return (ENDINGS.test(text) ? withAmericanEndings(text) : text)
    .replace(/\b(\d+) x (?=\d)/g, '$1x')
    .replace(/\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/g, (word) => NUMBERS[word] ?? word)
    .replace(/\b(\d) dimensional\b/g, '$1d')
    .replace(OUR, '$1or')
    .replace(/\b(mode|labe|trave|signa|channe|cance|tunne)ll(ed|ing|er)\b/g, '$1l$2')
    .replace(/\bcentre(s?)\b/g, 'center$1')
    .replace(/\banalys(e|ed|es|ing)\b/g, 'analyz$1')
    .replace(WORDS, (_, word: string, plural: string) => (BRITISH_WORDS[word] ?? word) + plural)
    .replace(LATIN, (beginning) => beginning.replace(/[ao]e/, 'e'))
}

const OUR = new RegExp(`\\b(${BEFORE_OUR.join('|')})our`, 'g')
const WORDS = new RegExp(`\\b(${Object.keys(BRITISH_WORDS).join('|')})(s?)\\b`, 'g')
const LATIN = new RegExp(`\\b(?:${LATIN_BEGINNINGS.join('|')})`, 'g')

/** The endings alone: letters of every script in front of them are counted where one of these is met. */
const ENDINGS = /is(?:ations?|e[ds]?|ing|er)\b/

function withAmericanEndings(text: string): string {
  return text.replace(/\b(\p{L}{3,})is(ation|ations|e|ed|es|ing|er)\b/gu, (word, stem: string, ending: string) =>
    NOT_AMERICAN.test(word) ? word : `${stem}iz${ending}`,
  )
}

const NUMBERS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
}

/** Words in -ise that America spells so too. */
const NOT_AMERICAN =
  /^(?:noises?|noised|denois|raise|praise|precise|concise|exercis|supervis|revis|advis|devis|improvis|compris|compromis|surpris|disguis|enterpris|expertise|franchis|merchandis|promis|premise|likewise|otherwise|pairwise|pointwise|stepwise|layerwise|elementwise|blockwise|piecewise|tortoise|poise|turquoise|arise|aris|wise|rise|televis|visible|bruis|cruis|paradise|treatise|demise|appraise|poison|raising|rais)/
