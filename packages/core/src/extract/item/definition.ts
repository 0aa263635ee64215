import type { Inline, Item, Paragraph } from '../../parse/document.ts'
import { linesOf } from '../paragraph/titled-lines.ts'

/**
 * A paragraph of the form `A Title of Words⏎: A. Author, Tides 7 (2019)` as the item that it is in a definition list: the
 * term, and behind a break what each line says that a colon opens. `undefined` for any other. Linear.
 */
export function definitionOf(paragraph: Paragraph): Item | undefined {
  if (!paragraph.content.some(({ kind }) => kind === 'break')) return undefined
  const [term, ...lines] = linesOf(paragraph.content)
  if (term === undefined || lines.length === 0 || opensDefinition(term) || !opensDefinition(lines[0] ?? []))
    return undefined
  const said = lines.flatMap((line) => (opensDefinition(line) ? withoutColon(line) : line))
  return { ...paragraph, content: [...term.map(apart), ...said.map(apart)], children: [], blocks: [] }
}

/** Each line says something of its own. */
function apart(span: Inline[number]): Inline[number] {
  return span.kind === 'break' ? { ...span, hard: true } : span
}

function opensDefinition([first]: Inline): boolean {
  return first?.kind === 'text' && COLON.test(first.text)
}

function withoutColon([first, ...rest]: Inline): Inline {
  if (first?.kind !== 'text') return rest
  const length = COLON.exec(first.text)?.[0].length ?? 0
  return [{ ...first, text: first.text.slice(length), start: first.start + length }, ...rest]
}

const COLON = /^\s*:\s+(?=\S)/
