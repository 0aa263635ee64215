import { findVenue } from '../../recognise/venue.ts'
import { formOf } from '../../recognise/venue-form.ts'
import { setVenue, setYear } from './reading.ts'
import type { Take } from './taker.ts'

/**
 * `*Fong & Vedaldi. CVPR 2018*`, `*Chen, Agarwal, Nguyen 2020*` behind a title: two surnames or more, then a known venue
 * with its year, or the year alone. Two and a year may be a journal's name: the rest of the list says whether they are.
 */
export const takeSurnamesBehind: Take = (reading, { form, before, text, range }, { flat, venues, title }) => {
  if (title === undefined || before || form === 'plain' || reading.authors.length > 0) return false
  const [lead = '', people = ''] = SURNAMES.exec(text) ?? []
  if (people === '') return false
  const rest = text.slice(lead.length)
  const here = flat.locate({ from: range.from, to: range.from + people.length })
  const names = people.split(/,\s+(?:and\s+|&\s+)?|\s(?:and|&)\s/)
  const year = /^((?:19|20)\d{2})\.?$/.exec(rest)?.[1]
  if (year !== undefined) {
    if (names.length > 2) reading.authors = names.map((value) => ({ value, place: here }))
    else if (reading.venue === undefined) {
      setVenue(reading, { name: people, form: formOf(people), basis: 'form' }, here)
      reading.perhapsPeople = true
    }
    setYear(reading, Number(year), flat.locate(range))
    return true
  }
  const venue = findVenue(rest, venues, 'field')
  if (venue?.basis !== 'known' || venue.year === undefined) return false
  reading.authors = names.map((value) => ({ value, place: here }))
  setVenue(reading, venue, flat.locate({ from: range.from + lead.length, to: range.to }))
  return true
}

const SURNAMES =
  /^(\p{Lu}[\p{L}'’-]+(?:(?:, \p{Lu}[\p{L}'’-]+){0,5},? (?:and|&) \p{Lu}[\p{L}'’-]+|(?:, \p{Lu}[\p{L}'’-]+){2,5}))[.,]?\s+(?=\S)/u
