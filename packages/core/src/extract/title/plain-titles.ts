import { findAuthors, findByline } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { labelledLines } from '../fragment/field-labels.ts'
import { type Flat, HARD_BREAK, OBJECT, type Range, trimRange } from '../fragment/flat.ts'
import { areOnlyPeople, endsWithDate } from './people-ahead.ts'
import { withoutLabel, withoutSigner, withoutTags } from './plain-ends.ts'
import { sentences, titleBounds } from './title-bounds.ts'
import { type Candidate, SENTENCE, score, withoutBracketed } from './title-candidate.ts'
import { cleanTitle, isTitleForm, titleCase } from './title-form.ts'

/** Plain words before the first link, sentence by sentence; the first that is neither people nor venue. */
export function plainTitles(flat: Flat, venues: VenueIndex, peopleFirst: boolean): Candidate[] {
  const candidates: Candidate[] = []
  for (const run of plainRuns(flat, venues)) {
    const described = describedTitle(flat.text.slice(run.from, run.to))
    const parts =
      described === undefined ? sentences(flat.text, run, venues) : [{ ...run, to: run.from + described.length }]
    for (const [i, sentence] of parts.entries()) {
      if (isSigner(flat.text, sentence, parts[i + 1], venues)) continue
      if (areOnlyPeople(flat, sentence) || DATED_SURNAMES.test(flat.text.slice(sentence.from, sentence.to))) continue
      const cited = endsWithDate(flat.text, sentence.from)
      const bounds =
        behindNickname(flat, sentence, venues) ?? titleBounds(flat.text, sentence, venues, false, peopleFirst && !cited)
      const range = withoutTags(
        flat,
        cited ? withPeople(flat.text, sentence, bounds) : withoutSigner(flat, withoutLabel(flat.text, bounds)),
      )
      const text = cleanTitle(flat.text.slice(range.from, range.to))
      if (text === '' || !isTitleForm(text, venues, cited) || ENDS_WITH_INITIALS.test(text) || opensQuote(flat, range))
        continue
      const title = {
        text,
        range,
        place: flat.locate(trimRange(flat.text, range, /[\s,;:|–—-]/)),
        form: 'plain' as const,
        around: [],
      }
      // `Lee, A., & Mo, B. (2014). Kelp modules. Journal of Kelp, 24(5)`: what stands right behind people and year is the title.
      const bonus = candidates.length === 0 && cited ? CITED_BONUS : 0
      candidates.push({ ...title, score: score(36 - candidates.length * 8 + bonus, text) })
      if (candidates.length >= 3 || described !== undefined) return candidates
    }
  }
  return candidates
}

/** `**Nickname** Lee A, Chen B, et al. A Title`: a short bold name in front of people, and the title behind these. */
function behindNickname(flat: Flat, sentence: Range, venues: VenueIndex): Range | undefined {
  const { from } = trimRange(flat.text, sentence, /\s/)
  const name = flat.strong.find((mark) => mark.from === from && mark.to < sentence.to)
  if (name === undefined || flat.text.slice(name.from, name.to).split(/\s+/).length > MOST_NAME) return undefined
  const behind = trimRange(flat.text, { from: name.to, to: sentence.to }, /[\s:–—-]/)
  const bounds = titleBounds(flat.text, behind, venues)
  const people = flat.text.slice(behind.from, bounds.from).replace(/[\s,.:]+$/, '')
  return people !== '' && findAuthors(people).length > 0 ? bounds : undefined
}

const MOST_NAME = 3

/** `Kelp: Simple, Powerful, Linear Time`: who wrote it is said, so that what reads like people behind a title is a part of it. */
function withPeople(text: string, sentence: Range, bounds: Range): Range {
  const tail = text.slice(bounds.to, sentence.to).replace(/^[\s,]+|[\s.]+$/g, '')
  return findAuthors(tail).length > 0 ? trimRange(text, { from: bounds.from, to: sentence.to }, /[\s.]/) : bounds
}

const CITED_BONUS = 30

/** `Lee and Chen (2020)` in front of a dash. */
const DATED_SURNAMES = /^\s*\p{Lu}[\p{L}'’-]+ (?:and|&) \p{Lu}[\p{L}'’-]+,? \((?:19|20)\d{2}[a-z]?\)\s*$/u

/** `A. Author: “[Title](…)”`: what stands in front of a link in quotes. */
function opensQuote({ text }: Flat, { to }: Range): boolean {
  return /^[\s:,]*["“„«「『]\uFFFC/u.test(text.slice(Math.max(0, text.slice(0, to).search(/[\s:,"“„«「『]*$/u))))
}

/** `Mei Tan. Counting the Ships of the Night. TOCS 1998`: one person, and then a sentence that says something else than where. */
function isSigner(text: string, { from, to }: Range, next: Range | undefined, venues: VenueIndex): boolean {
  if (next === undefined || next.to - next.from < SHORTEST_NEXT) return false
  const words = text.slice(from, to).trim()
  if (!words.endsWith('.') || words.length > LONGEST_NAME || findByline(words.slice(0, -1)).length !== 1) return false
  const behind = text.slice(next.from, next.to).replace(/[\s.]+$/, '')
  return (
    isTitleForm(behind, venues) &&
    /^["“]?\p{Lu}/u.test(behind) &&
    behind.split(' ').length >= 3 &&
    findVenue(behind, venues, 'text') === undefined &&
    findAuthors(behind).length === 0
  )
}

const SHORTEST_NEXT = 10
const LONGEST_NAME = 40

/** `ATIS: Posch, C.`: the first of some people behind a label. */
const ENDS_WITH_INITIALS = /,\s\p{Lu}(?:\.?[ -]\p{Lu}|\.\p{Lu}){0,2}\.?$/u

/** `Title  This work introduces …`, `Title [2023]: This work …`: what divides a title from what is said of it. */
function describedTitle(words: string): string | undefined {
  const remarked = words.includes(']') ? REMARKED.exec(words)?.[1] : undefined
  if (remarked !== undefined && remarked.split(' ').length >= 4) return remarked
  if (!words.includes('  ')) return undefined
  const [, title, description = ''] = /^(\S+(?: \S+){0,24}) {2}(?=\S)(.*)$/su.exec(words) ?? []
  // "Ann Lee, Bo Mo:  A Title"
  const isTitle = title !== undefined && !title.endsWith(':') && /\p{L}/u.test(withoutBracketed(title))
  return isTitle && description.split(' ').length >= 6 && SENTENCE.test(description) ? title : undefined
}

/** `A Title of Words [2023, ICCV]: what is said of it` */
const REMARKED = /^\s*([^[\]\n\u2028]{12,300}?)\s*\[[^[\]]{0,60}(?:19|20)\d{2}[^[\]]{0,60}\]\s?[:：]/u

/** Stretches of text without objects, hard breaks, bars and bracketed parts at their ends. */
function plainRuns(flat: Flat, venues: VenueIndex): Range[] {
  const runs: Range[] = []
  let from = 0
  const marked = [...flat.strong, ...flat.emphasis]
  // "Name, `2022.11` Title": a date set apart divides as a bar does.
  const labelled = labelledLines(flat.text)
  const dates = flat.code.filter((range) => /^\d{4}[./-]\d{1,2}\b/.test(flat.text.slice(range.from, range.to)))
  const spans = [...marked, ...flat.code]
  const ends = new Set(marked.map(({ to }) => to))
  // Behind the strokes of a reference stands where it appeared.
  const strokes = flat.reference === true ? flat.text.indexOf(' |  ') : -1
  const end = strokes < 0 ? flat.text.length : strokes
  const push = (to: number): void => {
    const inner = trimRange(flat.text, { from, to }, /[\s|,;:–—•·]/)
    // `[[CVPR](…)] Title`, `[Name](…) -> Title`: the bracket that the link before has opened, or an arrow behind it.
    const closing = /^(?:[\])】}]|[-=]+>\s|→)[\s|,;:–—•·]*/.exec(flat.text.slice(inner.from, inner.to))?.[0].length ?? 0
    const range = { from: inner.from + closing, to: inner.to }
    // `[[Paper](…)][[Code](…)](a first try)`: a remark on the links.
    if (REMARK.test(flat.text.slice(range.from, range.to)) && flat.text.slice(0, range.from).includes(OBJECT)) return
    if (range.to - range.from > 2 && !marked.some((mark) => mark.from <= range.from && mark.to >= range.to)) {
      // `**(Name)** _Title_ `EMNLP 2019``: nothing of it is plain.
      const inside = spans.filter((mark) => mark.from < range.to && mark.to > range.from)
      if (inside.length < 2 || holdsMore(flat.text, range, inside)) runs.push(range)
    }
  }
  // `… a relict? *Ecological Research*`: what is emphasised behind the end of a sentence is none of it.
  const apartFrom = new Map(flat.emphasis.map((mark) => [mark.from, mark.to]))
  for (let i = 0; i < end; i++) {
    const markEnd = apartFrom.get(i)
    const isCitation = markEnd !== undefined && OTHERS_AND_YEAR.test(flat.text.slice(i, markEnd))
    if (markEnd !== undefined && (isCitation || /[?!]\s$/.test(flat.text.slice(Math.max(0, i - 2), i)))) {
      push(i)
      from = markEnd
      i = markEnd
    }
    const apart = dates.find((range) => range.from === i) ?? labelled.find((range) => range.from === i)
    if (apart !== undefined) {
      push(apart.from)
      from = apart.to
      i = apart.to
    }
    const character = flat.text.charAt(i)
    const dash =
      ((character === '–' || character === '—') && /\s/.test(flat.text.charAt(i - 1))) ||
      (character === '-' && flat.text.charAt(i - 1) === ' ' && flat.text.charAt(i + 1) === ' ')
    // `*CVPR 2020* · A. Author`: a dot in the middle divides marked words from what follows.
    const dot =
      character === '·' && ends.has(flat.text.slice(Math.max(0, i - 3), i).trimEnd().length + Math.max(0, i - 3))
    // `A Title of Words----FAST'12`
    const glued = flat.text.charAt(i - 1) === ' ' && /^--\p{Lu}/u.test(flat.text.slice(i, i + 4))
    const rule = character === '-' && (glued || (flat.text.startsWith('---', i) && /\S/.test(flat.text.charAt(i - 1))))
    // `[CVPR 2022|Oral] A Title`: what stands in the bracket is one field.
    const bar = character === '\t' || (character === '|' && !isInBracket(flat.text, from, i))
    if (character !== OBJECT && character !== HARD_BREAK && !bar && !dash && !dot && !rule) continue
    const ahead = flat.text.slice(from, i).trim()
    if (dash && flat.reference === true) continue
    if (dash && (isNickname(ahead, venues) || isSubtitled(ahead, flat.text.slice(i + 1), venues))) continue
    push(i)
    if (rule) while (flat.text.charAt(i + 1) === '-') i++
    from = i + 1
  }
  push(end)
  return runs
}

/** `*Rudin et al. Nature 2019*` behind a title that no full stop ends: who wrote it, where and when. */
const OTHERS_AND_YEAR = /^\p{Lu}[\p{L}'’., -]{1,80}\bet\.? al\b[^()]{0,60}\b(?:19|20)\d{2}\.?$/u

/** Whether a place in a run stands in a short square bracket. */
function isInBracket(text: string, from: number, at: number): boolean {
  const ahead = text.slice(Math.max(from, at - HALF_BRACKET), at)
  return OPEN.test(ahead) && CLOSES.test(text.slice(at + 1, at + HALF_BRACKET))
}

/** Characters on each side. */
const HALF_BRACKET = 40
const OPEN = /\[[^[\]\n\uFFFC]*$/u
const CLOSES = /^[^[\]\n\uFFFC]*\]/u

const REMARK = /^(?:[(（][^()（）]*[)）]\s*)+$/

/** `START — Self-Tuning Adaptive Radix Tree`: one word with several capitals in front of a dash belongs to the title. */
function isNickname(word: string, venues: VenueIndex): boolean {
  return (
    /^\p{Lu}[\p{L}\d+-]*\p{Lu}[\p{L}\d+-]*$/u.test(word) &&
    labelRole(word) === undefined &&
    findVenue(word, venues, 'field')?.basis !== 'known'
  )
}

/**
 * `Opening Harbours - An Engineering Perspective [[pdf](…)]`: a subtitle right before the links or the end of its line. It
 * begins as titles do, or it is capitalised as they are, behind several words that are so too. Not `Name (CVPR20) - A
 * Title …`.
 */
function isSubtitled(ahead: string, behind: string, venues: VenueIndex): boolean {
  if (/\d[)\]]$/.test(ahead)) return false
  const [rest, marked = ''] = /^\s+([^\uFFFC\u2028\n|]{8,120}?)[\s,.]*(?:[[(]*\uFFFC|[\n\u2028]|$)/u.exec(behind) ?? []
  const words = marked.replace(/\s[-–—]$/, '')
  if (rest === undefined || /\s[-–—]\s|[.?!;]\s/.test(words) || ahead.split(' ').length > 12) return false
  const subtitle = words.split(/,\s/)[0] ?? ''
  const isLong = ahead.split(' ').length >= 3 && subtitle.split(' ').length >= 3 && titleCase(ahead) >= 0.6
  const isOther = findByline(subtitle).length > 0 || findVenue(subtitle, venues, 'text') !== undefined
  const isTitle = !/^[[(【]|\b(?:19|20)\d{2}\b/.test(ahead) && findByline(ahead).length === 0
  if (isLong && isTitle && !isOther && titleCase(subtitle) >= 0.8) return true
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
