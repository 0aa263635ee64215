import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { Inline, Span } from './document.ts'
import { htmlTag } from './html-tag.ts'

/** How the characters of a parsed piece map to the file: piece offset → file offset. */
export type Locate = (offset: number) => number

/**
 * Flattens mdast phrasing content to spans. Inline HTML counts as what it means: `<br>` breaks, `<a href>` links,
 * `<b>`, `<strong>`, `<i>` and `<em>` format, `<img>` is an image, other tags are passed over.
 *
 * @param raw the text of the piece, to find the lines of a text node again.
 */
export function flattenInline(content: readonly PhrasingContent[], raw: string, locate: Locate): Inline {
  const spans: Span[] = []
  let htmlLink: { url: string; start: number; innerStart: number; from: number } | undefined
  let strongTags = 0
  let emphasisTags = 0

  const visit = (node: PhrasingContent, strong: boolean, emphasis: boolean): void => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    const place = { start: locate(start), end: locate(end) }
    switch (node.type) {
      case 'text':
        pushText(node.value, start, end, strong, emphasis)
        return
      case 'inlineCode':
        spans.push({ kind: 'text', text: node.value, ...place, strong, emphasis, code: true })
        return
      case 'strong':
        visitFormatted(node.children, true, emphasis)
        return
      case 'emphasis':
        visitFormatted(node.children, strong, true)
        return
      case 'delete':
        for (const child of node.children) visit(child, strong, emphasis)
        return
      case 'break':
        spans.push({ kind: 'break', hard: true, ...place })
        return
      case 'image':
      case 'imageReference':
        spans.push({ kind: 'image', text: node.alt ?? '', url: node.type === 'image' ? node.url : '', ...place })
        return
      case 'link': {
        const inner = innerOf(node.children, start + 1, end)
        const image = firstImage(node.children)
        spans.push({
          kind: 'link',
          text: plainText(node),
          url: node.url,
          inner: { start: locate(inner.start), end: locate(inner.end) },
          ...place,
          strong: strong || isWhollyStrong(node.children),
          emphasis,
          ...(image === undefined ? {} : { image }),
          ...(image === undefined || node.children.some(holdsWords) ? {} : { wordless: true as const }),
        })
        return
      }
      case 'linkReference':
        for (const child of node.children) visit(child, strong, emphasis)
        return
      case 'html':
        visitHtml(node.value, start, end)
        return
      case 'footnoteReference':
        return
      default:
        return
    }
  }

  /** The words of one emphasised run stay one span, unless they hold links or breaks. */
  const visitFormatted = (children: readonly PhrasingContent[], strong: boolean, emphasis: boolean): void => {
    const first = children[0]?.position?.start.offset
    const last = children.at(-1)?.position?.end.offset
    const simple = children.every((child) => isWords(child))
    if (simple && children.length > 0 && first !== undefined && last !== undefined) {
      const text = squeeze(children.map((child) => plainText(child)).join(''))
      const inner = children.length === 1 ? children[0] : undefined
      const both = inner?.type === 'strong' || inner?.type === 'emphasis'
      spans.push({
        kind: 'text',
        text,
        start: locate(first),
        end: locate(last),
        strong: strong || (both && inner.type === 'strong'),
        emphasis: emphasis || (both && inner.type === 'emphasis'),
        code: false,
      })
      return
    }
    for (const child of children) visit(child, strong, emphasis)
  }

  const pushText = (value: string, start: number, end: number, strong: boolean, emphasis: boolean): void => {
    const s = strong || strongTags > 0
    const e = emphasis || emphasisTags > 0
    const slice = raw.slice(start, end)
    if (value === slice && !/[\r\n]/.test(value)) {
      if (value !== '')
        spans.push({
          kind: 'text',
          text: value,
          start: locate(start),
          end: locate(end),
          strong: s,
          emphasis: e,
          code: false,
        })
      return
    }
    let at = start
    const rawLines = slice.split(/\r\n|\n|\r/)
    const lines = value.split('\n')
    const exact = rawLines.length === lines.length
    lines.forEach((line, i) => {
      const rawLine = exact ? (rawLines[i] ?? '') : slice
      const from = exact ? at + Math.max(0, rawLine.indexOf(line)) : start
      const known = exact && rawLine.includes(line)
      const to = known ? from + line.length : exact ? at + rawLine.length : end
      if (i > 0) spans.push({ kind: 'break', hard: false, start: locate(from), end: locate(from) })
      if (line !== '')
        spans.push({
          kind: 'text',
          text: line,
          start: locate(known ? from : exact ? at : start),
          end: locate(to),
          strong: s,
          emphasis: e,
          code: false,
        })
      at += rawLine.length
      if (exact) at += raw.startsWith('\r\n', at) ? 2 : 1
    })
  }

  const visitHtml = (value: string, start: number, end: number): void => {
    const tag = htmlTag(value)
    const place = { start: locate(start), end: locate(end) }
    switch (tag?.name) {
      case 'br':
        spans.push({ kind: 'break', hard: true, ...place })
        return
      case 'b':
      case 'strong':
        strongTags = Math.max(0, strongTags + (tag.closing ? -1 : 1))
        return
      case 'i':
      case 'em':
        emphasisTags = Math.max(0, emphasisTags + (tag.closing ? -1 : 1))
        return
      case 'img':
        spans.push({
          kind: 'image',
          text: tag.attributes.get('alt') ?? '',
          url: tag.attributes.get('src') ?? '',
          ...place,
        })
        return
      case 'a':
        if (!tag.closing) {
          const url = tag.attributes.get('href')
          htmlLink = url === undefined ? undefined : { url, start, innerStart: end, from: spans.length }
        } else if (htmlLink !== undefined) {
          const inside = spans.splice(htmlLink.from)
          const image = inside.find(
            (span) => span.kind === 'image' || (span.kind === 'link' && span.image !== undefined),
          )
          const words = inside.filter((span) => span.kind === 'text' || span.kind === 'link')
          spans.push({
            kind: 'link',
            text: squeeze(words.map((span) => span.text).join('')) || (image?.kind === 'image' ? image.text : ''),
            url: htmlLink.url,
            inner: { start: locate(htmlLink.innerStart), end: locate(start) },
            start: locate(htmlLink.start),
            end: locate(end),
            strong: strongTags > 0 || (words.length > 0 && words.every((span) => span.strong)),
            emphasis: emphasisTags > 0,
            ...(image?.kind === 'image' ? { image: image.url } : {}),
            ...(image?.kind === 'image' && words.every((span) => span.text.trim() === '')
              ? { wordless: true as const }
              : {}),
          })
          htmlLink = undefined
        }
        return
      default:
        return
    }
  }

  for (const node of content) visit(node, false, false)
  return spans
}

/** The words of a node: text, code and alternative texts; line ends are blanks. */
export function plainText(node: Nodes | Root): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s*\n\s*/g, ' ')
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (node.type === 'html') return htmlTag(node.value)?.name === 'br' ? ' ' : ''
  return 'children' in node ? squeeze(node.children.map((child) => plainText(child)).join('')) : ''
}

/** Runs of white space as one blank. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function innerOf(children: readonly PhrasingContent[], start: number, end: number): { start: number; end: number } {
  const first = children[0]?.position?.start.offset
  const last = children.at(-1)?.position?.end.offset
  return { start: first ?? start, end: last ?? Math.min(start, end) }
}

/** Whether something is read, beside images. */
function holdsWords(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html' || node.type === 'break')
    return false
  return plainText(node).trim() !== ''
}

function firstImage(children: readonly PhrasingContent[]): string | undefined {
  for (const child of children) {
    if (child.type === 'image') return child.url
    if (child.type === 'html') {
      const tag = htmlTag(child.value)
      if (tag?.name === 'img') return tag.attributes.get('src') ?? ''
    }
  }
  return undefined
}

function isWhollyStrong(children: readonly PhrasingContent[]): boolean {
  return children.length > 0 && children.every((child) => child.type === 'strong')
}

function isWords(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return true
  if (node.type === 'html') return htmlTag(node.value)?.name !== 'br' && htmlTag(node.value)?.name !== 'a'
  return (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') && node.children.every(isWords)
}
