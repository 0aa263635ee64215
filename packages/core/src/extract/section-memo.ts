import type { Block, Inline, Item } from '../parse/document.ts'
import { originOf } from '../parse/move.ts'
import type { Added } from './entry-book.ts'

/**
 * What was read below headings, by what stands there and above, so that a section that did not change from one version
 * of a list to the next is not read again. Entries that it gives stand where they stood when they were read: for
 * whoever asks what entries say, not where.
 */
export interface SectionMemo {
  readonly get: (name: string) => readonly Added[] | undefined
  readonly set: (name: string, added: readonly Added[]) => void
  /** A number of its own for each content that was parsed; one that stands elsewhere has the same. */
  readonly numberOf: (content: Inline) => number
}

/** An empty memo, for lists of one path read with the same known venues. */
export function createSectionMemo(): SectionMemo {
  const known = new Map<string, readonly Added[]>()
  const numbers = new WeakMap<Inline, number>()
  let size = 0
  return {
    get: (name) => known.get(name),
    set: (name, added) => known.set(name, added),
    numberOf(content) {
      const { content: original } = originOf(content)
      const number = numbers.get(original) ?? size++
      numbers.set(original, number)
      return number
    },
  }
}

/** The numbers of all contents of some blocks, in their order; linear. */
export function contentNumbers(blocks: readonly Block[], { numberOf }: SectionMemo): readonly number[] {
  const numbers: number[] = []
  const addItem = ({ content, children, blocks: inner }: Item): void => {
    numbers.push(numberOf(content), children.length, inner.length)
    children.forEach(addItem)
    inner.forEach(addBlock)
  }
  const addBlock = (block: Block): void => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        numbers.push(numberOf(block.content))
        return
      case 'list':
        numbers.push(block.items.length)
        block.items.forEach(addItem)
        return
      case 'table':
        for (const { cells } of [block.header ?? { cells: [] }, ...block.rows]) {
          numbers.push(cells.length)
          for (const { content } of cells) numbers.push(numberOf(content))
        }
        return
      default:
        block satisfies never
    }
  }
  blocks.forEach(addBlock)
  return numbers
}
