import { findAuthors, findByline } from '../recognise/authors.ts'
import { labelRole } from '../recognise/link-role.ts'
import { findVenue, namesPublication, type VenueIndex } from '../recognise/venue.ts'
import { labelledLines } from './field-labels.ts'
import { type Flat, HARD_BREAK, OBJECT, type Range, trimRange } from './flat.ts'
import type { ObjectReading } from './objects.ts'
import { innerRange } from './objects.ts'
import type { FileRange } from './quote.ts'
import { sentences, titleBounds } from './title-bounds.ts'
import { cleanTitle, followsPeople, isTitleForm, titleCase } from './title-form.ts'

/** A title that a fragment may hold. */
export interface FoundTitle {
  readonly text: string
  /** The range of the fragment that it takes. */
  readonly range: Range
  /** The range of the file that quotes it. */
  readonly place: FileRange
  readonly form: 'link' | 'strong' | 'quoted' | 'emphasis' | 'plain'
  /** For a linked title: words of the link in front of and behind the title, such as its venue. */
  readonly around: readonly string[]
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
export function findTitle(
  flat: Flat,
  objects: readonly ObjectReading[],
  venues: VenueIndex,
  peopleFirst = false,
): FoundTitle | undefined {
  const all = [
    ...linked(flat, objects, venues),
    ...formatted(flat, venues),
    ...quoted(flat, venues),
    ...plain(flat, venues, peopleFirst),
  ]
  // `**Quist & Malik**. *Neurons for Nouns*`: two surnames in front of a marked title are people.
  const marked = all.filter(({ form, text }) => form !== 'plain' && text.split(' ').length >= 3 && !SURNAMES.test(text))
  const candidates = all.filter(
    ({ text, range, form }) =>
      !(SURNAMES.test(text) && marked.some((other) => other.range.from >= range.to)) &&
      !(form === 'plain' && isPersonInFront(flat.text, text, range, all)),
  )
  // A bold or emphasised title at the start is not outdone by a link further on, such as the venue that leads to the paper.
  const best = highest(candidates)
  const opening = candidates.find(
    ({ form, text, range }) =>
      (form === 'strong' || (form === 'emphasis' && titleCase(text) >= 0.6)) &&
      text.split(' ').length >= 4 &&
      !/^[[(【]/.test(text) &&
      isLead(flat.text.slice(0, range.from)) &&
      !(leadsTo(flat.text, range) && best?.form === 'link' && best.text.split(' ').length >= 4),
  )
  if (opening !== undefined) {
    // "***Edit One for All:*** Interactive Image Editing [[paper](…)]": the bold words are the first part of a title.
    const whole = candidates.find(
      ({ form, range }) => form === 'plain' && range.from <= opening.range.from && range.to > opening.range.to,
    )
    return whole !== undefined && leadsTo(flat.text, opening.range) ? whole : opening
  }
  // The name of a publication that leads to the paper stands behind the title: `Title | *Authors* | [Nature](…)`.
  if (best?.form === 'link') {
    const ahead = highest(
      candidates.filter(
        ({ range, text }) => range.to <= best.range.from && text.split(' ').length >= 4 && !leadsTo(flat.text, range),
      ),
    )
    const between = ahead === undefined ? '' : flat.text.slice(ahead.range.to, best.range.from)
    if (ahead !== undefined && (isPublicationLike(best.text) || holdsPeople(between))) return ahead
  }
  return best
}

/** `Bo Dahl. *Counterfactual Cats*`: one full name right in front of a marked title. */
function isPersonInFront(text: string, name: string, { to }: Range, all: readonly Candidate[]): boolean {
  const isNext = ({ form, range }: Candidate): boolean =>
    form !== 'plain' && range.from >= to && /^[\s.,:]*$/.test(text.slice(to, range.from))
  return findByline(name).length === 1 && all.some(isNext)
}

const SURNAMES = /^\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+$/u

function highest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || candidate.score > best.score) best = candidate
  }
  return best
}

/** `**Dynamic Vision Sensor (DVS)**: A. Author, [Title](…)`: bold words that say what the work behind them is about. */
function leadsTo(text: string, { to }: Range): boolean {
  return /^[\s*)\]]*[:：]/.test(text.slice(to))
}

/** Nothing in front of a title but bracketed words and a counter, `2.1`. */
function isLead(text: string): boolean {
  return /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*$/.test(withoutBracketed(text))
}

function withoutBracketed(text: string): string {
  return text.replace(/[[(【][^\])】]*[\])】]/g, '')
}

function holdsPeople(text: string): boolean {
  return text.split('|').some((part) => findAuthors(part.trim()).length > 0)
}

/** One or two words, or words that say that they name a journal or conference. */
function isPublicationLike(text: string): boolean {
  return text.split(' ').length <= 2 || namesPublication(text)
}

function score(base: number, text: string): number {
  // Two characters of scripts without blanks count as a word.
  const words = text.split(' ').length + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2)
  const length = words >= 4 ? 18 : words === 3 ? 8 : words === 2 ? 0 : -22
  return base + length + (titleCase(text) >= 0.6 ? 6 : 0) - (words > 40 ? 40 : 0)
}

const UNSPACED = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/gu

function linked(flat: Flat, objects: readonly ObjectReading[], venues: VenueIndex): Candidate[] {
  return objects.flatMap((reading, i): Candidate[] => {
    const object = flat.objects[i]
    if (reading.kind !== 'words' || object === undefined || reading.weight === 'anchor') return []
    if (isLabelInBrackets(flat.text, object.at, reading.text)) return []
    if (!/\p{L}/u.test(reading.text) || (!isTitleForm(reading.text, venues) && reading.weight !== 'paper')) return []
    const bonus = { paper: 25, empty: 12, page: 0, repository: -14 }[reading.weight]
    const words = { from: 0, to: reading.text.length }
    const bounds = quotedBehindPeople(reading.text) ?? titleBounds(reading.text, words, venues, true)
    const text = cleanTitle(reading.text.slice(bounds.from, bounds.to))
    if (text === '') return []
    const around = [reading.text.slice(0, bounds.from), reading.text.slice(bounds.to)].filter((part) =>
      /[\p{L}\p{N}]/u.test(part),
    )
    const rest = reading.weight === 'paper' ? subtitle(flat, object.at, text, venues) : undefined
    const range = { from: object.at, to: rest?.to ?? object.at + 1 }
    const full = rest === undefined ? text : `${text}: ${cleanTitle(flat.text.slice(rest.from, rest.to))}`
    return [
      {
        text: full,
        range,
        place: rest === undefined ? innerRange(object.span) : flat.locate(range),
        form: 'link',
        object: i,
        around,
        score: score(60 + bonus - i, full),
      },
    ]
  })
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
  const colon = /^\s*[:：]\s*/.exec(flat.text.slice(at + 1)) ?? (/[:：]\s*$/.test(flatWords(flat, at)) ? [''] : null)
  if (colon === null) return undefined
  const from = at + 1 + colon[0].length
  const end = flat.text.slice(from).search(/[|\uFFFC\u2028\n]|\s[-–—]\s|\s[[(]/)
  const range = trimRange(
    flat.text,
    titleBounds(flat.text, { from, to: end < 0 ? flat.text.length : from + end }, venues),
  )
  const text = flat.text.slice(range.from, range.to)
  const words = text.split(/\s+/).length
  if (range.from - from > 2 || words > 25 || SENTENCE.test(text)) return undefined
  const isName = head.split(' ').length <= 3
  const isTitle = titleCase(text) >= 0.6 || /^an?(?: \p{L}+){1,3}$/u.test(text)
  return (isName && words >= 3) || (isTitle && words >= 2) ? range : undefined
}

function flatWords(flat: Flat, at: number): string {
  return flat.objects.find((object) => object.at === at)?.span.text ?? ''
}

/** Words of descriptions that titles do not have. */
const SENTENCE =
  /[.!]\s+\p{Lu}|\b(?:is|are|was|were|has|have|can|we|this|that|which|it|its|they|you|your|proposes?|introduces?|presents?|provides?|contains?|shows?|uses)\b|\.$/u

function formatted(flat: Flat, venues: VenueIndex): Candidate[] {
  const candidate = (marked: Range, form: 'strong' | 'emphasis'): Candidate[] => {
    const range = titleBounds(flat.text, marked, venues, true)
    const raw = flat.text.slice(range.from, range.to)
    const text = cleanTitle(raw)
    // Bold at the start it is a title even where it could be people: "**Fusing Late and Early**".
    const opens =
      form === 'strong' &&
      text.split(' ').length >= 3 &&
      withoutBracketed(flat.text.slice(0, marked.from)).trim() === ''
    // Behind people nobody else is named: "**Adeyemi et al.** *Adding Vectors, Subtracting Vices*".
    const follows = text.split(' ').length >= 3 && isBehindPeople(flat.text.slice(0, marked.from))
    if (!isTitleForm(text, venues, opens || follows)) return []
    // "**[Nickname]**" and "**Nickname**:" stand in front of a title.
    const inBrackets =
      /[[(【]\s*$/.test(flat.text.slice(0, marked.from)) ||
      /^\s*[[(【]+[^\])】]*(?:[\])】]+\W*)?$/u.test(flat.text.slice(marked.from, marked.to))
    const isLabel = /^[\s*]*[:：]/.test(flat.text.slice(range.to)) && text.split(' ').length <= 3
    const isPublication = form === 'emphasis' && (namesPublication(text) || /^proceedings of\b/i.test(text))
    const base = (form === 'strong' ? 58 : 34) - (isLabel ? 25 : 0) - (inBrackets ? 34 : 0) - (isPublication ? 20 : 0)
    return [{ text, range, place: flat.locate(range), form, around: [], score: score(base, text) }]
  }
  return [
    ...flat.strong.flatMap((range) => candidate(range, 'strong')),
    ...flat.emphasis.flatMap((range) => candidate(range, 'emphasis')),
  ]
}

const QUOTED = /(?<![\p{L}\p{N}])["“„«「『《]([^"“”«»「」『』《》\uFFFC\u2028]{6,400}?)[.,;]?["”“»」』》]/gu

function quoted(flat: Flat, venues: VenueIndex): Candidate[] {
  return [...flat.text.matchAll(QUOTED)].flatMap((match): Candidate[] => {
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

/** `Tim Ek. **`, `Adeyemi et al. *`: what stands in front of a marked title. */
function isBehindPeople(before: string): boolean {
  const people = before.replace(/[\s,:.]+$/, '')
  return people !== '' && (findAuthors(people).length > 0 || findByline(people).length > 0)
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

/** Inside a longer run of words quotes are part of a title ("in the wild"), unless people stand in front. */
function isPartOfTitle({ text, strong }: Flat, range: Range): boolean {
  const before = text.slice(0, range.from)
  // `**Nickname** "Title"`
  if (strong.some(({ to }) => to === before.trimEnd().length)) return false
  if (!/[\p{L}\p{N}-][^\S\n\u2028]?$/u.test(before)) return false
  return findAuthors(before.split(/\n|\]/).at(-1)?.trim() ?? '').length === 0
}

/** Plain words before the first link, sentence by sentence; the first that is neither people nor venue. */
function plain(flat: Flat, venues: VenueIndex, peopleFirst: boolean): Candidate[] {
  const candidates: Candidate[] = []
  for (const run of plainRuns(flat, venues)) {
    const described = describedTitle(flat.text.slice(run.from, run.to))
    const parts =
      described === undefined ? sentences(flat.text, run, venues) : [{ ...run, to: run.from + described.length }]
    for (const sentence of parts) {
      if (arePeople(flat, sentence)) continue
      const bounds = titleBounds(flat.text, sentence, venues, false, peopleFirst)
      const range = withoutLabel(flat.text, bounds)
      const text = cleanTitle(flat.text.slice(range.from, range.to))
      if (text === '' || !isTitleForm(text, venues) || ENDS_WITH_INITIALS.test(text) || opensQuote(flat, range))
        continue
      const title = {
        text,
        range,
        place: flat.locate(trimRange(flat.text, range, /[\s,;:|–—-]/)),
        form: 'plain' as const,
        around: [],
      }
      candidates.push({ ...title, score: score(36 - candidates.length * 8, text) })
      if (candidates.length >= 3 || described !== undefined) return candidates
    }
  }
  return candidates
}

/** `A. Author: “[Title](…)”`: what stands in front of a link in quotes. */
function opensQuote({ text }: Flat, { to }: Range): boolean {
  return /^[\s:,]*["“„«「『]\uFFFC/u.test(text.slice(Math.max(0, text.slice(0, to).search(/[\s:,"“„«「『]*$/u))))
}

/** `Ann B. Lee, Bo Chen, Cy D. Mo. *CVPR 2020*`: of people no part is a title either. */
function arePeople({ text, emphasis, strong }: Flat, { from, to }: Range): boolean {
  const marks = [...emphasis, ...strong].flatMap((mark) => (mark.from > from && mark.from < to ? [mark.from] : []))
  return findAuthors(text.slice(from, Math.min(to, ...marks)).replace(/[\s.,;]+$/, '')).length > 1
}

/** `A Title of Words, Code: https://…`: the label of the address that follows is no part of the title. */
function withoutLabel(text: string, range: Range): Range {
  const label = /[\s,.;]+(\p{L}+)$/u.exec(text.slice(range.from, range.to))
  if (label?.[1] === undefined || !/^\s*:/.test(text.slice(range.to)) || labelRole(label[1]) === undefined) return range
  return { from: range.from, to: range.from + label.index }
}

/** `ATIS: Posch, C.`: the first of some people behind a label. */
const ENDS_WITH_INITIALS = /,\s(?:\p{Lu}\.?[ -]?){1,3}$/u

/** `Title  This work introduces …`: two blanks are all that divides a title from what is said of it. */
function describedTitle(words: string): string | undefined {
  const [, title, description = ''] = /^(\S+(?: \S+){0,24}) {2}(?=\S)(.*)$/su.exec(words) ?? []
  return description.split(' ').length >= 6 && SENTENCE.test(description) ? title : undefined
}

/** `START — Self-Tuning Adaptive Radix Tree`: one word with several capitals in front of a dash belongs to the title. */
function isNickname(word: string, venues: VenueIndex): boolean {
  return (
    /^\p{Lu}[\p{L}\d+-]*\p{Lu}[\p{L}\d+-]*$/u.test(word) &&
    labelRole(word) === undefined &&
    findVenue(word, venues, 'field')?.basis !== 'known'
  )
}

/** `Opening Harbours - An Engineering Perspective [[pdf](…)]`: a subtitle that begins as titles do, right before the links. */
function isSubtitled(ahead: string, behind: string): boolean {
  const [rest, words = ''] = /^\s+([^\uFFFC\u2028\n|]{8,120}?)[\s,.]*[[(]*\uFFFC/u.exec(behind) ?? []
  if (rest === undefined || /\s[-–—]\s|[.?!;]\s/.test(words) || ahead.split(' ').length > 12) return false
  return (
    /^(?:An?|The|On|Towards?|From|How|Why|What)\s/.test(words) &&
    titleCase(words) >= 0.8 &&
    /^[^\p{L}\p{N}]*\p{Lu}/u.test(ahead)
  )
}

/** Whether a range holds words that are in none of some spans. Linear in the range and the spans. */
function holdsMore(text: string, range: Range, spans: readonly Range[]): boolean {
  const covered = new Uint8Array(range.to - range.from)
  for (const { from, to } of spans) covered.fill(1, Math.max(0, from - range.from), Math.max(0, to - range.from))
  for (const { index } of text.slice(range.from, range.to).matchAll(/[\p{L}\p{N}]/gu)) {
    if (covered[index] !== 1) return true
  }
  return false
}

/** Stretches of text without objects, hard breaks, bars and bracketed parts at their ends. */
function plainRuns(flat: Flat, venues: VenueIndex): Range[] {
  const runs: Range[] = []
  let from = 0
  const marked = [...flat.strong, ...flat.emphasis]
  // "Name, `2022.11` Title": a date set apart divides as a bar does.
  const labelled = labelledLines(flat.text)
  const dates = flat.code.filter((range) => /^\d{4}[./-]\d{1,2}\b/.test(flat.text.slice(range.from, range.to)))
  const spans = [...marked, ...flat.code]
  const push = (to: number): void => {
    const inner = trimRange(flat.text, { from, to }, /[\s|,;:–—•·]/)
    // `[[CVPR](…)] Title`: the bracket that the link before has opened.
    const closing = /^[\])】}][\s|,;:–—•·]*/.exec(flat.text.slice(inner.from, inner.to))?.[0].length ?? 0
    const range = { from: inner.from + closing, to: inner.to }
    if (range.to - range.from > 2 && !marked.some((mark) => mark.from <= range.from && mark.to >= range.to)) {
      // `**(Name)** _Title_ `EMNLP 2019``: nothing of it is plain.
      const inside = spans.filter((mark) => mark.from < range.to && mark.to > range.from)
      if (inside.length < 2 || holdsMore(flat.text, range, inside)) runs.push(range)
    }
  }
  for (let i = 0; i < flat.text.length; i++) {
    const apart = dates.find((range) => range.from === i) ?? labelled.find((range) => range.from === i)
    if (apart !== undefined) {
      push(apart.from)
      from = apart.to
      i = apart.to
    }
    const character = flat.text.charAt(i)
    const dash =
      (/[–—]/.test(character) && /\s/.test(flat.text.charAt(i - 1))) ||
      (character === '-' && flat.text.charAt(i - 1) === ' ' && flat.text.charAt(i + 1) === ' ')
    if (character !== OBJECT && character !== HARD_BREAK && character !== '|' && !dash) continue
    const ahead = flat.text.slice(from, i).trim()
    if (dash && (isNickname(ahead, venues) || isSubtitled(ahead, flat.text.slice(i + 1)))) continue
    push(i)
    from = i + 1
  }
  push(flat.text.length)
  return runs
}
