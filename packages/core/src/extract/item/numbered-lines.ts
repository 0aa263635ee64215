import type { Inline } from '../../parse/document.ts'
import { flatten } from '../fragment/flat.ts'
import { linesOf } from '../paragraph/titled-lines.ts'

/**
 * The references of a paragraph that numbers them, `[1] A. Author, "A Title," …⏎[2] …`: one part from each number to the
 * next. One part, the content itself, unless its lines begin with two numbers or more that follow each other. Linear.
 */
export function numberedLines(content: Inline): readonly Inline[] {
  if (!content.some(({ kind }) => kind === 'break')) return [content]
  const lines = linesOf(content)
  const numbers = lines.map((line) => NUMBER.exec(flatten(line).text)?.[1])
  const starts = numbers.flatMap((number, i) => (number === undefined ? [] : [{ at: i, number: Number(number) }]))
  const follow = starts.every(({ number }, i) => i === 0 || number === (starts[i - 1]?.number ?? 0) + 1)
  if (starts.length < 2 || starts[0]?.at !== 0 || !follow) return [content]
  return starts.map(({ at }, i) => lines.slice(at, starts[i + 1]?.at).flat())
}

const NUMBER = /^\s*\[(\d{1,3})\]\s+\S/
