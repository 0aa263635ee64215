import type { ByteTable } from './misread-encodings.ts'

/** Characters that are together one valid UTF-8 sequence of 2–4 bytes under the encoding that was scanned for. */
export interface MisreadSequence {
  /** Offsets into the text, in UTF-16 code units; one unit a byte. */
  readonly start: number
  readonly end: number
  /** What the bytes stand for. */
  readonly codePoint: number
  readonly script: Script
}

/**
 * What kind of character a sequence stands for. Letters of other than Latin scripts are named by their block of 128
 * (`block:9`), Chinese, Japanese and Korean together `cjk`.
 */
export type Script =
  | 'latin'
  | 'sign'
  | 'control'
  | 'phonetic'
  | 'combining'
  | 'symbol'
  | 'cjk'
  | 'none'
  | `block:${number}`

/** Every valid sequence from left to right, and how many non-ASCII characters are in none. Linear. */
export function findSequences(text: string, bytes: ByteTable): { sequences: MisreadSequence[]; orphans: number } {
  const sequences: MisreadSequence[] = []
  let orphans = 0
  for (const run of text.matchAll(/[\u0080-\uffff]+/g)) {
    const stop = run.index + run[0].length
    let offset = run.index
    while (offset < stop) {
      const length = sequenceLength(bytes[text.charCodeAt(offset)] ?? 0)
      const codePoint = length > 0 && offset + length <= stop ? decodeSequence(text, offset, length, bytes) : -1
      if (codePoint < 0) {
        orphans += 1
        offset += 1
      } else {
        sequences.push({ start: offset, end: offset + length, codePoint, script: scriptOf(codePoint) })
        offset += length
      }
    }
  }
  return { sequences, orphans }
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

const SMALLEST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000]

/** The code point, or -1 where the bytes are not UTF-8: too long a form, a surrogate, beyond Unicode. */
function decodeSequence(text: string, offset: number, length: number, bytes: ByteTable): number {
  let codePoint = (bytes[text.charCodeAt(offset)] ?? 0) & (0xff >> (length + 1))
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[text.charCodeAt(offset + index)] ?? 0
    if (byte < 0x80 || byte > 0xbf) return -1
    codePoint = (codePoint << 6) | (byte & 0x3f)
  }
  if (codePoint < (SMALLEST[length] ?? 0) || codePoint > 0x10ffff) return -1
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? -1 : codePoint
}

/** ˆ ˇ ˘ ˙ ˚ ˛ ˜ ˝, which stand in the tables of Windows-1252 and Mac Roman and so in text that was misread twice. */
const SPACING_ACCENTS: ReadonlySet<number> = new Set([0x2c6, 0x2c7, 0x2d8, 0x2d9, 0x2da, 0x2db, 0x2dc, 0x2dd])

function scriptOf(codePoint: number): Script {
  if (codePoint < 0xa0) return 'control'
  if (codePoint < 0xc0 || codePoint === 0xd7 || codePoint === 0xf7) return 'sign'
  if (codePoint < 0x250) return 'latin'
  if (SPACING_ACCENTS.has(codePoint)) return 'symbol'
  if (codePoint < 0x300) return 'phonetic'
  if (codePoint < 0x370) return 'combining'
  if (codePoint >= 0x1e00 && codePoint < 0x1f00) return 'latin'
  if (codePoint === 0xf8ff || codePoint === 0xfeff) return 'symbol'
  if (!isAssigned(codePoint)) return 'none'
  if (codePoint >= 0x1f00 && codePoint < 0x2000) return 'block:7' // polytonic Greek with Greek
  if (codePoint < 0x2000 || (codePoint >= 0xa000 && codePoint < 0xac00)) return `block:${codePoint >> 7}`
  if (codePoint < 0x2c00 || (codePoint >= 0xfe00 && codePoint < 0xfe10)) return 'symbol'
  if (codePoint >= 0x10000 && codePoint < 0x20000) return 'symbol'
  return codePoint >= 0x2e80 ? 'cjk' : `block:${codePoint >> 7}`
}

const assigned = new Map<number, boolean>()

function isAssigned(codePoint: number): boolean {
  let known = assigned.get(codePoint)
  if (known === undefined) {
    // Each version of Unicode adds emoji, and each version of Node knows another one.
    const isEmoji = codePoint >= 0x1f000 && codePoint < 0x1fb00
    known = isEmoji || !/[\p{Cn}\p{Co}]/u.test(String.fromCodePoint(codePoint))
    assigned.set(codePoint, known) // bounded by the code points of Unicode
  }
  return known
}
