import { contentOf, convertBlocks, itemsOf } from './convert-blocks.ts'
import type { Block, Heading, Inline, Item, Row } from './document.ts'
import { htmlTag } from './html-tag.ts'
import { createInlineParser, type InlineParser } from './inline-parser.ts'
import { NESTING_LIMIT } from './limits.ts'
import { indexLines, type LineIndex } from './line-index.ts'
import { createMarkdownParser, labelsIn, type ParseMarkdown } from './markdown.ts'
import { parseHtml } from './parse-html.ts'
import { type ItemContent, parseItem } from './parse-items.ts'
import { parseRow } from './parse-table.ts'
import { joinPiece, type Piece } from './piece.ts'
import type { Definitions, ParsedPiece, PieceFinding, PieceKey } from './piece-memo.ts'
import { LOOSE_HEADING } from './split-blocks.ts'

/** Parses the pieces of one document. */
export interface PieceParser {
  /** What a piece holds: a function of the key and of the definitions of the labels in its text. Linear. */
  readonly parse: (key: PieceKey) => ParsedPiece
  /** Parses the inline content of many pieces together, which costs less than one by one; {@link parse} then finds it. */
  readonly prepare: (keys: readonly PieceKey[]) => void
}

/** A parser with the document's link definitions at hand. */
export function createPieceParser(definitions: Definitions): PieceParser {
  const markdown = createMarkdownParser(definitions)
  const inlines = createInlineParser(markdown)
  return {
    parse: (key) => new Parsing(key, definitions, markdown, inlines).run(),
    prepare(keys) {
      const pieces: Piece[] = []
      for (const key of keys) new Parsing(key, definitions, markdown, inlines, pieces).run()
      inlines.prepare(pieces)
    },
  }
}

/** The parse of one piece. */
class Parsing {
  readonly #key: PieceKey
  readonly #lines: LineIndex
  readonly #definitions: Definitions
  readonly #markdown: ParseMarkdown
  readonly #inlines: InlineParser
  /** While a piece is only looked through for what to prepare: the inline pieces found. */
  readonly #collected: Piece[] | undefined
  readonly #findings: PieceFinding[] = []
  readonly #labels = new Map<string, string | undefined>()
  #anchors: string[]

  constructor(
    key: PieceKey,
    definitions: Definitions,
    markdown: ParseMarkdown,
    inlines: InlineParser,
    collected?: Piece[],
  ) {
    this.#key = key
    this.#lines = indexLines(key.text)
    this.#definitions = definitions
    this.#markdown = markdown
    this.#inlines = inlines
    this.#collected = collected
    this.#anchors = [...key.anchors]
  }

  run(): ParsedPiece {
    const content = this.#read()
    return { ...content, findings: this.#findings, anchors: this.#anchors, labels: this.#labels }
  }

  #read(): Pick<ParsedPiece, 'blocks' | 'row'> {
    const { kind, text } = this.#key
    const whole = joinPiece(text, [{ start: 0, end: text.length }])
    switch (kind) {
      case 'html':
        return { blocks: this.#html(whole) }
      case 'row':
        return { blocks: [], row: this.#row() }
      case 'item':
        return { blocks: [this.#item()] }
      case 'heading':
        return { blocks: this.#heading(whole) }
      case 'paragraph':
        return { blocks: this.#markdownBlocks(whole) }
      default:
        return kind satisfies never
    }
  }

  #row(): Row {
    const { text } = this.#key
    return parseRow(text, (start, end) => this.#inline(joinPiece(text, [{ start, end }])))
  }

  #heading(piece: Piece): readonly Block[] {
    const loose = LOOSE_HEADING.exec(piece.text)
    if (loose === null) return this.#markdownBlocks(piece)
    const place = { start: piece.locate(0), end: piece.locate(piece.text.length) }
    const words = { start: piece.locate(loose[0].length), end: place.end }
    const content = this.#inline(joinPiece(this.#key.text, [words]))
    return [this.#withAnchors({ kind: 'heading', depth: loose[1]?.length ?? 1, content, anchors: [], ...place }, piece)]
  }

  #item(): Block {
    const tooDeep: number[] = []
    const item = parseItem(
      this.#key.text,
      this.#lines,
      1,
      this.#lines.count,
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
    // `- ### Title`: that it is a heading is kept beside its words.
    const other = blocks.filter((block, i) => block.kind === 'table' || (block.kind === 'heading' && i === 0))
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
    this.#note(piece)
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
    const { text } = this.#key
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
    this.#note(piece)
    const inline = this.#inlines.parse(piece)
    if (inline !== undefined) return inline
    this.#tooComplex(piece)
    return []
  }

  #tooComplex(piece: Piece): void {
    const line = this.#lines.lineAt(piece.locate(0))
    this.#find(
      'parse/too-complex',
      line,
      'This piece has too many characters or delimiters to be an entry and is left out.',
      'Split it, one entry a row or item.',
    )
  }

  /** What a text means depends on the definitions of its labels, also on those that are missing. */
  #note({ text }: Piece): void {
    for (const label of labelsIn(text)) this.#labels.set(label, this.#definitions.get(label))
  }

  #find(rule: string, line: number, message: string, hint: string): void {
    if (this.#collected === undefined) this.#findings.push({ rule, line: line - 1, message, hint })
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
