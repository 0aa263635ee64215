import type { Block, Item } from '../../parse/document.ts'
import { type Flat, flattenInPiece } from '../fragment/flat.ts'

/** `**Faster inference**` or `**A Title of Many Words**`, alone in a paragraph. */
export function isBoldLine({ text, strong, objects }: Flat): boolean {
  const [first] = strong
  if (first === undefined || strong.length > 1 || objects.length > 0) return false
  return text.slice(0, first.from).trim() === '' && text.slice(first.to).replace(/[:：\s]+/g, '') === ''
}

/** Whether nearly all bold lines have few words. */
export function areBoldSubjects(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) => {
    const flat = block.kind === 'paragraph' ? flattenInPiece(block.content) : undefined
    return flat !== undefined && isBoldLine(flat) ? [flat.text.trim().split(' ').length] : []
  })
  return lines.filter((words) => words <= MOST_SUBJECT_WORDS).length >= lines.length * MOST_SUBJECTS
}

/** Whether several bold lines stand right above lists, most of whose items have a title's words. Linear. */
export function areBoldHeads(blocks: readonly Block[]): boolean {
  let heads = 0
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    if (block.kind !== 'paragraph' || next?.kind !== 'list' || next.items.length < 2) return
    if (!isBoldLine(flattenInPiece(block.content))) return
    const titled = next.items.filter(({ content }) => linkedWords(content) >= LEAST_LINKED)
    if (titled.length * 2 > next.items.length) heads++
  })
  return heads >= 2
}

const LEAST_LINKED = 4

/** Words of the longest link of an item. */
function linkedWords(content: Item['content']): number {
  const links = content.map((span) => (span.kind === 'link' ? span.text.split(' ').length : 0))
  return Math.max(0, ...links)
}

/** Titles have more words. */
export const MOST_SUBJECT_WORDS = 4
const MOST_SUBJECTS = 0.8
