import type { FoundVenue } from '../../recognise/venue.ts'
import { type Reading, setYear } from './reading.ts'

/** Adds what another fragment of the same entry says, where the entry does not say it yet. */
export function mergeReading(into: Reading, from: Reading): void {
  if (into.title === undefined && from.title !== undefined) into.title = from.title
  if (from.venue !== undefined && (into.venue === undefined || isPublished(into.venue.value, from.venue.value)))
    replaceVenue(into, from)
  if (from.year !== undefined && (into.year === undefined || from.venue?.value.basis !== 'form'))
    setYear(into, from.year.value, from.year.place, from.byDate)
  if (into.importance === undefined && from.importance !== undefined) into.importance = from.importance
  if (into.mandatory === undefined && from.mandatory !== undefined) into.mandatory = from.mandatory
  if (from.authors.length > into.authors.length) into.authors = from.authors
  if (from.product !== undefined) into.product = from.product
  into.organizations.push(...from.organizations)
  into.perhapsOrganizations.push(...from.perhapsOrganizations)
  into.links.push(...from.links)
  into.others.push(...from.others)
}

/** The other's venue, and whether that may be people. */
function replaceVenue(into: Reading, { venue, perhapsPeople }: Reading): void {
  if (venue !== undefined) into.venue = venue
  if (perhapsPeople === undefined) delete into.perhapsPeople
  else into.perhapsPeople = perhapsPeople
}

/** A known place of publication goes before a preprint; "(Acme, 2023)" among details may be anything. */
function isPublished(stated: FoundVenue, other: FoundVenue): boolean {
  return stated.form === 'preprint' && other.form !== 'preprint' && other.basis === 'known'
}
