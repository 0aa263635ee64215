import type { Inline } from './document.ts'
import { mapBlock, mapRow, moveContent, moveSpan } from './move.ts'
import type { ParsedPiece } from './piece-memo.ts'

/** Contents known at once; beyond that all are forgotten, so that memory stays bounded. */
const MOST = 200_000

/**
 * Makes contents that say the same copies of one, {@link originOf} each: of an item with a hundred others below it, which
 * is one piece, an edit changes one, and what is known of the others stays known. Pieces with one content are known by
 * themselves. Linear in the piece.
 */
export function createContentInterner(): (piece: ParsedPiece) => ParsedPiece {
  let known = new Map<string, Inline>()
  const intern = (content: Inline): Inline => {
    const [first] = content
    if (first === undefined) return content
    const name = JSON.stringify(content.map((span) => moveSpan(span, -first.start)))
    const met = known.get(name)
    if (met?.[0] !== undefined) return moveContent(met, first.start - met[0].start)
    if (known.size >= MOST) known = new Map()
    known.set(name, content)
    return content
  }
  return (piece) => {
    if (!holdsSeveral(piece)) return piece
    const { blocks, row } = piece
    return {
      ...piece,
      blocks: blocks.map((block) => mapBlock(block, 0, intern)),
      ...(row === undefined ? {} : { row: mapRow(row, 0, intern) }),
    }
  }
}

function holdsSeveral({ blocks, row }: ParsedPiece): boolean {
  const [only, another] = blocks
  if (another !== undefined || row !== undefined) return true
  if (only?.kind === 'table') return true
  return (
    only?.kind === 'list' &&
    (only.items.length > 1 || only.items.some(({ children, blocks: inner }) => children.length + inner.length > 0))
  )
}
