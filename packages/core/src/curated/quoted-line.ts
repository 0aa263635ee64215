import { QUOTE_LIMIT } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'

/** Words of a text that fit into evidence, and the line that holds them. */
export interface Quoted {
  readonly quote: string
  /** 1-based. */
  readonly line: number
}

/**
 * The part of a CSV cell that can be quoted: its first line with words, cut at a blank to the longest quote, with the
 * line of the file that holds it. A cell may span several lines of a record that begins on `line`.
 */
export function quoteCell(lines: readonly string[], line: number, cell: string): Quoted {
  const words = cell
    .split(/\r\n|\n|\r/)
    .map((part) => part.trim())
    .find((part) => part !== '')
  const quote = shorten(words ?? '')
  const found = lines.findIndex((text, i) => i >= line - 1 && i < line + CELL_LINES && holds(text, quote))
  return { quote, line: found < 0 ? line : found + 1 }
}

/** A cell is looked for on so many lines of its record. */
const CELL_LINES = 200

/** In CSV a quotation mark inside a quoted cell is written twice. */
function holds(line: string, quote: string): boolean {
  return line.includes(quote) || line.replaceAll('""', '"').includes(quote)
}

/** The longest beginning of some words that fits into a quote, cut at a blank where there is one. */
export function shorten(words: string): string {
  if (words.length <= QUOTE_LIMIT) return words
  const cut = words.slice(0, QUOTE_LIMIT)
  const blank = cut.lastIndexOf(' ')
  return (blank > QUOTE_LIMIT / 2 ? cut.slice(0, blank) : cut.replace(/[\uD800-\uDBFF]$/, '')).trimEnd()
}

/** The lines of a source, as evidence counts them. */
export function linesOf({ text }: SourceText): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}
