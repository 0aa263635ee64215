/** An encoding as which UTF-8 is commonly misread. */
export type MisreadEncoding = 'Windows-1252' | 'Latin-1' | 'Mac Roman'

/** For each UTF-16 code unit the byte (0x80–0xFF) that the encoding shows as this character, or 0. */
export type ByteTable = Uint8Array

/** Spellings of the same Mac Roman byte by other converters: Ohm and increment signs, the currency sign before 1998. */
const MAC_ROMAN_VARIANTS: readonly (readonly [code: number, byte: number])[] = [
  [0x2126, 0xbd],
  [0x0394, 0xc6],
  [0x00a4, 0xdb],
]

/**
 * Bytes 0x80–0x9F of Windows-1252 and 0x80–0xFF of Mac Roman by the WHATWG Encoding Standard. Written out, as some
 * versions of Node decode the label `windows-1252` as Latin-1. Five holes of Windows-1252 are C1 controls.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const HIGH_BYTES: readonly number[] = Array.from({ length: 128 }, (_, index) => 0x80 + index)

/** What Windows-1252 shows for a byte, as a code unit. */
export function windows1252(byte: number): number {
  return byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte
}

/** Windows-1252 first: where only bytes from 0xA0 occur, it and Latin-1 are the same, and it is the commoner one. */
export const MISREAD_ENCODINGS: readonly { readonly name: MisreadEncoding; readonly bytes: ByteTable }[] = [
  { name: 'Windows-1252', bytes: byteTable(HIGH_BYTES.map(windows1252)) },
  { name: 'Latin-1', bytes: byteTable(HIGH_BYTES) },
  {
    name: 'Mac Roman',
    bytes: byteTable(
      HIGH_BYTES.map((byte) => MAC_ROMAN.charCodeAt(byte - 0x80)),
      MAC_ROMAN_VARIANTS,
    ),
  },
]

function byteTable(codes: readonly number[], variants: readonly (readonly [number, number])[] = []): ByteTable {
  const table = new Uint8Array(0x10000)
  for (const [code, byte] of variants) table[code] = byte
  for (const [index, code] of codes.entries()) table[code] = 0x80 + index
  return table
}
