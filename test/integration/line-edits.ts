/** An edit of a text as two numbers: what, and at which of its lines. */
export type LineEdit = readonly [what: number, where: number]

/** What one save of a list in an editor may do, by its lines and the number of one of them. */
const EDITS: readonly ((lines: readonly string[], at: number) => readonly string[])[] = [
  (lines) => lines.with(0, `${lines[0]} of Today`),
  (lines) => [...lines.slice(0, -2), `${lines.at(-2) ?? ''} at last`, ''],
  (lines, at) => lines.with(at, `${lines[at]} and more`),
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at) => lines.toSpliced(at, 0, '', ''),
  (lines, at) => onHeading(lines, at, (heading) => [`${heading} of ${2000 + (at % 30)}`]),
  (lines, at) => onHeading(lines, at, (heading) => [heading.replace(/(#+) (.*)/, '$1 **$2**')]),
  (lines, at) => onHeading(lines, at, (heading) => [`#${heading}`]),
  (lines, at) => onHeading(lines, at, () => []),
  (lines, at) => lines.toSpliced(at, 0, '', '### A Part of Its Own', ''),
  (lines, at) => onRow(lines, at, (row) => [row, row.replace(/\[([^\]]+)\]/, '[Another $1]')]),
  (lines, at) => onRow(lines, at, (row) => [`${row} one more |`]),
  (lines, at) => [...lines, `[paper]: https://arxiv.org/abs/2001.${10_000 + at}`, ''],
  (lines, at) => lines.with(at, `${lines[at]} [Paper] [^1]`),
  (lines) => [...lines, '[^1]: A note at the foot, as long as a line.', ''],
  (lines, at) => lines.toSpliced(at, 0, '```'),
  (lines, at) => lines.toSpliced(at, 0, '<!--'),
  (lines, at) => lines.toSpliced(at, 0, '-->'),
  (lines, at) => lines.toSpliced(at, 0, '<details>'),
  (lines, at) => lines.toSpliced(at, 0, '<table><tr><td>'),
  (lines) => lines.map((line) => line.replace(/\r?$/, '\r')),
  (lines) => ['---', 'title: List', '---', '', ...lines],
  (lines, at) => [...lines.slice(at), ...lines.slice(0, at)],
]

/** A text after some edits. A function of its arguments. */
export function editLines(text: string, edits: readonly LineEdit[]): string {
  return edits
    .reduce<readonly string[]>((lines, [what, where]) => {
      const edit = EDITS[what % EDITS.length]
      return edit === undefined ? lines : edit(lines, where % lines.length)
    }, text.split('\n'))
    .join('\n')
}

/** How many kinds of edits there are. */
export const LINE_EDITS = EDITS.length

type Replace = (line: string) => readonly string[]

function onHeading(lines: readonly string[], at: number, replace: Replace): readonly string[] {
  return onLine(lines, at, /^#+ /, replace)
}

function onRow(lines: readonly string[], at: number, replace: Replace): readonly string[] {
  return onLine(lines, at, /^\|.*\]\(/, replace)
}

/** Replaces the next line of a form. */
function onLine(lines: readonly string[], at: number, form: RegExp, replace: Replace): readonly string[] {
  const found = lines.findIndex((line, i) => i >= at && form.test(line))
  return found < 0 ? lines : lines.toSpliced(found, 1, ...replace(lines[found] ?? ''))
}
