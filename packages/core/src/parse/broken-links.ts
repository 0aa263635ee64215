import type { Inline, LinkSpan, Span, TextSpan } from './document.ts'

/**
 * Mends links that Markdown does not take for links though a reader does: `[words] (address)`, `[words](address` without
 * its end, `[words]（address）`, `【words】(address)`, `[words]([address](address))`, and addresses with a title stuck to
 * them, with a second `https://` or without any. What stands between the brackets becomes the link's words. Linear.
 */
export function mendLinks(spans: Inline): Inline {
  if (!spans.some((span) => span.kind === 'link')) return spans
  const mended: Span[] = []
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]
    if (span === undefined) continue
    if (span.kind !== 'link') {
      mended.push(span)
      continue
    }
    const before = mended.at(-1)
    const opening = isBare(span) && before?.kind === 'text' && !before.code ? OPENING.exec(before.text) : null
    if (opening === null || before?.kind !== 'text' || !isLabel(opening)) {
      mended.push(withUrl(span, span.url))
      continue
    }
    const next = spans[i + 1]
    const after = next?.kind === 'text' && !next.code ? next : undefined
    const rest = FILE_NAME.exec(after?.text ?? '')?.[1] ?? ''
    mended.pop()
    if (opening.index > 0) mended.push(cut(before, 0, opening.index))
    mended.push(withUrl({ ...span, ...placed(before, opening), end: span.end }, bareUrl(span.url) + encodeURI(rest)))
    if (after === undefined) continue
    const close = rest === '' ? (CLOSING.exec(after.text)?.[0].length ?? 0) : rest.length + 1
    if (close < after.text.length) mended.push(cut(after, close, after.text.length))
    i++
  }
  return mended
}

/** `[words](` and what is commonly written in its place, at the end of a text. */
const OPENING =
  /(?<open>[[【［])(?<words>[^[\]【】［］\n]{1,400}?)(?:[\]】］]{1,2}(?<blank>\s?)[(（[{<]{1,3}|[(（])\s*$/u
/** What is left of a link behind its address: a title, brackets. */
const CLOSING = /^\s*(?:["“'‘][^"”'’\n]{0,200}["”'’]\s*)?[)）\]】}>]{0,3}/
/** ` Paper with blanks.pdf)`: the rest of an address. */
const FILE_NAME = /^((?: [^\s()[\]<>]{1,60}){1,12}\.pdf)\)/i

/** A link whose words are an address. */
function isBare({ text, image }: LinkSpan): boolean {
  return image === undefined && /^(?:https?:\/\/|www\.)/i.test(text)
}

/** `[1] (https://…)` and `[Lee] (https://…)` are no links. */
function isLabel({ groups }: RegExpExecArray): boolean {
  const words = (groups?.words ?? '').trim()
  if (!/\p{L}/u.test(words)) return false
  return (groups?.blank ?? '') === '' || words.split(/\s+/).length >= 3 || /^\p{Ll}+$/u.test(words)
}

function placed(before: TextSpan, { index, groups }: RegExpExecArray): Pick<LinkSpan, 'text' | 'start' | 'inner'> {
  const words = groups?.words ?? ''
  const inner = cut(before, index + 1, index + 1 + words.length)
  return {
    text: words.replace(/\s+/g, ' ').trim(),
    start: cut(before, index, index + 1).start,
    inner: { start: inner.start, end: inner.end },
  }
}

/** A part of a text, by offsets in it; the whole place where the text is not what the file has, letter by letter. */
function cut(span: TextSpan, from: number, to: number): TextSpan {
  const text = span.text.slice(from, to)
  if (span.end - span.start !== span.text.length) return { ...span, text }
  return { ...span, text, start: span.start + from, end: span.start + to }
}

function bareUrl(url: string): string {
  return url.replace(/["“”（）】］\]}].*$/u, '')
}

/** `arxiv.org/abs/…`, `www.…`: an address of the web that begins with its host, and no file beside the list. */
const WITHOUT_SCHEME = /^(?:www\.|(?:[a-z\d-]{1,63}\.){1,4}(?:com|org|net|edu|gov|io|ai|(?:ac|co|edu)\.[a-z]{2})\/)/i

/** An address alone, without brackets around it or a title, with one scheme; as it was where nothing is left. */
export function mendAddress(raw: string): string {
  const opened = /^\s*[{([<]+(?=https?:)/.exec(raw)?.[0] ?? ''
  const inside = raw.slice(opened.length)
  const url = (opened === '' ? inside : bareUrl(inside).replace(/^([^(]*)\)+$/, '$1'))
    .replace(/(?:"|“|%22|%E2%80%9C).*$/u, '')
    .replace(/^https?:\/{1,2}(?=https?:\/\/)/i, '')
    .replace(/^https?(?=\/\/\w)/i, '$&:')
    // `(address)[address]`
    .replace(/\)\[https?:.*$/i, '')
  if (url === '') return raw
  return WITHOUT_SCHEME.test(url) ? `https://${url}` : url
}

function withUrl(span: LinkSpan, raw: string): LinkSpan {
  const url = mendAddress(raw)
  return url === span.url || raw === '' ? span : { ...span, url }
}
