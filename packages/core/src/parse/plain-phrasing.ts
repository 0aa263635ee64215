import type { PhrasingContent } from 'mdast'

/**
 * Reads inline Markdown in which nothing is open to interpretation, several times as fast as a full parser: words,
 * `[words](address)`, images, `*` and `_` emphasis, code, escapes, simple HTML tags and addresses, line ends before ordinary
 * words. Gives the tree that remark gives (offsets count, lines and columns do not), and `undefined` wherever entities,
 * references, other addresses or unpaired delimiters would need its full rules. Linear.
 *
 * @param raw a text that holds a paragraph or heading without white space at its ends and without references that are
 * defined.
 * @param from where the content begins, behind white space or at the start.
 * @param to where it ends, in front of a line end or at the end.
 * @see https://spec.commonmark.org/0.31.2/#delimiter-run
 */
export function plainPhrasing(raw: string, from = 0, to: number = raw.length): PhrasingContent[] | undefined {
  if (INVOLVED.test(from === 0 && to === raw.length ? raw : raw.slice(from, to))) return undefined
  const found = findLinks(raw, from, to)
  if (found === undefined) return undefined
  return readRange(raw, from, to, found.links, found.hasOthers ? 'unclear' : 'links')
}

/**
 * The source of a pattern for what can begin nothing but words at the start of a line, also below others: letters and
 * most punctuation, numbers that count nothing, delimiters right before words, and tags that are no blocks.
 */
export const WORDS_AHEAD: string =
  '[^\\p{ASCII}\\s]|[\\p{L}"\'(),.;!?/$%@{}\\]^]|\\d{1,20}(?![\\d.)])|([*_])\\1?[\\p{L}\\p{N}[("“]|`(?!`)|</?(?:a|b|i|u|em|strong|br|img|span|font|sub|sup)(?=[ />])'
/** Control characters, entities, footnotes, escaped pictures, and line ends with perhaps a block behind them. */
const INVOLVED = new RegExp(`[^\\P{Cc}\\n]|&[#\\w]+;|\\[\\^|\\\\!|\\n(?!\\[|${WORDS_AHEAD})`, 'u')
/** What the autolinks of GFM begin with. */
const ADDRESS = /https?:|www\.|@/i
/** An address whose end is beyond doubt. */
const BARE_ADDRESS = /(?<![^\s：])https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/(?:[\w/.%=?#+:&-]*[a-z\d/])?)?(?=[ \n]|$)/iy
const DESTINATION = /\(([^\s()<>\\`]*)\)/y
const TAG = /<(?:\/[a-z][a-z0-9-]* ?|[a-z][a-z0-9-]*(?: [a-z][a-z-]*="[^"\n<>[\]]*")* ?\/?)>/iy
/** A character that a backslash makes a plain one. */
const ESCAPABLE = /[!-/:-@[-`{-~]/

/** A link or image by where its first bracket stands. */
interface FoundLink {
  readonly url: string
  /** Offset of the closing bracket. */
  readonly close: number
  /** Offset behind the address. */
  readonly end: number
}

/**
 * Pairs brackets, and says whether others than those of links open; `undefined` where one may be more than a plain link or
 * plain brackets.
 */
function findLinks(
  raw: string,
  from: number,
  to: number,
): { readonly links: ReadonlyMap<number, FoundLink>; readonly hasOthers: boolean } | undefined {
  const links = new Map<number, FoundLink>()
  const open: number[] = []
  let opened = 0
  let lastLink = -1
  for (let i = from; i < to; i++) {
    const code = raw.charCodeAt(i)
    if (code === BACKSLASH) i += isEscape(raw, i) ? 1 : 0
    else if (code === LESS || code === BACKTICK) {
      const end = code === LESS ? matchAt(TAG, raw, i) : endOfCode(raw, i, to)
      if (end === undefined) return undefined
      i = end - 1
    } else if (code === OPEN) {
      open.push(i)
      opened++
    } else if (code === CLOSE) {
      const start = open.pop()
      const next = raw.charCodeAt(i + 1)
      if (next === OPEN) return undefined
      if (next !== PARENTHESIS) continue
      const end = matchAt(DESTINATION, raw, i + 1)
      // No link holds another.
      if (end === undefined || start === undefined || start < lastLink) return undefined
      if (raw.slice(start, i).includes('\n')) return undefined
      links.set(start, { url: raw.slice(i + 2, end - 1), close: i, end })
      if (raw.charCodeAt(start - 1) !== EXCLAMATION) lastLink = start
      i = end - 1
    }
  }
  return { links, hasOthers: opened > links.size }
}

/** An emphasis that is still open. */
interface Open {
  readonly marker: number
  readonly length: number
  readonly start: number
  readonly children: PhrasingContent[]
}

/** What a bare address is: a link, words inside a link, or behind other brackets a matter for the full parser. */
type Addresses = 'links' | 'words' | 'unclear'

function readRange(
  raw: string,
  from: number,
  to: number,
  links: ReadonlyMap<number, FoundLink>,
  addresses: Addresses,
): PhrasingContent[] | undefined {
  const stack: Open[] = []
  const all: PhrasingContent[] = []
  let children = all
  let text = from
  const flush = (end: number): boolean => {
    if (end <= text) return true
    const nodes = textNodes(raw.slice(text, end), text)
    if (addresses !== 'words' && nodes.some((node) => node.type === 'text' && ADDRESS.test(node.value))) return false
    children.push(...nodes)
    return true
  }
  let i = from
  while (i < to) {
    const code = raw.charCodeAt(i)
    if (code === LESS) {
      if (!flush(i)) return undefined
      const end = matchAt(TAG, raw, i) ?? to
      children.push({ type: 'html', value: raw.slice(i, end), position: positionOf(i, end) })
      i = end
      text = end
      continue
    }
    if ((code === SMALL_H || code === LARGE_H) && addresses === 'links') {
      const end = matchAt(BARE_ADDRESS, raw, i)
      if (end !== undefined) {
        if (!flush(i)) return undefined
        const words = { type: 'text' as const, value: raw.slice(i, end), position: positionOf(i, end) }
        children.push(linkOf([words], words.value, i, end))
        text = end
      }
      i = end ?? i + 1
      continue
    }
    if (code === BACKSLASH) {
      i += isEscape(raw, i) ? 2 : 1
      continue
    }
    if (code === BACKTICK) {
      const end = endOfCode(raw, i, to)
      if (end === undefined || !flush(i)) return undefined
      children.push({ type: 'inlineCode', value: raw.slice(i + 1, end - 1), position: positionOf(i, end) })
      i = end
      text = end
      continue
    }
    if (code === OPEN) {
      const link = links.get(i)
      if (link === undefined) {
        i++
        continue
      }
      const inner = readRange(raw, i + 1, link.close, links, 'words')
      const start = raw.charCodeAt(i - 1) === EXCLAMATION && i > from ? i - 1 : i
      if (inner === undefined || !flush(start)) return undefined
      const node = start < i ? imageOf(inner, link.url, start, link.end) : linkOf(inner, link.url, start, link.end)
      if (node === undefined) return undefined
      children.push(node)
      i = link.end
      text = link.end
      continue
    }
    if (code === TILDE) return undefined
    if (code !== ASTERISK && code !== UNDERSCORE) {
      i++
      continue
    }
    const run = delimiterRun(raw, i)
    if (run === undefined) return undefined
    const end = i + run.length
    const last = stack.at(-1)
    if (run.closes && stack.some(({ marker }) => marker === code)) {
      if (last?.marker !== code || last.length !== run.length || !flush(i)) return undefined
      stack.pop()
      children = stack.at(-1)?.children ?? all
      const type = run.length === 2 ? 'strong' : 'emphasis'
      children.push({ type, children: last.children, position: positionOf(last.start, end) })
      text = end
    } else if (run.opens) {
      if (!flush(i)) return undefined
      children = []
      stack.push({ marker: code, length: run.length, start: i, children })
      text = end
    }
    i = end
  }
  return stack.length === 0 && flush(to) ? all : undefined
}

/** Words and breaks: two blanks or a backslash before a line end are a break, one blank is nothing. */
function textNodes(value: string, start: number): PhrasingContent[] {
  if (!/[\n\\]/.test(value)) return [{ type: 'text', value, position: positionOf(start, start + value.length) }]
  const nodes: PhrasingContent[] = []
  let from = 0
  const push = (to: number): void => {
    const lead = /^ (?=\n)/.test(value.slice(from, to)) ? 1 : 0
    const words = value
      .slice(from + lead, to)
      .replaceAll(' \n', '\n')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    if (words !== '') nodes.push({ type: 'text', value: words, position: positionOf(start + from + lead, start + to) })
  }
  for (const { index, 0: mark } of value.matchAll(/ {2,}\n|\\[!-/:-@[-`{-~\n]/g)) {
    if (!mark.endsWith('\n')) continue
    push(index)
    from = index + mark.length
    nodes.push({ type: 'break', position: positionOf(start + index, start + from) })
  }
  push(value.length)
  return nodes
}

function linkOf(children: PhrasingContent[], url: string, start: number, end: number): PhrasingContent {
  return { type: 'link', title: null, url, children, position: positionOf(start, end) }
}

/** An image's words are plain text. */
function imageOf(children: readonly PhrasingContent[], url: string, start: number, end: number) {
  const [first, second] = children
  if (second !== undefined || (first !== undefined && first.type !== 'text')) return undefined
  return { type: 'image' as const, title: null, url, alt: first?.value ?? '', position: positionOf(start, end) }
}

/**
 * What a run of one or two `*` or `_` can do by the characters around it; `undefined` for longer runs and those beside
 * other delimiters.
 */
function delimiterRun(raw: string, at: number): { length: number; opens: boolean; closes: boolean } | undefined {
  const marker = raw.charCodeAt(at)
  const length = raw.charCodeAt(at + 1) === marker ? 2 : 1
  const previous = at === 0 ? SPACE : raw.charCodeAt(at - 1)
  const next = at + length >= raw.length ? SPACE : raw.charCodeAt(at + length)
  if (isDelimiter(previous) || isDelimiter(next)) return undefined
  const before = characterClass(previous)
  const after = characterClass(next)
  const opens = after === 'word' || (after === 'punctuation' && before !== 'word')
  const closes = before === 'word' || (before === 'punctuation' && after !== 'word')
  if (marker === ASTERISK) return { length, opens, closes }
  return { length, opens: opens && (before !== 'word' || !closes), closes: closes && (after !== 'word' || !opens) }
}

/** The classes of flanking delimiters, by UTF-16 code unit as micromark sees them. */
function characterClass(code: number): 'space' | 'punctuation' | 'word' {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'word'
}

function isDelimiter(code: number): boolean {
  return code === ASTERISK || code === UNDERSCORE || code === TILDE
}

/** Whether a backslash makes the next character a plain one. */
function isEscape(raw: string, at: number): boolean {
  return ESCAPABLE.test(raw.charAt(at + 1))
}

/** Where code between single backticks ends; `undefined` for other runs, line ends and blanks at its ends. */
function endOfCode(raw: string, at: number, to: number): number | undefined {
  const close = raw.indexOf('`', at + 1)
  if (close <= at + 1 || close >= to || raw.charCodeAt(close + 1) === BACKTICK) return undefined
  return /^\s|\s$|\n/.test(raw.slice(at + 1, close)) ? undefined : close + 1
}

/** Where a sticky pattern that matches at an offset ends. */
function matchAt(pattern: RegExp, raw: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(raw) ? pattern.lastIndex : undefined
}

function positionOf(start: number, end: number): NonNullable<PhrasingContent['position']> {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  }
}

const [SPACE, EXCLAMATION, PARENTHESIS, ASTERISK, LESS, LARGE_H, SMALL_H, TILDE] = [32, 33, 40, 42, 60, 72, 104, 126]
const [OPEN, BACKSLASH, CLOSE, UNDERSCORE, BACKTICK] = [91, 92, 93, 95, 96]
