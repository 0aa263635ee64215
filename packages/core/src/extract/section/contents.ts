import type { Block, Cell, Heading, Item, Table } from '../../parse/document.ts'
import { isPaperAddress } from '../../recognise/address-kind.ts'
import { decodePart } from '../../recognise/web-address.ts'
import { flatten, flattenInPiece } from '../fragment/flat.ts'
import { isContentsHeading } from './section-kinds.ts'

/** One heading of a document with its anchors and its place in the table of contents. */
export interface OutlineHeading {
  readonly heading: Heading
  /** Plain words, with emoji. */
  readonly text: string
  readonly anchors: readonly string[]
  /** Depth in the document's table of contents, 0-based; `undefined` where it does not list the heading. */
  readonly listed?: number
  /** A table of contents that is a table, and so of no depth, links it. */
  readonly tabled?: true
  /** It holds papers and stands in front of the table of contents: what that lists is behind it, not inside. */
  readonly closed?: true
  /** It heads a table of contents; "Index" does only where one follows, else it is a subject. */
  readonly contents?: true
}

/**
 * The headings of a document with the ids that links reach them by: explicit anchors, then the id that code hosts make
 * of the words, numbered where it repeats. Linear.
 */
export function outline(blocks: readonly Block[]): readonly OutlineHeading[] {
  const tables = contentsTables(blocks)
  const depths = contentsDepths(blocks, tables)
  const contents = blocks.findIndex((block) => tables.has(block))
  const tabled = tabledAnchors(blocks[contents])
  const lastPaper = blocks.slice(0, Math.max(0, contents)).findLastIndex(holdsPapers)
  const seen = new Map<string, number>()
  return blocks.flatMap((block, at): OutlineHeading[] => {
    if (block.kind !== 'heading') return []
    const text = headingText(block)
    const base = hostAnchor(text)
    const times = seen.get(base) ?? 0
    seen.set(base, times + 1)
    const anchors = [...block.anchors, times === 0 ? base : `${base}-${times}`]
    const listed = anchors.map((anchor) => depths.get(anchor.toLowerCase())).find((depth) => depth !== undefined)
    return [
      {
        heading: block,
        text,
        anchors,
        ...(listed === undefined ? {} : { listed }),
        ...(anchors.some((anchor) => tabled.has(anchor.toLowerCase())) ? { tabled: true as const } : {}),
        ...(at < lastPaper ? { closed: true as const } : {}),
        ...(isContentsHeading(text) && (!/index/i.test(text) || leadsToContents(blocks, at))
          ? { contents: true as const }
          : {}),
      },
    ]
  })
}

/** Whether the next list or table in front of the next heading is one of contents. */
function leadsToContents(blocks: readonly Block[], heading: number): boolean {
  const next = blocks.slice(heading + 1, heading + 6).find(({ kind }) => kind !== 'paragraph')
  return next !== undefined && isContentsBlock(next)
}

/** The words of a heading, blanks single. */
export function headingText(heading: Heading): string {
  const { text, objects } = flatten(heading.content)
  let i = 0
  return text
    .replace(/\uFFFC/g, () => objects[i++]?.span.text ?? '')
    .replace(/\{#[\w-]+\}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The id that GitHub and its kin give a heading: lower case, punctuation dropped, blanks to hyphens. */
export function hostAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')
}

/**
 * Nesting depth of every in-page link of the document's lists, by anchor; the first list that links it counts. The
 * contents of one section are inside it: they begin one deeper than the contents in front list that section.
 */
function contentsDepths(blocks: readonly Block[], tables: ReadonlySet<Block>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const levels = new Map(
    blocks.flatMap((block) =>
      block.kind === 'heading' ? [[hostAnchor(headingText(block)), block.depth] as const] : [],
    ),
  )
  const above: Heading[] = []
  const visit = (item: Item, depth: number): void => {
    for (const { span } of flattenInPiece(item.content).objects) {
      if (span.kind !== 'link' || !span.url.startsWith('#')) continue
      const anchor = decodePart(span.url.slice(1)).toLowerCase()
      if (!depths.has(anchor)) depths.set(anchor, depth)
    }
    for (const child of item.children) visit(child, depth + 1)
  }
  for (const block of blocks) {
    if (block.kind === 'heading' && !isContentsHeading(headingText(block))) {
      while ((above.at(-1)?.depth ?? 0) >= block.depth) above.pop()
      above.push(block)
    }
    if (block.kind !== 'list' || !tables.has(block)) continue
    const section = above.at(-1)
    const own = section === undefined ? undefined : depths.get(hostAnchor(headingText(section)))
    const [first] = inPageAnchors(block.items)
    const inside = section !== undefined && (levels.get(first ?? '') ?? 0) > section.depth
    for (const item of block.items) visit(item, own === undefined || !inside ? 0 : own + 1)
  }
  return depths
}

/**
 * The lists and tables of contents: all that link headings and stand in front of the first papers or below a heading that
 * says so. Behind papers a list that links headings may refer to other places ("Who uses it: [Acme](#acme)"): there it
 * begins with the next heading, or names a good part of those that follow. Linear.
 */
function contentsTables(blocks: readonly Block[]): ReadonlySet<Block> {
  const tables = new Set<Block>()
  const order = new Map<string, number>()
  let headings = 0
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    for (const anchor of [...block.anchors, hostAnchor(headingText(block))]) order.set(anchor.toLowerCase(), headings)
    headings++
  }
  let passed = 0
  let papers = false
  let called = false
  for (const block of blocks) {
    if (block.kind === 'heading') {
      passed++
      called = isContentsHeading(headingText(block))
      continue
    }
    if (isContentsBlock(block)) {
      const parts = block.kind === 'list' ? allItems(block.items) : block.kind === 'table' ? cellsOf(block) : []
      const behind = new Set(inPageAnchors(parts).map((anchor) => order.get(anchor) ?? -1))
      const listed = [...behind].filter((at) => at >= passed).length
      if (!papers || called || behind.has(passed) || listed >= (headings - passed) * LEAST_LISTED) tables.add(block)
    }
    papers ||= holdsPapers(block)
  }
  return tables
}

/** The share of the headings behind it that a table of contents names at least. */
const LEAST_LISTED = 0.3

/** Some items and all below them. */
function allItems(items: readonly Item[], all: Item[] = []): readonly Item[] {
  for (const item of items) {
    all.push(item)
    allItems(item.children, all)
  }
  return all
}

/** The anchors that some items or cells link, in their order. */
function inPageAnchors(parts: readonly Pick<Item, 'content'>[]): readonly string[] {
  return parts
    .flatMap(({ content }) => flattenInPiece(content).objects)
    .flatMap(({ span }) =>
      span.kind === 'link' && span.url.startsWith('#') ? [decodePart(span.url.slice(1)).toLowerCase()] : [],
    )
}

function tabledAnchors(block: Block | undefined): ReadonlySet<string> {
  if (block?.kind !== 'table') return new Set()
  return new Set(inPageAnchors(cellsOf(block)))
}

function cellsOf({ header, rows }: Table): readonly Cell[] {
  return [...(header?.cells ?? []), ...rows.flatMap(({ cells }) => cells)]
}

/** A list or table of contents. */
function isContentsBlock(block: Block): boolean {
  if (block.kind === 'list') return isContents(block.items)
  if (block.kind !== 'table') return false
  const cells = cellsOf(block).filter(({ content }) => content.length > 0)
  return cells.length >= 4 && isContents(cells.map(({ content }) => ({ content, children: [] })))
}

/** Whether a list or table links papers: then the heading above is a section. */
export function holdsPapers(block: Block): boolean {
  const contents =
    block.kind === 'list'
      ? block.items.map(({ content }) => content)
      : block.kind === 'table'
        ? block.rows.flatMap(({ cells }) => cells.map(({ content }) => content))
        : []
  return contents.some((content) => content.some((span) => span.kind === 'link' && isPaperAddress(span.url)))
}

/** A table of contents: most items hold an in-page link. */
function isContents(items: readonly Pick<Item, 'content' | 'children'>[]): boolean {
  let linked = 0
  let all = 0
  const count = (item: Pick<Item, 'content' | 'children'>): void => {
    all++
    if (flattenInPiece(item.content).objects.some(({ span }) => span.kind === 'link' && span.url.startsWith('#')))
      linked++
    item.children.forEach(count)
  }
  items.forEach(count)
  return linked >= 2 && linked * 2 > all
}
