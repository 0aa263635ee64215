import type { Item } from '../../parse/document.ts'
import { flatten } from '../fragment/flat.ts'
import type { Reading } from '../fragment/reading.ts'
import { namedWork } from './named-work.ts'

/**
 * Items of which one names a work and has its links, `- R-CNN [[Paper](…)]`, and the next one cites it,
 * `- A. Author, The Title, CVPR 2014`, as one item with the citation below it; other items as they are. Where this was
 * meant to be nested it happens again and again, so once in a list, beside no citation that is nested, is no pair. Linear.
 *
 * @param read how the words of an item are read.
 */
export function withCitationsBelow(items: readonly Item[], read: (item: Item) => Reading): readonly Item[] {
  const isPair = items.map((item, i) => {
    const next = items[i + 1]
    return next !== undefined && mayName(item) && mayCite(next) && namedWork(read(item), [read(next)]) !== undefined
  })
  const pairs = isPair.filter(Boolean).length
  const nested = items.filter(({ children: [child, ...more] }) => child !== undefined && more.length === 0)
  if (pairs === 0 || pairs + nested.length < FEWEST) return items
  return items.flatMap((item, i) => {
    if (isPair[i - 1] === true) return []
    const next = isPair[i] === true ? items[i + 1] : undefined
    return next === undefined ? [item] : [{ ...item, children: [next], end: next.end }]
  })
}

const FEWEST = 3

function mayName(item: Item): boolean {
  return isSingle(item) && hasLinks(item)
}

function mayCite(item: Item): boolean {
  return isSingle(item) && !hasLinks(item)
}

function isSingle({ children, blocks }: Item): boolean {
  return children.length === 0 && blocks.length === 0
}

function hasLinks({ content }: Item): boolean {
  return content.some(({ kind }) => kind === 'link') || flatten(content).text.includes('://')
}
