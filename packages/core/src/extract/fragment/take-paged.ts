import { findVenue } from '../../recognise/venue.ts'
import { formOf, isPublicationName } from '../../recognise/venue-form.ts'
import { setVenue, setYear } from './reading.ts'
import type { Take } from './taker.ts'

/**
 * `EDBT 2022: 2:368-2:372`, `ADMS@VLDB 2011: 27-35`, `2019: 418-428`: where and when, behind a colon the pages, as dblp
 * cites. Pages say that it was published, whatever it is called.
 */
export const takePaged: Take = (reading, { before, followsTitle, text, range }, { flat, venues }) => {
  const cited = PAGED.exec(text) ?? (followsTitle ? CJK_VOLUME.exec(text) : null)
  const [, name = '', year] = before || cited === null ? [] : cited
  if (year === undefined) return false
  const place = flat.locate(range)
  const known = name === '' ? undefined : findVenue(`${name} ${year}`, venues, 'field')
  if (known?.basis === 'known') setVenue(reading, known, place)
  else if ((isPublicationName(name) || /^\p{Lo}/u.test(name)) && reading.venue === undefined)
    setVenue(reading, { name, form: formOf(name), basis: 'form', year: Number(year) }, place)
  setYear(reading, Number(year), place)
  return true
}

const PAGED = /^(?:([\p{L}][^,;:()]{1,60}?)\s+)?((?:19|20)\d{2}):\s?\d+(?::\d+)?(?:\s?[-–]\s?\d+(?::\d+)?)?[\s.]*$/u

/** `软件学报, 2018, 29(3):13`: the same in Chinese, up to the bracket of the issue. */
const CJK_VOLUME = /^(\p{Lo}[\p{Lo}与和]{1,20})[,，]\s?((?:19|20)\d{2})[,，]\s?\d{1,4}$/u
