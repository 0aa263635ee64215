import type { RootContent } from 'mdast'
import { plainPhrasing } from './plain-phrasing.ts'

/**
 * Reads a heading or a paragraph whose first line can begin nothing else and whose content is plain
 * ({@link plainPhrasing}); `undefined` for all else. References must not be defined.
 */
export function plainBlock(piece: string): RootContent | undefined {
  if (/^\s|\s$/.test(piece)) return undefined
  const heading = HEADING.exec(piece)
  const from = heading?.[0].length ?? 0
  if (heading === null ? !PARAGRAPH.test(piece) : /[\n#]/.test(piece.slice(from))) return undefined
  const children = plainPhrasing(piece, from)
  if (children === undefined) return undefined
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: piece.length + 1, offset: piece.length },
  }
  if (heading === null) return { type: 'paragraph', children, position }
  const depth = DEPTHS.find((level) => level === heading[1]?.length)
  return depth === undefined ? undefined : { type: 'heading', depth, children, position }
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const
const HEADING = /^(#{1,6}) +(?=\S)/
/** A letter, a bracket that defines nothing, emphasis before a letter, and the guard of inline pieces begin no block. */
const PARAGRAPH = /^(?:\p{L}|· |["“(]|\*{1,2}\p{L}|!?\[(?!.*\]:))/u
