import type { Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import type { Block, Document, Item, Row } from './document.ts'
import { LINE_LIMIT } from './limits.ts'
import { referenceLabel } from './markdown.ts'
import { moveBlock, moveRow } from './move.ts'
import { rewriteOrgMode } from './org-mode.ts'
import { createPieceParser, type PieceParser } from './parse-piece.ts'
import { isDelimiterRow } from './parse-table.ts'
import type { Definitions, ParsedPiece, PieceKey, PieceMemo } from './piece-memo.ts'
import { rewriteRestructuredText } from './restructured-text.ts'
import type { RewrittenText } from './rewritten-text.ts'
import { type Chunk, type SplitDocument, splitBlocks } from './split-blocks.ts'

/**
 * Parses a list in Markdown (CommonMark with GFM, and the HTML in it), reStructuredText (`.rst`) or Org mode (`.org`)
 * into blocks whose spans know their place in the
 * file. Every row, item, heading and paragraph is parsed by itself with remark, or taken from the memo: the result is
 * the same. Pieces that exceed a limit of `limits.ts` and constructs that are never closed are findings; the rest is
 * read. Linear in the text.
 */
export function parse(source: SourceText, memo?: PieceMemo): Document {
  const name = source.readAs ?? source.path
  if (/\.rst$/i.test(name)) return parseRewritten(source, rewriteRestructuredText(source.text), memo)
  if (/\.org$/i.test(name)) return parseRewritten(source, rewriteOrgMode(source.text), memo)
  const split = splitBlocks(source.text)
  const parser = new DocumentParser(source, split, memo)
  const blocks = parser.blocks()
  if (!OTHER_MARKUP.test(name)) return { source, blocks, findings: parser.findings }
  const finding = {
    rule: 'parse/other-markup',
    severity: 'warning',
    source: source.path,
    line: 1,
    column: 1,
    message: 'This file is in a markup that is not read; it is taken for Markdown.',
    hint: 'Write the list in Markdown, reStructuredText or Org mode.',
  } as const
  return { source, blocks, findings: [...parser.findings, finding] }
}

const OTHER_MARKUP = /\.(?:adoc|asciidoc|textile|tex|wiki|mediawiki|rtf|ipynb)$/i

/** The blocks of the text as it is written anew; their offsets are those of the file. */
function parseRewritten(source: SourceText, { text, depths, unread }: RewrittenText, memo?: PieceMemo): Document {
  const split = splitBlocks(text)
  const parser = new DocumentParser({ ...source, text }, split, memo)
  const blocks = parser.blocks().map((block) => {
    if (block.kind !== 'heading') return block
    return { ...block, depth: depths.get(split.lines.lineAt(block.content[0]?.start ?? block.start)) ?? block.depth }
  })
  const findings = unread.map(
    (line): Finding => ({
      rule: 'parse/table-left-out',
      severity: 'warning',
      source: source.path,
      line,
      column: 1,
      message: 'This table is left out: its rows take several lines.',
      hint: 'Write a row on one line, or its papers as a list.',
    }),
  )
  return { source, blocks, findings: [...parser.findings, ...findings] }
}

/** Names of columns: few words, and none that leads anywhere. */
function isHeader(row: Row | undefined): boolean {
  return (
    row?.cells.every(({ content }) => {
      const words = content.reduce((length, span) => length + (span.kind === 'text' ? span.text.length : 0), 0)
      return words <= LONGEST_COLUMN_NAME && !content.some(({ kind }) => kind === 'link')
    }) === true
  )
}

const LONGEST_COLUMN_NAME = 40

/** Chunks whose pieces are parsed together: enough to spread a call's cost, few enough to keep memory flat. */
const WINDOW = 64

const NO_ANCHORS: readonly string[] = []

/** Whether two keys of one line are the same. */
function isSameKey(a: PieceKey, b: PieceKey): boolean {
  return (
    a.kind === b.kind &&
    a.anchors.length === b.anchors.length &&
    a.anchors.every((anchor, i) => anchor === b.anchors[i])
  )
}

/** The lines of a table's rows, its header among them. */
function rowLines({ kind, from, to }: Chunk): readonly number[] {
  const lines = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return kind === 'rows' ? lines : lines.filter((line) => line !== from + 1)
}

class DocumentParser {
  readonly findings: Finding[] = []
  readonly #source: SourceText
  readonly #split: SplitDocument
  readonly #memo: PieceMemo | undefined
  readonly #definitions: Definitions
  readonly #pieces: PieceParser
  #anchors: readonly string[] = NO_ANCHORS
  /** The pieces of a window that the memo knows, by their first lines. */
  readonly #known = new Map<number, { readonly key: PieceKey; readonly piece: ParsedPiece }>()

  constructor(source: SourceText, split: SplitDocument, memo: PieceMemo | undefined) {
    this.#source = source
    this.#split = split
    this.#memo = memo
    this.#definitions = this.#define()
    this.#pieces = createPieceParser(this.#definitions)
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
      const window = chunks.slice(from, from + WINDOW).filter((chunk) => !this.#hasLongLine(chunk))
      this.#prepare(window)
      for (const chunk of window) blocks.push(...this.#chunk(chunk))
    }
    return joinLists(blocks)
  }

  /** Looks up items and rows, and parses those that are not known together. */
  #prepare(chunks: readonly Chunk[]): void {
    const unknown: PieceKey[] = []
    this.#known.clear()
    const lookUp = (key: PieceKey, line: number): void => {
      const piece = this.#memo?.get(key, this.#definitions)
      if (piece === undefined) unknown.push(key)
      else this.#known.set(line, { key, piece })
    }
    for (const chunk of chunks) {
      if (chunk.kind === 'item') lookUp(this.#key('item', chunk), chunk.from)
      else if (chunk.kind === 'table' || chunk.kind === 'rows')
        for (const line of rowLines(chunk)) {
          const key = this.#rowKey(line)
          if (key.text.trim() !== '') lookUp(key, line)
        }
    }
    this.#pieces.prepare(unknown)
  }

  #chunk(chunk: Chunk): readonly Block[] {
    switch (chunk.kind) {
      case 'code':
      case 'definition':
        return []
      case 'table':
      case 'rows':
        return [this.#table(chunk)]
      case 'html':
      case 'item':
      case 'heading':
      case 'paragraph': {
        const { blocks } = this.#piece(this.#key(chunk.kind, chunk), chunk.from)
        const start = this.#split.lines.startOf(chunk.from)
        return blocks.map((block) => moveBlock(block, start))
      }
      default:
        return chunk.kind satisfies never
    }
  }

  /** A GFM table from its lines: header, delimiter row, rows; or rows alone. */
  #table({ kind, from, to }: Chunk): Block {
    const { lines } = this.#split
    const rows: Row[] = []
    const hasHeader = kind === 'table'
    for (let line = hasHeader ? from + 2 : from; line <= to; line++) {
      const key = this.#rowKey(line)
      if (key.text.trim() === '') continue
      // A delimiter row in the middle starts a second header in some lists, neither an entry; in others it parts groups of rows.
      if (!isDelimiterRow(key.text)) rows.push(this.#row(key, line))
      else if (isHeader(rows.at(-1))) rows.pop()
    }
    const header = hasHeader ? { header: this.#row(this.#rowKey(from), from) } : {}
    return { kind: 'table', ...header, rows, start: lines.startOf(from), end: lines.endOf(to) }
  }

  #row(key: PieceKey, line: number): Row {
    const { row } = this.#piece(key, line)
    const { startOf, endOf } = this.#split.lines
    return row === undefined ? { cells: [], start: startOf(line), end: endOf(line) } : moveRow(row, startOf(line))
  }

  /** No heading stands in a row: what waits for one passes it by. */
  #rowKey(line: number): PieceKey {
    return { kind: 'row', text: this.#text(line, line), anchors: NO_ANCHORS }
  }

  #key(kind: Exclude<PieceKey['kind'], 'row'>, { from, to }: Chunk): PieceKey {
    return { kind, text: this.#text(from, to), anchors: this.#anchors }
  }

  #text(from: number, to: number): string {
    const { lines } = this.#split
    return this.#source.text.slice(lines.startOf(from), lines.endOf(to))
  }

  /** The piece that begins at a line, remembered or parsed. */
  #piece(key: PieceKey, from: number): ParsedPiece {
    const prepared = this.#known.get(from)
    // Ids that wait may be others than when it was looked up.
    const isSame = prepared !== undefined && isSameKey(prepared.key, key)
    const known = isSame ? prepared.piece : this.#memo?.get(key, this.#definitions)
    const piece = known ?? this.#keep(key, this.#pieces.parse(key))
    for (const { rule, line, message, hint } of piece.findings) this.#find(rule, from + line, message, hint)
    if (key.kind !== 'row') this.#anchors = piece.anchors
    return piece
  }

  #keep(key: PieceKey, piece: ParsedPiece): ParsedPiece {
    return this.#memo?.set(key, piece) ?? piece
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

  #find(rule: string, line: number, message: string, hint: string): void {
    this.findings.push({ rule, severity: 'warning', source: this.#source.path, line, column: 1, message, hint })
  }

  #define(): Definitions {
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
