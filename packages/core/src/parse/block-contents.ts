import type { Block, Inline, Item, Row } from './document.ts'

/** All contents of a block in a fixed order, those of nested items and blocks among them; linear. */
export function blockContents(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content]
    case 'list':
      return block.items.flatMap(itemContents)
    case 'table':
      return [...(block.header === undefined ? [] : rowContents(block.header)), ...block.rows.flatMap(rowContents)]
    default:
      return block satisfies never
  }
}

/** The contents of a row's cells. */
export function rowContents({ cells }: Row): readonly Inline[] {
  return cells.map(({ content }) => content)
}

function itemContents({ content, children, blocks }: Item): readonly Inline[] {
  return [content, ...children.flatMap(itemContents), ...blocks.flatMap(blockContents)]
}
