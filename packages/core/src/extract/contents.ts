import type { Block, Heading, Item } from '../parse/document.ts'
import { flatten } from './flat.ts'

/** One heading of a document with its anchors and its place in the table of contents. */
export interface OutlineHeading {
  readonly heading: Heading
  /** Plain words, with emoji. */
  readonly text: string
  readonly anchors: readonly string[]
  /** Depth in the document's table of contents, 0-based; `undefined` where it does not list the heading. */
  readonly listed?: number
}

/**
 * The headings of a document with the ids that links reach them by: explicit anchors, then the id that code hosts make
 * of the words, numbered where it repeats. Linear.
 */
export function outline(blocks: readonly Block[]): readonly OutlineHeading[] {
  const depths = contentsDepths(blocks)
  const seen = new Map<string, number>()
  return blocks.flatMap((block): OutlineHeading[] => {
    if (block.kind !== 'heading') return []
    const text = headingText(block)
    const base = hostAnchor(text)
    const times = seen.get(base) ?? 0
    seen.set(base, times + 1)
    const anchors = [...block.anchors, times === 0 ? base : `${base}-${times}`]
    const listed = anchors.map((anchor) => depths.get(anchor.toLowerCase())).find((depth) => depth !== undefined)
    return [{ heading: block, text, anchors, ...(listed === undefined ? {} : { listed }) }]
  })
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

/** Nesting depth of every in-page link of the document's lists, by anchor; the first list that links it counts. */
function contentsDepths(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const visit = (item: Item, depth: number): void => {
    for (const { span } of flatten(item.content).objects) {
      if (span.kind !== 'link' || !span.url.startsWith('#')) continue
      const anchor = decode(span.url.slice(1)).toLowerCase()
      if (!depths.has(anchor)) depths.set(anchor, depth)
    }
    for (const child of item.children) visit(child, depth + 1)
  }
  for (const block of blocks) {
    if (block.kind === 'list' && isContents(block.items)) for (const item of block.items) visit(item, 0)
  }
  return depths
}

/** A table of contents: most items hold an in-page link. */
function isContents(items: readonly Item[]): boolean {
  let linked = 0
  let all = 0
  const count = (item: Item): void => {
    all++
    if (flatten(item.content).objects.some(({ span }) => span.kind === 'link' && span.url.startsWith('#'))) linked++
    item.children.forEach(count)
  }
  items.forEach(count)
  return linked >= 2 && linked * 2 > all
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
