import type { PhrasingContent, Root } from 'mdast'
import { mendLinks } from './broken-links.ts'
import type { Inline, Span } from './document.ts'
import { flattenInline } from './inline.ts'
import { INLINE_LIMIT } from './limits.ts'
import { exceedsBudget, type ParseMarkdown } from './markdown.ts'
import type { Piece } from './piece.ts'

/** Parses texts that hold inline content only: table cells and the lines of items. */
export interface InlineParser {
  /** The spans of a piece; `undefined` where it exceeds the work budget. Plain words never meet the parser. */
  readonly parse: (piece: Piece) => Inline | undefined
  /**
   * Parses many pieces at once and keeps the results for {@link InlineParser.parse}: a call of the parser costs about
   * as much as parsing a short piece. Forgets what was prepared before. What may define a label for its neighbours is left
   * for its turn.
   */
  readonly prepare: (pieces: readonly Piece[]) => void
}

/** In front of a piece, so that `# 1` or `- x` in it is no heading or list, and `www.` and `_` still count as at a start. */
const GUARD = '· '
/** Characters without which a text has no inline markup. */
const MARKUP = /[\\`*_[\]<&~]|https?:|www\.|@|\n/
/** Characters of pieces that are parsed together. */
const BATCH = 16_384
/** Shorter results are kept for the whole document: "[Code](…)" differs, "**2023**" repeats. */
const KEPT = 80

/** Phrasing content with the text that its positions refer to. */
interface Parsed {
  readonly children: readonly PhrasingContent[]
  readonly raw: string
  /** Where the piece, its guard included, begins in `raw`. */
  readonly base: number
}

export function createInlineParser(markdown: ParseMarkdown): InlineParser {
  const kept = new Map<string, Parsed>()
  let prepared = new Map<string, Parsed>()

  const single = (text: string): Parsed | undefined => {
    const raw = GUARD + text
    const root = markdown(raw)
    if (root === undefined) return undefined
    const first = root.children[0]
    const parsed: Parsed = { children: first?.type === 'paragraph' ? first.children : [], raw, base: 0 }
    if (text.length <= KEPT) kept.set(text, parsed)
    return parsed
  }

  return {
    parse(piece) {
      const text = piece.text.trim()
      if (text === '') return []
      if (text.length > INLINE_LIMIT) return undefined
      if (!MARKUP.test(text)) return [plainSpan(piece, text)]
      const parsed = prepared.get(text) ?? kept.get(text) ?? single(text)
      if (parsed === undefined) return undefined
      if (parsed.children.length === 0) return [plainSpan(piece, text)]
      const lead = piece.text.length - piece.text.trimStart().length - parsed.base - GUARD.length
      const locate = (offset: number): number => piece.locate(Math.max(0, offset + lead))
      return mendLinks(withoutGuard(flattenInline(parsed.children, parsed.raw, locate)))
    },
    prepare(pieces) {
      prepared = new Map()
      const texts = new Set(pieces.map((piece) => piece.text.trim()))
      let batch: string[] = []
      let size = 0
      const flush = (): void => {
        if (batch.length > 1) parseTogether(batch, markdown, prepared)
        batch = []
        size = 0
      }
      for (const text of texts) {
        if (!MARKUP.test(text) || kept.has(text) || /\n\s*\n|\]:/.test(text) || exceedsBudget(text)) continue
        const plain = markdown(GUARD + text, 'plain')?.children[0]
        if (plain?.type === 'paragraph') {
          prepared.set(text, { children: plain.children, raw: GUARD + text, base: 0 })
          continue
        }
        batch.push(text)
        size += text.length
        if (size > BATCH) flush()
      }
      flush()
    },
  }
}

/** Parses texts as one document of paragraphs. A text that is more or less than one paragraph is left for its turn. */
function parseTogether(texts: readonly string[], markdown: ParseMarkdown, into: Map<string, Parsed>): void {
  const raw = texts.map((text) => GUARD + text).join('\n\n')
  const root: Root | undefined = markdown(raw, 'batch')
  if (root === undefined) return
  const paragraphs = new Map(root.children.map((node) => [node.position?.start.offset, node]))
  let base = 0
  for (const text of texts) {
    const node = paragraphs.get(base)
    const end = base + GUARD.length + text.length
    if (node?.type === 'paragraph' && node.position?.end.offset === end)
      into.set(text, { children: node.children, raw, base })
    base = end + 2
  }
}

function plainSpan(piece: Piece, text: string): Span {
  const lead = piece.text.indexOf(text)
  return {
    kind: 'text',
    text,
    start: piece.locate(lead),
    end: piece.locate(lead + text.length),
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
