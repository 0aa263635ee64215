import type { Block, Cell, Inline, Item, Row, Span } from './document.ts'

/** Where some content stood before it was moved. */
export interface Origin {
  readonly content: Inline
  /** Characters between there and here. */
  readonly by: number
}

const origins = new WeakMap<Inline, Origin>()

/**
 * The content that this one is a copy of, in its own place: what is known of that holds here too, but for the offsets.
 * Content that was never moved is its own origin.
 */
export function originOf(content: Inline): Origin {
  return origins.get(content) ?? { content, by: 0 }
}

/** Whether some content is such a copy: all that a document is made of is, what was cut or joined from it is not. */
export function isMoved(content: Inline): boolean {
  return origins.has(content)
}

/** A block as it stands further on in a text; linear. */
export function moveBlock(block: Block, by: number): Block {
  const place = movedBy(block, by)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, ...place, content: moveContent(block.content, by) }
    case 'list':
      return { ...block, ...place, items: block.items.map((item) => moveItem(item, by)) }
    case 'table':
      return {
        ...block,
        ...place,
        ...(block.header === undefined ? {} : { header: moveRow(block.header, by) }),
        rows: block.rows.map((row) => moveRow(row, by)),
      }
    default:
      return block satisfies never
  }
}

/** A row as it stands further on in a text. */
export function moveRow(row: Row, by: number): Row {
  const cells = row.cells.map(
    (cell): Cell => ({ ...cell, ...movedBy(cell, by), content: moveContent(cell.content, by) }),
  )
  return { cells, ...movedBy(row, by) }
}

/** A range as it stands further on in a text. */
export function movedBy(
  { start, end }: { readonly start: number; readonly end: number },
  by: number,
): {
  readonly start: number
  readonly end: number
} {
  return { start: start + by, end: end + by }
}

/** A span as it stands further on in a text. */
export function moveSpan<S extends Span>(span: S, by: number): S {
  const place = movedBy(span, by)
  return span.kind === 'link' ? { ...span, ...place, inner: movedBy(span.inner, by) } : { ...span, ...place }
}

function moveItem(item: Item, by: number): Item {
  return {
    content: moveContent(item.content, by),
    children: item.children.map((child) => moveItem(child, by)),
    blocks: item.blocks.map((block) => moveBlock(block, by)),
    ...movedBy(item, by),
  }
}

function moveContent(content: Inline, by: number): Inline {
  const moved = content.map((span) => moveSpan(span, by))
  origins.set(moved, { content, by })
  return moved
}
