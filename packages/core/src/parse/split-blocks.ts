import { indexLines, type LineIndex } from './line-index.ts'

/** A piece of a document that can be parsed by itself. Lines are 1-based, both ends included. */
export interface Chunk {
  /** `table` has a header and a delimiter row, `rows` neither. Blank lines between rows are within. */
  readonly kind: 'heading' | 'table' | 'rows' | 'item' | 'paragraph' | 'html' | 'code' | 'definition'
  readonly from: number
  readonly to: number
}

/** A construct that is opened and never closed; the rest of the document is read as if it were not there. */
export interface Unclosed {
  readonly kind: 'fence' | 'comment'
  readonly line: number
}

export interface SplitDocument {
  readonly lines: LineIndex
  readonly chunks: readonly Chunk[]
  readonly unclosed: readonly Unclosed[]
}

/**
 * Cuts a document where CommonMark begins a new top-level block, so that each heading, table, list item and paragraph
 * is parsed by itself: an edit then costs one piece, and a broken piece spoils no other. Linear.
 *
 * Departures help lists: a fence or comment that is never closed ends with its line, a nested bullet that is indented too
 * little for CommonMark still belongs to the item above it, and rows in pipes that a blank line parts from their table, or
 * that have no header, are rows.
 */
export function splitBlocks(text: string): SplitDocument {
  const lines = indexLines(text)
  const lineText = (line: number): string => text.slice(lines.startOf(line), lines.endOf(line))
  const closings = findClosings(lines, lineText)
  const chunks: Chunk[] = []
  const unclosed: Unclosed[] = []
  let line = 1
  while (line <= lines.count) {
    const here = lineText(line)
    if (isBlank(here)) {
      line++
      continue
    }
    const chunk = takeChunk(line, here)
    chunks.push(chunk)
    line = chunk.to + 1
  }
  return { lines, chunks, unclosed }

  function takeChunk(from: number, first: string): Chunk {
    const front = from === 1 && /^---\s*$/.test(first) ? endOfFrontMatter() : undefined
    if (front !== undefined) return { kind: 'code', from, to: front }
    const fence = FENCE.exec(first)
    if (fence !== null) {
      const to = closings.fenceEnd(from, fence[1] ?? '```')
      if (to !== undefined) return { kind: 'code', from, to }
      unclosed.push({ kind: 'fence', line: from })
      return { kind: 'code', from, to: from }
    }
    if (COMMENT.test(first)) {
      const to = closings.commentEnd(from)
      if (to !== undefined) return { kind: 'code', from, to }
      unclosed.push({ kind: 'comment', line: from })
      return { kind: 'code', from, to: from }
    }
    if (
      ATX_HEADING.test(first) ||
      (LOOSE_HEADING.test(first) && !TAGS.test(first) && (from === 1 || isBlank(lineText(from - 1))))
    ) {
      return { kind: 'heading', from, to: from }
    }
    if (RULE.test(first)) return { kind: 'code', from, to: from }
    if (TABLE_TAG.test(first)) return { kind: 'html', from, to: closings.tableEnd(from) ?? endOfHtml(from) }
    if (HTML_TAG.test(first)) return { kind: 'html', from, to: endOfHtml(from) }
    if (FOOTNOTE.test(first)) {
      let to = from
      while (to < lines.count && /^(?: {2}|\t)\s*\S/.test(lineText(to + 1))) to++
      return { kind: 'paragraph', from, to }
    }
    if (DEFINITION.test(first)) return { kind: 'definition', from, to: from }
    if (isTableStart(first, from + 1 <= lines.count ? lineText(from + 1) : '')) {
      return { kind: 'table', from, to: endOfTable(from + 1) }
    }
    if (isPipedRow(first) && from < lines.count && isPipedRow(lineText(from + 1)) && !isHeader(from + 1)) {
      return { kind: 'rows', from, to: endOfRows(from + 1) }
    }
    if (MARKER.test(first)) return { kind: 'item', from, to: endOfItem(from, first) }
    if (/^(?: {4}|\t)/.test(first) && !MARKER_ANYWHERE.test(first)) return { kind: 'code', from, to: from }
    return takeParagraph(from)
  }

  /** The line that closes the front matter which the first line opens; `undefined` where it opens none. */
  function endOfFrontMatter(): number | undefined {
    for (let line = 2; line <= Math.min(lines.count, MOST_FRONT_MATTER); line++) {
      const text = lineText(line)
      if (/^(?:---|\.\.\.)\s*$/.test(text)) return line > 2 ? line : undefined
      if (!FRONT_MATTER.test(text) || (line === 2 && !text.includes(':'))) return undefined
    }
    return undefined
  }

  function endOfHtml(from: number): number {
    // `<br/>` between two items opens no block that could hold the second.
    const lone = LONE_TAGS.test(lineText(from))
    let to = from
    while (to < lines.count) {
      const next = lineText(to + 1)
      if (isBlank(next) || ATX_HEADING.test(next) || (lone && MARKER.test(next))) break
      to++
    }
    return to
  }

  function endOfTable(from: number): number {
    let to = from
    while (to < lines.count) {
      const next = lineText(to + 1)
      if (isBlank(next)) return endOfRows(to)
      if (ATX_HEADING.test(next) || FENCE.test(next) || (MARKER.test(next) && !next.includes('|'))) break
      if (HTML_TAG.test(next) && !next.includes('|')) break
      to++
    }
    return to
  }

  /** The last of the rows in pipes below a row, over blank lines between them, up to the next table's header. */
  function endOfRows(from: number): number {
    let to = from
    for (let line = from + 1; line <= lines.count; line++) {
      const next = lineText(line)
      if (isBlank(next)) continue
      if (!isPipedRow(next) || isHeader(line)) break
      to = line
    }
    return to
  }

  function isHeader(line: number): boolean {
    return isTableStart(lineText(line), line < lines.count ? lineText(line + 1) : '')
  }

  /** An item goes on over indented lines, over lazy lines right below, and over blank lines before indented ones. */
  function endOfItem(from: number, first: string): number {
    const indent = indentOf(first)
    let to = from
    let blank = false
    for (let line = from + 1; line <= lines.count; line++) {
      const next = lineText(line)
      if (isBlank(next)) {
        blank = true
        continue
      }
      const deeper = indentOf(next) > indent
      if (!deeper && (blank || startsBlock(next, line))) break
      if (blank && indentOf(next) < indent + 2) break
      const fence = deeper ? FENCE_ANYWHERE.exec(next) : null
      if (fence !== null) {
        const end = closings.fenceEnd(line, fence[1] ?? '```')
        if (end === undefined) break
        line = end
      }
      to = line
      blank = false
    }
    return to
  }

  function startsBlock(next: string, line: number): boolean {
    return (
      MARKER.test(next) ||
      ATX_HEADING.test(next) ||
      RULE.test(next) ||
      FENCE.test(next) ||
      HTML_TAG.test(next) ||
      COMMENT.test(next) ||
      (QUOTE.test(next) && !QUOTE.test(lineText(line - 1))) ||
      DEFINITION.test(next) ||
      isTableStart(next, line < lines.count ? lineText(line + 1) : '')
    )
  }

  function takeParagraph(from: number): Chunk {
    let to = from
    while (to < lines.count) {
      const next = lineText(to + 1)
      if (isBlank(next)) break
      if (SETEXT.test(next)) return { kind: 'heading', from, to: to + 1 }
      if (startsBlock(next, to + 1) && !BREAK_AND_WORDS.test(next)) break
      to++
    }
    return { kind: 'paragraph', from, to }
  }
}

/** `<br> A. Author, Tides (2019)`: a line of the paragraph above. */
const BREAK_AND_WORDS = /^ {0,3}<br\s*\/?>\s*[^\s<|#*+>-]/i

/** A line of line breaks, anchors and images alone. */
const LONE_TAGS = /^\s*(?:<\/?(?:br|a|img)\b[^<>]*>\s*)+$/i

interface Closings {
  readonly fenceEnd: (line: number, marker: string) => number | undefined
  readonly commentEnd: (line: number) => number | undefined
  readonly tableEnd: (line: number) => number | undefined
}

/** Looks up where constructs close, by lists of the closing lines, so that many unclosed ones cost no more than one. */
function findClosings(lines: LineIndex, lineText: (line: number) => string): Closings {
  const fences: { readonly line: number; readonly marker: string }[] = []
  const comments: number[] = []
  const tables: number[] = []
  for (let line = 1; line <= lines.count; line++) {
    const here = lineText(line)
    const fence = /^\s*(`{3,}|~{3,})\s*$/.exec(here)
    if (fence?.[1] !== undefined) fences.push({ line, marker: fence[1] })
    if (here.includes('-->')) comments.push(line)
    if (here.includes('</') && /<\/table\s*>/i.test(here)) tables.push(line)
  }
  return {
    fenceEnd: (line, marker) => {
      for (let i = firstAtOrAfter(fences, line + 1, (f) => f.line); i < fences.length; i++) {
        const fence = fences[i]
        if (fence !== undefined && fence.marker[0] === marker[0] && fence.marker.length >= marker.length)
          return fence.line
      }
      return undefined
    },
    commentEnd: (line) => {
      const here = lineText(line)
      if (here.indexOf('-->', here.indexOf('<!--') + 2) >= 0) return line
      return comments[firstAtOrAfter(comments, line + 1, (at) => at)]
    },
    tableEnd: (line) => tables[firstAtOrAfter(tables, line, (at) => at)],
  }
}

function firstAtOrAfter<T>(sorted: readonly T[], wanted: number, lineOf: (item: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item !== undefined && lineOf(item) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const FENCE_ANYWHERE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/
const COMMENT = /^ {0,3}<!--/
const QUOTE = /^ {0,3}>/
const ATX_HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/
/** `##Title`, as many lists write it; CommonMark wants a blank. */
export const LOOSE_HEADING: RegExp = /^ {0,3}(#{1,6})(?=[\p{L}\p{N}*_[<])/u
/** `#nlp #papers`: tags, not a heading. */
const TAGS = /^ {0,3}#\p{Ll}[\p{L}\p{N}_/-]*(?:\s+#\p{Ll}[\p{L}\p{N}_/-]*)+\s*$/u
/** Lines of YAML between `---` and `---` at the start of a file say how a site shows it. */
const FRONT_MATTER = /^(?:[\w-]+:(?:\s.*)?|\s+\S.*|\s*-\s.*|\s*#.*|\s*)$/
const MOST_FRONT_MATTER = 200
const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/
const TABLE_TAG = /^\s*(?:<(?:div|center|p|details|section)\b[^>]*>\s*)*<table\b/i
const HTML_TAG =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|br|center|dd|details|dialog|div|dl|dt|figure|footer|form|h[1-6]|header|hr|iframe|img|li|link|main|menu|nav|ol|p|picture|pre|script|section|source|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b/i
/** `[^1]: A. Author. "Title". …`: what a footnote says. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]{1,80}\]:\s*\S/
const DEFINITION = /^ {0,3}\[[^\]\n]{1,999}\]:\s*\S/
const MARKER = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/
const MARKER_ANYWHERE = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** `| a | b |`, with two cells at least. */
function isPipedRow(line: string): boolean {
  return /^\s*\|[^|]*[^\s|][^|]*\|(?:.*\|)?\s*$/.test(line)
}

function isTableStart(first: string, second: string): boolean {
  if (!second.includes('-') || !(first.includes('|') || second.includes('|'))) return false
  return first.includes('|') && DELIMITER_ROW.test(second)
}

function isBlank(line: string): boolean {
  return /^\s*$/.test(line)
}

/** Columns of white space in front; a tab goes to the next multiple of 4. */
function indentOf(line: string): number {
  let column = 0
  for (const character of line) {
    if (character === ' ') column++
    else if (character === '\t') column += 4 - (column % 4)
    else break
  }
  return column
}
