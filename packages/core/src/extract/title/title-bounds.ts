import { findAuthors, findByline, isInitialled } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { isFieldLabel, TELLING_LABELS } from '../fragment/field-labels.ts'
import { type Range, trimRange } from '../fragment/flat.ts'
import { endsWithDate, withoutAuthors, withoutFirstPeople } from './people-ahead.ts'
import { withoutLead } from './title-lead.ts'
import { withoutTail } from './title-tail.ts'

/**
 * The range of a title within words that may also hold what stands in front of it (`[CVPR 2020] `, `2018-CVPR - `,
 * `A. Author and B. Author, `) and behind it (` (ICSE 2021)`, `, A. Author et al.`, `, CVPR 2020`).
 *
 * @param peopleFirst where entries are known to begin with people: then one person, or people and a colon, are enough.
 * @param delimited where the words are one link or bold: "Methods, Scaling Behaviors, and Lessons Learned" names nobody.
 */
export function titleBounds(
  text: string,
  range: Range,
  venues: VenueIndex,
  delimited = false,
  peopleFirst = false,
): Range {
  const whole = bracketed(text, range)
  if (whole !== undefined) return withoutCitation(text, whole, venues, delimited)
  const led = withoutLead(text, range, venues)
  const cut = withoutAuthors(text, led)
  // `Lee, A., & Mo, B. (2020, July). A Title of Words. In Proceedings of …`: a citation in which a sentence is the title.
  const cited = delimited && endsWithDate(text, cut.from) ? (sentences(text, cut, venues)[0] ?? cut) : cut
  const title = peopleFirst && cut.from === led.from ? withoutFirstPeople(text, led) : cited
  return trimRange(text, withoutTail(text, title, venues, delimited), /[\s,;:|–—]/)
}

/** The title of words in brackets that may say, behind commas, who wrote it and where: one name is enough in front of a venue. */
function withoutCitation(text: string, whole: Range, venues: VenueIndex, delimited: boolean): Range {
  const { from, to } = trimRange(text, withoutTail(text, whole, venues, delimited), /[\s,;:|–—]/)
  const person = to < whole.to ? /,\s+([^,]{3,40})$/.exec(text.slice(Math.max(from, to - LONGEST_PERSON), to)) : null
  const isPerson = person?.[1] !== undefined && (findByline(person[1]).length === 1 || INITIALLED.test(person[1]))
  return { from, to: isPerson ? to - person[0].length : to }
}

const LONGEST_PERSON = 60
/** `Y Isik`, `DS Williamson` */
const INITIALLED = /^\p{Lu}{1,3}\.? \p{Lu}[\p{L}'’-]+$/u

/** `[A Title of Many Words], by …`: square brackets around all of it, and too many words for a venue or a nickname. */
function bracketed(text: string, range: Range): Range | undefined {
  const { from: first, to } = trimRange(text, range, /\s/)
  const from = first + (/^(?:\[[^[\]]{1,20}\]\s*)+(?=\[)/.exec(text.slice(first, to))?.[0].length ?? 0)
  const inner = /^\[([^[\]]*)\]\s*(?:$|[,.;:])/.exec(text.slice(from, to))?.[1]
  return inner === undefined || inner.trim().split(/\s+/).length < 4
    ? undefined
    : { from: from + 1, to: from + 1 + inner.length }
}

/**
 * The sentences of a range: at full stops that end no abbreviation or initial, and at line ends where the next line
 * begins something else than the sentence's own wrapped words.
 */
export function sentences(text: string, { from, to }: Range, venues: VenueIndex): Range[] {
  const ranges: Range[] = []
  let start = from
  const part = text.slice(from, to)
  for (const match of part.matchAll(SENTENCE_END)) {
    const atLine = match[0].startsWith('\n')
    const asks = /^[?!]/.test(match[0])
    // "[IEEE Commun. Mag. 2020] A Title": what is abbreviated in brackets.
    const ahead = part.slice(start - from, match.index)
    if (
      (!atLine && ahead.lastIndexOf('[') > ahead.lastIndexOf(']')) ||
      (atLine && !beginsAnew(part, match.index, venues)) ||
      (asks && isOneTitle(part.slice(match.index + match[0].length), venues))
    )
      continue
    const end = from + match.index + (atLine ? 0 : 1)
    ranges.push({ from: start, to: end })
    start = from + match.index + match[0].length
  }
  if (start < to) ranges.push({ from: start, to })
  return ranges
}

const SENTENCE_END =
  /[.?!](?<!\.\.\.)(?<!(?<![\p{L}\p{M}])\p{Lu}[.?!])(?<!, \p{Lu}\.(?: \p{Lu}\.)* \p{Ll}[.?!])(?<!\b(?:al|vs|Proc|Trans|Conf|Int|Jr|Dr|St|No|Vol|pp|etc|e\.g|i\.e|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[.?!])["”»]?(?:\s+|$)(?=[\p{Lu}\p{Lo}\p{N}"“«([*_]|$)|\n\s*/gu

/** `Who Pays Whom? Relational Inference …`: what follows a question is its subtitle, unless it is people or a venue. */
function isOneTitle(rest: string, venues: VenueIndex): boolean {
  const sentence = (rest.split(/[.?!](?:\s|$)/)[0] ?? '').replace(/[【(][^】)]*[】)]?\s*$/, '')
  // "… Preferences? Evaluating Models on Ratings, arXiv 2023"
  const next = sentence.replace(/(?<=\s\S+\s\S+),\s\p{L}[^,]{1,30}\s(?:19|20)\d{2}[\s,]*$/u, '')
  return (
    next.trim() !== '' &&
    findAuthors(next).length === 0 &&
    findVenue(next, venues, 'text') === undefined &&
    !/^(?:[[(]|In (?:Proc|Advances|\d))/.test(next)
  )
}

/** Words in brackets that say nothing of who, where and when, such as a species' name. */
function isAside(words: string, venues: VenueIndex): boolean {
  return (
    /^\p{L}[\p{L} .-]{2,}$/u.test(words) &&
    labelRole(words) === undefined &&
    findVenue(words, venues, 'field')?.basis !== 'known' &&
    findAuthors(words).length === 0
  )
}

/** What a line begins with in small letters that is no part of the title above. */
const SMALL_START = /^(?:in|at|by|and|with|to appear|accepted|published|arxiv|biorxiv|medrxiv|npj|et|van|von|de)\b/i

/** `, ICLR 2017` behind people. */
const WHERE_AND_WHEN = /[,.;]\s[^,.;]{1,60}\b(?:19|20)\d{2}[^,;]{0,20}$/

/** Whether the line behind a line end is people, a venue or bracketed, and not the rest of a wrapped title. */
function beginsAnew(part: string, at: number, venues: VenueIndex): boolean {
  const line = /^\n\s*([^\n]*)/.exec(part.slice(at))?.[1] ?? ''
  if (line.trim() === '' || /^[[【•|]/.test(line)) return true
  const label = /^(\p{L}[\p{L} ]{2,20})[:：]\s/u.exec(line)?.[1]
  if (label !== undefined && (isFieldLabel(label.toLowerCase()) || TELLING_LABELS.test(label.toLowerCase())))
    return true
  const bracket = /^\(([^()]*)\)?/.exec(line)?.[1]
  if (bracket !== undefined) return !isAside(bracket, venues)
  // "… of tides⏎of the northern shores": what goes on in small letters is the same title.
  if (/^\p{Ll}+\s/u.test(line) && !SMALL_START.test(line)) return false
  if (isInitialled(line) || findAuthors(line.replace(WHERE_AND_WHEN, '')).length > 0) return true
  return findAuthors(line.replace(/[.,;\s]+$/, '')).length > 0 || findVenue(line, venues, 'text') !== undefined
}
