import { labelRole } from '../../recognise/link-role.ts'
import { type Flat, type Range, trimRange } from '../fragment/flat.ts'

/** `A Title of Words, Code: https://…`: the label of the address that follows is no part of the title. */
export function withoutLabel(text: string, range: Range): Range {
  if (!/^\s*:/.test(text.slice(range.to))) return range
  // "Link to paper: https://…" is a label as a whole.
  if (/^links? to\s\S+$/i.test(text.slice(range.from, range.to))) return { from: range.from, to: range.from }
  const start = Math.max(range.from, range.to - LONGEST_LABEL)
  const label = /[\s,.;]+(\p{L}+)$/u.exec(text.slice(start, range.to))
  if (label?.[1] === undefined || labelRole(label[1]) === undefined) return range
  return { from: range.from, to: start + label.index }
}

const LONGEST_LABEL = 60

/** `2014, A Title of Words, Lee. [[Paper]](…)`: in an entry of year, title and surname the last word behind a comma is that. */
export function withoutSigner({ text }: Flat, range: Range): Range {
  if (!YEAR_AHEAD.test(text) || !/^\s?\.?\s*[[(]*\uFFFC/u.test(text.slice(range.to))) return range
  const words = text.slice(range.from, range.to)
  const signer = SIGNER.exec(words)
  return signer === null || signer.index < SHORTEST_TITLE ? range : { from: range.from, to: range.from + signer.index }
}

const YEAR_AHEAD = /^\s*(?:19|20)\d{2}[,，]\s/
const SIGNER = /,\s+\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s(?:and|&)(?:\s\p{Lu}\p{Ll}[\p{L}'’-]*)?)?[\s.]*$/u
/** Characters. */
const SHORTEST_TITLE = 10

/** `A Title of Words [`video`] [**speech**]`: brackets at its end with nothing but code or bold words say what the work is about. */
export function withoutTags({ text, code, strong }: Flat, range: Range): Range {
  let { to } = range
  if (!text.slice(range.from, to).trimEnd().endsWith(']')) return range
  const marks = [...code, ...strong]
  for (;;) {
    const last = marks.find((mark) => mark.from > range.from && /^\s*\][\s.,]*$/.test(text.slice(mark.to, to)))
    const isTag = last !== undefined && /\s\[\s*$/.test(text.slice(Math.max(range.from, last.from - 4), last.from))
    if (!isTag) return trimRange(text, { from: range.from, to }, /\s/)
    to = text.lastIndexOf('[', last.from)
  }
}
