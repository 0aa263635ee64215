import type { Cell, Inline, Row, Table } from './document.ts'
import type { LineIndex } from './line-index.ts'

/** Parses the text between two offsets as inline content. */
export type InlineAt = (start: number, end: number) => Inline

/**
 * A GFM table from its lines: header, delimiter row, rows. A row keeps all the cells that it has, one too many or one
 * short, with or without its last pipe.
 *
 * @param from line of the header, 1-based. @param to last row's line.
 */
export function parseTable(text: string, lines: LineIndex, from: number, to: number, inlineAt: InlineAt): Table {
  const row = (line: number): Row => {
    const start = lines.startOf(line)
    const end = lines.endOf(line)
    const cells = splitCells(text, start, end).map(
      (cell): Cell => ({ content: inlineAt(cell.start, cell.end), span: 1, ...cell }),
    )
    return { cells, start, end }
  }
  const rows: Row[] = []
  for (let line = from + 2; line <= to; line++) {
    const next = row(line)
    // A delimiter row in the middle starts a second header in some lists: neither is an entry.
    if (next.cells.every((cell) => /^:?-+:?$/.test(text.slice(cell.start, cell.end)))) rows.pop()
    else rows.push(next)
  }
  return { kind: 'table', header: row(from), rows, start: lines.startOf(from), end: lines.endOf(to) }
}

/** The cells of a row by unescaped pipes, trimmed; the outer pipes are optional. */
function splitCells(text: string, start: number, end: number): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) i++
    else if (code === 124) {
      cells.push(trim(text, from, i))
      from = i + 1
    }
  }
  cells.push(trim(text, from, end))
  const first = cells[0]
  if (cells.length > 1 && first !== undefined && first.start === first.end) cells.shift()
  const last = cells.at(-1)
  if (cells.length > 1 && last !== undefined && last.start === last.end) cells.pop()
  return cells
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
