import { type ByteTable, MISREAD_ENCODINGS, type MisreadEncoding } from './misread-encodings.ts'
import { type WeighedSequence, weighSequences } from './misread-evidence.ts'
import { findSequences } from './misread-sequences.ts'
import { isLetter } from './natural-neighbors.ts'

/** What one round of repair undid: one misreading of the whole file. */
export interface Repair {
  readonly encoding: MisreadEncoding
  /** How many places were repaired (neighbouring characters are one place), ≥ 1. */
  readonly places: number
  /** The first place, 1-based, in the text that the round began with; lines are those of the file. */
  readonly line: number
  readonly column: number
  /** The characters of the first place, and what they stand for. */
  readonly before: string
  readonly after: string
}

/** Text that was misread twice takes two rounds; files put together from several take more. */
const MAX_ROUNDS = 5

/** Evidence from which on a file is taken as misread: one sequence that right text never holds, or two odd ones. */
const ENOUGH = 2

/**
 * Evidence from which on a file whose every non-ASCII character is part of a sequence is taken as misread as a whole:
 * Latin letters and signs are then mended even where they stand alone.
 */
const ABUNDANT = 6

/**
 * Repairs mojibake: UTF-8 that a program once read as Windows-1252, Latin-1 or Mac Roman and saved again, also twice.
 *
 * Whether a file is damaged is decided for the whole file and each encoding, from sequences that no right text holds;
 * then the places are mended whose character fits where it stands. Right text stays as it is (`d’état`, `n√π`, `„Ä“`),
 * and so do all line ends. Text that is right comes back with no repairs. ASCII costs one scan; the rest is linear, and
 * texts over 2 million code units are judged in pieces.
 *
 * @example repairMojibake('caf√© ‚Äì Bj√∂rn').text // 'café – Björn'
 */
export function repairMojibake(text: string): { readonly text: string; readonly repairs: readonly Repair[] } {
  if (!/[\u0080-\uffff]/.test(text)) return { text, repairs: [] }
  if (text.length <= PIECE) return repairPiece(text)
  const pieces: string[] = []
  const repairs: Repair[] = []
  let line = 1
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + PIECE)
    const end = lineEnd < 0 || lineEnd > start + 2 * PIECE ? start + 2 * PIECE : lineEnd + 1
    const piece = text.slice(start, end)
    const repaired = repairPiece(piece)
    pieces.push(repaired.text)
    for (const repair of repaired.repairs) addRepair(repairs, { ...repair, line: repair.line + line - 1 })
    line += piece.split(LINE_END).length - 1
    start = end
  }
  return { text: pieces.join(''), repairs }
}

/** Longer texts are repaired in pieces of whole lines, each judged by itself, which bounds the memory. */
const PIECE = 2_000_000

const LINE_END = /\r\n|\n|\r/

function addRepair(repairs: Repair[], repair: Repair): void {
  const index = repairs.findIndex(({ encoding }) => encoding === repair.encoding)
  const same = repairs[index]
  if (same === undefined) repairs.push(repair)
  else repairs[index] = { ...same, places: same.places + repair.places }
}

function repairPiece(text: string): { readonly text: string; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = []
  let repaired = text
  for (let round = 0; round < MAX_ROUNDS && /[\u0080-\uffff]/.test(repaired); round += 1) {
    const best = strongestMisreading(repaired)
    if (best === undefined) break
    const places = joinTouching(best.sequences)
    repairs.push(describe(repaired, best.encoding, places))
    repaired = replace(repaired, places)
  }
  return { text: repaired, repairs }
}

interface Misreading {
  readonly encoding: MisreadEncoding
  readonly sequences: readonly WeighedSequence[]
  /** How many characters of the text it explains. */
  readonly coverage: number
}

function strongestMisreading(text: string): Misreading | undefined {
  let best: Misreading | undefined
  for (const { name, bytes } of MISREAD_ENCODINGS) {
    const found = misreading(text, name, bytes)
    if (found !== undefined && found.coverage > (best?.coverage ?? 0)) best = found
  }
  return best
}

function misreading(text: string, encoding: MisreadEncoding, bytes: ByteTable): Misreading | undefined {
  const { sequences, orphans } = findSequences(text, bytes)
  if (sequences.length === 0) return undefined
  const weighed = weighSequences(text, sequences, encoding)
  const fitting = weighed.filter(({ fits }) => fits)
  const distinct = new Map<string, number>()
  for (const { start, end, evidence } of fitting) {
    const characters = text.slice(start, end)
    distinct.set(characters, Math.max(evidence, distinct.get(characters) ?? 0))
  }
  if (sum(distinct.values()) < ENOUGH) return undefined
  const evidence = sum(fitting.map((sequence) => sequence.evidence))
  const isWhole = orphans === 0 && fitting.length * 10 >= weighed.length
  if (!isWhole) return { encoding, sequences: fitting, coverage: coverage(fitting) }
  const proved = new Set(fitting.filter((sequence) => sequence.evidence === 2).map(({ script }) => script))
  for (const script of ['latin', 'sign'] as const) {
    if (evidence >= ABUNDANT) proved.add(script)
    else proved.delete(script)
  }
  const accepted = weighed.filter(({ fits, clashes, script, start, end }) => {
    if (fits || (!clashes && proved.has(script))) return true
    const isAttached = isLetter(text.charAt(start - 1)) || isLetter(text.charAt(end))
    return script === 'latin' && isAttached && distinct.has(text.slice(start, end))
  })
  return { encoding, sequences: accepted, coverage: coverage(accepted) }
}

function coverage(sequences: readonly WeighedSequence[]): number {
  return sum(sequences.map(({ start, end }) => end - start))
}

interface MisreadPlace {
  readonly start: number
  readonly end: number
  readonly characters: string
}

function joinTouching(sequences: readonly WeighedSequence[]): readonly MisreadPlace[] {
  const places: { start: number; end: number; characters: string }[] = []
  for (const { start, end, codePoint } of sequences) {
    const last = places.at(-1)
    const character = String.fromCodePoint(codePoint)
    if (last?.end === start) {
      last.end = end
      last.characters += character
    } else {
      places.push({ start, end, characters: character })
    }
  }
  return places
}

function replace(text: string, places: readonly MisreadPlace[]): string {
  const parts: string[] = []
  let offset = 0
  for (const { start, end, characters } of places) {
    parts.push(text.slice(offset, start), characters)
    offset = end
  }
  parts.push(text.slice(offset))
  return parts.join('')
}

function describe(text: string, encoding: MisreadEncoding, places: readonly MisreadPlace[]): Repair {
  const first = places[0] ?? { start: 0, end: 0, characters: '' }
  const lines = text.slice(0, first.start).split(LINE_END)
  return {
    encoding,
    places: places.length,
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
    before: text.slice(first.start, first.end),
    after: first.characters,
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
