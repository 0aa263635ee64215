import { blank, padded, type RewrittenText } from './rewritten-text.ts'

/**
 * Rewrites what lists use of reStructuredText as Markdown of the same length: underlined headings,
 * `` `words <address>`_ ``, `` `words`_ `` with its target, `#.` items, citations (`.. [Lee20] …`), and tables whose rows
 * take one line each. Other directives, comments and tables become blanks. Linear in the text.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 */
export function rewriteRestructuredText(text: string): RewrittenText {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const styles: string[] = []
  const depths = new Map<number, number>()
  const unread: number[] = []
  const names = new Set<string>()
  const citations: { readonly line: number; readonly end: number; readonly label: string }[] = []
  const tabled = new Set<string>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const target = TARGET.exec(line)
    if (target !== null) {
      const [, indent = '', quoted, plain = '', url = ''] = target
      names.add(foldName(quoted ?? plain))
      lines[i] = padded(`${indent}[${quoted ?? plain}]: ${url}`, line)
    } else if (CITATION.test(line)) {
      citations.push({ line: i, end: endOfBlock(lines, i), label: REFERENCE.exec(line)?.[1] ?? '' })
      lines[i] = line.replace('..', '- ')
    } else if (EXPLICIT.test(line)) {
      if (/^\s*\.\. (?:list-table|csv-table)::/.test(line)) unread.push(i + 1)
      const end = endOfBlock(lines, i)
      for (; i < end; i++) lines[i] = blank(lines[i] ?? '')
      i--
    } else if (GRID.test(line)) {
      const end = endOfRun(lines, i, /^\s*[+|]/)
      for (const label of referencesIn(lines.slice(i, end))) tabled.add(label)
      if (!rewriteGrid(lines, i, end)) unread.push(i + 1)
      i = end - 1
    } else if (BORDER.test(line)) {
      const end = endOfSimpleTable(lines, i)
      for (const label of referencesIn(lines.slice(i, end))) tabled.add(label)
      if (!rewriteSimpleTable(lines, i, end)) unread.push(i + 1)
      i = end - 1
    } else if (isUnderline(line, lines[i - 1] ?? '')) {
      const isOverlined = (lines[i - 2] ?? '').trim() === line.trim()
      if (isOverlined) lines[i - 2] = blank(lines[i - 2] ?? '')
      const style = `${line.charAt(0)}${isOverlined}`
      if (!styles.includes(style)) styles.push(style)
      depths.set(i, Math.min(6, styles.indexOf(style) + 1))
      // "1. Models" is no item here.
      lines[i - 1] = (lines[i - 1] ?? '').replace(/^(\s*(?:\d{1,9}[.)]|[-*+])) /, '$1\u{A0}')
      lines[i] = padded('-'.repeat(line.trim().length), line)
    } else lines[i] = line.replace(/^(\s*)#\.(?=\s)/, '$11.')
  }
  // What a row refers to says no more than the row.
  for (const { line, end, label } of citations) {
    if (tabled.has(label)) for (let i = line; i < end; i++) lines[i] = blank(lines[i] ?? '')
  }
  return { text: withLinks(lines.join(''), names), depths, unread }
}

/** `.. _Name: https://…`, ``.. _`Long: name`: https://…`` */
const TARGET = /^(\s{0,3})\.\. _(?:`([^`]{1,400})`|([^:`\s][^:`]{0,400})):\s+(https?:\/\/\S+)/
/** `.. [Lee20] A. Lee. A Title …`, `.. [#] …`: an entry of a list of references. */
const CITATION = /^\.\. \[[^\]\s]{1,80}\]\s/
/** `[#Lee20]_` refers to `.. [#Lee20] …`. */
const REFERENCE = /\[(#?[\w.-]{1,80})\]/
/** A directive, substitution or comment. */
const EXPLICIT = /^\s*\.\.(?:\s|\s*$)/
const GRID = /^\s*\+-[-+]*\+\s*$/
/** The border of a simple table: `=====  ===`. */
const BORDER = /^\s*=+(?:\s+=+)+\s*$/
const UNDERLINE = /^([!-/:-@[-`{-~])\1{2,}\s*$/
/** A shorter line of marks below a longer one is none of its own. */
const SHORTEST_UNDERLINE = 4

function isUnderline(line: string, above: string): boolean {
  const title = above.trim()
  if (!UNDERLINE.test(line) || !/[\p{L}\p{N}]/u.test(title)) return false
  return line.trim().length >= Math.min(title.length, SHORTEST_UNDERLINE)
}

/** The line behind a block of deeper indent. */
function endOfBlock(lines: readonly string[], from: number): number {
  const indent = /^\s*/.exec(lines[from] ?? '')?.[0].length ?? 0
  let end = from + 1
  for (let i = end; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    if (line.length - line.trimStart().length <= indent) break
    end = i + 1
  }
  return end
}

function referencesIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [...line.matchAll(/\[(#?[\w.-]{1,80})\]_/g)].map(([, label = '']) => label))
}

function endOfRun(lines: readonly string[], from: number, pattern: RegExp): number {
  let end = from
  while (end < lines.length && pattern.test(lines[end] ?? '')) end++
  return end
}

/** A simple table ends with the border that a blank line or the end of the text follows. */
function endOfSimpleTable(lines: readonly string[], from: number): number {
  for (let i = from + 1; i < lines.length; i++) {
    if (BORDER.test(lines[i] ?? '') && (lines[i + 1] ?? '').trim() === '') return i + 1
  }
  return from + 1
}

/** `+---+---+` and `| a | b |`: false, with the lines blank, where a row takes several lines or no header is marked. */
function rewriteGrid(lines: string[], from: number, to: number): boolean {
  const table = lines.slice(from, to)
  const isRule = (line: string): boolean => /^\s*\+[-=+]+\+\s*$/.test(line)
  const isFlat = table.every((line, i) => isRule(line) !== isRule(table[i + 1] ?? ''))
  const header = isFlat && table.length >= 3
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? ''
    if (!header || i === from || i === to - 1) lines[i] = blank(line)
    else if (i === from + 2) lines[i] = line.replace(/[+]/g, '|').replace(/=/g, '-')
    else if (isRule(line)) lines[i] = line.replace(/[+]/g, '|').replace(/[-=]/g, ' ')
  }
  return header
}

/** `====  ===` around a header and rows: false, with the lines blank, where a word crosses from column to column. */
function rewriteSimpleTable(lines: string[], from: number, to: number): boolean {
  const border = lines[from] ?? ''
  const gaps = [...border.matchAll(/\s(?==)/g)]
    .map(({ index }) => index)
    .filter((at) => border.slice(0, at).trim() !== '')
  const isFlat =
    BORDER.test(lines[from + 2] ?? '') &&
    lines.slice(from + 1, to - 1).every((line) => {
      const text = line.trimEnd()
      return text !== '' && gaps.every((at) => at >= text.length || /\s/.test(text.charAt(at))) && !/^\s/.test(line)
    })
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? ''
    if (!isFlat || i === from || i === to - 1) lines[i] = blank(line)
    else {
      const marked = gaps.reduce(
        (row, at) => (at < row.trimEnd().length ? `${row.slice(0, at)}|${row.slice(at + 1)}` : row),
        line,
      )
      lines[i] = i === from + 2 ? marked.replace(/=/g, '-') : marked
    }
  }
  return isFlat
}

function withLinks(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(/(?<!`)`([^`<]{1,400})<([^<>`\s]{1,2000})>`__?/g, markdownLink)
    .replace(/(?<!`)`([^`<>]{1,400})`_(?!_)/g, (whole, name: string) =>
      names.has(foldName(name)) ? `[${name}] ` : whole,
    )
    .replace(/\[#?[\w.-]{0,80}\]_(?!\w)/g, blank)
}

/** The words keep their line ends; the blank in front of the address makes room for Markdown's marks. */
function markdownLink(whole: string, words: string, url: string): string {
  const end = /[()]/.test(url) ? `](<${url}>)` : `](${url})`
  const room = whole.length - end.length - 1
  const fitting = words.length > room ? words.replace(/[ \t](?=\s*$)/, '') : words
  if (words.trim() === '' || !/\s$/.test(words) || fitting.length > room) return whole
  return `[${fitting}${' '.repeat(room - fitting.length)}${end}`
}

function foldName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}
