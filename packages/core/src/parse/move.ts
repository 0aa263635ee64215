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
  return mapBlock(block, by, (content) => moveContent(content, by))
}

/** A row as it stands further on in a text. */
export function moveRow(row: Row, by: number): Row {
  return mapRow(row, by, (content) => moveContent(content, by))
}

/** A block that stands further on, with what is made of its contents in their place; linear. */
export function mapBlock(block: Block, by: number, map: MapContent): Block {
  const place = movedBy(block, by)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, ...place, content: map(block.content) }
    case 'list':
      return { ...block, ...place, items: block.items.map((item) => mapItem(item, by, map)) }
    case 'table':
      return {
        ...block,
        ...place,
        ...(block.header === undefined ? {} : { header: mapRow(block.header, by, map) }),
        rows: block.rows.map((row) => mapRow(row, by, map)),
      }
    default:
      return block satisfies never
  }
}

/** {@link mapBlock} for a row. */
export function mapRow(row: Row, by: number, map: MapContent): Row {
  const cells = row.cells.map((cell): Cell => ({ ...cell, ...movedBy(cell, by), content: map(cell.content) }))
  return { cells, ...movedBy(row, by) }
}

type MapContent = (content: Inline) => Inline

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

function mapItem(item: Item, by: number, map: MapContent): Item {
  return {
    content: map(item.content),
    children: item.children.map((child) => mapItem(child, by, map)),
    blocks: item.blocks.map((block) => mapBlock(block, by, map)),
    ...movedBy(item, by),
  }
}

/** Content as it stands further on in a text; it is a copy of what that is a copy of. */
export function moveContent(content: Inline, by: number): Inline {
  const moved = content.map((span) => moveSpan(span, by))
  const origin = originOf(content)
  origins.set(moved, { content: origin.content, by: origin.by + by })
  return moved
}
