import type { Inline } from '../../parse/document.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { flatten } from '../fragment/flat.ts'
import { readObjects } from '../fragment/objects.ts'
import { linesOf } from '../paragraph/titled-lines.ts'

/**
 * The works that stand line by line in one cell, item or paragraph: `[Title](…), ICML 2022<br>[Title](…), ICLR 2023`,
 * or lines behind "•". One part from each line that opens with a linked title to the next. One part, the content
 * itself, where fewer than two lines do, or where prose may only have wrapped so. Linear in the content.
 */
export function workLines(content: Inline, venues: VenueIndex): readonly Inline[] {
  if (content.filter(({ kind }) => kind === 'link').length < 2 || !content.some(({ kind }) => kind === 'break'))
    return [content]
  const lines = linesOf(content)
  const bullets = lines.filter((line) => BULLET.test(flatten(line).text)).length
  const starts: number[] = []
  for (const [i, line] of lines.entries()) {
    if (!opensWithPaper(line, venues)) continue
    const before = lines[i - 1]?.at(-1)
    const apart = i === 0 || (before?.kind === 'break' && before.hard) || BULLET.test(flatten(line).text)
    if (apart || bullets === 0) starts.push(i)
    if (!apart && lines.some((other, j) => j > 0 && !opensWithPaper(other, venues))) return [content]
  }
  if (starts.length < 2) return [content]
  return starts.map((start, i) => lines.slice(i === 0 ? 0 : start, starts[i + 1]).flat())
}

/**
 * The works of a cell whose titles are bold lines with their people below, `**Title**<br>A. Author<br>**Title**<br>…`:
 * one part from each such line to the next. One part, the content itself, where fewer than two lines are so. Linear.
 */
export function boldWorks(content: Inline): readonly Inline[] {
  if (!content.some(({ kind }) => kind === 'break')) return [content]
  const lines = linesOf(content)
  const bold = lines.map(isBold)
  const starts = lines.flatMap((_, i) => (bold[i] === true && bold[i + 1] === false ? [i] : []))
  if (starts.length < 2 || bold[0] !== true || bold.filter(Boolean).length > starts.length) return [content]
  return starts.map((start, i) => lines.slice(start, starts[i + 1]).flat())
}

/** All words of a line are bold, linked or not, and they are as many as titles have at least. */
function isBold(line: Inline): boolean {
  const words = line.filter((span) => 'text' in span && /[\p{L}\p{N}]/u.test(span.text))
  const text = words.map((span) => ('text' in span ? span.text : '')).join(' ')
  return words.every((span) => 'strong' in span && span.strong) && text.trim().split(/\s+/).length >= 2
}

/** Nothing but a bullet, a counter and bracketed words stands in front of the line's first link, a paper's title. */
function opensWithPaper(line: Inline, venues: VenueIndex): boolean {
  const flat = flatten(line)
  const [first] = flat.objects
  const [object] = readObjects(flat, venues)
  return (
    first !== undefined &&
    object?.kind === 'words' &&
    object.weight === 'paper' &&
    (object.text.split(' ').length >= 3 || BULLET.test(flat.text)) &&
    /^(?:[^\p{L}\p{N}]|\d{1,3}[.)]|[[(【][^\])】]{0,40}[\])】])*$/u.test(flat.text.slice(0, first.at))
  )
}

const BULLET = /^\s*(?:[•●○▪◦‣⁃►▶➤✓✔*+·–-]\s|\(?\d{1,3}[.)]\s)/u
