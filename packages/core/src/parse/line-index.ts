/** Where the lines of a text begin; `\n`, `\r\n` and a lone `\r` each end one, as in CommonMark. */
export interface LineIndex {
  /** Number of lines, ≥ 1. */
  readonly count: number
  /** The 1-based line of an offset; O(log lines). */
  readonly lineAt: (offset: number) => number
  /** Offset of the first character of a 1-based line. */
  readonly startOf: (line: number) => number
  /** Offset behind the last character of a 1-based line, before its line end. */
  readonly endOf: (line: number) => number
}

/** Indexes the lines of a text. Linear. */
export function indexLines(text: string): LineIndex {
  const starts = [0]
  const ends: number[] = []
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(match.index)
    starts.push(match.index + match[0].length)
  }
  ends.push(text.length)
  return {
    count: starts.length,
    startOf: (line) => starts[line - 1] ?? text.length,
    endOf: (line) => ends[line - 1] ?? text.length,
    lineAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return low + 1
    },
  }
}
