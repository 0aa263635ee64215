import type { Block, Inline, Item } from '../parse/document.ts'
import { originOf } from '../parse/move.ts'
import type { Entry } from './entry.ts'
import { moveSection, type SectionPlace, type SectionReading } from './move-section.ts'
import { createPartMemo, type PartMemo } from './part-memo.ts'

/**
 * What was read below headings, by what stands there and above, so that a section that did not change from one version
 * of a list to the next is not read again.
 */
export interface SectionMemo {
  /** What was read of the section of this name, wherever it stood. */
  readonly get: (name: string, place: SectionPlace) => SectionReading | undefined
  readonly set: (name: string, place: SectionPlace, reading: SectionReading) => void
  /** A number of its own for each content that was parsed; one that stands elsewhere has the same. */
  readonly numberOf: (content: Inline) => number
  /** What was read of the items and rows of sections; only where nobody asks where things stand. */
  readonly parts?: PartMemo
}

/**
 * An empty memo, for lists of one path read with the same known venues. What it gives stands where it stood when it was
 * read: for whoever asks what entries say, not where.
 */
export function createSectionMemo(): SectionMemo {
  const known = new Map<string, SectionReading>()
  return {
    get: (name) => known.get(name),
    set: (name, _, reading) => known.set(name, reading),
    numberOf: numberContents(),
    parts: createPartMemo(),
  }
}

/** A memo of the last version of one list, whose sections are given where they stand now. */
export interface LastSections extends SectionMemo {
  /** Another version is read: what neither that nor the one before it holds is forgotten. */
  readonly next: () => void
  /** Entries that equal others, which are given in their place from now on. */
  readonly replace: (equals: ReadonlyMap<Entry, Entry>) => void
}

/** {@link createSectionMemo} for a list that is read again after each edit; what did not move is the same objects. */
export function createLastSections(): LastSections {
  let last = new Map<string, Placed>()
  let now = new Map<string, Placed>()
  return {
    get(name, place) {
      const known = now.get(name) ?? last.get(name)
      const reading = known && moveSection(known.reading, known.place, place)
      if (reading !== undefined) now.set(name, { place, reading })
      return reading
    },
    set: (name, place, reading) => now.set(name, { place, reading }),
    numberOf: numberContents(),
    next() {
      last = now
      now = new Map()
    },
    replace(equals) {
      for (const [name, { place, reading }] of now) {
        if (!reading.added.some(({ entry }) => equals.has(entry))) continue
        const added = reading.added.map((one) => ({ ...one, entry: equals.get(one.entry) ?? one.entry }))
        now.set(name, { place, reading: { ...reading, added } })
      }
    },
  }
}

interface Placed {
  readonly place: SectionPlace
  readonly reading: SectionReading
}

function numberContents(): SectionMemo['numberOf'] {
  const numbers = new WeakMap<Inline, number>()
  let size = 0
  return (content) => {
    const { content: original } = originOf(content)
    const known = numbers.get(original)
    if (known !== undefined) return known
    numbers.set(original, size)
    return size++
  }
}

/** The numbers of all contents of some blocks, in their order; linear. */
export function contentNumbers(blocks: readonly Block[], numberOf: SectionMemo['numberOf']): readonly number[] {
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
