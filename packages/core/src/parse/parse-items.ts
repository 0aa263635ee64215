import type { Block, Inline, Item } from './document.ts'
import { NESTING_LIMIT } from './limits.ts'
import type { LineIndex } from './line-index.ts'
import { joinPiece, type Piece } from './piece.ts'

/** What an item's own lines hold. */
export interface ItemContent {
  readonly content: Inline
  readonly blocks: readonly Block[]
}

/**
 * The tree of one list item's lines. Nesting goes by indentation alone, so that a child which is indented too little
 * for CommonMark is still a child, and a list of thousands of children costs no more than as many lines.
 *
 * @param parseOwn parses an item's own lines, markers and indentation removed.
 * @param tooDeep called with the line of an item below the nesting limit; it is read as a child at the limit.
 */
export function parseItem(
  text: string,
  lines: LineIndex,
  from: number,
  to: number,
  parseOwn: (piece: Piece) => ItemContent,
  tooDeep: (line: number) => void,
): Item {
  const root = draft(from, -1)
  const stack = [root]
  let current = root
  let fence: string | undefined
  for (let line = from; line <= to; line++) {
    const start = lines.startOf(line)
    const end = lines.endOf(line)
    const here = text.slice(start, end)
    const marker = fence === undefined ? MARKER.exec(here) : null
    if (marker !== null) {
      const indent = columns(marker[1] ?? '')
      while (stack.length > 1 && (stack.at(-1)?.indent ?? -1) >= indent) stack.pop()
      if (line === from) {
        root.indent = indent
      } else {
        current = draft(line, indent)
        const parent = stack.at(-1) ?? root
        parent.children.push(current)
        if (stack.length < NESTING_LIMIT) stack.push(current)
        else tooDeep(line)
      }
      current.parts.push({ start: start + marker[0].length, end })
      current.to = line
      continue
    }
    const open = /^\s*(`{3,}|~{3,})/.exec(here)?.[1]
    if (open !== undefined) fence = fence === undefined ? open : open.startsWith(fence) ? undefined : fence
    const lead = fence === undefined ? here.length - here.trimStart().length : 0
    current.parts.push({ start: start + lead, end })
    if (here.trim() !== '') current.to = line
  }
  return finish(root)

  function draft(line: number, indent: number): Draft {
    return { line, to: line, indent, parts: [], children: [] }
  }

  function finish(item: Draft): Item {
    const children = item.children.map(finish)
    const { content, blocks } = parseOwn(joinPiece(text, trimParts(item.parts)))
    return { content, blocks, children, start: lines.startOf(item.line), end: lines.endOf(item.to) }
  }

  function trimParts(parts: Draft['parts']): Draft['parts'] {
    let last = parts.length
    while (last > 0 && text.slice(parts[last - 1]?.start, parts[last - 1]?.end).trim() === '') last--
    return parts.slice(0, last)
  }
}

interface Draft {
  readonly line: number
  to: number
  indent: number
  readonly parts: { readonly start: number; readonly end: number }[]
  readonly children: Draft[]
}

const MARKER = /^(\s*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/

function columns(white: string): number {
  let column = 0
  for (const character of white) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}
