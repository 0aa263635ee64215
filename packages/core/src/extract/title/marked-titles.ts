import { findAuthors, findByline } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { areSurnamesFirst } from '../../recognise/split-names.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { namesPublication } from '../../recognise/venue-form.ts'
import type { Flat, Range } from '../fragment/flat.ts'
import { titleBounds } from './title-bounds.ts'
import { type Candidate, score, withoutBracketed } from './title-candidate.ts'
import { cleanTitle, followsPeople, isTitleForm, titleCase } from './title-form.ts'

/** Bold and emphasised words that can be a title. */
export function markedTitles(flat: Flat, venues: VenueIndex): Candidate[] {
  const candidate = (marked: Range, form: 'strong' | 'emphasis'): Candidate[] => {
    const words = flat.text.slice(marked.from, marked.to)
    if (form === 'strong' && arePeopleAhead(flat, marked)) return []
    if (form === 'emphasis' && arePeopleAndPlace(words)) return []
    const range = titleBounds(flat.text, marked, venues, true)
    // `*Ann Bo Lee, Cy Mo, Dan Ek*`: of a list of people no part is a title.
    const isCut = form === 'emphasis' && range.to - range.from < words.trim().length - 1
    if (isCut && findAuthors(words).length > 1) return []
    const raw = flat.text.slice(range.from, range.to)
    const text = cleanTitle(raw)
    // Bold at the start, or in front of people, it is a title even where it could be people: "**Fusing Late and Early**".
    const opens =
      (form === 'strong' || standsBeforePeople(flat.text, marked)) &&
      text.split(' ').length >= 3 &&
      withoutBracketed(flat.text.slice(0, marked.from)).trim() === ''
    // Behind people nobody else is named: "**Adeyemi et al.** *Adding Vectors, Subtracting Vices*".
    const follows = text.split(' ').length >= 3 && isBehindPeople(flat.text.slice(0, marked.from))
    if (!isTitleForm(text, venues, opens || follows) || standsOut(flat.text, marked, follows, venues)) return []
    // "**[Nickname]**" and "**Nickname**:" stand in front of a title.
    const inBrackets =
      /[[(【]\s*$/.test(flat.text.slice(0, marked.from)) ||
      /^\s*[[(【]+[^\])】]*(?:[\])】]+\W*)?$/u.test(flat.text.slice(marked.from, marked.to))
    const isLabel = /^[\s*]*[:：]/.test(flat.text.slice(range.to)) && text.split(' ').length <= 3
    const isPublication =
      form === 'emphasis' &&
      (namesPublication(text) ||
        /^proceedings of\b/i.test(text) ||
        /,\s\d{1,3}$/.test(text) ||
        VOLUME.test(flat.text.slice(marked.to, marked.to + 24)) ||
        (/[(;]\s*$/.test(flat.text.slice(0, marked.from)) && YEAR_IN_BRACKET.test(flat.text.slice(marked.to))))
    const base =
      (form === 'strong' ? 58 : follows ? 46 : 34) -
      (isLabel ? 25 : 0) -
      (inBrackets ? 34 : 0) -
      (isPublication ? 20 : 0)
    return [{ text, range, place: flat.locate(range), form, around: [], score: score(base, text) }]
  }
  return [
    ...flat.strong.slice(0, MOST_CANDIDATES).flatMap((range) => candidate(range, 'strong')),
    ...flat.emphasis.slice(0, MOST_CANDIDATES).flatMap((range) => candidate(range, 'emphasis')),
  ]
}

/** `**Lee, Ann; Mo, Bo**; *A Title of Words*`: people in bold, surnames first, and the emphasised title right behind them. */
function arePeopleAhead({ text, emphasis }: Flat, { from, to }: Range): boolean {
  const next = emphasis.find((mark) => mark.from >= to)
  return (
    next !== undefined &&
    /^[\s,;:|]+$/.test(text.slice(to, next.from)) &&
    areSurnamesFirst(text.slice(from, to)) &&
    findAuthors(text.slice(next.from, next.to)).length === 0
  )
}

/** `*Ann Lee, Bo Mo, Cy Du. TKDE, 2023.*`: who wrote the work above, where and when, and no title between them. */
function arePeopleAndPlace(words: string): boolean {
  const people = words.replace(PLACE_BEHIND, '')
  return (people !== words && findAuthors(people).length > 1) || PAIR_AND_YEAR.test(words)
}

/** `*Leavitt & Morcos 2020*` */
const PAIR_AND_YEAR = /^\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+[.,]? (?:19|20)\d{2}\.?$/u

const PLACE_BEHIND = /[.,]\s+[^.]{2,60}?,?\s(?:19|20)\d{2}[\s.]*$/

/**
 * Whether marked words only stand out of a title, `Scaling Transformers to **1,000 Layers**`: other words of the title run
 * into them. People, a venue or a label in front are none of its words.
 */
function standsOut(text: string, { from, to }: Range, followsPeople: boolean, venues: VenueIndex): boolean {
  // `Nickname **"A Short Title"**`
  if (/^["“].*["”]$/u.test(text.slice(from, to).trim())) return false
  const marked = text.slice(from, to).trim().split(/\s+/).length
  const isNone = (words: string): boolean =>
    labelRole(words) === undefined && findByline(words).length === 0 && findVenue(words, venues, 'text') === undefined
  const behind = marked < LEAST_APART ? WORDS_BEHIND.exec(text.slice(to, to + LONGEST_LINE))?.[1] : undefined
  if (behind !== undefined && isNone(behind)) return true
  const run = followsPeople ? undefined : WORDS_AHEAD.exec(text.slice(Math.max(0, from - LONGEST_LINE), from))?.[1]
  if (run === undefined) return false
  const words = run.split(/\s+/)
  const isPhrase = words.length > 1 && words.some((word) => /^\p{Ll}/u.test(word))
  return (isPhrase || marked < LEAST_APART) && isNone(run)
}

/** Words up to the end, from the last mark that divides. */
const WORDS_AHEAD =
  /(?:^|[^\p{L}\p{N}\s'’&/+-])\s*((?:[\p{L}\p{N}][^\s,;:|()[\]\uFFFC\u2028]*[^\S\n\u2028]+)*\p{L}[^\s,;:.|()[\]\uFFFC\u2028]*)[^\S\n\u2028]$/u
/** Words behind, up to the next mark that divides; "by" and "in" stand in front of people and places. */
const WORDS_BEHIND = /^[^\S\n\u2028]+(?!(?:by|in|at|from)\s+\p{Lu})(\p{L}[^,;:|()[\]\uFFFC\n\u2028]*)/u
const LONGEST_LINE = 300
/** Words that are a title by themselves, whatever single word stands in front: `NEW **Counting Ships in the Fog**`. */
const LEAST_APART = 4

/** `, 27(2), 316`, ` 22: 301`, `, 1-15`: volume and pages behind the name of a journal. */
const VOLUME = /^[,.]?\s(?:vol\.?\s?)?\d{1,4}\s?(?:\(\d|[,:]\s*(?:pp?\.?\s?)?e?\d)|^,\s\d+[-–]\d/i

/** `(*Tides and Shores*, 2010)` */
const YEAR_IN_BRACKET = /^,?\s(?:19|20)\d{2}[;)]/

/** No title stands behind more words of its form than these; each is looked at with all that stands in front. */
const MOST_CANDIDATES = 40

/** `Tim Ek. **`, `Adeyemi et al. *`: what stands in front of a marked title. */
function isBehindPeople(before: string): boolean {
  const people = before.replace(/[\s,:.]+$/, '')
  return people !== '' && (findAuthors(people).length > 0 || findByline(people).length > 0)
}

/** `*Early Studies and Late Computing.* Ann Lee, Bo Mo, and Cy Ek.`: people stand right behind marked words that could be some. */
function standsBeforePeople(text: string, { to }: Range): boolean {
  const line = /^[\s.*_]+([^.\n\u2028\uFFFC]{8,600})\./.exec(text.slice(to))?.[1]
  return line !== undefined && findAuthors(line).length > 1
}

/** Words in quotes that can be a title. */
export function quotedTitles(flat: Flat, venues: VenueIndex): Candidate[] {
  const quoted = [...flat.text.matchAll(TITLE_MARKS), ...flat.text.matchAll(QUOTED)]
  return quoted.slice(0, MOST_CANDIDATES).flatMap((match): Candidate[] => {
    const text = cleanTitle(match[1] ?? '')
    const range = { from: match.index, to: match.index + match[0].length }
    // Nobody puts people in quotes: "Slow Trees, Fast Leaves".
    if (!isTitleForm(text, venues, text.split(' ').length >= 3) || isPartOfTitle(flat, range)) return []
    const short = text.split(' ').length < 3 && !/\p{Lo}{4}/u.test(text) && !match[0].startsWith('《')
    if (short && !followsPeople(flat.text.slice(0, range.from))) return []
    const inner = { from: range.from + 1, to: range.from + 1 + (match[1] ?? '').length }
    return [
      { text, range, place: flat.locate(inner), form: 'quoted', around: [], score: score(56, text) + (short ? 20 : 0) },
    ]
  })
}

/** Words in quotes of any script. */
export const QUOTED: RegExp =
  /(?:(?<![\p{L}\p{N}])["“„«「『]|(?<=\p{Ll})["“](?=\p{Lu}))([^"“”«»「」『』《》\uFFFC\u2028]{6,400}?)[.,;]?["”“»」』]/gu
/** `《Works and “Works”: A Study》`: what stands in the marks of titles may quote something itself. */
const TITLE_MARKS = /《([^《》\uFFFC\u2028]{6,400}?)》/gu

/** Inside a longer run of words quotes are part of a title ("in the wild"), unless people stand in front. */
function isPartOfTitle({ text, strong }: Flat, range: Range): boolean {
  const before = text.slice(0, range.from)
  // `**Nickname** "Title"`
  if (strong.some(({ to }) => to === before.trimEnd().length)) return false
  // `“Seeing is Believing”: Pedestrians in the Eyes of Others`
  if (/^:\s+\p{Lu}/u.test(text.slice(range.to)) && /[[(\n\u2028\uFFFC\s]$|^$/u.test(before)) return true
  // `Exploring the Gaps: “There’s a Lot of Kelp”`: a quotation that ends a title.
  const led = LED_BY_TITLE.exec(before)?.[1]
  if (led !== undefined && /^\s*(?:[(\n\u2028]|$)/.test(text.slice(range.to)) && isTitleBefore(led)) return true
  if (!/[\p{L}\p{N}-][^\S\n\u2028]?$/u.test(before)) return false
  // `**Nickname**: A. Author, B. Author "Title"`
  const nickname = strong.findLast(({ to }) => to <= range.from)
  const people =
    before
      .slice(nickname?.to ?? 0)
      .split(/\n|\]/)
      .at(-1)
      ?.replace(/^[\s:–—-]+/, '')
      .trim() ?? ''
  if (text.charAt(range.from) === '《' && findByline(people).length > 0) return false
  return findAuthors(people).length === 0 && !CAPITALISED_NAMES.test(people)
}

const LED_BY_TITLE = /(?:^|[\n\u2028])\s*([^\n\u2028\uFFFC:]{12,200}):\s+$/u

/** Four words or more, capitalised as titles are, and nobody's names. */
function isTitleBefore(words: string): boolean {
  return (
    words.split(' ').length >= 4 &&
    titleCase(words) >= 0.7 &&
    findAuthors(words).length + findByline(words).length === 0
  )
}

/** `Franc¸ois Roe, and Ann Poe`: two or more by commas, of capitalised words; letters that a PDF took apart are none. */
const CAPITALISED_NAMES =
  /^\p{Lu}\S+(?: (?:\p{Lu}\S*|de|van|von|der|la)){1,3}(?:,(?: and)? \p{Lu}\S+(?: (?:\p{Lu}[^\s,]*|de|van|von|der|la)){1,3})+,?$/u
