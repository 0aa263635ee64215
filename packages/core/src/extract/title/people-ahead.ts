import { findAuthors, findByline, TWO_SURNAMES } from '../../recognise/authors.ts'
import type { Flat, Range } from '../fragment/flat.ts'

/** The words of a range without the people in front of a title in a citation: `T. Peleg and M. Elad, A Statistical …`. */
export function withoutAuthors(text: string, range: Range): Range {
  // "Serra‐Diaz": of two kinds of hyphens names are read with one.
  const part = text.slice(range.from, range.to).replaceAll('\u2010', '-')
  const dated = DATED_PEOPLE.exec(part)
  if (dated !== null && arePeople(dated[1] ?? '')) return { from: range.from + dated[0].length, to: range.to }
  const lead =
    initialledLead(part) ||
    namedLead(part, text.slice(range.to, range.to + LONGEST_NAME)) ||
    (CYRILLIC_LEAD.exec(part)?.[0].length ?? 0)
  if (lead > 0 && part.slice(lead).trim().split(/\s+/).length >= 2) return { from: range.from + lead, to: range.to }
  const separators = [
    ...part.matchAll(/[,.]\s+(?=["“]?[\p{Lu}\p{N}])|(?<=\bet al)[.,]+\s+(?=\p{Ll}\S*\p{Lu})/gu),
  ].slice(0, MOST_SEPARATORS)
  for (const { index, 0: separator } of separators.toReversed()) {
    const people = part.slice(0, index)
    const rest = part.slice(index + separator.length)
    // Who the people are is asked last: it is the dearest question.
    if (people.length < 8 || !hasWords(rest, 2) || LAST_PERSON.test(rest)) continue
    const shortened = SHORTENED.test(people)
    // "Lee et al. Movie description": two words are enough behind what only people can be.
    if (!shortened && !hasWords(rest, 3) && !/\bet\.? al$/.test(people)) continue
    const said = shortened || /\b\p{Lu}\.|\band\b|\bAND\b|&|;|et\.? al/u.test(people)
    if (findAuthors(people).length < (/et\.? al/.test(people) ? 1 : 2)) continue
    if (said || areFullNames(people, rest)) return { from: range.from + index + separator.length, to: range.to }
  }
  return range
}

/** Whether words are people, perhaps behind a label: `Lee, Ek, and Mo`, `Krüger, Jan`, `Background: Lee and Mo`. */
function arePeople(words: string): boolean {
  const named = words.replace(/^[\p{L} ]{2,40}:\s+/u, '')
  return (
    findAuthors(named).length > 0 ||
    [TWO_SURNAMES, SURNAMES, ONE_PERSON, FIRST_BY_SURNAME].some((names) => names.test(named))
  )
}

/** Whether people and a year in brackets are all that stands in front of a title: `Lee and Mo (2014) `, `Lee (1970) `. */
export function areDatedPeople(ahead: string): boolean {
  const dated = /^(.{3,300}?),?\s\((?:19|20)\d{2}[a-z]?\)(?:[.,:]?\s+)(?:[-–—]\s+)?["“]?$/u.exec(ahead)
  // "Dataset (2020). The data …": one word and a full stop can be of anything.
  return dated !== null && (arePeople(dated[1] ?? '') || (!/[.,:]\s+$/.test(ahead) && DATED_SURNAME.test(`${ahead}A`)))
}

/** Whether people with initials, and the date in brackets behind them, end a text at a place: `Lee, A., & Mo, B. (2020, July). `. */
export function endsWithDate(text: string, at: number): boolean {
  return DATE_AT_END.test(text.slice(Math.max(0, at - LONGEST_DATE), at))
}

/** Whether some words are a citation as APA has it, with the title behind people and date. */
export function isDatedCitation(text: string): boolean {
  return DATE_INSIDE.test(text)
}

const DATE_AT_END = /\p{Lu}\.,? \((?:19|20)\d{2}[a-z]?(?:, [\p{L}\d –-]{3,16})?\)\.\s+$/u
const DATE_INSIDE = /\p{Lu}\.,? \((?:19|20)\d{2}[a-z]?(?:, [\p{L}\d –-]{3,16})?\)\.\s+\S+\s\S/u
const LONGEST_DATE = 34

/** Whether a text has so many parts between blanks. */
function hasWords(text: string, count: number): boolean {
  return text.split(' ', count).length === count
}

/** `Иванов А. А., Петров Б. Б. `: as references in Russian begin. */
const CYRILLIC_LEAD = /^\s*(?:[А-ЯЁ][а-яё-]+,? (?:[А-ЯЁ]\.\s?){1,2}(?:, )?)+(?=[А-ЯЁA-Z«])/u

/** Where `Brun, S.; Dane, L.; Cato, M. ` in front of a title ends, as chemistry cites; 0 for none. Linear. */
function initialledLead(part: string): number {
  let at = 0
  for (;;) {
    const person = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, (?:\p{Lu}\.-?\s?)+/u.exec(part.slice(at, at + 80))
    if (person === null) return 0
    at += person[0].length
    // "Lee, A. et al. A Title": as Nature cites.
    const more = AND_OTHERS.exec(part.slice(at, at + LONGEST_OTHERS))
    if (more !== null) return at + more[0].length
    // "Lee, A., Ek, T.: A Title": as Springer's proceedings cite.
    if (part.charAt(at) === ':') return at + 1
    const separator = /^\s*(?:[;,]|and\b|&)\s*/.exec(part.slice(at, at + 8))
    // "Ann Lee, C. Dora Mo, A Title": the initial belongs to the name behind it.
    if (separator === null) return /\s$/.test(person[0]) && !NAME_AND_COMMA.test(part.slice(at, at + 80)) ? at : 0
    at += separator[0].length
  }
}

/** `et al. `, `, et al.: ` behind an initial. */
const AND_OTHERS = /^[,;]?\s*(?:(?:and|&)\s)?et\.? al\.?[:,]?\s+(?=["“]?[\p{L}\p{N}])/u
const LONGEST_OTHERS = 20

/**
 * Where `Ann Lee, Bo C. Chen, Cy Mo:` in front of a title ends, as dblp cites: two people or more, each with a given
 * name, and a colon behind the last; one, where the title ends in dblp's year and pages. 0 for none. Linear.
 */
function namedLead(part: string, behind: string): number {
  let at = /^\s*/.exec(part)?.[0].length ?? 0
  const isPaged = YEAR_AND_PAGES.test(behind)
  for (let count = 1; ; count++) {
    const person = FULL_NAME.exec(part.slice(at, at + LONGEST_NAME))
    if (person === null) return 0
    at += person[0].length
    if (part.charAt(at) === ':') {
      const isTitle = (isPaged ? /^:\s*["“]?[\p{L}\p{N}]\S*\s+\S/u : BEHIND_COLON).test(
        part.slice(at, at + LONGEST_NAME),
      )
      const names = count > 1 ? findAuthors(part.slice(0, at)) : isPaged ? findByline(part.slice(0, at)) : []
      return isTitle && names.length === count ? at + 1 : 0
    }
    const separator = /^,\s+/.exec(part.slice(at, at + 4))
    if (separator === null) return 0
    at += separator[0].length
  }
}

/** `Eduardo C. de Almeida`, and the number by which dblp tells namesakes apart. */
const FULL_NAME =
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|van|von|de|del|der|den|da|dos|di|la|le|el|al|ter|bin)){1,5}(?: \d{4})?(?=[,:])/u
const LONGEST_NAME = 80
/** "Ann Lee, Bo Chen, Bright Lamp: Residual Lights": a blank alone behind the colon may stand in a title. */
const BEHIND_COLON = /^:\s*?(?:(?<=:)|\n\s*)["“]?[\p{L}\p{N}]\S*\s+\S/u
/** `. CRYPTO (2) 2015: 63-82` */
const YEAR_AND_PAGES = /^[^:]{2,60}\s(?:19|20)\d{2}: ?\d/

const NAME_AND_COMMA = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?,\s/u

/** `…, Robert R. Shaw`: the last of a list of people. */
const LAST_PERSON = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)+ \p{Lu}[\p{L}'’-]+\.?$/u

/** The most people in front of a title in a list whose entries begin with people: `Ann Lee: A Title …`. */
export function withoutFirstPeople(text: string, range: Range): Range {
  const part = text.slice(range.from, range.to)
  const dated = DATED_SURNAME.exec(part)
  if (dated !== null) return { from: range.from + dated[0].length, to: range.to }
  const separators = [...part.matchAll(/(?:[,.:]\s+|(?<=\p{Ll}):)(?=["“]?[\p{Lu}\p{N}])/gu)].slice(0, MOST_SEPARATORS)
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
  const before = /^(.{8,300}?):\s*\p{Lu}/u.exec(text)?.[1] ?? ''
  const names = findAuthors(before)
  if (names.length > 1 || (names.length === 1 && /et\.? al/.test(before)) || DATED_SURNAME.test(text)) return true
  return withoutAuthors(text.slice(0, range.to), range).from > 0
}

const LONGEST_PEOPLE = 600

/** `Lee et al. (2020) A Title …`, `Lee and Chen (2020) - A Title …`, `Lee, A., & Chen, B. (2020, July). A Title …` */
const DATED_PEOPLE =
  /^([^()]{3,1500}?),?\s\((?:19|20)\d{2}[a-z]?(?:,\s\p{Lu}\p{Ll}{2,8}(?:\s\d{1,2}(?:[-–]\d{1,2})?)?)?\)[.,:]?\s+(?:[-–—]\s+)?(?=["“]?[\p{L}\p{N}])/u
/** `Lee (1970) A Title …`, which is "Berlin (2019) A Meeting" too: it counts where entries begin with people. */
const DATED_SURNAME =
  /^\s*(?:[\p{L} ]{2,40}:\s+)?\p{Lu}\p{Ll}[\p{L}'’-]+,?\s\((?:19|20)\d{2}[a-z]?\)[.,:]?\s+(?:[-–—]\s+)?(?=["“]?[\p{Lu}\p{N}])/u
/** `Krüger, Ito, and Dahl` in front of a year. */
const SURNAMES = /^\s*\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’-]+){1,6},? (?:and|&) \p{Lu}[\p{L}'’-]+$/u
/** `Krüger, Jan`, `Ito, H.`, `Ito H` */
const ONE_PERSON = /^\s*\p{Lu}[\p{L}'’-]+(?:, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}.-]*){0,2}| \p{Lu}{1,2})$/u
/** `Krüger, Jan & Ito, Hana`, `Krüger, Jan, Hana Ito y Bo Dahl`: the first by the surname, in several languages. */
const FIRST_BY_SURNAME =
  /^\s*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}(?:,? (?:&|and|y|e|et|und|og|och)|,)(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:(?:,? (?:&|and|y|e|et|und|og|och)|,)(?: \p{Lu}[\p{L}.'’-]*){1,3}){1,8}$/u

/** `Lee A, Chen BC`: as medicine cites. */
const SHORTENED =
  /^(?:(?:van|von|de|der|den|da|di|la|le|el|al) ){0,3}\p{Lu}[\p{L}'’ -]+ \p{Lu}{1,3}(?:, (?:(?:van|von|de|der|den|da|di|la|le|el|al) ){0,3}\p{Lu}[\p{L}'’ -]+ \p{Lu}{1,3})+$/u

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

/** `Ann B. Lee, Bo Chen, Cy D. Mo. *CVPR 2020*`: of people no part is a title either. */
export function areOnlyPeople({ text, emphasis, strong }: Flat, { from, to }: Range): boolean {
  const marks = [...emphasis, ...strong].flatMap((mark) =>
    mark.from > from && mark.from < to && !ET_AL.test(text.slice(mark.from, mark.to)) ? [mark.from] : [],
  )
  return findAuthors(text.slice(from, Math.min(to, ...marks)).replace(/[\s.,;]+$/, '')).length > 1
}

/** `Lee, A., Ek, B. *et al.* A Title`: what is emphasised there tells of people too. */
const ET_AL = /^et\.? al\.?,?$/i

/** Longer lists of authors are found by their field, not in front of a title. */
const MOST_SEPARATORS = 30
