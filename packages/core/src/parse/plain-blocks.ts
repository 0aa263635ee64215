import type { RootContent } from 'mdast'
import { plainPhrasing, WORDS_AHEAD } from './plain-phrasing.ts'

/**
 * Reads headings and paragraphs, divided by blank lines, whose first line can begin nothing else and whose content is plain
 * ({@link plainPhrasing}); `undefined` for all else. References must not be defined. Linear.
 */
export function plainBlocks(piece: string): RootContent[] | undefined {
  const blocks: RootContent[] = []
  let from = 0
  for (const { index, 0: blank } of piece.includes('\n') ? piece.matchAll(BLANK_LINES) : []) {
    const block = plainBlock(piece, from, index)
    if (block === undefined) return undefined
    blocks.push(block)
    from = index + blank.length
  }
  const last = plainBlock(piece, from, piece.length)
  return last === undefined ? undefined : [...blocks, last]
}

const BLANK_LINES = /\n(?:[ \t]*\n)+/g

function plainBlock(piece: string, start: number, end: number): RootContent | undefined {
  const text = start === 0 && end === piece.length ? piece : piece.slice(start, end)
  if (text.trim().length !== text.length) return undefined
  const heading = HEADING.exec(text)
  // A number sign at the end of a heading may close it.
  if (heading === null ? !PARAGRAPH.test(text) : /\n|#$/.test(text)) return undefined
  const children = plainPhrasing(piece, start + (heading?.[0].length ?? 0), end)
  if (children === undefined) return undefined
  const position = {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  }
  if (heading === null) return { type: 'paragraph', children, position }
  const depth = DEPTHS.find((level) => level === heading[1]?.length)
  return depth === undefined ? undefined : { type: 'heading', depth, children, position }
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const
const HEADING = /^(#{1,6}) +(?=\S)/
/** The guard of inline pieces, a bracket that defines nothing, no tag that is alone on its line. */
const PARAGRAPH = new RegExp(`^(?:· |!?\\[(?!.*\\]:)|(?!<[^<>\\n]*>[ \\t]*(?:\\n|$))(?:${WORDS_AHEAD}))`, 'u')
