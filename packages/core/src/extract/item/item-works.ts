import type { Item } from '../../parse/document.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { asItem, extent, labelledWorks } from './labelled-lines.ts'
import { linkedLines } from './linked-lines.ts'
import { numberedLines } from './numbered-lines.ts'
import { splitWorks } from './split-works.ts'
import { workLines } from './work-lines.ts'

/** The works that an item names side by side or line by line; empty where it is one work or none. Linear. */
export function worksOf(item: Item, venues: VenueIndex): readonly Item[] {
  const lines = worksOnLines(item, venues)
  return lines.length > 0 ? lines : several(splitWorks(item.content, venues), item)
}

/** The works that stand on the lines of an item or paragraph, each an item; empty where it is one work or none. Linear. */
export function worksOnLines(item: Item, venues: VenueIndex): readonly Item[] {
  const labelled = labelledWorks(item.content)
  if (labelled.length > 0) return labelled.map((work) => asItem(work, item))
  const numbered = several(numberedLines(item.content), item)
  if (numbered.length > 0) return numbered
  const titled = several(workLines(item.content, venues), item)
  return titled.length > 0 ? titled : several(linkedLines(item.content), item)
}

function several(contents: readonly Item['content'][], item: Item): readonly Item[] {
  return contents.length < 2
    ? []
    : contents.map((content) => ({ content, children: [], blocks: [], ...extent(content, item) }))
}
