import { findAuthors, findByline, isInitialled } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, isPublicationName, namesPublication, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import { type Range, trimRange } from '../fragment/flat.ts'

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
  if (whole !== undefined) return whole
  const led = withoutLead(text, range, venues)
  const cut = withoutAuthors(text, led)
  const title = peopleFirst && cut.from === led.from ? withoutFirstPeople(text, led) : cut
  return trimRange(text, withoutTail(text, title, venues, delimited), /[\s,;:|–—]/)
}

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
    if (
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
  /(?<!\b\p{Lu})(?<!\b(?:al|vs|Proc|Trans|Conf|Int|Jr|Dr|St|No|Vol|pp|etc|e\.g|i\.e))[.?!]["”»]?(?:\s+|$)(?=[\p{Lu}\p{Lo}\p{N}"“«([*_]|$)|\n\s*/gu

/** `Who Pays Whom? Relational Inference …`: what follows a question is its subtitle, unless it is people or a venue. */
function isOneTitle(rest: string, venues: VenueIndex): boolean {
  const next = (rest.split(/[.?!](?:\s|$)/)[0] ?? '').replace(/[【(][^】)]*[】)]?\s*$/, '')
  return (
    next.trim() !== '' &&
    findAuthors(next).length === 0 &&
    findVenue(next, venues, 'text') === undefined &&
    !/^[[(]/.test(next)
  )
}

/** Whether the line behind a line end is people, a venue or bracketed, and not the rest of a wrapped title. */
function beginsAnew(part: string, at: number, venues: VenueIndex): boolean {
  const line = /^\n\s*([^\n]*)/.exec(part.slice(at))?.[1] ?? ''
  if (line.trim() === '' || /^[([【•|]/.test(line)) return true
  if (isInitialled(line)) return true
  return findAuthors(line.replace(/[.,;\s]+$/, '')).length > 0 || findVenue(line, venues, 'text') !== undefined
}

const LEAD =
  /^(?:\s|\p{Extended_Pictographic}|\uFE0F|(?!\([^()]{1,12}\)-\p{L}|\(\p{Lu}?\p{Ll}{1,4}\)\p{L}|\[Re\])[[(【][^\])】]{0,80}[\])】]|(?:19|20)\d{2}(?:(?:[./-]\d{1,2}){0,2}(?=[\s:,.]|$)|[01]\d[0-3]\d(?=\s))|\d{1,3}[.)](?=\s)|[:：,;.|–—•-])+/u
const DATED_LEAD =
  /^\s*(?:(?:19|20)\d{2}[-_ ]+\p{L}[\p{L}&_ ]{1,20}|\p{L}[\p{L}&_ ]{1,20}[-_ ]*['’]?(?:(?:19|20)\d{2}|\d{2}))\s*[-–:]\s+/u

/** `ICLR: Ferns in Feature Space`: a known venue in front of two words or more. */
const NAMED_LEAD = /^\s*(\p{Lu}[\p{L}&-]*\p{Lu}[\p{L}]*)\s*:\s+(?=[^\s\p{Ll}]\S*\s\S)/u

/** `arXiv 2025.07, Title`, `/ CVPR 2025 Oral, Title`: a known venue with its year and a comma in front. */
const DATED_VENUE_LEAD = /^(?:[\s/&]|\p{Extended_Pictographic}|\uFE0F)*(\p{L}[^,:]{3,40}?),\s+(?=[\p{L}\p{N}]\S*\s)/u

/** `ICLR'24-spotlight Title`, `ICML-21 Title`: a known venue with a short year, and how it was presented. */
const SHORT_DATED_LEAD =
  /^\s*((?:19|20)\d{6}\s+)?(\p{Lu}[\p{L}&]+['’-]\d{2})(?:[\s-]+(?:spotlight|oral|poster|highlight|workshop|findings|W)\b)?:?\s+(?=\S+\s+\S)/u

/** `16-ATC-`, `2018-CVPR-`: year and venue glued to the title by hyphens. */
const GLUED_LEAD = /^\s*(?:19|20)?\d{2}-\p{Lu}[\p{L}&' ]{1,20}?-\s*(?=[\p{L}\p{N}])/u

/** Without brackets, years, counters and `2018-CVPR - ` in front. */
function withoutLead(text: string, range: Range, venues: VenueIndex): Range {
  let { from } = range
  const part = text.slice(from, range.to)
  const named = NAMED_LEAD.exec(part)
  if (named?.[1] !== undefined && findVenue(named[1], venues, 'text')?.basis === 'known')
    return { from: from + named[0].length, to: range.to }
  const placed = DATED_VENUE_LEAD.exec(part)
  const place = placed?.[1] === undefined ? undefined : findVenue(placed[1], venues, 'text')
  if (placed !== null && place?.basis === 'known' && place.year !== undefined)
    return { from: from + placed[0].length, to: range.to }
  const short = SHORT_DATED_LEAD.exec(part)
  if (short?.[2] !== undefined && findVenue(short[2], venues, 'text')?.basis === 'known')
    return { from: from + short[0].length, to: range.to }
  const dated = DATED_LEAD.exec(part) ?? GLUED_LEAD.exec(part)
  const venue = dated === null ? undefined : findVenue(dated[0].replace(/[-–:\s]+$/, ''), venues, 'text')
  // "2020 - WEIZZ: …" has the form of a venue, but before a colon stands rather a method.
  if (dated !== null && venue !== undefined && (venue.basis === 'known' || !/:\s*$/.test(dated[0])))
    from += dated[0].length
  else from += LEAD.exec(part)?.[0].length ?? 0
  return from < range.to ? { from, to: range.to } : range
}

/** Without the people in front of a title in a citation: `T. Peleg and M. Elad, A Statistical …`. */
function withoutAuthors(text: string, range: Range): Range {
  const part = text.slice(range.from, range.to)
  const dated = DATED_PEOPLE.exec(part)
  if (dated?.[1] !== undefined && (findAuthors(dated[1]).length > 0 || SURNAMES.test(dated[1]))) {
    return { from: range.from + dated[0].length, to: range.to }
  }
  const lead = initialledLead(part)
  if (lead > 0 && part.slice(lead).trim().split(/\s+/).length >= 2) return { from: range.from + lead, to: range.to }
  const separators = [
    ...part.matchAll(/[,.]\s+(?=["“]?[\p{Lu}\p{N}])|(?<=\bet al)[.,]+\s+(?=\p{Ll}\S*\p{Lu})/gu),
  ].slice(0, MOST_SEPARATORS)
  for (const { index, 0: separator } of separators.toReversed()) {
    const people = part.slice(0, index)
    if (people.length < 8 || findAuthors(people).length < (/et\.? al/.test(people) ? 1 : 2)) continue
    const rest = part.slice(index + separator.length)
    if (LAST_PERSON.test(rest)) continue
    if (
      !/\b\p{Lu}\.|\band\b|\bAND\b|&|;|et\.? al/u.test(people) &&
      !SHORTENED.test(people) &&
      !areFullNames(people, rest)
    )
      continue
    if (rest.split(' ').length >= 3) return { from: range.from + index + separator.length, to: range.to }
  }
  return range
}

/** Where `Brun, S.; Dane, L.; Cato, M. ` in front of a title ends, as chemistry cites; 0 for none. Linear. */
function initialledLead(part: string): number {
  let at = 0
  for (;;) {
    const person = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, (?:\p{Lu}\.-?\s?)+/u.exec(part.slice(at, at + 80))
    if (person === null) return 0
    at += person[0].length
    const separator = /^\s*(?:[;,]|and\b|&)\s*/.exec(part.slice(at, at + 8))
    // "Ann Lee, C. Dora Mo, A Title": the initial belongs to the name behind it.
    if (separator === null) return /\s$/.test(person[0]) && !NAME_AND_COMMA.test(part.slice(at, at + 80)) ? at : 0
    at += separator[0].length
  }
}

const NAME_AND_COMMA = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,\s/u

/** `…, Robert R. Shaw`: the last of a list of people. */
const LAST_PERSON = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)+ \p{Lu}[\p{L}'’-]+\.?$/u

/** The most people in front of a title in a list whose entries begin with people: `Ann Lee: A Title …`. */
function withoutFirstPeople(text: string, range: Range): Range {
  const part = text.slice(range.from, range.to)
  const separators = [...part.matchAll(/[,.:]\s+(?=["“]?[\p{Lu}\p{N}])/gu)].slice(0, MOST_SEPARATORS)
  for (const { index, 0: separator } of separators.toReversed()) {
    const from = range.from + index + separator.length
    const rest = text.slice(from, range.to)
    if (!isPeopleOnly(part.slice(0, index)) || rest.split(' ').length < 2) continue
    // "Scaling Laws, Broken Symmetries, and Noise": what reads like one more person leaves open whether any is one.
    const next = rest.split(/[,.:]\s/)[0] ?? ''
    if (separator.startsWith(':') || findByline(next).length === 0) return { from, to: range.to }
  }
  return range
}

function isPeopleOnly(words: string): boolean {
  return words.length >= 5 && findByline(words).length > 0
}

/** Whether an entry begins with people beyond doubt: two or more, or "et al.", then a comma, full stop or colon. */
export function beginsWithPeople(text: string): boolean {
  const range = { from: 0, to: Math.min(text.length, LONGEST_PEOPLE) }
  const before = /^(.{8,300}?):\s+\p{Lu}/u.exec(text)?.[1] ?? ''
  const names = findAuthors(before)
  if (names.length > 1 || (names.length === 1 && /et\.? al/.test(before))) return true
  return withoutAuthors(text.slice(0, range.to), range).from > 0
}

const LONGEST_PEOPLE = 600

/** `Lee et al. (2020) A Title …` */
const DATED_PEOPLE = /^([^()]{3,300}?),?\s\((?:19|20)\d{2}[a-z]?\)[.,:]?\s+(?=["“]?[\p{L}\p{N}])/u
/** `Lee and Chen` */
const SURNAMES = /^\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+$/u

/** `Lee A, Chen BC`: as medicine cites. */
const SHORTENED = /^\p{Lu}[\p{L}'’ -]+ \p{Lu}{1,3}(?:, \p{Lu}[\p{L}'’ -]+ \p{Lu}{1,3})+$/u

/**
 * `Ann Lee, Bo Chen, Cy Mo`: three people or more by commas alone, and no other person behind them. Two could be the
 * parts of a title, unless what follows is plainly one, with the place and year of a citation.
 */
function areFullNames(people: string, rest: string): boolean {
  const names = people.split(/,\s+/)
  if (names.length < 2 || names.some((name) => findByline(name).length !== 1)) return false
  if (names.length === 2 && !CITED_TITLE.test(rest)) return false
  return findAuthors(`${people}, ${rest.split(/,\s/)[0]}`).length === 0
}

/** `Dredging a Harbour, CVPR, 2019`: words of which some are small, then something dated behind a comma. */
const CITED_TITLE = /^[^,]{3,200}\s\p{Ll}+\s[^,]{3,200},\s[^,]{2,60},?\s(?:19|20)\d{2}\.?\s*$/u

/** Longer lists of authors are found by their field, not in front of a title. */
const MOST_SEPARATORS = 30

/** Without what follows a title in the same words: brackets at the end, then `, Authors` and `, Venue 2020`. */
function withoutTail(text: string, range: Range, venues: VenueIndex, delimited: boolean): Range {
  let { to } = range
  for (;;) {
    // What stands behind a title is short: many people in one line make no more work than some.
    const start = Math.max(range.from, to - LONGEST_TAIL)
    const part = text.slice(start, to)
    const near = Math.max(range.from, to - LONGEST_BRACKET)
    const last = text.slice(near, to)
    const bracket = /\s*(?:[[(（【][^[\]()（）【】]{0,120}[\])）】]?|\bin\s*)[\s,.;:]*$/u.exec(last)
    const isOwn = bracket !== null && isAcronymOf(bracket[0], last.slice(0, bracket.index))
    if (bracket !== null && near + bracket.index > range.from && !isOwn && isTail(bracket[0], venues)) {
      to = near + bracket.index
      continue
    }
    const label = /\s*\[+\s*([^[\]]{2,20}?)\s*\]+[\s,.;:]*$/u.exec(last)
    if (label?.[1] !== undefined && near + label.index > range.from && labelRole(label[1]) !== undefined) {
      to = near + label.index
      continue
    }
    const number = ARXIV_TAIL.exec(last)
    if (number !== null && near + number.index > range.from) {
      to = near + number.index
      continue
    }
    const comma = tailAfterComma(part, start - range.from, venues, delimited)
    if (comma === undefined) return { from: range.from, to }
    to = start + comma
  }
}

/** `Title of Words arXiv:2403.01234`: a preprint's number behind nothing but a blank. */
const ARXIV_TAIL = /\s+arXiv(?:\s+preprint)?(?:\s+arXiv)?:\s?\d{4}\.\d{4,5}(?:v\d+)?[\s,.;:]*$/i

/** Characters, as many as a list of people may have. */
const LONGEST_TAIL = 8000
/** The same for brackets with a venue or a label, and the blanks in front of them. */
const LONGEST_BRACKET = 300

const DECORATION =
  /^(?:oral|spotlight|poster|highlight|best (?:student )?paper.*|survey|review|workshop|new|preprint|extended|journal|book|thesis|ph\.?d\.? thesis)$/i

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

/** `[J]`, `[C]//`, `[EB/OL]`: the kind of a work, as GB/T 7714 has it behind the title. */
const KIND_OF_WORK = /^\[(?:[JCMDRNASPZG]|(?:J|C|EB|DB|CP)\/OL)\]/

function isTail(bracket: string, venues: VenueIndex): boolean {
  const trimmed = bracket.trim()
  const inner = bracket.replace(/^[\s[(【]+|[\s\])】,.;:]+$/g, '')
  if (inner === '' || inner === 'in' || /[[(【]$/.test(trimmed)) return true
  if (KIND_OF_WORK.test(trimmed)) return true
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
      const venue = findVenue(tail.replace(/^[Ii]n\s/, ''), venues, 'text')
      if (/^[Ii]n\s/.test(tail) && venue?.basis === 'known' && venue.year !== undefined) return index
      if (/^[Ii]n\s/.test(tail)) continue
    }
    // `Title – Review and Comparison, Venue, 2022`: what stands behind a dash has to be people or a place by itself.
    const [next = ''] = tail.split(/,\s/)
    const stands =
      next === tail || namesPublication(next) || findByline(next).length > 0 || isCitationTail(next, venues)
    if (/[-–—]/.test(separator) && !stands) continue
    if (delimited && separator === ', ' && /(?:^|[\s,])and /.test(tail) && !/\b(?:19|20)\d{2}\b|\b\p{Lu}\./u.test(tail))
      continue
    // "A Programmable, In-Memory, High-Performance Platform": an article's adjective waits for its noun.
    if (separator === ', ' && OPEN_PHRASE.test(part.slice(0, index))) continue
    if (isCitationTail(tail, venues) || (!delimited && separator === ', ' && isDatedName(tail))) return index
  }
  return undefined
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
  /\b(?:gradients?|descent|examples?|design|default|proxy|demonstrations?|imitation|contrast|pieces|parts|full|adaptive|joint)\b/i

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
