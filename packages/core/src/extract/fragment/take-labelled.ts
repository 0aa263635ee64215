import { findAuthorField } from '../../recognise/authors.ts'
import { isInstitution } from '../../recognise/institution.ts'
import { findVenue } from '../../recognise/venue.ts'
import { findYear, isDate, wholeYear } from '../../recognise/year.ts'
import {
  AUTHOR_LABELS,
  BUILDING,
  INSTITUTION_LABELS,
  TELLING_LABELS,
  VENUE_LABELS,
  YEAR_LABELS,
} from './field-labels.ts'
import { setVenue, setYear } from './reading.ts'
import { takeLabelledAuthors } from './take-people.ts'
import type { Take } from './taker.ts'

/** `Authors: …`, `Venue: …`: what a field's label says that it holds. */
export const takeLabelled: Take = (reading, field, { flat, venues }) => {
  const { label, text } = field
  if (label === undefined) return false
  const here = flat.locate(field.range)
  if (label === BUILDING) {
    const venue = findVenue(text, venues, 'field')
    if (venue?.basis === 'known') setVenue(reading, venue, here)
    else if (isInstitution(text)) reading.organizations.push({ value: text, place: here })
    else return false
  } else if (AUTHOR_LABELS.test(label)) {
    takeLabelledAuthors(reading, findAuthorField(text), field, flat)
  } else if (VENUE_LABELS.test(label)) {
    const venue = findVenue(text, venues, 'field')
    if (venue !== undefined) setVenue(reading, venue, here)
  } else if (INSTITUTION_LABELS.test(label)) {
    reading.organizations.push({ value: text, place: here })
  } else if (YEAR_LABELS.test(label) && !TELLING_LABELS.test(label)) {
    const year = wholeYear(text) ?? findYear(text)?.year
    if (year !== undefined) setYear(reading, year, here, isDate(text))
  } else {
    return TELLING_LABELS.test(label)
  }
  return true
}
