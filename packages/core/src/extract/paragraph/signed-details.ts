import type { Item } from '../../parse/document.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { type Flat, flatten } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { emptyReading, type Reading } from '../fragment/reading.ts'
import { MOST_DETAILS } from '../item/item-details.ts'
import { areNamed } from './titled-lines.ts'

/**
 * `- A. Author & B. Author. 2020.`, `- Tags: …`, `- [Notes](…)` below `**A Title of Many Words**`: who wrote it and when,
 * then named details and links. `undefined` where the items are anything else. Linear.
 */
export function signedDetails(
  { title, authors, links }: Reading,
  [first, ...others]: readonly Item[],
  venues: VenueIndex,
): readonly Reading[] | undefined {
  if (title?.form !== 'strong' || title.text.split(' ').length < 4 || authors.length + links.length > 0)
    return undefined
  if (first === undefined || others.length === 0 || others.length > MOST_DETAILS) return undefined
  const signed = signedLine(flatten(first.content))
  const isLink = ({ content }: Item): boolean => !/[\p{L}\p{N}]/u.test(flatten(content).text)
  if (signed === undefined || !others.every((item) => areNamed([item]) || isLink(item))) return undefined
  return [signed, ...others.map(({ content }) => ({ ...readFragment(flatten(content), venues, false), authors: [] }))]
}

/** `Lee, Mo & A. Ek. 2020.`: the people of a work, by their surnames too, and its year; `undefined` for anything else. Linear. */
function signedLine(flat: Flat): Reading | undefined {
  const [, people = '', year] = SIGNED.exec(flat.text) ?? []
  if (year === undefined || flat.objects.length > 0) return undefined
  const names = [...people.matchAll(/[^,;&\s](?:[^,;&]*?[^,;&\s])?(?=\s*(?:[,;&]|\s(?:and|y|e|et|und)\s|$))/gu)]
  if (names.length === 0 || !names.every(([name]) => CAPITALISED.test(name))) return undefined
  const authors = names.map(({ 0: name, index }) => ({
    value: name.replace(/^(?:and|y|e|et|und)\s/, ''),
    place: flat.locate({ from: index, to: index + name.length }),
  }))
  const to = flat.text.trimEnd().length
  return { ...emptyReading(), authors, year: { value: Number(year), place: flat.locate({ from: to - 6, to }) } }
}

const SIGNED = /^(.{2,400}?)[.,]?\s\(?((?:19|20)\d{2})\)?[.\s]*$/su
const CAPITALISED = /^(?:(?:and|y|e|et|und)\s)?\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|del|van|von|der)){0,3}$/u
