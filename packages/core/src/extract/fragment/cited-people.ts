import { isPaperAddress } from '../../recognise/address-kind.ts'
import type { Flat } from './flat.ts'

/** The year in the words of a link that are people and a year, and so stand for a paper whose title is beside them. */
export function citationYear(label: string, url: string, flat: Flat, at: number): number | undefined {
  return yearBehindTitle(label, flat, at) ?? yearAhead(label, url, flat, at)
}

/** `A Title. [Lee, Mo (1984)](…)`, `[Lee et al. 1984](…)`: people and the year as the words of a link behind a title. */
function yearBehindTitle(label: string, { text }: Flat, at: number): number | undefined {
  const [, many, written, first, dated] = CITATION.exec(label) ?? []
  const [people = '', year] = many === undefined ? [first, dated] : [many, written]
  if (year === undefined || !/[\p{L}\p{N}]{3}/u.test(text.slice(0, at))) return undefined
  return people.split(/,\s(?:and\s)?|\s(?:and|&)\s/).every((name) => SURNAME.test(name)) ? Number(year) : undefined
}

/**
 * `[Lee et al. 1984](…). A Title of Words`, `[Lee and Mo 1984](…). A Title`: people and the year as the words of a link that
 * opens an entry, and the title behind it; of one surname, which can be a product's name, only where an emphasised venue
 * follows.
 */
function yearAhead(label: string, url: string, { text, emphasis }: Flat, at: number): number | undefined {
  const [, people = '', year] = SURNAMES_AND_YEAR.exec(label) ?? []
  if (year === undefined || /[\p{L}]/u.test(text.slice(0, at)) || !isPaperAddress(url)) return undefined
  const behind = text.slice(at + 1)
  if (!TITLE_BEHIND.test(behind)) return undefined
  const isPlaced = emphasis.some(({ from }) => from > at + 1 && /[.?!]["”]?\s+$/.test(text.slice(0, from)))
  return isPlaced || people.includes(' ') ? Number(year) : undefined
}

/** Whether the words of a link are people and a year: `Lee et al. 1984`. */
export function isCitationLabel(label: string): boolean {
  return SURNAMES_AND_YEAR.test(label)
}

const SURNAMES_AND_YEAR =
  /^(\p{Lu}[\p{L}'’-]+(?:(?:, \p{Lu}[\p{L}'’-]+){0,4},? (?:and|&) \p{Lu}[\p{L}'’-]+|,? et\.? al\.?)?),? \(?((?:19|20)\d{2})[a-z]?\)?$/u
/** Three words or more. */
const TITLE_BEHIND = /^[.,:]?\s+["“]?[\p{Lu}\p{N}][^\s\uFFFC]*(?:\s[^\s\uFFFC]+){2}/u

const CITATION =
  /^(\p{L}[^()]{1,80}?),?\s\(((?:19|20)\d{2})[a-z]?\)$|^(\p{L}[^()]{1,60}?\bet\.? al\.?),?\s((?:19|20)\d{2})[a-z]?$/u
const SURNAME = /^(?:\p{L}[\p{L}.]{0,3} ){0,3}\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.?){0,2}(?: et\.? al\.?)?$/u
