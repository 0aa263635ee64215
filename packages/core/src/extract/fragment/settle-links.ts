import { isPaperAddress, isProjectPage } from '../../recognise/address-kind.ts'
import { foldLabel } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import type { FoundLink, Reading } from './reading.ts'

/** `code [Title](…) paper [Title](…)`: what has the title's words too leads to the same work. */
export function takeNamesakes(reading: Reading, { text }: FoundTitle): void {
  const named = foldLabel(text)
  if (named.split(' ').length < 3) return
  const isNamesake = ({ rel, label }: FoundLink): boolean => rel !== 'other' && foldLabel(label).startsWith(named)
  reading.links.push(...reading.others.filter(isNamesake))
  reading.others = reading.others.filter((link) => !isNamesake(link))
}

/** `[[arXiv](…)] [[article](https://blog.example.com/…)]`: beside the paper's own address an article is about it. */
export function withoutArticle(link: FoundLink, links: readonly FoundLink[]): FoundLink {
  if (link.isTitle || link.rel !== 'paper' || !/^articles?\d?$/i.test(link.label) || isPaperAddress(link.url))
    return link
  return links.some((other) => other !== link && other.rel === 'paper' && isPaperAddress(other.url))
    ? { ...link, rel: 'other' }
    : link
}

/**
 * `A. Author. A Title. *Tides and Shores*, 2020. [link](https://example.org/42)`: behind a citation the one address that is
 * called a link, or by the venue's name, is the work's.
 */
export function citedPaper(
  link: FoundLink,
  { title, links, year, venue, authors }: Reading,
  venues: VenueIndex,
): FoundLink {
  if (link.rel !== 'project' || link.isTitle || isProjectPage(link.url)) return link
  if (title === undefined || title.object !== undefined || year === undefined) return link
  if (venue === undefined && authors.length === 0) return link
  const isOnly = links.filter(({ rel }) => rel !== 'code').length === 1
  const isNamed = isShort(link.label) && findVenue(link.label, venues, 'field')?.basis === 'known'
  return isOnly && link.place.start >= title.place.end && (isNamed || labelRole(link.label) === 'generic')
    ? { ...link, rel: 'paper' }
    : link
}

function isShort(label: string): boolean {
  return label !== '' && label.split(' ').length <= LONGEST_NAME
}

/** Words of a venue's name as a label. */
const LONGEST_NAME = 4
