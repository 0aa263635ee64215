import { FILE_LIMIT } from './limits.ts'
import { windows1252 } from './misread-encodings.ts'

/** What was wrong with the bytes of a file, and where; `line` is 1-based. */
export type DecodeProblem =
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'lfs-pointer' }
  | { readonly kind: 'empty' }
  /** `runs` stretches of bytes, each ≥ 1, are not UTF-8 and were read as Windows-1252. */
  | { readonly kind: 'invalid-utf8'; readonly runs: number; readonly line: number; readonly column: number }

/** `text` is missing where the file has to be left out; `problem` says why, or what was done about it. */
export interface Decoded {
  readonly text?: string
  readonly problem?: DecodeProblem
}

/**
 * Decodes a text file: UTF-8, and UTF-16 with a byte order mark or obviously so; the mark is dropped. Bytes that are not
 * UTF-8 are read as Windows-1252, one stretch at a time. Line ends stay as they are. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > FILE_LIMIT) return { problem: { kind: 'too-large', bytes: bytes.length } }
  if (bytes.length === 0) return { text: '', problem: { kind: 'empty' } }
  const utf16 = utf16Label(bytes)
  if (utf16 !== undefined) return checked(new TextDecoder(utf16).decode(bytes))
  if (bytes.includes(0)) return { problem: { kind: 'binary' } }
  const text = decodeUtf8(bytes)
  if (text !== undefined) return checked(text)
  const mixed = decodeMixed(bytes)
  const decoded = checked(mixed.text)
  if (decoded.text === undefined) return decoded
  const lines = mixed.before.split(/\r\n|\n|\r/)
  const column = (lines.at(-1) ?? '').length + 1
  return { text: mixed.text, problem: { kind: 'invalid-utf8', runs: mixed.runs, line: lines.length, column } }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** By the byte order mark, or because nearly every second byte of the beginning is zero, as in Latin text. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.35
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : undefined
}

/** Text holds few control characters; a picture or an archive that happens to hold no NUL is full of them. */
function checked(text: string): Decoded {
  if (text.includes('\0')) return { problem: { kind: 'binary' } }
  if (/^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n/.test(text)) return { problem: { kind: 'lfs-pointer' } }
  const sample = text.slice(0, 65_536)
  let controls = 0
  for (let index = 0; index < sample.length; index += 1) if (isControl(sample.charCodeAt(index))) controls += 1
  if (controls > 8 && controls > sample.length * 0.02) return { problem: { kind: 'binary' } }
  return text === '' ? { text, problem: { kind: 'empty' } } : { text }
}

/** Of ASCII, without tab, line ends, form feed and escape, which text files hold now and then. */
function isControl(code: number): boolean {
  return (code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) || code === 0x7f
}

interface Mixed {
  readonly text: string
  readonly runs: number
  /** The text before the first stretch that is not UTF-8. */
  readonly before: string
}

/** The UTF-8 bytes of what Windows-1252 shows for each byte. */
const WINDOWS_1252: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) => {
  return new TextEncoder().encode(String.fromCharCode(windows1252(byte)))
})

/** Writes each wrong byte as the UTF-8 of its Windows-1252 character, then decodes the whole. Linear. */
function decodeMixed(bytes: Uint8Array): Mixed {
  let wrong = 0
  for (let offset = 0; offset < bytes.length; ) {
    const length = validLength(bytes, offset)
    if (length === 0) wrong += 1
    offset += length || 1
  }
  const mended = new Uint8Array(bytes.length + 2 * wrong)
  let end = 0
  let runs = 0
  let first = -1
  let isInRun = false
  for (let offset = 0; offset < bytes.length; ) {
    const length = validLength(bytes, offset)
    if (length === 0 && !isInRun) {
      runs += 1
      if (first < 0) first = end
    }
    isInRun = length === 0
    const piece = isInRun ? (WINDOWS_1252[bytes[offset] ?? 0] ?? []) : bytes.subarray(offset, offset + length)
    mended.set(piece, end)
    end += piece.length
    offset += length || 1
  }
  const utf8 = new TextDecoder()
  return { text: utf8.decode(mended.subarray(0, end)), runs, before: utf8.decode(mended.subarray(0, first)) }
}

/** The length of the valid UTF-8 sequence at `offset`, or 0. */
function validLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  for (let index = 1; index < length; index += 1) if (((bytes[offset + index] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[offset + 1] ?? 0
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)
  const isOutside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)
  return isOverlong || isOutside ? 0 : length
}
