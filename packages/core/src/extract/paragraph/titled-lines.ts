import type { Inline, Item, Paragraph } from '../../parse/document.ts'
import { labelRole } from '../../recognise/link-role.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { isFieldLabel } from '../fragment/field-labels.ts'
import { type Flat, flatten } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'
import { hasPaperLink } from '../item/item-details.ts'

/**
 * The works of a paragraph that holds several, `**Title**<br>[paper](…) | [code](…)<br>` and again: one part from each
 * line that begins in bold and holds no link, with a line of links below it, to the next such line. One part, the
 * paragraph itself, where it has fewer than two. Linear in the content.
 */
export function titledLines(paragraph: Paragraph): readonly Paragraph[] {
  const lines = linesOf(paragraph.content)
  const starts = lines.flatMap((line, i) => {
    const isTitle = beginsBold(line) && countWords(line) >= 3 && !hasLink(line) && hasLink(lines[i + 1] ?? [])
    return isTitle ? [i] : []
  })
  if (starts.length < 2) return [paragraph]
  return starts.map((start, i) => {
    const content = lines.slice(i === 0 ? 0 : start, starts[i + 1]).flat()
    return {
      ...paragraph,
      content,
      start: content[0]?.start ?? paragraph.start,
      end: content.at(-1)?.end ?? paragraph.end,
    }
  })
}

/** The lines of some content that hold anything; each keeps the break behind it. */
export function linesOf(content: Inline): Inline[] {
  const lines: Inline[number][][] = [[]]
  for (const span of content) {
    lines.at(-1)?.push(span)
    if (span.kind === 'break') lines.push([])
  }
  return lines.filter((line) =>
    line.some((span) => span.kind !== 'break' && !(span.kind === 'text' && span.text.trim() === '')),
  )
}

function beginsBold(line: Inline): boolean {
  const first = line.find((span) => span.kind !== 'text' || span.text.trim() !== '')
  return first?.kind === 'text' && first.strong
}

function hasLink(line: Inline): boolean {
  return line.some(({ kind }) => kind === 'link')
}

function countWords(line: Inline): number {
  return flatten(line).text.trim().split(/\s+/).length
}

/** A line of words without links that ends as no sentence does: perhaps the title of what is linked below it. */
export function isTitleLine({ text, objects }: Flat): boolean {
  const words = text.trim()
  const count = words.split(/\s+/).length
  return objects.length === 0 && count >= 3 && count <= 30 && !/[\n\u2028]|[.:：。]$/u.test(words)
}

/**
 * Whether items are the named details of one work, `- **Authors**: …`, `- **Links**: [[arXiv](…)]`: every one begins
 * with a short name and a colon, and either the names differ and a single item holds the paper's links, or at least
 * half of the names are what links are called (`- intro: …`, `- arxiv: …`, `- github: …`, `- github(mirror): …`).
 */
export function isNamedDetails(items: readonly Item[], readings: readonly Reading[]): boolean {
  if (!areNamed(items)) return false
  const names = items.map(nameOf)
  const roles = names.filter((name) => name !== undefined && labelRole(name) !== undefined).length
  if (items.length < 2) return roles === 1
  if (new Set(names).size === 1) return false
  const linking = readings.filter(({ links }) => links.some(({ rel }) => rel === 'paper')).length
  return roles * 2 >= names.length || (new Set(names).size === names.length && linking === 1)
}

/** Whether every item begins with a short name and a colon, and they are few enough to tell of one work. */
export function areNamed(items: readonly Item[]): boolean {
  return items.length <= MOST_NAMED && items.every((item) => nameOf(item) !== undefined)
}

/** `- **Metrics:** …`, `- **Comments:** …`: what is said of one work, each time under another name, and no paper's link. */
export function areRemarks(items: readonly Item[], venues: VenueIndex): boolean {
  if (!areNamed(items) || new Set(items.map(nameOf)).size < items.length) return false
  return !items.some(({ content }) => hasPaperLink(readFragment(flatten(content), venues, false)))
}

/** Whether a line's name is that of a field of works, such as "Authors" or "Code". */
export function isNamedField({ text }: Flat): boolean {
  const name = NAME.exec(text)?.[1] ?? ''
  return isFieldLabel(name.toLowerCase()) || labelRole(name) !== undefined
}

function nameOf({ content }: Item): string | undefined {
  return NAME.exec(flatten(content).text)?.[1]
}

const NAME = /^[^\p{L}]*(\p{L}+(?: \p{L}+)?)\s?(?:\([^()]*\))?\s*[:：]/u
/** More are a list of their own, whatever they begin with. */
const MOST_NAMED = 20
