import type { Element, Nodes, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { mendAddress } from './broken-links.ts'
import type { Block, Cell, Heading, Inline, Item, Row, Span } from './document.ts'
import { squeeze } from './inline.ts'
import type { Piece } from './piece.ts'

/** What an HTML block turns into; anchors that precede the next heading are handed on. */
export interface HtmlContent {
  readonly blocks: readonly Block[]
  readonly anchors: readonly string[]
}

/**
 * Reads an HTML block: tables (cells with `colspan`, rows without header), headings, lists and paragraphs. Text in it
 * is read as Markdown where it has Markdown's marks, as lists mix both. Scripts and styles are left out.
 */
export function parseHtml(piece: Piece, inlineOf: (piece: Piece) => Inline): HtmlContent {
  const root: Root = fromHtml(piece.text, { fragment: true })
  const blocks: Block[] = []
  const anchors: string[] = []
  let pending: Span[] = []

  const place = (node: Nodes): { start: number; end: number } => ({
    start: piece.locate(node.position?.start.offset ?? 0),
    end: piece.locate(node.position?.end.offset ?? 0),
  })

  const flush = (): void => {
    const first = pending[0]
    const last = pending.at(-1)
    if (first !== undefined && last !== undefined && pending.some((span) => span.kind !== 'break')) {
      blocks.push({ kind: 'paragraph', content: pending, start: first.start, end: last.end })
    }
    pending = []
  }

  const visit = (node: RootContent): void => {
    if (node.type === 'element') {
      if (LEFT_OUT.has(node.tagName)) return
      const id = node.properties.id ?? node.properties.name
      if (typeof id === 'string') anchors.push(id)
      if (isHeading(node)) {
        flush()
        blocks.push(heading(node))
        return
      }
      if (node.tagName === 'table') {
        flush()
        const table = tableOf(node)
        if (table !== undefined) blocks.push(table)
        return
      }
      if (node.tagName === 'ul' || node.tagName === 'ol') {
        flush()
        blocks.push({ kind: 'list', items: itemsOf(node), ...place(node) })
        return
      }
      if (node.tagName === 'dl') {
        flush()
        blocks.push({ kind: 'list', items: termsOf(node), ...place(node) })
        return
      }
      if (BLOCKS.has(node.tagName)) {
        flush()
        // `<summary><h2>Models</h2></summary>` is a heading.
        if (STRONG.has(node.tagName) && !node.children.some(isHeading))
          pending.push(...node.children.flatMap((child) => inline(child, true, false)))
        else for (const child of node.children) visit(child)
        flush()
        return
      }
    }
    pending.push(...inline(node, false, false))
  }

  const heading = (node: Element): Heading => ({
    kind: 'heading',
    depth: Number(node.tagName.slice(1)),
    content: node.children.flatMap((child) => inline(child, false, false)),
    anchors: anchors.splice(0),
    ...place(node),
  })

  const tableOf = (node: Element): Block | undefined => {
    const rows = elements(node, 'tr').map((row) => ({ row, cells: elements(row, 'td', 'th') }))
    const downwards = new Map<number, { readonly cell: Cell; rows: number }>()
    const built = rows.map(({ row, cells }): Row => ({ cells: withCellsAbove(cells, downwards), ...place(row) }))
    const headed = rows[0]?.cells.length !== 0 && rows[0]?.cells.every((cell) => cell.tagName === 'th')
    const [first, ...rest] = built
    if (first === undefined) return undefined
    return headed === true
      ? { kind: 'table', header: first, rows: rest, ...place(node) }
      : { kind: 'table', rows: built, ...place(node) }
  }

  /** A row's cells in their columns: a cell with a `rowspan` stands in every row that it reaches. */
  const withCellsAbove = (
    nodes: readonly Element[],
    downwards: Map<number, { readonly cell: Cell; rows: number }>,
  ): Cell[] => {
    const cells: Cell[] = []
    let column = 0
    const takeAbove = (): void => {
      for (let above = downwards.get(column); above !== undefined; above = downwards.get(column)) {
        cells.push({ ...above.cell, above: true })
        if (--above.rows === 0) downwards.delete(column)
        column += above.cell.span
      }
    }
    for (const node of nodes) {
      takeAbove()
      const cell = cellOf(node)
      const rows = Number(node.properties.rowSpan ?? 1) - 1
      if (rows > 0 && column < MOST_COLUMNS_DOWN) downwards.set(column, { cell, rows })
      cells.push(cell)
      column += cell.span
    }
    takeAbove()
    return cells
  }

  const cellOf = (node: Element): Cell => {
    const span = Number(node.properties.colSpan ?? 1)
    const content = node.children.flatMap((child) => inline(child, node.tagName === 'th', false))
    return { content, span: Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1, ...place(node) }
  }

  /** A term and what is said of it are one item. */
  const termsOf = (node: Element): Item[] => {
    const terms: Item[] = []
    for (const child of elements(node, 'dt', 'dd')) {
      const content = child.children.flatMap((inner) => inline(inner, false, false))
      const above = child.tagName === 'dd' ? terms.pop() : undefined
      const ends: Inline = above === undefined ? [] : [{ kind: 'break', hard: true, ...place(child) }]
      terms.push({
        children: [],
        blocks: [],
        ...place(child),
        ...(above === undefined ? {} : { start: above.start }),
        content: [...(above?.content ?? []), ...ends, ...content],
      })
    }
    return terms
  }

  const itemsOf = (node: Element): Item[] =>
    elements(node, 'li').map((item) => {
      const nested = item.children.filter((child) => child.type === 'element' && /^[uo]l$/.test(child.tagName))
      const own = item.children.filter((child) => !nested.includes(child))
      return {
        content: own.flatMap((child) => inline(child, false, false)),
        children: nested.flatMap((list) => (list.type === 'element' ? itemsOf(list) : [])),
        blocks: [],
        ...place(item),
      }
    })

  const inline = (node: RootContent, strong: boolean, emphasis: boolean): Span[] => {
    if (node.type === 'text') return textSpans(node.value, place(node), strong, emphasis)
    if (node.type !== 'element' || LEFT_OUT.has(node.tagName)) return []
    const { tagName } = node
    if (tagName === 'br') return [{ kind: 'break', hard: true, ...place(node) }]
    if (tagName === 'img') {
      return [
        {
          kind: 'image',
          text: String(node.properties.alt ?? ''),
          url: String(node.properties.src ?? ''),
          ...place(node),
        },
      ]
    }
    const inner = node.children.flatMap((child) =>
      inline(child, strong || STRONG.has(tagName), emphasis || tagName === 'i' || tagName === 'em'),
    )
    if (tagName !== 'a' || typeof node.properties.href !== 'string') {
      return BLOCKS.has(tagName) ? [{ kind: 'break', hard: true, ...place(node) }, ...inner] : inner
    }
    const image = inner.find((span) => span.kind === 'image')
    // An address as the words of a link is a link by itself.
    const words = inner.filter((span) => span.kind === 'text' || span.kind === 'link')
    const text = squeeze(words.map((span) => span.text).join(' ')).trim()
    const first = inner[0]
    const last = inner.at(-1)
    return [
      {
        kind: 'link',
        text: text === '' && image !== undefined ? image.text : text,
        url: mendAddress(node.properties.href),
        inner: first === undefined || last === undefined ? place(node) : { start: first.start, end: last.end },
        ...place(node),
        strong: strong || (words.length > 0 && words.every((span) => span.strong)),
        emphasis,
        ...(image === undefined ? {} : { image: image.url }),
        ...(image !== undefined && text === '' ? { wordless: true as const } : {}),
      },
    ]
  }

  const textSpans = (value: string, at: { start: number; end: number }, strong: boolean, emphasis: boolean): Span[] => {
    if (value.trim() === '') return []
    if (MARKDOWN.test(value)) return [...inlineOf({ text: value, locate: (offset) => at.start + offset })]
    const lead = value.length - value.trimStart().length
    const start = at.start + lead
    return [{ kind: 'text', text: squeeze(value).trim(), start, end: at.end, strong, emphasis, code: false }]
  }

  for (const node of root.children) visit(node)
  flush()
  return { blocks, anchors }
}

/** Cells of columns further right do not reach down, so that no table takes more than so many cells a row. */
const MOST_COLUMNS_DOWN = 30

const LEFT_OUT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg'])
const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figure',
  'footer',
  'form',
  'header',
  'li',
  'main',
  'nav',
  'p',
  'picture',
  'pre',
  'section',
  'summary',
])
/** A summary heads what its details hold. */
const STRONG: ReadonlySet<string> = new Set(['b', 'strong', 'summary'])
/** Marks of Markdown, and bare addresses. */
const MARKDOWN = /\]\(|\*\*|^\s*[-*+]\s|https?:\/\/\S/m

function isHeading(node: RootContent): boolean {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName)
}

/** Descendant elements of some names, not looking inside those found, nor into nested tables of another table. */
function elements(node: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (names.includes(child.tagName)) found.push(child)
    else if (child.tagName !== 'table') found.push(...elements(child, ...names))
  }
  return found
}
