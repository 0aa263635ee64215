import { findVenue } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import type { Field } from './fields.ts'
import type { Reading } from './reading.ts'
import { setVenue } from './reading.ts'
import { datedName, isLineStart, PUBLISHER, takeDatedName } from './take-dated-name.ts'
import { isPreprint } from './take-preprint.ts'
import { type Around, accepts, type Take } from './taker.ts'

/** `A. Author, B. Author, Phys. Rev. Lett. 128, 161805`: a known journal and its volume, and the people in front of it. */
export function takeJournalBehind(reading: Reading, field: Field, around: Around, take: Take): boolean {
  const found = field.text.includes('.') ? JOURNAL_BEHIND.exec(field.text) : null
  const name = found?.[1]
  const venue = name === undefined ? undefined : findVenue(name, around.venues, 'field')
  if (found === null || name === undefined || venue?.basis !== 'known') return false
  const from = field.range.from + found.index + found[0].indexOf(name)
  setVenue(reading, venue, around.flat.locate({ from, to: from + name.length }))
  const text = field.text.slice(0, found.index)
  const range = { from: field.range.from, to: field.range.from + text.length }
  take(reading, { ...field, text, range }, { ...around, title: undefined })
  return true
}

const JOURNAL_BEHIND = /,\s((?:\p{Lu}\p{L}{0,14}\.\s){1,6}(?:\p{Lu}\p{L}{0,14}\.?\s)?)\d{1,4}\b/u

/** `(Nov., 2024 | CVPR 2025)`: what bars divide in a bracket, each asked with `take` as a field of its own. */
export function takeBars(reading: Reading, field: Field, around: Around, take: Take): boolean {
  if (field.form !== 'bracket' || !field.text.includes('|')) return false
  for (const { 0: part, index } of field.text.matchAll(/[^|]+/g)) {
    const lead = part.length - part.trimStart().length
    const from = field.range.from + index + lead
    const text = part.trim()
    if (text !== '') take(reading, { ...field, text, range: { from, to: from + text.length } }, around)
  }
  return true
}

/** `(Bias in word vectors; NIPS 2016)` in front of a title: of the parts of a bracket the one that says when, asked with `take`. */
export function takeDatedPart(reading: Reading, field: Field, around: Around, take: Take): boolean {
  if (field.form !== 'bracket' || !field.before || !field.text.includes(';')) return false
  const parts = [...field.text.matchAll(/[^;]+/g)]
  const dated = parts.filter(({ 0: part }) => /\b(?:19|20)\d{2}\b/.test(part))
  const [only] = dated
  // `(Lee, Mo; STOC 2022)`: who, and where.
  if (only === undefined || dated.length > 1 || SURNAMES.test(parts[0]?.[0] ?? '')) return false
  const from = field.range.from + only.index + (only[0].length - only[0].trimStart().length)
  const text = only[0].trim()
  take(reading, { ...field, text, range: { from, to: from + text.length } }, around)
  return true
}

const SURNAMES = /^\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+)*$/u

/** `Title words. In CVPR, 2020`: the sentences of a field, each asked with `take` as one of its own. */
export function takeSentences(reading: Reading, field: Field, around: Around, take: Take): boolean {
  const sentences = [...field.text.matchAll(/[^.]+(?:\.(?!\s)[^.]+)*(?:(?<=\b\p{Lu})\.[^.]*)*\.?/gu)]
  if (sentences.length < 2 || sentences.length > MOST_SENTENCES) return false
  for (const sentence of sentences) {
    const from = field.range.from + sentence.index
    const part: Field = {
      ...field,
      text: sentence[0].trim(),
      range: { from: from + (sentence[0].length - sentence[0].trimStart().length), to: from + sentence[0].length },
      before: false,
      followsTitle: field.followsTitle && sentence === sentences[0],
    }
    if (part.text.length > 2 && part.text.length < field.text.length)
      take(reading, part, { ...around, title: undefined })
  }
  return true
}

const MOST_SENTENCES = 11

/** `A. Author, B. Author, CVPR 2020`: a venue or year at the end of a field, and what stands in front of it. */
export function takeTail(reading: Reading, field: Field, around: Around, take: Take): boolean {
  const { flat, venues } = around
  const { taken = 0 } = field
  if (taken >= MOST_PARTS) return false
  const start = Math.max(0, field.text.length - LONGEST_PARTS)
  // "Littman M L, Babes M. ICML, 2010": the full stop behind an initial ends the list of people.
  const commas = [
    ...field.text
      .slice(start)
      .matchAll(/[,，]\s*|\s+(?=(?:[Ii]n|[Aa]t)\s+\p{Lu})|(?<=\p{L},?\s\p{Lu}{1,3})\.\s+(?=\p{Lu}|['’‘]\d{2}\b)/gu),
  ].slice(-4)
  for (const comma of commas) {
    const at = start + comma.index + comma[0].length
    const tail = field.text.slice(at).replace(/\.$/, '')
    const range = { from: field.range.from + at, to: field.range.from + field.text.length }
    const year = wholeYear(tail)
    // `Environmental Tide Letters, 2015`: what says of itself that it is a journal is nobody's name.
    const head = field.text.slice(0, start + comma.index)
    const dated =
      year === undefined || /[,;:]|\d{4}/.test(head) ? undefined : findVenue(`${head} ${year}`, venues, 'text')
    if (dated !== undefined && accepts(dated, field) && !PUBLISHER.test(head.trim()) && !isPreprint(head)) {
      const name = dated.basis === 'known' ? dated.name : head.replace(/^[\s.]*(?:in:?\s+)?(?:the\s+)?/i, '').trim()
      setVenue(reading, { ...dated, name }, flat.locate(field.range))
      return true
    }
    const known = year === undefined ? findVenue(tail, venues, 'text') : undefined
    const behindInitial = comma[0].startsWith('.')
    if (behindInitial && known?.basis === 'form' && tail.includes(',')) continue
    const venue = known ?? (behindInitial ? datedName(tail) : undefined)
    if (year === undefined && (venue === undefined || !accepts(venue, field))) continue
    if (year !== undefined) reading.year ??= { value: year, place: flat.locate(range) }
    if (venue !== undefined) setVenue(reading, venue, flat.locate(range))
    const rest: Field = {
      ...field,
      taken: taken + 1,
      text: head,
      range: { from: field.range.from, to: field.range.from + head.length },
    }
    take(reading, rest, { ...around, title: undefined })
    if (year !== undefined && (field.followsTitle || isLineStart(flat.text, field.range.from)))
      takeDatedName(reading, rest, flat)
    return true
  }
  return false
}

/** Behind its people a work has few venues and years. */
const MOST_PARTS = 20
/** Characters of the last four parts of a field, at most. */
const LONGEST_PARTS = 600
