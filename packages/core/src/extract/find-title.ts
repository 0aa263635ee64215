import { findAuthors } from '../recognise/authors.ts'
import type { VenueIndex } from '../recognise/venue.ts'
import { findVenue } from '../recognise/venue.ts'
import { type Flat, HARD_BREAK, OBJECT, type Range, trimRange } from './flat.ts'
import type { ObjectReading } from './objects.ts'
import { innerRange } from './objects.ts'
import type { FileRange } from './quote.ts'
import { cleanTitle, isTitleForm, titleCase } from './title-form.ts'

/** A title that a fragment may hold. */
export interface FoundTitle {
  readonly text: string
  /** The range of the fragment that it takes. */
  readonly range: Range
  /** The range of the file that quotes it. */
  readonly place: FileRange
  readonly form: 'link' | 'strong' | 'quoted' | 'emphasis' | 'plain'
  /** For a linked title: which object of the fragment. */
  readonly object?: number
}

interface Candidate extends FoundTitle {
  readonly score: number
}

/**
 * The title in a fragment: words of a link, bold, in quotes, emphasised or plain. Each form is scored by what titles
 * look like (words, capitals, a paper's address); the best wins, the first of equals. `undefined` where nothing can be
 * a title.
 */
export function findTitle(flat: Flat, objects: readonly ObjectReading[], venues: VenueIndex): FoundTitle | undefined {
  const candidates = [
    ...linked(flat, objects, venues),
    ...formatted(flat, venues),
    ...quoted(flat, venues),
    ...plain(flat, venues),
  ]
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || candidate.score > best.score) best = candidate
  }
  return best
}

function score(base: number, text: string): number {
  const words = text.split(' ').length
  const length = words >= 4 ? 18 : words === 3 ? 8 : words === 2 ? 0 : -22
  return base + length + (titleCase(text) >= 0.6 ? 6 : 0) - (words > 40 ? 40 : 0)
}

function linked(flat: Flat, objects: readonly ObjectReading[], venues: VenueIndex): Candidate[] {
  return objects.flatMap((reading, i): Candidate[] => {
    const object = flat.objects[i]
    if (reading.kind !== 'words' || object === undefined || reading.weight === 'anchor') return []
    if (!/\p{L}/u.test(reading.text) || (!isTitleForm(reading.text, venues) && reading.weight !== 'paper')) return []
    const bonus = { paper: 25, empty: 12, page: 0, repository: -14 }[reading.weight]
    const text = cleanTitle(reading.text)
    if (text === '') return []
    const range = { from: object.at, to: object.at + 1 }
    return [
      { text, range, place: innerRange(object.span), form: 'link', object: i, score: score(60 + bonus - i, text) },
    ]
  })
}

function formatted(flat: Flat, venues: VenueIndex): Candidate[] {
  const candidate = (range: Range, form: 'strong' | 'emphasis'): Candidate[] => {
    const trimmed = trimRange(flat.text, range, /[\s,;:.]/)
    const raw = flat.text.slice(trimmed.from, trimmed.to)
    const text = cleanTitle(raw)
    if (!isTitleForm(text, venues)) return []
    const isLabel = /^\s*[:：]/.test(flat.text.slice(trimmed.to)) && text.split(' ').length <= 3
    const base = form === 'strong' ? 58 : 34
    return [{ text, range, place: flat.locate(trimmed), form, score: score(base - (isLabel ? 25 : 0), text) }]
  }
  return [
    ...flat.strong.flatMap((range) => candidate(range, 'strong')),
    ...flat.emphasis.flatMap((range) => candidate(range, 'emphasis')),
  ]
}

function quoted(flat: Flat, venues: VenueIndex): Candidate[] {
  return [...flat.text.matchAll(/["“„«「『]([^"“”«»「」『』\uFFFC\u2028]{6,400}?)[.,;?!]?["”“»」』]/g)].flatMap(
    (match): Candidate[] => {
      const text = cleanTitle(match[1] ?? '')
      if (text.split(' ').length < 3 && !/\p{Lo}{4}/u.test(text)) return []
      if (!isTitleForm(text, venues)) return []
      const range = { from: match.index, to: match.index + match[0].length }
      // Inside a longer run of words it is a part of a title ("in the wild"), not one.
      if (/\p{L}\s?$/u.test(flat.text.slice(0, range.from)) && /^\s?\p{L}/u.test(flat.text.slice(range.to))) return []
      const inner = { from: range.from + 1, to: range.from + 1 + (match[1] ?? '').length }
      return [{ text, range, place: flat.locate(inner), form: 'quoted', score: score(56, text) }]
    },
  )
}

/** Plain words before the first link, sentence by sentence; the first that is neither people nor venue. */
function plain(flat: Flat, venues: VenueIndex): Candidate[] {
  const candidates: Candidate[] = []
  for (const run of plainRuns(flat)) {
    for (const sentence of sentences(flat.text, run)) {
      const range = withoutTail(flat.text, withoutLead(flat.text, sentence), venues)
      const text = cleanTitle(flat.text.slice(range.from, range.to))
      if (text === '' || !isTitleForm(text, venues)) continue
      const title = {
        text,
        range,
        place: flat.locate(trimRange(flat.text, range, /[\s,;:|–—-]/)),
        form: 'plain' as const,
      }
      candidates.push({ ...title, score: score(36 - candidates.length * 8, text) })
      if (candidates.length >= 3) return candidates
    }
  }
  return candidates
}

/** Stretches of text without objects, hard breaks, bars and bracketed parts at their ends. */
function plainRuns(flat: Flat): Range[] {
  const runs: Range[] = []
  let from = 0
  const marked = [...flat.strong, ...flat.emphasis]
  const push = (to: number): void => {
    const range = trimRange(flat.text, { from, to }, /[\s|,;:–—•·]/)
    if (range.to - range.from > 2 && !marked.some((mark) => mark.from <= range.from && mark.to >= range.to))
      runs.push(range)
  }
  for (let i = 0; i < flat.text.length; i++) {
    const character = flat.text.charAt(i)
    const bar =
      character === '|' ||
      (/[–—]/.test(character) && /\s/.test(flat.text.charAt(i - 1))) ||
      (character === '-' && flat.text.charAt(i - 1) === ' ' && flat.text.charAt(i + 1) === ' ')
    if (character !== OBJECT && character !== HARD_BREAK && !bar) continue
    push(i)
    from = i + 1
  }
  push(flat.text.length)
  return runs
}

function sentences(text: string, { from, to }: Range): Range[] {
  const ranges: Range[] = []
  let start = from
  const part = text.slice(from, to)
  for (const match of part.matchAll(
    /(?<!\b\p{Lu})(?<!\b(?:al|vs|Proc|Trans|Conf|Int|Jr|Dr|St|No|Vol|pp|etc|e\.g|i\.e))[.?!]["”»]?(?:\s+|$)(?=[\p{Lu}\p{Lo}\p{N}"“«([*_]|$)|\n(?=\s*[\p{Lu}([])/gu,
  )) {
    const end = from + match.index + (match[0].startsWith('\n') ? 0 : 1)
    ranges.push({ from: start, to: end })
    start = from + match.index + match[0].length
  }
  if (start < to) ranges.push({ from: start, to })
  return ranges
}

/** Without brackets, years and counters in front: `[CVPR 2020] `, `(2021) `, `1. `, `📖 `. */
function withoutLead(text: string, range: Range): Range {
  const lead =
    /^(?:\s|\p{Extended_Pictographic}|\uFE0F|[[(【][^\])】]{0,80}[\])】]|(?:19|20)\d{2}(?:[./-]\d{1,2}){0,2}(?=[\s:,.]|$)|\d{1,3}[.)](?=\s)|[:：,;.|–—•-])+/u.exec(
      text.slice(range.from, range.to),
    )
  const from = range.from + (lead?.[0].length ?? 0)
  return from < range.to ? { from, to: range.to } : range
}

/** Without what follows a title in the same sentence: brackets at the end, then `, Authors` and `, Venue 2020`. */
function withoutTail(text: string, range: Range, venues: VenueIndex): Range {
  let { to } = range
  for (;;) {
    const part = text.slice(range.from, to)
    const bracket = /\s*(?:[[(【][^[\]()【】]{0,120}[\])】]?|\bin\s*)[\s,.;:]*$/u.exec(part)
    if (bracket !== null && bracket.index > 0 && isTail(bracket[0], venues)) {
      to = range.from + bracket.index
      continue
    }
    const comma = tailAfterComma(part, venues)
    if (comma === undefined) return { from: range.from, to }
    to = range.from + comma
  }
}

function isTail(bracket: string, venues: VenueIndex): boolean {
  const inner = bracket.replace(/^[\s[(【]+|[\s\])】,.;:]+$/g, '')
  return (
    inner === '' ||
    inner === 'in' ||
    bracket.trim().endsWith('[') ||
    bracket.trim().endsWith('(') ||
    findVenue(inner, venues, 'field') !== undefined ||
    /^(?:19|20)\d{2}$/.test(inner) ||
    findAuthors(inner).length > 0
  )
}

/** Where a comma is followed, to the end, by a venue or by people: the first such comma. */
function tailAfterComma(part: string, venues: VenueIndex): number | undefined {
  const commas = [...part.matchAll(/,\s|\s[-–—]\s|\.\s/g)].slice(-40)
  for (const { index, 0: comma } of commas) {
    const tail = part.slice(index + comma.length).replace(/[\s.]+$/, '')
    if (index < 8) continue
    const venue = findVenue(tail, venues, 'text')
    if (venue !== undefined && (venue.basis === 'known' || venue.year !== undefined)) return index
    if (/^(?:19|20)\d{2}$/.test(tail)) return index
    if (findAuthors(tail).length > 0) return index
    const lastComma = tail.lastIndexOf(',')
    if (
      lastComma > 0 &&
      findVenue(tail.slice(lastComma + 1), venues, 'text') !== undefined &&
      findAuthors(tail.slice(0, lastComma)).length > 0
    )
      return index
  }
  return undefined
}
