import { findAuthors, findByline } from '../../recognise/authors.ts'
import { isPublicationName } from '../../recognise/venue-form.ts'
import { wholeYear } from '../../recognise/year.ts'
import { ICONS, isFieldLabel, tellingLines } from './field-labels.ts'
import { type Flat, HARD_BREAK, OBJECT, type Range, trimRange } from './flat.ts'

/** A part of a fragment beside its title: what it is, its words decide. */
export interface Field {
  readonly text: string
  readonly range: Range
  readonly form: 'bracket' | 'emphasis' | 'plain'
  /** In front of the title. */
  readonly before: boolean
  /** The first field behind the title: where a byline stands. */
  readonly followsTitle: boolean
  /** "by" stands in front of it. */
  readonly byline?: true
  /** So many parts were taken from its end. */
  readonly taken?: number
  /** A label in front of it: `Authors: …`. */
  readonly label?: string
}

/**
 * Cuts what a fragment holds beside its title into fields: bracketed and emphasised parts, and what separators, emoji,
 * links and line ends divide. A wrapped list of names stays one field.
 */
export function splitFields(flat: Flat, title: Range | undefined): readonly Field[] {
  const fields: Field[] = []
  const { text } = flat
  let from = 0
  /** What the emoji in front of the next field says of it. */
  let icon: string | undefined
  const push = (range: Range, form: Field['form']): void => {
    const trimmed = trimRange(text, range, /[\s,，、。;；:：|•·*"“”<>]/)
    if (trimmed.to <= trimmed.from) return
    const words = text.slice(trimmed.from, trimmed.to)
    if (!/[\p{L}\p{N}]/u.test(words)) return
    const named = /^\s*(\p{L}[\p{L} ]{2,24}?|\p{Lo}{2})\s*(?:[:：]\s+|：)(?=\S)/u.exec(words)
    // `*Radiology: Artificial Intelligence*` is one name.
    const label = form === 'emphasis' && !isFieldLabel(named?.[1]?.toLowerCase() ?? '') ? null : named
    const by = title === undefined || trimmed.from < title.to ? null : /^by\s+(?=\p{Lu})/u.exec(words)
    const shift = (label ?? by)?.[0].length ?? 0
    const said = label?.[1]?.toLowerCase() ?? icon
    icon = undefined
    fields.push({
      text: words.slice(shift).replace(/[\n\u2028]\s*/g, ' '),
      range: { from: trimmed.from + shift, to: trimmed.to },
      form,
      before: title !== undefined && trimmed.to <= title.from,
      followsTitle:
        title !== undefined && trimmed.from >= title.to && !fields.some((field) => field.range.from >= title.to),
      ...(by === null ? {} : { byline: true as const }),
      ...(said === undefined ? {} : { label: said }),
    })
  }
  const people = new Map(affiliatedPeople(text).map(({ from, to }) => [from, to]))
  const telling = new Map(tellingLines(text).map(({ from, to }) => [from, to]))
  const bold = boldFields(flat, title)
  const emphasised = new Map(flat.emphasis.concat(flat.code, bold).map((range) => [range.from, range]))
  let i = 0
  /** Ends the plain part here, adds another that is not, and goes on behind it. */
  const cut = (to: number, part?: Range, form: Field['form'] = 'plain'): void => {
    push({ from, to: i }, 'plain')
    if (part !== undefined) push(part, form)
    i = to
    from = to
  }
  const nameEnd = endOfName(flat, title)
  while (i < text.length) {
    if (i === nameEnd) cut(i)
    if (title !== undefined && i === title.from) {
      cut(Math.max(title.to, i + 1))
      continue
    }
    const crowd = people.get(i)
    if (crowd !== undefined && (title === undefined || i >= title.to || crowd <= title.from)) {
      cut(crowd, { from: i, to: crowd })
      continue
    }
    const told = telling.get(i)
    if (told !== undefined) {
      cut(told)
      continue
    }
    const emphasis = emphasised.get(i)
    if (emphasis !== undefined) {
      // A tag such as `PLM` is code; a venue that is names its year.
      const isTag = flat.code.includes(emphasis) && !/\d/.test(text.slice(emphasis.from, emphasis.to))
      cut(Math.max(emphasis.to, i + 1), emphasis, isTag ? 'plain' : 'emphasis')
      continue
    }
    const close = closingBracket(text, i)
    if (close !== undefined && holdsDatedName(text, i, close, emphasised)) {
      cut(i + 1)
      continue
    }
    if (close !== undefined) {
      cut(close + 1, { from: i + 1, to: close }, 'bracket')
      continue
    }
    const length = separatorAt(text, i)
    if (length > 0) {
      const sign = String.fromCodePoint(text.codePointAt(i) ?? 0)
      cut(i + length)
      icon = ICONS.get(sign)
    } else i++
  }
  push({ from, to: text.length }, 'plain')
  return fields
}

/**
 * `**Title**. A. Author. **Oecologia**, **2016**`: the bold parts behind a title, where a year is one of them. Elsewhere
 * bold words stand out of a list of people, and divide nothing.
 */
function boldFields({ text, strong }: Flat, title: Range | undefined): readonly Range[] {
  const behind = title === undefined ? [] : strong.filter(({ from }) => from >= title.to)
  return behind.some(({ from, to }) => wholeYear(text.slice(from, to)) !== undefined) ? behind : []
}

/** Where the bold name ends that opens an entry in front of its people and title, `**WakeNet** A. Author "Title"`. */
function endOfName({ text, strong }: Flat, title: Range | undefined): number | undefined {
  const [name] = strong
  if (name === undefined || title === undefined || name.to > title.from || text.slice(0, name.from).trim() !== '')
    return undefined
  // The first of some people may be in bold.
  return findByline(text.slice(name.from, name.to)).length === 0 ? name.to : undefined
}

/** `Ann Lee (Coast University), Bo Mo (Pier Institute)`: lines of people whose affiliations stand in brackets. Linear. */
function affiliatedPeople(text: string): Range[] {
  if (!text.includes('(')) return []
  return [...text.matchAll(LINES)].flatMap(({ index, 0: line }) =>
    AFFILIATED.test(line) && findAuthors(line).length > 1 ? [{ from: index, to: index + line.length }] : [],
  )
}

const LINES = new RegExp(`[^${OBJECT}${HARD_BREAK}\\n]+`, 'g')
/** A name, its brackets, and a comma or "and", in front of another. */
const AFFILIATED = /^\s*\p{Lu}[\p{L}.'’ -]{2,50}\s\([^()]{2,80}\),?\s+(?:and\s+)?\p{Lu}/u

/**
 * `(*Tides and Shores*, 2010; [data](…))`, `(*Mares y costas*, 2010)`: an emphasised name with its year, beside more in the
 * same brackets, or in a language that does not capitalise names.
 */
function holdsDatedName(text: string, open: number, close: number, emphasised: ReadonlyMap<number, Range>): boolean {
  const more = /[;\uFFFC]/.test(text.slice(open, close))
  for (let at = open + 1; at < close; at++) {
    const name = emphasised.get(at)
    if (name === undefined || !/^,?\s(?:19|20)\d{2}(?:[;)]|$)/.test(text.slice(name.to, close + 1))) continue
    return more || !isPublicationName(text.slice(name.from, name.to))
  }
  return false
}

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '【': '】', '{': '}', '（': '）' }

/** Where a bracket that opens here closes, if it holds words and no other bracket of its kind. */
function closingBracket(text: string, at: number): number | undefined {
  const open = text.charAt(at)
  const close = BRACKETS[open]
  if (close === undefined) return undefined
  const end = closeAt(text, open, close, at + 1)
  if (end < 0 || end - at > 300) return undefined
  const inner = text.slice(at + 1, end)
  const again = inner.indexOf(open)
  // A nested one belongs to the whole only where its own end follows.
  if (again >= 0) return text.charAt(end + 1) === close ? end + 1 : undefined
  return end
}

/** Where the bracket closes; round ones of full width are often closed by one of half width. */
function closeAt(text: string, open: string, close: string, from: number): number {
  const ends = /[(（]/.test(open) ? [text.indexOf(')', from), text.indexOf('）', from)] : [text.indexOf(close, from)]
  return Math.min(...ends.map((end) => (end < 0 ? Number.POSITIVE_INFINITY : end))) === Number.POSITIVE_INFINITY
    ? -1
    : Math.min(...ends.filter((end) => end >= 0))
}

function separatorAt(text: string, at: number): number {
  const character = text.charAt(at)
  if (character === OBJECT || character === HARD_BREAK || character === '|' || character === '•' || character === '\t')
    return 1
  if (character === '\n') return joinsLines(text, at) ? 0 : 1
  // "B. Author --CVPR 2022", too.
  const dash = /^\s(?:--|[-–—])\s|^\s--(?=\p{Lu})/u.exec(text.slice(at, at + 4))
  if (dash !== null) return dash[0].length
  if (character.charCodeAt(0) < 0x2000) return 0
  const match = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+/u.exec(text.slice(at, at + 12))
  return match?.[0].length ?? 0
}

/** A line that ends or goes on with a comma or "and" is one list of names with the next. */
function joinsLines(text: string, at: number): boolean {
  return (
    /(?:[,;]|\band|&)\s*$/.test(text.slice(Math.max(0, at - 6), at)) ||
    /^\s*(?:[,;&]|and\b)/.test(text.slice(at + 1, at + 8))
  )
}
