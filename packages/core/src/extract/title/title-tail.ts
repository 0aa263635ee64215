import { findAuthors, findByline } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { isPublicationName, namesPublication } from '../../recognise/venue-form.ts'
import { wholeYear } from '../../recognise/year.ts'
import type { Range } from '../fragment/flat.ts'

/** Without what follows a title in the same words: brackets at the end, then `, Authors` and `, Venue 2020`. */
export function withoutTail(text: string, range: Range, venues: VenueIndex, delimited: boolean): Range {
  let { to } = range
  for (;;) {
    // What stands behind a title is short: many people in one line make no more work than some.
    const start = Math.max(range.from, to - LONGEST_TAIL)
    const part = text.slice(start, to)
    const near = Math.max(range.from, to - LONGEST_BRACKET)
    const last = text.slice(near, to)
    const bracket = !/[[(（【]|in[\s,.;:]*$/.test(last) ? null : TRAILING_BRACKET.exec(last)
    const isOwn = bracket !== null && isAcronymOf(bracket[0], last.slice(0, bracket.index))
    // "A Title of Words; (Evaluation)": a bracket behind a semicolon is said of the work.
    const isSaid = bracket !== null && last.charAt(bracket.index - 1) === ';'
    const isEnd = bracket !== null && !isOwn && (isSaid || isTail(bracket[0], venues) || isRemark(bracket[0], last))
    if (isEnd && near + bracket.index > range.from) {
      to = near + bracket.index
      continue
    }
    const label = last.includes(']') ? /\s*\[+\s*([^[\]]{2,20}?)\s*\]+[\s,.;:]*$/u.exec(last) : null
    if (label?.[1] !== undefined && near + label.index > range.from && labelRole(label[1]) !== undefined) {
      to = near + label.index
      continue
    }
    const presented = PRESENTED.exec(last)
    if (presented !== null && near + presented.index > range.from) {
      to = near + presented.index
      continue
    }
    const host = last.includes('//') ? KIND_AND_HOST.exec(last) : null
    const bare = host ?? (/\d\d/.test(last) ? (ARXIV_TAIL.exec(last) ?? datedVenueAt(last, venues)) : null)
    if (bare !== null && near + bare.index > range.from) {
      to = near + bare.index
      continue
    }
    const comma = tailAfterComma(part, start - range.from, venues, delimited)
    if (comma === undefined) return { from: range.from, to }
    to = start + comma
  }
}

/** `(ICSE 2021)`, `(ICCV (oral))`, `[JMLR`, `in`, at the end of some words. */
const TRAILING_BRACKET =
  /\s*(?:[[(（【](?:[^[\]()（）【】]|\([^[\]()（）【】]{1,30}\)){0,120}[\])）】]?|\bin\s*)[\s,.;:]*$/u

/** `Title of Words. oral`: how it was presented, behind the end of the title. */
const PRESENTED = /[.,]\s+(?:oral|spotlight|poster|highlight)[\s.,;:]*$/i

/** `Title of Words arXiv:2403.01234`: a preprint's number behind nothing but a blank. */
const ARXIV_TAIL = /\s+arXiv(?:\s+preprint)?(?:\s+arXiv)?:\s?\d{4}\.\d{4,5}(?:v\d+)?[\s,.;:]*$/i

/**
 * `Title of Words OSDI'22`, `Title of Words KDD 2022`: a known venue with its year behind nothing but a blank, which no word
 * ties to the title.
 */
function datedVenueAt(words: string, venues: VenueIndex): RegExpExecArray | null {
  const tail = DATED_TAIL.exec(words)
  if (tail?.[1] === undefined || TIED.test(words.slice(0, tail.index))) return null
  const venue = findVenue(tail[1], venues, 'text')
  return venue?.basis === 'known' && venue.year !== undefined ? tail : null
}

const DATED_TAIL =
  /(?:(?<![;:|/@])\s|(?<=\}))\s*(?:(?:ACM|IEEE)\s)?(\p{Lu}[\p{L}&]{1,14}(?:\s?['’]|(?<=\p{Lu}))\d{2}|\p{Lu}\p{L}{0,9}\p{Lu}\p{L}{0,9}\s(?:19|20)\d{2})[\s,.;:]*$/u
/** "Overview of", "at": what follows is a part of the title; and one or two words are none. */
const TIED = /\b(?:of|at|in|for|from|on|to|the|and|with|by)$|^\s*\S*(?:\s+\S+)?\s*$/i

/** `基于…的方法[C]//中国图象图形学学会年会`: the kind of a work and where it appeared, as GB/T 7714 has them. */
const KIND_AND_HOST = /\s*\[[JCDMR](?:\/OL)?\]\s*\/\/.*$/s

/** Characters, as many as a list of people may have. */
const LONGEST_TAIL = 8000
/** The same for brackets with a venue or a label, and the blanks in front of them. */
const LONGEST_BRACKET = 300

const DECORATION =
  /^(?:(?:currently )?under (?:double[- ]blind )?review|in submission|submitted|in press|forthcoming|accepted|to appear|work in progress|oral|spotlight|poster|highlight|best (?:student )?paper.*|survey|review|workshop|new|preprint|extended|journal|book|thesis|ph\.?d\.? thesis)$/i

/** `Atomic Simulation Environment (ASE)`: the first letters of the last words, though a venue is called so too. */
function isAcronymOf(bracket: string, before: string): boolean {
  const letters = /^\s*\((\p{Lu}{2,6})\)\s*$/u.exec(bracket)?.[1]
  if (letters === undefined) return false
  const initials = before
    .trim()
    .split(/[\s-]+/)
    .slice(-letters.length)
    .map((word) => word.charAt(0))
  return initials.join('').toUpperCase() === letters
}

/** `A Title of Words 【用于推荐的表示】`: words of another script than the title's; in round brackets they translate it. */
function isRemark(bracket: string, words: string): boolean {
  return /^\s*[[【].*\p{Lo}{2}/su.test(bracket) && !/\p{Lo}/u.test(words.slice(0, words.lastIndexOf(bracket)))
}

/** `[J]`, `[C]//`, `[EB/OL]`: the kind of a work, as GB/T 7714 has it behind the title. */
const KIND_OF_WORK = /^\[(?:[JCMDRNASPZG]|(?:J|C|EB|DB|CP)\/OL)\]/

function isTail(bracket: string, venues: VenueIndex): boolean {
  const trimmed = bracket.trim()
  const inner = bracket.replace(/^[\s[(【]+|[\s\])】,.;:]+$/g, '')
  if (inner === '' || inner === 'in' || /[[(【]$/.test(trimmed)) return true
  if (KIND_OF_WORK.test(trimmed)) return true
  // "(2005–2013)": the time that a work is about.
  if (PERIOD.test(inner)) return false
  // "(@Some Company)": who it is from.
  if (/^@\S/.test(inner)) return true
  return (
    findVenue(inner, venues, 'text') !== undefined ||
    wholeYear(inner) !== undefined ||
    DECORATION.test(inner.replace(/[\s'’-]*(?:(?:19|20)\d{2}|['’]\d{2})$/, '')) ||
    findAuthors(inner).length > 0 ||
    (/(?:19|20)\d{2}/.test(inner) && inner.split(' ').length <= 6)
  )
}

const PERIOD = /^(?:1[5-9]|20)\d{2}\s?[-–]\s?(?:1[5-9]|20)\d{2}$/

/**
 * Where a comma, dash or full stop is followed, to the end, by a venue, a date or people: the first such place; `ahead`
 * characters of the title stand in front of the part.
 */
function tailAfterComma(part: string, ahead: number, venues: VenueIndex, delimited: boolean): number | undefined {
  const separators = [...part.matchAll(TAIL_SEPARATOR)].slice(-40)
  const opens = part.includes('(')
  for (const { index, 0: separator } of separators) {
    const tail = part.slice(index + separator.length).replace(/[\s.,]+$/, '')
    if (ahead + index < 8 || tail === '' || (opens && isInBracket(part.slice(0, index)))) continue
    if (separator.trim() === 'by') {
      if (!delimited && isByline(tail)) return index
      continue
    }
    // `A Title of Words In ICRA 2018`
    if (separator.trim() === '') {
      const venue = tail.includes(':') ? undefined : findVenue(tail.replace(/^[Ii]n\s/, ''), venues, 'text')
      const isPlace = venue?.basis === 'known' && venue.year !== undefined && !isTopicAhead(tail, venues)
      if (/^[Ii]n\s/.test(tail) && isPlace) return index
      if (/^[Ii]n\s/.test(tail)) continue
    }
    // `Title - by A. Author et al.`: nobody writes so within a title.
    if (/[-–—|]/.test(separator) && /^by\s\p{Lu}/u.test(tail) && findByline(tail.slice(3)).length > 0) return index
    // `Title – Review and Comparison, Venue, 2022`: what stands behind a dash has to be people or a place by itself.
    const [next = ''] = tail.split(/,\s/)
    const stands =
      next === tail || namesPublication(next) || findByline(next).length > 0 || isCitationTail(next, venues)
    if (/[-–—]/.test(separator) && !stands) continue
    if (delimited && separator === ', ' && /(?:^|[\s,])and /.test(tail) && !/\b(?:19|20)\d{2}\b|\b\p{Lu}\./u.test(tail))
      continue
    const isEnd = isCitationTail(tail, venues) || (!delimited && separator === ', ' && isDatedName(tail))
    // "A Programmable, In-Memory, High-Performance Platform": an article's adjective waits for its noun.
    if (isEnd && !(separator === ', ' && OPEN_PHRASE.test(part.slice(0, index)))) return index
  }
  return undefined
}

/** `in Machine Learning, VIS 2023`: what reads like a journal in front of the venue is what the title is about. */
function isTopicAhead(tail: string, venues: VenueIndex): boolean {
  const [, topic, place] = /^[Ii]n\s([^,]{3,60}),\s(.{2,60})$/.exec(tail) ?? []
  if (topic === undefined || place === undefined || venues.find(topic)?.ordinary !== true) return false
  return findVenue(place, venues, 'text')?.basis === 'known'
}

const OPEN_PHRASE = /\s(?:an?|the)\s(?:[\p{L}-]+-)?\p{L}{2,}(?:able|ible|ous|ful|less|[at]ed)$/iu

const TAIL_SEPARATOR =
  /,\s|，\s?|\s(?:--|[-–—|])\s|\.\s|\s+by\s+(?=\p{Lu})|\s+(?=[Ii]n\s\p{Lu})|\s+(?=\((?:19|20)\d{2}\),)/gu

/** `Fast Paxos, Distributed Computing 2006`: few words with a year behind a plain title. */
function isDatedName(tail: string): boolean {
  const name = /^(.{2,40}?),? (?:19|20)\d{2}$/.exec(tail)?.[1]
  if (name === undefined || !/\p{L}{3}/u.test(name) || /\b\p{Lu}(?:\.|$)/u.test(name)) return false
  return name.split(' ').length <= MOST_NAME_WORDS && isPublicationName(name)
}

const MOST_NAME_WORDS = 4

function isInBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

/** `Title by Aaron van den Oord`, `Title by T Bansal`; not `Learning by Gradient Descent`. */
function isByline(tail: string): boolean {
  const people = (tail.split(/(?<!\b\p{Lu}|\bal)\.\s|,\s(?=\p{Lu}[\p{L}]*\s(?:19|20)\d{2})/u)[0] ?? '').replace(
    /\s+et all?\.?$/,
    ' et al.',
  )
  const [first = ''] = people.split(' ')
  if (ACTION.test(first) || QUALITY.test(first) || NOT_PEOPLE.test(people) || endsInCompoundAction(people)) return false
  return findByline(people).length > 0 || /^\p{Lu}\.? \p{Lu}[\p{L}'’-]+$/u.test(people)
}

/** "by Segmenting Anything", "by Pre-selecting Knobs": what is done; names such as "Jiaming" and "Xiaoying" stay. */
const ACTION = /^[\p{L}-]{3,}(?<![mjqx]|[aiu]oy)ing$/u
/** "by Cross-Modal Pre-Training", "by Online Ensembling": longer than surnames on "-ing". */
function endsInCompoundAction(people: string): boolean {
  // Letters are counted here: to count them by a pattern takes the engine a fifth of a second, once, to prepare for.
  const [, lead = ' ', stem = ''] = /(\p{L}-|\s)(\p{L}+)ing$/u.exec(people) ?? []
  return stem.length >= (lead.endsWith('-') ? 3 : 6)
}

/** "by Improved Vectors", "by Their Tails": what stands in front of things, and is no first name. */
const QUALITY =
  /^(?:their|its|our|his|her|these|those|all|some|more|less|many|few|two|three|new|multiple|large|small|deep|random|\p{L}{2,}(?:[ai]ted|[is]zed|ised|oved|ained|ected|anced|ured|inked|asked|uided|ined|ical|ional|istic|[ai]ble|ative|[ao]us))$/iu
const NOT_PEOPLE =
  /\b(?:gradients?|descent|examples?|design|default|proxy|demonstrations?|imitation|contrast|pieces|parts|full|adaptive|joint)\b|-(?:and|or|of|by|to|in|with|for)-|-(?:based|aware|driven|guided|free|level|wise)\b/i

/**
 * Whether a tail lists people: with initials or "et al.", by full names, or by surnames. "…, Paradigms, and Open
 * Problems" and "…, Range, and Nearest-Neighbor Queries" mix single words with several, as lists of people do not.
 */
function isPeople(tail: string): boolean {
  const names = findAuthors(tail)
  if (names.length === 0) return false
  if (/\b\p{Lu}\.|\bet\.? al|[;\p{Lo}]|\d/u.test(tail)) return true
  const single = names.filter(({ name }) => !name.includes(' ')).length
  return single === 0 || single === names.length
}

/** `in International Journal of Harbours 2021`, `in ICASSE 2019` */
const IN_UNKNOWN = /^in \p{Lu}[^,;:?!]{1,80}?[ ,]+(?:19|20)\d{2}$/u

function isCitationTail(tail: string, venues: VenueIndex): boolean {
  if (wholeYear(tail) !== undefined || IN_UNKNOWN.test(tail) || /^unpublished$/i.test(tail)) return true
  const venue = findVenue(tail, venues, 'text')
  if (venue !== undefined && (venue.basis === 'known' || venue.year !== undefined)) return true
  if (isPeople(tail) || /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'’-]+$/u.test(tail)) return true
  const dated = /^\((?:19|20)\d{2}\),?\s*(.*)$/.exec(tail)?.[1]
  if (dated !== undefined) return dated === '' || isCitationTail(dated, venues)
  const lastComma = tail.lastIndexOf(',')
  if (lastComma <= 0) return false
  return findVenue(tail.slice(lastComma + 1), venues, 'text') !== undefined && isPeople(tail.slice(0, lastComma))
}
