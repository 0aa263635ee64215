import type { ImageSpan, Inline, LinkSpan } from '../../parse/document.ts'
import { movedBy, originOf } from '../../parse/move.ts'

/** A half-open range of a flat text. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Stands for a link or an image in a flat text. */
export const OBJECT = '\uFFFC'
/** A hard break: `<br>` or the end of a paragraph. A soft one is `\n`. */
export const HARD_BREAK = '\u2028'

/** A link or image of a flat text, at one {@link OBJECT} character. */
export interface FlatObject {
  readonly at: number
  readonly span: LinkSpan | ImageSpan
}

/**
 * Inline content as one string, so that recognisers are plain functions of text: every link and image is one
 * character, and each range can be traced back to the file.
 */
export interface Flat {
  readonly text: string
  readonly objects: readonly FlatObject[]
  readonly strong: readonly Range[]
  readonly emphasis: readonly Range[]
  readonly code: readonly Range[]
  /** Offsets in the file of a range. */
  readonly locate: (range: Range) => { readonly start: number; readonly end: number }
  /** Strokes divided it, as those of a reference: `A. Author Title // Journal. 2020`. */
  readonly reference?: true
  /** The same text in its piece, wherever that stands; absent where it is this one. */
  readonly origin?: { readonly flat: Flat; readonly by: number }
}

/** `:heavy_check_mark:` in front of words or behind them. */
const SHORTCODE = /(?<![^\s:]):(?=[a-z\d_+-]*[a-z])([a-z\d_+-]{2,40}):(?![^\s:.,;)])/g

/** Stars and trophies are read for what they say. */
const SIGNS: Readonly<Record<string, string>> = { star: '⭐', trophy: '🏆' }

const flats = new WeakMap<Inline, Flat>()

/** Flattens spans; linear. The same content is flattened once, wherever it stands. */
export function flatten(content: Inline): Flat {
  const known = flats.get(content)
  if (known !== undefined) return known
  const { content: original, by } = originOf(content)
  const flat = original === content ? flattenSpans(content) : moveFlat(flatten(original), content, by)
  flats.set(content, flat)
  return flat
}

/** The same in its piece, which versions of a list have in common: for whoever asks what it says, not where. */
export function flattenInPiece(content: Inline): Flat {
  return flatten(originOf(content).content)
}

function moveFlat(flat: Flat, content: Inline, by: number): Flat {
  const { text, strong, emphasis, code } = flat
  const objects = flat.objects.length === 0 ? flat.objects : moveObjects(flat.objects, content)
  return {
    text,
    objects,
    strong,
    emphasis,
    code,
    locate: (range) => movedBy(flat.locate(range), by),
    origin: { flat, by },
  }
}

function moveObjects(objects: readonly FlatObject[], content: Inline): readonly FlatObject[] {
  const spans = content.filter((span) => span.kind === 'link' || span.kind === 'image')
  return objects.map(({ at, span }, i) => ({ at, span: spans[i] ?? span }))
}

function flattenSpans(content: Inline): Flat {
  const parts: Part[] = []
  const objects: FlatObject[] = []
  const strong: Range[] = []
  const emphasis: Range[] = []
  const code: Range[] = []
  let text = ''
  for (const span of content) {
    const from = text.length
    if (span.kind === 'text') {
      text += span.text
        .replace(/[\uFFFC\u2028]/g, ' ')
        .replace(SHORTCODE, (code, name: string) => (SIGNS[name] ?? '').padEnd(code.length))
      const range = { from, to: text.length }
      if (span.strong) strong.push(range)
      if (span.emphasis) emphasis.push(range)
      if (span.code) code.push(range)
    } else if (span.kind === 'break') {
      text += span.hard ? HARD_BREAK : '\n'
    } else {
      text += OBJECT
      objects.push({ at: from, span })
    }
    parts.push({ from, to: text.length, start: span.start, end: span.end })
  }
  return { text, objects, strong: joinTouching(strong), emphasis: joinTouching(emphasis), code, locate: locator(parts) }
}

interface Part extends Range {
  readonly start: number
  readonly end: number
}

function locator(parts: readonly Part[]): Flat['locate'] {
  return ({ from, to }) => {
    let start: number | undefined
    let end = 0
    for (let i = firstBehind(parts, from); i < parts.length; i++) {
      const part = parts[i]
      if (part === undefined || part.from >= to) break
      if (part.to <= from) continue
      const exact = part.end - part.start === part.to - part.from
      start ??= exact ? part.start + Math.max(0, from - part.from) : part.start
      end = exact ? part.start + Math.min(part.to, to) - part.from : part.end
    }
    return { start: start ?? 0, end }
  }
}

/** The number of the first part that ends behind an offset, by halves. */
function firstBehind(parts: readonly Part[], offset: number): number {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.to ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function joinTouching(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last?.to === range.from) joined[joined.length - 1] = { from: last.from, to: range.to }
    else joined.push(range)
  }
  return joined
}

/** A range without the white space and marks at its ends. */
export function trimRange(text: string, range: Range, marks: RegExp = /[\s]/): Range {
  let { from, to } = range
  while (from < to && marks.test(text.charAt(from))) from++
  while (to > from && marks.test(text.charAt(to - 1))) to--
  return { from, to }
}
