import type { Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { contentOf, convertBlocks, itemsOf } from './convert-blocks.ts'
import type { Block, Document, Heading, Inline, Item } from './document.ts'
import { htmlTag } from './html-tag.ts'
import { createInlineParser, type InlineParser } from './inline-parser.ts'
import { LINE_LIMIT, NESTING_LIMIT } from './limits.ts'
import { createMarkdownParser, type ParseMarkdown, referenceLabel } from './markdown.ts'
import { parseHtml } from './parse-html.ts'
import { type ItemContent, parseItem } from './parse-items.ts'
import { parseTable } from './parse-table.ts'
import { joinPiece, type Piece } from './piece.ts'
import { type Chunk, LOOSE_HEADING, type SplitDocument, splitBlocks } from './split-blocks.ts'

/**
 * Parses a Markdown list (CommonMark with GFM, and the HTML in it) into blocks whose spans know their place in the
 * file. Every cell, item and paragraph is parsed by itself with remark. Pieces that exceed a limit of `limits.ts` and
 * constructs that are never closed are findings; the rest is read. Linear in the text.
 */
export function parse(source: SourceText): Document {
  const split = splitBlocks(source.text)
  const parser = new DocumentParser(source, split)
  return { source, blocks: parser.blocks(), findings: parser.findings }
}

/** Chunks whose pieces are parsed together: enough to spread a call's cost, few enough to keep memory flat. */
const WINDOW = 64

class DocumentParser {
  readonly findings: Finding[] = []
  readonly #source: SourceText
  readonly #split: SplitDocument
  readonly #markdown: ParseMarkdown
  readonly #inlines: InlineParser
  /** While a window of chunks is looked through for what to prepare: the pieces found. */
  #collected: Piece[] | undefined
  #anchors: string[] = []

  constructor(source: SourceText, split: SplitDocument) {
    this.#source = source
    this.#split = split
    this.#markdown = createMarkdownParser(this.#definitions())
    this.#inlines = createInlineParser(this.#markdown)
  }

  blocks(): readonly Block[] {
    for (const { kind, line } of this.#split.unclosed) {
      this.#find(
        `parse/unclosed-${kind}`,
        line,
        `This ${kind} is never closed.`,
        `Close it; the lines below are read as if it were not there.`,
      )
    }
    const { chunks } = this.#split
    const blocks: Block[] = []
    for (let from = 0; from < chunks.length; from += WINDOW) {
      const window = chunks.slice(from, from + WINDOW)
      this.#prepare(window)
      for (const chunk of window) blocks.push(...this.#chunk(chunk))
    }
    return joinLists(blocks)
  }

  /** Goes through rows and items once for their pieces alone, which are then parsed together. */
  #prepare(chunks: readonly Chunk[]): void {
    const pieces: Piece[] = []
    this.#collected = pieces
    for (const chunk of chunks) if (chunk.kind === 'table' || chunk.kind === 'item') this.#chunk(chunk)
    this.#collected = undefined
    this.#inlines.prepare(pieces)
  }

  #chunk(chunk: Chunk): readonly Block[] {
    if (this.#hasLongLine(chunk)) return []
    switch (chunk.kind) {
      case 'code':
      case 'definition':
        return []
      case 'html':
        return this.#html(this.#piece(chunk))
      case 'table': {
        const { text } = this.#source
        return [
          parseTable(text, this.#split.lines, chunk.from, chunk.to, (start, end) =>
            this.#inline(joinPiece(text, [{ start, end }])),
          ),
        ]
      }
      case 'item':
        return [this.#item(chunk)]
      case 'heading':
        return this.#heading(this.#piece(chunk))
      case 'paragraph':
        return this.#markdownBlocks(this.#piece(chunk))
      default:
        return chunk.kind satisfies never
    }
  }

  #heading(piece: Piece): readonly Block[] {
    const loose = LOOSE_HEADING.exec(piece.text)
    if (loose === null) return this.#markdownBlocks(piece)
    const place = { start: piece.locate(0), end: piece.locate(piece.text.length) }
    const words = { start: piece.locate(loose[0].length), end: place.end }
    const content = this.#inline(joinPiece(this.#source.text, [words]))
    return [this.#withAnchors({ kind: 'heading', depth: loose[1]?.length ?? 1, content, anchors: [], ...place }, piece)]
  }

  #item(chunk: Chunk): Block {
    const { lines } = this.#split
    const tooDeep: number[] = []
    const item = parseItem(
      this.#source.text,
      lines,
      chunk.from,
      chunk.to,
      (piece) => this.#ownLines(piece),
      (line) => tooDeep.push(line),
    )
    const [first] = tooDeep
    if (first !== undefined) {
      this.#find(
        'parse/nested-too-deep',
        first,
        `${tooDeep.length} items are nested deeper than ${NESTING_LIMIT}.`,
        'They are read as items of that depth; indent them less.',
      )
    }
    return { kind: 'list', items: [item], start: item.start, end: item.end }
  }

  #ownLines(piece: Piece): ItemContent {
    // Most items are one paragraph without block syntax: the cheaper inline parser serves them, and its memo.
    if (!/\n\s*\n|^\s*[#>|`~<]|\n\s*[#>|`~<]/.test(piece.text)) return { content: this.#inline(piece), blocks: [] }
    const blocks = this.#markdownBlocks(piece)
    const other = blocks.filter((block) => block.kind === 'table')
    const nested: readonly Item[] = itemsOf(blocks)
    return {
      content: contentOf(blocks),
      blocks:
        nested.length > 0
          ? [...other, { kind: 'list', items: nested, start: piece.locate(0), end: piece.locate(piece.text.length) }]
          : other,
    }
  }

  #markdownBlocks(piece: Piece): readonly Block[] {
    if (this.#collected !== undefined) return []
    const root = this.#markdown(piece.text)
    if (root === undefined) {
      this.#tooComplex(piece)
      return []
    }
    const blocks = convertBlocks(root.children, piece, { html: (inner) => this.#html(inner) })
    return blocks
      .map((block) => this.#withAnchors(block, piece))
      .filter((block) => block.kind !== 'paragraph' || !isEmpty(block.content))
  }

  /** Anchors stand in the heading, or in a paragraph of their own right above it. */
  #withAnchors(block: Block, piece: Piece): Block {
    const { text } = this.#source
    const own = anchorsIn(text.slice(block.start, block.end))
    if (block.kind !== 'heading') {
      if (block.kind === 'paragraph' && isEmpty(block.content)) this.#anchors.push(...own)
      else this.#anchors = []
      return block
    }
    const heading: Heading = { ...block, anchors: [...this.#anchors, ...own, ...braceAnchor(piece.text)] }
    this.#anchors = []
    return heading
  }

  #html(piece: Piece): readonly Block[] {
    try {
      const { blocks, anchors } = parseHtml(piece, (inner) => this.#inline(inner))
      const first = blocks.find((block) => block.kind === 'heading')
      const carried = this.#anchors
      if (blocks.length > 0) this.#anchors = []
      if (first === undefined || carried.length === 0) {
        this.#anchors.push(...anchors)
        return blocks
      }
      return blocks.map((block) => (block === first ? { ...first, anchors: [...carried, ...first.anchors] } : block))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#tooComplex(piece)
      return []
    }
  }

  #inline(piece: Piece): Inline {
    if (this.#collected !== undefined) {
      this.#collected.push(piece)
      return []
    }
    const inline = this.#inlines.parse(piece)
    if (inline !== undefined) return inline
    this.#tooComplex(piece)
    return []
  }

  #piece(chunk: Chunk): Piece {
    const { lines } = this.#split
    return joinPiece(this.#source.text, [{ start: lines.startOf(chunk.from), end: lines.endOf(chunk.to) }])
  }

  #hasLongLine(chunk: Chunk): boolean {
    const { lines } = this.#split
    for (let line = chunk.from; line <= chunk.to; line++) {
      if (lines.endOf(line) - lines.startOf(line) <= LINE_LIMIT) continue
      this.#find(
        'parse/line-too-long',
        line,
        `This line has more than ${LINE_LIMIT.toLocaleString('en')} characters and is left out.`,
        'Break it, one entry a line.',
      )
      return true
    }
    return false
  }

  #tooComplex(piece: Piece): void {
    const line = this.#split.lines.lineAt(piece.locate(0))
    this.#find(
      'parse/too-complex',
      line,
      'This piece has too many characters or delimiters to be an entry and is left out.',
      'Split it, one entry a row or item.',
    )
  }

  #find(rule: string, line: number, message: string, hint: string): void {
    if (this.#collected !== undefined) return
    this.findings.push({ rule, severity: 'warning', source: this.#source.path, line, column: 1, message, hint })
  }

  #definitions(): ReadonlyMap<string, string> {
    const { chunks, lines } = this.#split
    const definitions = new Map<string, string>()
    for (const chunk of chunks) {
      if (chunk.kind !== 'definition') continue
      const line = this.#source.text.slice(lines.startOf(chunk.from), lines.endOf(chunk.from)).trim()
      const label = referenceLabel(/^\[([^\]]+)\]:/.exec(line)?.[1] ?? '')
      if (label !== '' && !label.startsWith('^') && !definitions.has(label)) definitions.set(label, line)
    }
    return definitions
  }
}

function isEmpty(content: Inline): boolean {
  return content.every((span) => span.kind === 'break')
}

function anchorsIn(raw: string): string[] {
  const anchors: string[] = []
  for (const [tag] of raw.matchAll(/<[a-z][^>]*\b(?:id|name)\s*=[^>]*>/gi)) {
    const attributes = htmlTag(tag)?.attributes
    const id = attributes?.get('id') ?? attributes?.get('name')
    if (id !== undefined && id !== '') anchors.push(id)
  }
  return anchors
}

/** `## Title {#anchor}` as several site generators write it. */
function braceAnchor(raw: string): string[] {
  const match = /\{#([\w-]+)\}\s*$/.exec(raw.trim())
  return match?.[1] === undefined ? [] : [match[1]]
}

/** Items were parsed one by one; those that follow each other are one list. */
function joinLists(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  let items: Item[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind !== 'list' || last?.kind !== 'list') {
      items = block.kind === 'list' ? [...block.items] : []
      joined.push(block.kind === 'list' ? { ...block, items } : block)
      continue
    }
    for (const item of block.items) items.push(item)
    joined[joined.length - 1] = { ...last, items, end: block.end }
  }
  return joined
}
