import { ADVANCES } from './font-metrics.data.ts'

export type FontWeight = 400 | 600

/** Ascent plus descent of a line of a label, in em. */
export const LINE_HEIGHT = 1.28

/**
 * How wide a text stands in the shipped font, in pixels: the sum of its advance widths, without kerning (renderers
 * switch it off). Characters outside the table count as 1 em where they are full-width or emoji, else as 0.62 em.
 */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  const advances = tableOf(weight)
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    width += advances.get(code) ?? (isMark(character) ? 0 : isWide(code) ? 1000 : 620)
  }
  return (width * size) / 1000
}

/** A cut goes back to the end of a word if this part of what fits stays. */
const WHOLE_WORDS = 0.6

/** The text itself, or as much of it as fits `width` pixels, with `…`: whole words, unless the last of them is long. */
export function shorten(text: string, width: number, size: number, weight: FontWeight): string {
  if (textWidth(text, size, weight) <= width) return text
  const characters = Array.from(text)
  let [short, long] = [0, characters.length]
  while (short < long) {
    const middle = (short + long + 1) >> 1
    if (textWidth(`${characters.slice(0, middle).join('')}…`, size, weight) <= width) short = middle
    else long = middle - 1
  }
  const cut = characters.slice(0, short)
  const blank = /\s/.test(characters[short] ?? '') ? short : cut.lastIndexOf(' ')
  const kept = blank >= WHOLE_WORDS * short ? cut.slice(0, blank) : cut
  return `${kept.join('').replace(/[\s:;,–-]+$/, '')}…`
}

/** {@link wrap} into lines of about the same length: as narrow as the number of lines that it needs allows. */
export function wrapEvenly(
  text: string,
  width: number,
  lines: number,
  size: number,
  weight: FontWeight,
): readonly string[] {
  const widest = wrap(text, width, lines, size, weight)
  if (widest.length < 2 || widest.some((line) => line.endsWith('…'))) return widest
  for (const part of [0.6, 0.7, 0.8, 0.9]) {
    const narrower = wrap(text, part * width, lines, size, weight)
    if (narrower.length === widest.length && !narrower.some((line) => line.endsWith('…'))) return narrower
  }
  return widest
}

/** Breaks a text after blanks and hyphens into lines of at most `width` pixels; the last of `lines` lines is shortened. */
export function wrap(text: string, width: number, lines: number, size: number, weight: FontWeight): readonly string[] {
  const result: string[] = []
  for (const piece of text.trim().match(/[^\s-]+-*\s*|-+\s*/g) ?? []) {
    const line = result.at(-1)
    const longer = `${line ?? ''}${piece}`
    const fits = textWidth(longer.trimEnd(), size, weight) <= width
    if (line === undefined || (!fits && result.length < lines)) result.push(piece)
    else result[result.length - 1] = longer
  }
  return result.map((line) => shorten(line.trimEnd(), width, size, weight))
}

const tables = new Map<FontWeight, ReadonlyMap<number, number>>()

function tableOf(weight: FontWeight): ReadonlyMap<number, number> {
  const known = tables.get(weight)
  if (known !== undefined) return known
  const table = new Map<number, number>()
  for (const run of ADVANCES[weight].split(' ')) {
    const [first = '', widths = ''] = run.split(':')
    widths.split(',').forEach((width, i) => {
      table.set(Number(first) + i, Number(width))
    })
  }
  tables.set(weight, table)
  return table
}

function isMark(character: string): boolean {
  return /^\p{M}$/u.test(character)
}

function isWide(code: number): boolean {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || code >= 0x1f000
}
