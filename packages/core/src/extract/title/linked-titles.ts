import { findAuthors, findByline, TWO_SURNAMES } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { type Flat, type Range, trimRange } from '../fragment/flat.ts'
import type { ObjectReading } from '../fragment/objects.ts'
import { innerRange, labelBefore } from '../fragment/objects.ts'
import { QUOTED } from './marked-titles.ts'
import { titleBounds } from './title-bounds.ts'
import { type Candidate, SENTENCE, score } from './title-candidate.ts'
import { cleanTitle, isTitleForm, titleCase } from './title-form.ts'

/** Links whose words can be a title, each with the part behind a colon that follows it. */
export function linkedTitles(flat: Flat, objects: readonly ObjectReading[], venues: VenueIndex): Candidate[] {
  const people = objects.filter(isPerson).length >= FEWEST_PEOPLE
  return objects.flatMap((reading, i): Candidate[] => {
    const object = flat.objects[i]
    if (reading.kind !== 'words' || object === undefined || reading.weight === 'anchor') return []
    // The words of a picture are no title of what it leads to.
    if (object.span.kind === 'link' && object.span.wordless) return []
    if (isLabelInBrackets(flat.text, object.at, reading.text) || (people && isPerson(reading))) return []
    if (isDatedName(reading.text) && labelRole(labelBefore(flat, object.at)) === 'paper') return []
    const label = KIND.exec(reading.text)?.[0].length ?? 0
    const said = reading.text.slice(label)
    const isWho = OTHERS.test(said)
    if (!/\p{L}/u.test(said) || (!isTitleForm(said, venues) && reading.weight !== 'paper' && !isWho)) return []
    const bonus = { paper: 25, empty: 12, page: 0, repository: -14 }[reading.weight]
    const bounds = quotedBehindPeople(said) ?? titleBounds(said, { from: 0, to: said.length }, venues, true)
    const text = cleanTitle(said.slice(bounds.from, bounds.to))
    if (text === '') return []
    const around = [said.slice(0, bounds.from), said.slice(bounds.to)].filter((part) => /[\p{L}\p{N}]/u.test(part))
    const behind = subtitle(flat, object.at, text, venues)
    // Behind the name of a page or repository stands its description, unless people have signed it.
    const isSigned = behind !== undefined && SIGNED.test(flat.text.slice(behind.to, behind.to + LONGEST_SIGNATURE))
    const rest = reading.weight === 'paper' || isSigned ? behind : undefined
    const whole = { form: 'link' as const, object: i, around }
    if (rest === undefined) {
      if (isWho && reading.weight !== 'paper') return []
      const range = { from: object.at, to: object.at + 1 }
      return [{ ...whole, text, range, place: innerRange(object.span), score: score(60 + bonus - i, text) }]
    }
    // `[Lee et al](…): A Title of Words`: who wrote it is no part of it.
    const areWho = isWho || TWO_SURNAMES.test(said)
    const range = { from: areWho ? rest.from : object.at, to: rest.to }
    const second = cleanTitle(flat.text.slice(rest.from, rest.to))
    const full = areWho || second === text || second.startsWith(`${text}:`) ? second : `${text}: ${second}`
    return [
      { ...whole, text: full, range, place: flat.locate(range), score: score(60 + (isSigned ? 25 : bonus) - i, full) },
    ]
  })
}

/** `, Lee et al.`, `, Ann Lee, Bo Mo et al.`: who wrote it, behind a title. */
const SIGNED = /^[\s,.]+(?:\p{Lu}[\p{L}'’.-]*[\s,]+(?:and\s|&\s)?){1,12}et\.? al\b/u
const LONGEST_SIGNATURE = 160

/** `Lee et al` */
const OTHERS = /^\P{N}{2,60}\bet\.? al\.?$/iu

/** `[paper: A Title of Words](…)`: what kind of a work a link leads to, in front of its title. */
const KIND = /^\s*(?:(?:research |journal )?(?:paper|article)|preprint)\s*[:：]\s*(?=\S+\s+\S)/i

/** `[Ann Lee](https://…), [Bo Mo](https://…)`: words that can be a name, and lead to a page. */
function isPerson(reading: ObjectReading): boolean {
  return reading.kind === 'words' && reading.weight !== 'paper' && findByline(reading.text).length === 1
}

/** Of so many links that are each called like a person none is a title. */
const FEWEST_PEOPLE = 3

/** `Paper: [Kelp Medicine 2019](…)`: a few words with a year behind the label of a paper say where it appeared. */
function isDatedName(text: string): boolean {
  return /^\p{Lu}[^:]{2,50}\s(?:19|20)\d{2}$/u.test(text) && text.split(' ').length <= 5
}

/** `A Title of Words, Venue 1998 [[acmdl](…), [pdf](…)]`: a single small word that opens a bracket behind words is a label. */
function isLabelInBrackets(text: string, at: number, label: string): boolean {
  if (!/^\p{Ll}\S*$/u.test(label)) return false
  const before = text.slice(Math.max(0, at - 200), at)
  return /[[(（【]\s*$/.test(before) && (before.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2
}

/**
 * `[Perseus](https://arxiv.org/…): Removing Energy Bloat from Training`: the part of a title behind its linked first
 * part. A description of the work is none: it is a sentence, or follows a title that is complete.
 */
function subtitle(flat: Flat, at: number, head: string, venues: VenueIndex): Range | undefined {
  const behind = flat.text.slice(at + 1, at + 1 + LONGEST_MARK)
  const isBare = !head.includes(' ') && /^\s+\p{Lu}/u.test(behind)
  const colon =
    /^\s*[:：]\s*/.exec(behind) ?? (/[:：]\s*$/.test(flatWords(flat, at)) ? [''] : isBare ? /^\s+/.exec(behind) : null)
  if (colon === null) return undefined
  const from = at + 1 + colon[0].length
  const end = flat.text.slice(from).search(/[|\uFFFC\u2028\n]|\s[-–—]\s|\s[[(]/)
  const range = {
    ...trimRange(flat.text, titleBounds(flat.text, { from, to: end < 0 ? flat.text.length : from + end }, venues)),
  }
  const whole = flat.text.slice(range.from, range.to)
  // The full stop behind a title is no part of it: "… via Rewriting. *ARITH 2024*".
  const isName = head.split(' ').length <= 3 || colon[0] === ''
  const isClosed = isName && /[^.]\.$/.test(whole) && titleCase(whole) >= 0.6
  const text = isClosed ? whole.slice(0, -1) : whole
  const words = text.split(/\s+/).length
  if (range.from - from > 2 || words > 25 || SENTENCE.test(text)) return undefined
  // `[KAN or MLP](…): The nodes of such networks (KANs) perform a sum`: the words in front of a bracket are those of a sentence.
  if (/^\s*\([^()]*\)\s+\p{Ll}{2,}\s/u.test(flat.text.slice(range.to))) return undefined
  if (isClosed) range.to--
  // `[Lakeroad](https://arxiv.org/…) A Title of Many Words`: without a colon only what is plainly a title.
  if (colon[0] !== '' && !/[:：]/.test(colon[0]))
    return words >= 4 && titleCase(text) >= 0.7 && isAlone(text, venues) ? range : undefined
  // `[Motion Planning using Lower Bounds (MPLB): ](…) …`: what follows the colon of a link belongs to it.
  const isTitle = titleCase(text) >= 0.6 || /^an?(?: \p{L}+){1,3}$/iu.test(text)
  return (isName && words >= 3) || (isTitle && words >= 2) ? range : undefined
}

/** Whether words are neither people nor a venue. */
function isAlone(text: string, venues: VenueIndex): boolean {
  return findAuthors(text).length + findByline(text).length === 0 && findVenue(text, venues, 'text') === undefined
}

const LONGEST_MARK = 8

function flatWords(flat: Flat, at: number): string {
  return flat.objects.find((object) => object.at === at)?.span.text ?? ''
}

/** `[A. Author, and B. Author. "A Title of Words." Journal 70 (1983).](…)`: a citation that is a link as a whole. */
function quotedBehindPeople(text: string): Range | undefined {
  for (const match of text.matchAll(QUOTED)) {
    const title = match[1] ?? ''
    const people = text.slice(0, match.index).replace(/(?:,\s*(?:19|20)\d{2})?[\s,.:]+$/, '')
    const isList = findAuthors(people).length > 0 || /^\p{Lu}[\p{L}'’-]+,\s[\p{L}. -]{1,40}$/u.test(people)
    if (title.split(' ').length >= 2 && isList) return { from: match.index + 1, to: match.index + 1 + title.length }
  }
  return undefined
}
