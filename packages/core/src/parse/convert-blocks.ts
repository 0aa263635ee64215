import type { PhrasingContent, RootContent } from 'mdast'
import { mendLinks } from './broken-links.ts'
import type { Block, Inline, Item, Row, Span } from './document.ts'
import { flattenInline, type Locate } from './inline.ts'
import type { Piece } from './piece.ts'

/** What the converter hands back to the parser of the document. */
export interface ConvertHandlers {
  readonly html: (piece: Piece) => readonly Block[]
}

/**
 * Turns mdast blocks (inside items, block quotes and paragraphs) into blocks of the document model. Code, rules and
 * definitions are left out.
 */
export function convertBlocks(
  nodes: readonly RootContent[],
  piece: Piece,
  handlers: ConvertHandlers,
): readonly Block[] {
  const raw = piece.text
  const locate: Locate = piece.locate
  const inline = (children: readonly PhrasingContent[]): Inline => mendLinks(flattenInline(children, raw, locate))
  return nodes.flatMap((node): readonly Block[] => {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? from
    const place = { start: locate(from), end: locate(to) }
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', content: inline(node.children), ...place }]
      case 'heading':
        return [
          {
            kind: 'heading',
            depth: node.depth,
            content: inline(node.children),
            anchors: [],
            ...place,
          },
        ]
      case 'blockquote':
      case 'footnoteDefinition':
        return convertBlocks(node.children, piece, handlers)
      case 'list':
        return [
          {
            kind: 'list',
            items: node.children.map((item): Item => {
              const inner = convertBlocks(item.children, piece, handlers)
              const position = {
                start: locate(item.position?.start.offset ?? from),
                end: locate(item.position?.end.offset ?? to),
              }
              return { content: contentOf(inner), children: itemsOf(inner), blocks: [], ...position }
            }),
            ...place,
          },
        ]
      case 'table': {
        const rows = node.children.map(
          (row): Row => ({
            cells: row.children.map((cell) => ({
              content: inline(cell.children),
              span: 1,
              start: locate(cell.position?.start.offset ?? from),
              end: locate(cell.position?.end.offset ?? to),
            })),
            start: locate(row.position?.start.offset ?? from),
            end: locate(row.position?.end.offset ?? to),
          }),
        )
        const [header, ...rest] = rows
        return header === undefined ? [] : [{ kind: 'table', header, rows: rest, ...place }]
      }
      case 'html':
        return handlers.html({ text: node.value, locate: (offset) => locate(from + offset) })
      default:
        return []
    }
  })
}

/** The words of some blocks as one inline content, with a hard break between two blocks. */
export function contentOf(blocks: readonly Block[]): Inline {
  const spans: Span[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue
    if (spans.length > 0) spans.push({ kind: 'break', hard: true, start: block.start, end: block.start })
    spans.push(...block.content)
  }
  return spans
}

/** The items of the lists among some blocks. */
export function itemsOf(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
}
