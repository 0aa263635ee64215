import type { Reading } from '../fragment/reading.ts'
import { OBJECTIONS } from './objections.ts'
import { Facts, type Surroundings } from './rule.ts'
import { VERDICTS } from './verdicts.ts'

/**
 * Whether a reading is a paper's entry. Better none than an invented one.
 *
 * What speaks for a paper, strongest first: an address that identifies one; an address at a publisher, of a PDF or
 * under a label such as "Paper"; a known venue; authors; a year; neighbours that are papers. A title that leads to a
 * page of another kind (a post, a talk, software, somebody's site) speaks against it, and so do sections of products
 * and talks: what is said there of people and dates is said of other things too. Linear in the reading's links.
 */
export function isPaper(reading: Reading, surroundings: Surroundings): boolean {
  const { title } = reading
  if (title === undefined || surroundings.section === 'none') return false
  const facts = new Facts(reading, title, surroundings)
  if (OBJECTIONS.some(({ holds }) => holds(facts))) return false
  return VERDICTS.find(({ applies }) => applies(facts))?.isPaper(facts) === true
}
