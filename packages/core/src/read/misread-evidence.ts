import type { MisreadEncoding } from './misread-encodings.ts'
import type { MisreadSequence } from './misread-sequences.ts'
import { isLetter, isNatural, isStuck } from './natural-neighbors.ts'

/** A sequence among its neighbours, weighed. */
export interface WeighedSequence extends MisreadSequence {
  /** 2: right text never holds these characters in this order; 1: hardly after or before those; 0: it may. */
  readonly evidence: 0 | 1 | 2
  /** Would its character stand well where it is: does it continue a word, a run of its script, a number? */
  readonly fits: boolean
  /** Letters of a foreign script glued to a Latin word, or a formula: more likely right as it is. */
  readonly clashes: boolean
}

const BYTE_ORDER_MARK = 0xfeff

/** U+0380–03FF. */
const GREEK = 'block:7'

/** What mathematicians write after a root, a negation or a difference. */
const FORMULA_SIGNS = 'π∑∏∫∂∞ΩΩµ±øØßæ'

/** Weighs every sequence of a text by what stands inside and beside it. `sequences` are in text order. Linear. */
export function weighSequences(
  text: string,
  sequences: readonly MisreadSequence[],
  encoding: MisreadEncoding,
): readonly WeighedSequence[] {
  return sequences.map((sequence, index) => {
    const before = text.charAt(sequence.start - 1)
    const after = text.charAt(sequence.end)
    const previous = touching(sequence, sequences[index - 1])
    const next = touching(sequence, sequences[index + 1])
    const place = { text, sequence, before, after, previous, next, encoding }
    const run = runLength(sequences, index)
    const weight = run >= 3 ? 2 : weigh(place)
    const fits = run >= 2 || fitsIn(place, weight)
    const { start, end, codePoint, script } = sequence // a spread costs half of the time here
    const evidence = fits ? proof(place, weight, run) : 0
    return { start, end, codePoint, script, evidence, fits, clashes: clashes(place, weight, run) }
  })
}

/** Lone letters and phonetic signs are mended where the file is known to be misread, but prove little by themselves. */
function proof(place: Place, weight: 0 | 1 | 2, run: number): 0 | 1 | 2 {
  const { sequence, before, after } = place
  const { script } = sequence
  if (script === 'phonetic') return 0
  if (script === 'latin' && !isLetter(before) && !isLetter(after) && !touchesOther(place)) return weight === 0 ? 0 : 1
  // Greek letters stand alone in formulas; one letter of any other script is a chance hit: §1–§5 holds the bytes of Ч.
  if (script.startsWith('block:') && script !== GREEK && run === 1) return 0
  return weight
}

interface Place {
  readonly text: string
  readonly sequence: MisreadSequence
  readonly before: string
  readonly after: string
  readonly previous: MisreadSequence | undefined
  readonly next: MisreadSequence | undefined
  readonly encoding: MisreadEncoding
}

function touching(one: MisreadSequence, other: MisreadSequence | undefined): MisreadSequence | undefined {
  return other !== undefined && (other.end === one.start || other.start === one.end) ? other : undefined
}

function weigh({ text, sequence, before, after, previous, next }: Place): 0 | 1 | 2 {
  if (sequence.start === 0 && sequence.codePoint === BYTE_ORDER_MARK) return 2
  const characters = text.slice(sequence.start, sequence.end)
  for (let index = 1; index < characters.length; index += 1) {
    if (!isNatural(characters.charAt(index - 1), characters.charAt(index))) return 2
  }
  const lead = characters.charAt(0)
  const last = characters.charAt(characters.length - 1)
  const lettersBefore = wordLength(text, sequence.start - 1, -1)
  const lettersAfter = wordLength(text, sequence.end, 1)
  // Two letters on either side of a sign make a word of it: `Bj√∂rn`, but `2√πr`.
  if (sequence.script === 'latin' && !isLetter(lead) && lettersBefore >= 2 && lettersAfter >= 2) return 2
  // `eÃÅ`, an accent for itself
  if (sequence.script === 'combining' && /[a-z]/.test(before) && isUpper(lead) && isLetter(last)) return 2
  const breaksCase = lettersBefore >= 2 && /[a-z]/.test(before) && isUpper(lead)
  let unnatural = breaksCase && sequence.script === 'latin' ? 1 : 0
  if (previous === undefined && (!isNatural(before, lead) || isStuck(before, lead, characters.charAt(1))))
    unnatural += 1
  if (next === undefined && (!isNatural(last, after) || isStuck(characters.charAt(0), last, after))) unnatural += 1
  if (unnatural === 1 && lead === 'Ã' && isLower(sequence.codePoint)) return 2 // `cafÃ©`, `Ã©t`
  return unnatural === 0 ? 0 : unnatural === 1 ? 1 : 2
}

function fitsIn(place: Place, weight: number): boolean {
  const { text, sequence, before, after, previous, next, encoding } = place
  const characters = text.slice(sequence.start, sequence.end)
  switch (sequence.script) {
    case 'none':
      return false
    case 'phonetic':
      if (previous !== undefined && next !== undefined) return true
      return weight === 2 && (isLetter(before) || isLetter(after))
    case 'latin':
      return fitsLatinWord(place, characters, weight)
    case 'control': // a character of text that was misread twice
      return previous !== undefined || next !== undefined
    case 'sign':
      if (encoding === 'Mac Roman') return weight === 2 || /[\p{L}\p{N}]/u.test(before + after) || touchesOther(place)
      if (/^[«“‘„]$/.test(before) && /[»”’“]/.test(characters)) return false // «Â»
      return previous !== undefined || !isUpper(before)
    case 'combining': // in Mac Roman after a letter only where two capitals stand for it: `SÃ£o` is Latin-1
      if (!COMMON_MARKS.has(sequence.codePoint) || (previous === undefined && !/[A-Za-z]/.test(before))) return false
      return encoding !== 'Mac Roman' || previous !== undefined || isLetter(characters.charAt(1))
    case 'symbol':
      return weight === 2 || previous !== undefined || next !== undefined || !isLetter(before)
    case 'cjk':
      return weight === 2 || (characters.length > 2 && (previous !== undefined || next !== undefined))
    default:
      if (previous !== undefined || next !== undefined) return true
      return weight === 2 && (sequence.script === GREEK || !(isLetter(before) || isLetter(after)))
  }
}

/** Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, hook, ring, double acute, caron, horn, dots below, cedilla, ogonek. */
const COMMON_MARKS = new Set([
  0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30a, 0x30b, 0x30c, 0x31b, 0x323, 0x327, 0x328,
])

function fitsLatinWord(place: Place, characters: string, weight: number): boolean {
  const { text, sequence, before, after } = place
  const lead = characters.charAt(0)
  const last = characters.charAt(characters.length - 1)
  const isRoot = lead === 'Ã' || lead === '√' // byte C3, the lead of all letters of Western Europe
  if (touchesOther(place)) return true
  if (breaksWord(place)) return false
  if (!isLetter(before) && !isLetter(after)) return isRoot && (weight === 2 || last === '\u00a0') // à, é, ó, y alone
  if (isFormula(place, characters)) return false
  if (weight === 2) return true
  const lettersBefore = wordLength(text, sequence.start - 1, -1)
  if (/[a-z]/.test(before) && (isRoot || lettersBefore >= 2)) return isLetter(lead) || weight > 0 || isRoot
  if (/[a-z]/.test(after)) return !/[–—’…\u00a0]/.test(last) && (isRoot || isLetter(lead) || weight > 0)
  return isRoot && isLower(sequence.codePoint) === /[a-z]/.test(before + after)
}

/** A small letter at the head of capitals: `∆°C`. */
function breaksWord({ sequence, before, after }: Place): boolean {
  return isLower(sequence.codePoint) && /[A-Z]/.test(after) && !/[a-z]/.test(before)
}

/** Does it touch another misread character? Where text was misread twice, nearly all do. */
function touchesOther({ previous, next }: Place): boolean {
  return [previous, next].some((other) => other !== undefined && other.script !== 'phonetic' && other.script !== 'none')
}

/** A sign before what mathematicians write after it, in no word (`2√πr`), or an ångström (`5 Å²`). */
function isFormula({ text, sequence, after }: Place, characters: string): boolean {
  if (characters.length > 2) return false
  const [lead = '', last = ''] = characters
  const before = wordLength(text, sequence.start - 1, -1, WORD)
  if (lead === 'Å')
    return before < 2 && ('²³'.includes(last) || ('±·'.includes(last) && !isLetter(after) && before === 0))
  if (isLetter(lead) || !FORMULA_SIGNS.includes(last)) return false
  return before + wordLength(text, sequence.end, 1, WORD) < 3
}

/** Letters on both sides make a word of a formula, too, where the whole file is misread. */
function clashes(place: Place, weight: number, run: number): boolean {
  const { text, sequence, before, after } = place
  const { script } = sequence
  if (script === 'none') return true
  if (script === 'latin') {
    if (touchesOther(place)) return false
    const isInWord = isLetter(before) && isLetter(after)
    return breaksWord(place) || (!isInWord && isFormula(place, text.slice(sequence.start, sequence.end)))
  }
  if (weight > 0 || run > 1) return false
  const isForeign = script === 'cjk' || script === 'phonetic' || script.startsWith('block:')
  return isForeign && (isLetter(before) || isLetter(after))
}

/** How many sequences of one non-Latin script follow each other without a gap, this one included. */
function runLength(sequences: readonly MisreadSequence[], index: number): number {
  const script = sequences[index]?.script ?? 'none'
  if (script !== 'cjk' && !script.startsWith('block:')) return 1
  let length = 1
  for (const step of [-1, 1]) {
    for (let at = index; length < 3; at += step) {
      const one = sequences[at]
      const other = sequences[at + step]
      if (one === undefined || touching(one, other)?.script !== script) break
      length += 1
    }
  }
  return length
}

const ASCII_LETTER = /^[A-Za-z]$/
/** Letters, and whatever a misread letter may look like. */
const WORD = /^[A-Za-z\u0080-\u009f\u00a1-\uffff]$/

/** How many characters of the kind stand in a row from `offset` in direction `step`; counted up to 3. */
function wordLength(text: string, offset: number, step: 1 | -1, kind: RegExp = ASCII_LETTER): number {
  let length = 0
  while (length < 3 && kind.test(text.charAt(offset + step * length))) length += 1
  return length
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase()
}

function isLower(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint)
  return character === character.toLowerCase() && (character !== character.toUpperCase() || 'ĸŉ'.includes(character))
}
