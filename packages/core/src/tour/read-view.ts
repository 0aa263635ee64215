import { QUESTIONS, type TourView } from '@fieldmap/graph'
import { parseFlags } from './parse-flags.ts'
import { splitWords } from './split-words.ts'

/** What a line says that a step shows; `wrong`: it is meant to, but cannot be read; `none`: it is text. */
export type ViewLine =
  | { readonly kind: 'view'; readonly view: TourView }
  | { readonly kind: 'wrong'; readonly message: string; readonly hint: string }
  | { readonly kind: 'none' }

const NONE: ViewLine = { kind: 'none' }
const NAMES = QUESTIONS.map(({ name }) => name).join(', ')

/**
 * Reads a line of Markdown as a permalink (`#s=…`, an address that holds one, or a link to one; `#` alone in a link is
 * home) or as a question (`shared: POSTER --tier B`), either also as code. A fragment of an address that says nothing of a
 * view (`#section-2`) is text.
 */
export function readViewLine(line: string): ViewLine {
  const trimmed = line.trim()
  const link = /^\[[^\]]*\]\(\s*<?([^\s<>]*?)>?(?:\s+"[^"]*")?\s*\)$/.exec(trimmed)?.[1]
  const bare = /^(?:<([^\s<>]+)>|(`{1,3})\s?(.+?)\s?\2)$/.exec(trimmed)
  const text = link ?? bare?.[1] ?? bare?.[3] ?? trimmed
  const hash = /^(?:[^\s#]*)#(|[^\s#]*=[^\s#]*)$/.exec(text)?.[1]
  if (hash !== undefined) return { kind: 'view', view: { kind: 'permalink', hash } }
  return link === undefined ? readQuestion(text) : NONE
}

function readQuestion(text: string): ViewLine {
  const [, command, rest = ''] = /^([a-z]+):(?:\s+(.*))?$/.exec(text) ?? []
  if (command === undefined) return NONE
  const spec = QUESTIONS.find(({ name }) => name === command)
  if (spec === undefined) return NONE
  const words = splitWords(rest)
  if (words === undefined)
    return {
      kind: 'wrong',
      message: `a quotation mark is not closed in: ${text}`,
      hint: 'close it, or put \\ before it',
    }
  const parsed = parseFlags(spec.flags, words)
  if (!parsed.ok) {
    const known = spec.flags.map(({ name }) => `--${name}`).join(', ')
    const hint = known === '' ? `${command} takes no flags` : `${command} takes ${known}`
    return { kind: 'wrong', message: `${parsed.message}, in: ${text}`, hint }
  }
  const { operands, flags } = parsed
  return { kind: 'view', view: { kind: 'question', command, operands, flags, words: text } }
}

/** What to write where a step shows nothing. */
export const VIEW_HINT: string = `write a permalink below the heading (copy it from the map), or a question: ${NAMES}`
