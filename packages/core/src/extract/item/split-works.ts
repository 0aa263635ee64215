import type { Inline } from '../../parse/document.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { flatten } from '../fragment/flat.ts'
import { readObjects } from '../fragment/objects.ts'

/**
 * The works that one item names side by side: `[First Title](a.pdf) (2003) and [Second Title](b.pdf) (2006): …`. Each
 * gets the content from its link to the next; what is said behind the last goes with it. One part where the item
 * names one work. Linear in the content.
 */
export function splitWorks(content: Inline, venues: VenueIndex): readonly Inline[] {
  if (content.filter(({ kind }) => kind === 'link').length < 2) return [content]
  const flat = flatten(content)
  const objects = readObjects(flat, venues)
  const titles = flat.objects.filter((_, i) => {
    const object = objects[i]
    return object?.kind === 'words' && object.weight === 'paper' && object.text.split(' ').length >= 3
  })
  const cuts: number[] = []
  titles.slice(1).forEach(({ at, span }, i) => {
    const before = titles[i]
    if (before !== undefined && JOINT.test(flat.text.slice(before.at + 1, at))) cuts.push(content.indexOf(span))
  })
  const bounds = [0, ...cuts, content.length]
  return bounds.slice(1).map((end, i) => content.slice(bounds[i], end))
}

/** What stands between the titles of two works: a year in brackets, and a word or mark that joins. */
const JOINT = /^\s*(?:\((?:19|20)\d{2}\))?\s*(?:,?\s*(?:and|&|\+)|[,;])(?:\s+the)?\s*$/i
