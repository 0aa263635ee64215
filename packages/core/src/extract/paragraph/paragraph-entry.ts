import type { Block } from '../../parse/document.ts'
import { isOwnPage, isProceedingsAddress } from '../../recognise/address-kind.ts'
import { findAuthors, findByline } from '../../recognise/authors.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { areSurnamesFirst } from '../../recognise/split-names.ts'
import type { VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import { type Flat, flatten, flattenInPiece, OBJECT } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'
import { paperShare } from '../peers.ts'
import type { FoundTitle } from '../title/title-candidate.ts'
import { titleCase } from '../title/title-form.ts'
import { areBoldHeads, areBoldSubjects } from './bold-lines.ts'
import { holdsGluedHeadings, holdsSignedHeadings } from './signed-headings.ts'

/** An entry begins with its title: nothing but brackets, dates, marks, short labels and people stand before it. */
export function opensWithTitle(text: string, from: number): boolean {
  // "Second model manuscript (a): [Title](…)"
  const label = /(?:^|\s)(\p{L}+)(?:\s\([a-z\d]\))?\s*[:：]\s*$/u.exec(text.slice(0, from))
  if (label?.[1] !== undefined && label.index < LONGEST_LABEL && labelRole(label[1]) === 'paper') return true
  const before = text
    .slice(0, from)
    .replace(/[[(【][^\])】]*[\])】]/g, ' ')
    .replace(/[\uFFFC"“«]/g, ' ')
    .trim()
  const words = before.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (words.filter((word) => wholeYear(word) === undefined && !/^\p{Lu}{2,}/u.test(word)).length <= 2) return true
  const people = before.replace(YEAR_BEHIND, '').replace(/[\s,.:;|]+$/, '')
  // `Ann B. Lee, **[A Title of Words](…)**`
  const isSigner =
    /[\p{L}.],\s*$/u.test(text.slice(0, from).replace(/[\s\uFFFC"“«*]+$/u, '')) && findByline(people).length === 1
  return isSigner || findAuthors(people).length > 0 || areSurnamesFirst(people)
}

/** `Roe, J. and Poe, E., 2009. Title`: when stands behind who. */
const YEAR_BEHIND = /[\s,.]+(?:19|20)\d{2}[a-z]?[\s,.:]*$/u

const LONGEST_LABEL = 60

/**
 * `**MOTIP**: Tracking as Identity Prediction [[paper](…)] [[code](…)]` as a paragraph: a plain title, right behind it
 * the links, and one of them leads to where papers are published.
 */
export function isPlainEntry(flat: Flat, reading: Reading): boolean {
  const { title, links } = reading
  const [first] = flat.objects
  if (title?.form !== 'plain' || first === undefined) return false
  if (first.at < title.range.from) return isBehindIdentifier(flat, title, links)
  const between = flat.text.slice(title.range.to, first.at)
  if (title.text.split(' ').length < 3) return false
  if (!links.some(({ rel, isTitle, url }) => rel === 'paper' && !isTitle && isProceedingsAddress(url))) return false
  if (isDatedVenue(between, reading) || isSignedLine(between, reading)) return true
  // "[code]" without an address, "(Oral)" and a line of keywords may stand between.
  const more = between
    .replace(/[[(（]+\s*[\p{L} ]{1,20}\s*[\])）]+/gu, '')
    .replace(/(?<=[\n\u2028]\s*)\p{L}+\s*[:：][^\n\u2028]*/gu, '')
  return /^[\s\p{P}]*$/u.test(more) && (titleCase(title.text) >= 0.6 || isAloneOnLine(flat.text, title))
}

/** Behind the end of the title's line one that begins with people and says when. */
function isSignedLine(between: string, { title, authors: [first], year }: Reading): boolean {
  const line = /^[\s.]*[\n\u2028]\s*([^\n\u2028]+)[\n\u2028]\s*[[(]*$/u.exec(between)?.[1]
  return (
    line !== undefined &&
    title !== undefined &&
    year !== undefined &&
    first !== undefined &&
    first.place.start >= title.place.end &&
    line.startsWith(first.value)
  )
}

/** ` - TAC 2017 - `: a venue and its year between dashes or bars, and nothing else. */
function isDatedVenue(between: string, { venue, year }: Reading): boolean {
  return (
    venue !== undefined && year !== undefined && /^\s*[-–—|•·,]\s*[^-–—|•·,.?!;]{3,60}[-–—|•·,]\s*[[(]*$/u.test(between)
  )
}

/** `**[2403.64001](https://arxiv.org/…)** Agents That Argue in Court`: nothing but the paper's number or address in front. */
function isBehindIdentifier(flat: Flat, { range, text }: FoundTitle, links: Reading['links']): boolean {
  return (
    /^[\s\p{P}]*$/u.test(flat.text.slice(0, range.from).replaceAll(OBJECT, '')) &&
    /^[\s.]*(?:$|[\n\u2028\uFFFC[(|])/.test(flat.text.slice(range.to)) &&
    (titleCase(text) >= 0.6 || isAloneOnLine(flat.text, { text, range })) &&
    links.some(
      ({ rel, label, url }) => rel === 'paper' && (label === '' || /\d{4}/.test(label)) && isProceedingsAddress(url),
    )
  )
}

/** `Roe, J. (2019). Why harbours open. Nature, 577, 1–20.`: people, a title, where it appeared and when. */
export function isCitation({ title, authors, venue, year }: Reading): boolean {
  const [first] = authors
  if (title === undefined || first === undefined || first.place.end > title.place.start) return false
  // "Lee, A., Mo, B. Data Science and Engineering, 2021" below a title: who and where.
  const isPlace = venue !== undefined && venue.place.start < title.place.end && venue.place.end > title.place.start
  return venue !== undefined && !isPlace && year !== undefined && title.text.split(' ').length >= 3
}

/**
 * `Why Harbours Open. Roe, J. and Poe, E. Tides 2019. [Notes](notes/roe.md)`: a plain title, behind it people, then where
 * and when it appeared, and no link but to pages beside the list.
 */
export function isReference(reading: Reading): boolean {
  const {
    authors: [first],
    venue,
    links,
    others,
  } = reading
  if (first === undefined || venue === undefined || !isDatedReference(reading)) return false
  return venue.place.start >= first.place.end && [...links, ...others].every(({ url }) => isOwnPage(url))
}

/** `Why Harbours Open. Roe, J. et al. 2019.`: a plain title, behind it people, and when. */
export function isDatedReference({ title, authors: [first], year }: Reading): boolean {
  if (title?.form !== 'plain' || first === undefined || year === undefined) return false
  return title.text.split(' ').length >= 3 && first.place.start >= title.place.end
}

/** A long title that begins in a capital and ends its line. */
function isAloneOnLine(text: string, { text: title, range }: Pick<FoundTitle, 'text' | 'range'>): boolean {
  return title.split(' ').length >= 6 && /^\p{Lu}/u.test(title) && /^\s*[\n\u2028]/.test(text.slice(range.to))
}

/**
 * `A Title of Words,⏎PDF: <https://…>`, `A Title of Words⏎OSDI 2018⏎https://…`: a line of plain words, below it perhaps one
 * with a year, and then a link alone or behind a label.
 */
export function isLabelledTitle({ text, objects }: Flat): boolean {
  const [first] = objects
  if (first === undefined || objects.length > MOST_LABELLED) return false
  const lines = text.slice(0, first.at).split(/[\n\u2028]/)
  const [title = '', ...below] = lines
  const label = below.pop()
  return (
    label !== undefined &&
    title.trim().split(/\s+/).length >= 3 &&
    (below.length === 0 || (below.length === 1 && /\b(?:19|20)\d{2}\b/.test(below.join()))) &&
    /^\s*(?:\p{L}[\p{L} ]{1,20}\s*[:：]\s*<?)?$/u.test(label)
  )
}

const MOST_LABELLED = 4

/** `A Title of Words. Lee, Mo, Chen. https://arxiv.org/…`: plain words on one line, and at their end bare addresses alone. */
export function isAddressedTitle({ text, objects }: Flat): boolean {
  const [first] = objects
  if (first?.span.kind !== 'link' || objects.length > MOST_LABELLED || !/^https?:/i.test(first.span.text)) return false
  const words = text.slice(0, first.at).trim()
  const count = words.split(/\s+/).length
  return (
    count >= 3 &&
    count <= MOST_ADDRESSED &&
    /^["“]?[\p{Lu}\p{N}]/u.test(words) &&
    !/[\n\u2028]|[:：]$/.test(words) &&
    /^[\s.,;\uFFFC]*$/.test(text.slice(first.at))
  )
}

/** Words of a title and its people. */
const MOST_ADDRESSED = 80

/** A paragraph that is nothing but a link. */
export function isLoneLink({ text, objects }: Flat): boolean {
  return objects.length === 1 && objects[0]?.span.kind === 'link' && text.trim() === OBJECT
}

/** The shares of papers, 0..1, among headings and paragraphs of some kinds, of which many a document has one for each paper. */
export interface ParagraphPeers {
  /** Headings that are nothing but a link. */
  readonly headings: number
  /** {@link isLoneLink} */
  readonly lone: number
  /** {@link isLabelledTitle} */
  readonly labelled: number
  /** {@link isAddressedTitle} */
  readonly addressed: number
  /** Whether nearly all bold lines have few words: they are subjects then, and not titles. */
  readonly boldSubjects: boolean
  /** Whether bold lines head lists of works, as more than one does. */
  readonly boldHeads: boolean
  /** Whether several paragraphs are references by {@link isReference}: a single one may be prose. */
  readonly references: boolean
  /** {@link holdsSignedHeadings} */
  readonly signed: boolean
  /** {@link holdsGluedHeadings} */
  readonly glued: boolean
}

/** The shares of papers among a document's paragraphs; 0 for fewer than {@link FEWEST_LONE} of a kind. Linear. */
export function paragraphPeers(blocks: readonly Block[], venues: VenueIndex): ParagraphPeers {
  const shareOf = (isOne: (flat: Flat) => boolean, kind: Block['kind'] = 'paragraph'): number => {
    const some = blocks.flatMap((block) =>
      (block.kind === 'paragraph' || block.kind === 'heading') &&
      block.kind === kind &&
      isOne(flattenInPiece(block.content))
        ? [[block.content]]
        : [],
    )
    return some.length < FEWEST_LONE ? 0 : paperShare(some)
  }
  return {
    headings: shareOf(isLoneLink, 'heading'),
    lone: shareOf(isLoneLink),
    labelled: shareOf(isLabelledTitle),
    addressed: shareOf(isAddressedTitle),
    boldSubjects: areBoldSubjects(blocks),
    boldHeads: areBoldHeads(blocks),
    references: holdReferences(blocks, venues),
    signed: holdsSignedHeadings(blocks),
    glued: holdsGluedHeadings(blocks),
  }
}

function holdReferences(blocks: readonly Block[], venues: VenueIndex): boolean {
  let found = 0
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    const flat = flatten(block.content)
    // What a reference has at least, before it is read: a year, and the end of a sentence or line in front of it.
    if (!/(?:[.?!]\s|\u2028).*(?:19|20)\d{2}/s.test(flat.text) || !isReference(readFragment(flat, venues))) continue
    found++
    if (found >= FEWEST_LONE) return true
  }
  return false
}

const FEWEST_LONE = 3

/** `[Kelp Detection](https://arxiv.org/…) is a task like …`: a few linked words that a sentence of prose is about. */
export function isSubject({ text }: Flat, { title }: Reading): boolean {
  return (
    title?.form === 'link' &&
    title.text.split(' ').length < LEAST_TITLE &&
    /^\s+(?:is|are|was|were|has|have)\s/.test(text.slice(title.range.to, title.range.to + 8))
  )
}

/** Words. */
const LEAST_TITLE = 5
