import type { Inline, Item } from '../../parse/document.ts'
import { identifiesPaper, isPaperAddress } from '../../recognise/address-kind.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'
import { withByline } from '../paragraph/detail-lines.ts'
import { isNamedDetails } from '../paragraph/titled-lines.ts'

/**
 * What an item below a title, and what is below that, says of the work; of a long text only its links. Linear.
 *
 * @param bylines whether a name alone is the author's.
 */
export function details(item: Item, venues: VenueIndex, bylines: boolean): Reading {
  const flat = flatten(item.content)
  const { text } = flat
  const reading = bylines ? withByline(readFragment(flat, venues, false), flat) : readFragment(flat, venues, false)
  const merged = text.length > 400 ? { ...emptyReading(), links: reading.links } : reading
  for (const child of item.children) mergeReading(merged, details(child, venues, bylines))
  return merged
}

/** Whether items below an item have items below them. */
export function hasGrandchildren(item: Item): boolean {
  return item.children.some((child) => child.children.length > 0)
}

/** A child that is a paper of its own, whatever stands beside it: its marked title leads to an address of a paper. */
export function isCompletePaper({ title, links }: Reading): boolean {
  return (
    title?.form === 'link' &&
    title.text.split(' ').length >= 4 &&
    links.some(({ isTitle, url }) => isTitle && identifiesPaper(url))
  )
}

/**
 * Whether items say whose and where the work above is and no more: at least half have no title, and one is a bare
 * address of a paper.
 */
export function areDetails(items: readonly Reading[]): boolean {
  const untitled = items.filter(({ title }) => title === undefined)
  return untitled.length * 2 >= items.length && untitled.some(hasPaperLink)
}

/** Whether a reading has a link that is called a paper or leads to one. */
export function hasPaperLink(reading: Reading): boolean {
  return reading.links.some((link) => link.rel === 'paper')
}

/** `- [[Paper]](…) [[Code]](…) (CVPR 2019)`: what says nothing but where the work named above is found. Linear. */
export function areLinkLines(items: readonly Item[], venues: VenueIndex): boolean {
  const flats = items.map((item) => flatten(item.content))
  return (
    items.length <= MOST_LINK_LINES &&
    flats.every(({ text, objects }) => objects.length > 0 && (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 6) &&
    flats.some((flat) => hasPaperLink(readFragment(flat, venues, false)))
  )
}

/** A title's links take no more items. */
const MOST_LINK_LINES = 3

/** Whether a bold title with its people, but without a link, stands above named details that hold the paper's. Linear. */
export function leadsToDetails(reading: Reading, items: readonly Item[], venues: VenueIndex): boolean {
  if (reading.title?.form !== 'strong' || reading.authors.length === 0 || reading.links.length > 0) return false
  const readings = items.map((item) => readFragment(flatten(item.content), venues, false))
  return isNamedDetails(items, readings) && readings.some(hasPaperLink)
}

/** Whether a reading has no link at all. */
export function leadsNowhere({ links, others }: Reading): boolean {
  return links.length + others.length === 0
}

/** Under "List of papers" a title may lead to a page of notes; that is no address of the paper. */
export function withNotes(reading: Reading): Reading {
  return {
    ...reading,
    links: reading.links.map((link) =>
      link.isTitle && link.rel === 'paper' && !isPaperAddress(link.url) ? { ...link, rel: 'other' } : link,
    ),
  }
}

/** The address behind the name of a tool or challenge is its page. */
export function withPlainLinks(reading: Reading): Reading {
  return {
    ...reading,
    links: reading.links.map((link) => (link.isTitle && link.rel === 'paper' ? { ...link, rel: 'project' } : link)),
  }
}

/**
 * Whether a list holds works and no news of any: beside what is bold or linked, and dates, its items have hardly a word.
 * News tells something of each. Linear.
 */
export function areBare(items: readonly Item[]): boolean {
  return (
    items.length >= FEWEST_BARE &&
    items.every(({ content }) => {
      const words = content.flatMap((span) =>
        span.kind === 'text' && !span.strong ? (span.text.match(/\p{L}+/gu) ?? []) : [],
      )
      return words.length <= MOST_BARE_WORDS
    })
  )
}

const FEWEST_BARE = 5
const MOST_BARE_WORDS = 2

/** The content of an item and of all below it, into one array: joining those of each level costs a copy a level. */
export function contentsOf(item: Item, contents: Inline[] = []): readonly Inline[] {
  contents.push(item.content)
  for (const child of item.children) contentsOf(child, contents)
  return contents
}

/** More items below a title are a list of their own. */
export const MOST_DETAILS = 8
