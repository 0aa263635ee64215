import type { Cell, Inline, Row } from './document.ts'

/** Parses the text between two offsets as inline content. */
export type InlineAt = (start: number, end: number) => Inline

/** One row of a GFM table, header or not, keeps all the cells that it has, one too many or one short, with or without its last pipe. */
export function parseRow(text: string, inlineAt: InlineAt): Row {
  const cells = splitCells(text, 0, text.length).map(
    (cell): Cell => ({ content: inlineAt(cell.start, cell.end), span: 1, ...cell }),
  )
  return { cells, start: 0, end: text.length }
}

/** Whether a line has nothing but the dashes below a header. */
export function isDelimiterRow(text: string): boolean {
  if (/[^\s|:-]/.test(text)) return false // most rows have words
  return splitCells(text, 0, text.length).every(({ start, end }) => /^:?-+:?$/.test(text.slice(start, end)))
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
