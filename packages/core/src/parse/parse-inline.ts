import type { Inline, Span } from './document.ts'
import { flattenInline } from './inline.ts'
import type { ParseMarkdown } from './markdown.ts'
import type { Piece } from './piece.ts'

/** In front of a cell, so that `# 1` or `- x` in it is no heading or list, and `www.` and `_` still count as at a start. */
const GUARD = '· '

/** Characters without which a text has no inline markup. */
const MARKUP = /[\\`*_[\]<&~]|https?:|www\.|@|\n/

/**
 * Parses text that holds inline content only, such as a table cell. Plain words never meet the parser.
 * `undefined` where the piece exceeds the work budget.
 */
export function parseInline(piece: Piece, parse: ParseMarkdown): Inline | undefined {
  const trimmed = piece.text.trim()
  if (trimmed === '') return []
  if (!MARKUP.test(trimmed)) return [plainSpan(piece, trimmed)]
  const lead = piece.text.length - piece.text.trimStart().length
  const root = parse(GUARD + trimmed)
  if (root === undefined) return undefined
  const locate = (offset: number): number => piece.locate(Math.max(0, offset - GUARD.length) + lead)
  const first = root.children[0]
  if (first?.type !== 'paragraph') return [plainSpan(piece, trimmed)]
  return withoutGuard(flattenInline(first.children, GUARD + trimmed, locate))
}

function plainSpan(piece: Piece, trimmed: string): Span {
  const lead = piece.text.indexOf(trimmed)
  return {
    kind: 'text',
    text: trimmed,
    start: piece.locate(lead),
    end: piece.locate(lead + trimmed.length),
    strong: false,
    emphasis: false,
    code: false,
  }
}

function withoutGuard(spans: Inline): Inline {
  const [first, ...rest] = spans
  if (first?.kind !== 'text' || !first.text.startsWith('·')) return spans
  const text = first.text.slice(GUARD.length)
  return text === '' ? rest : [{ ...first, text }, ...rest]
}
