import { type Evidence, QUOTE_LIMIT } from '@fieldmap/graph'
import type { Inline } from '../parse/document.ts'
import { indexLines, type LineIndex } from '../parse/line-index.ts'
import type { SourceText } from '../read/source-text.ts'

/** A range of the file. */
export interface FileRange {
  readonly start: number
  readonly end: number
}

/** Makes evidence of ranges of one file: the words of its first line, at most {@link QUOTE_LIMIT} characters. */
export interface Quoter {
  readonly lines: LineIndex
  readonly range: (range: FileRange, rule: string) => Evidence
  /** The range of some content; the fallback where it is empty. */
  readonly inside: (content: Inline, fallback: FileRange) => FileRange
}

export function createQuoter(source: SourceText): Quoter {
  const lines = indexLines(source.text)
  return {
    lines,
    range({ start, end }, rule) {
      const from = skipWhite(source.text, start, end)
      const line = lines.lineAt(from)
      const lineEnd = lines.endOf(line)
      const quote = cut(
        source.text.slice(from, Math.min(Math.max(end, from), lineEnd)).trimEnd() ||
          source.text.slice(lines.startOf(line), lineEnd).trim(),
      )
      const endLine = lines.lineAt(Math.max(from, end - 1))
      return { source: source.path, line, ...(endLine > line ? { endLine } : {}), quote, rule }
    },
    inside(content, fallback) {
      const first = content[0]
      const last = content.at(-1)
      return first === undefined || last === undefined ? fallback : { start: first.start, end: last.end }
    },
  }
}

function skipWhite(text: string, start: number, end: number): number {
  let from = start
  while (from < end && /\s/.test(text.charAt(from))) from++
  return from < end ? from : start
}

/** Never through the middle of a character of two code units. */
function cut(quote: string): string {
  if (quote.length <= QUOTE_LIMIT) return quote
  const last = quote.charCodeAt(QUOTE_LIMIT - 1)
  return quote.slice(0, last >= 0xd800 && last <= 0xdbff ? QUOTE_LIMIT - 1 : QUOTE_LIMIT).trimEnd()
}
