import { isOwnPage } from '../../recognise/address-kind.ts'
import type { Facts } from './rule.ts'

/**
 * Whether a reading has links to something else than its paper. Notes that the list itself keeps of a paper lead nowhere
 * else, nor does code beside them.
 */
export function leadsElsewhere(facts: Facts): boolean {
  const { reading, shape } = facts
  const { links } = reading
  return (
    shape !== 'row' &&
    links.some(
      ({ rel, isTitle, label, url }) => (!isTitle && !INDEXED.test(label) && !isOwnPage(url)) || rel === 'project',
    ) &&
    !leadsToNotes(facts)
  )
}

/** Whether a title leads to a page that the list itself keeps. */
export function leadsToNotes({ reading: { links } }: Facts): boolean {
  return links.some(({ isTitle, url }) => isTitle && isOwnPage(url))
}

/** `Lee, Ann. (2016). [A Title](…). In M. Gold (Ed.), *Debates*`: who and when in front of the title, and behind it where. */
export function isWholeCitation({ title, authors: [first], year, venue, byDate }: Facts['reading']): boolean {
  if (title === undefined || first === undefined || year === undefined || venue === undefined || byDate === true)
    return false
  const { start, end } = title.place
  return first.place.end <= start && year.place.end <= start && venue.place.start >= end
}

/** Whether a reading's own links lead to code and nowhere else. */
export function leadsToCode({ reading: { links } }: Facts): boolean {
  return links.every(({ rel }) => rel === 'code')
}

/** What links to indexes and references are called. */
const INDEXED = /^(?:dblp|bib(?:tex)?|cite|citation|(?:google )?scholar|semantic scholar)$/i

/** A link called "website" or the like in front of the title. */
export function opensWithPage({ reading, title }: Facts): boolean {
  return reading.links.some(
    (link) => link.rel === 'project' && link.label !== '' && link.place.end <= title.place.start,
  )
}

export function hasRoleLinks({ reading }: Facts): boolean {
  return reading.links.some(({ isTitle }) => !isTitle)
}

export function isLinkedTitle({ reading, title }: Facts): boolean {
  return (
    title.form === 'link' && reading.links.some(({ isTitle, url }) => isTitle && (url === '' || /^https?:/i.test(url)))
  )
}

/** `[2020-09-24, Escaping the Tide](https://…)`: a day and no more is what posts have. */
export function isDatedByDay({ byDate, venue, authors }: Facts['reading']): boolean {
  return byDate === true && venue === undefined && authors.length === 0
}

/** `[A Title of Words]()`: its address is still to be filled in. */
export function isTitleWithoutAddress({ reading, title }: Facts): boolean {
  return title.form === 'link' && reading.links.some(({ isTitle, url }) => isTitle && url === '')
}
