import type { LinkRel } from '@fieldmap/graph'
import { PICTURE_LABELS } from '../../data/link-labels.ts'
import type { ImageSpan, LinkSpan } from '../../parse/document.ts'
import { isHomePage, isPaperAddress, isPictureAddress } from '../../recognise/address-kind.ts'
import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import { labelRole, linkRole } from '../../recognise/link-role.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf, isPublicationName, namesPublication } from '../../recognise/venue-form.ts'
import { repositoryAddress, webAddress } from '../../recognise/web-address.ts'
import { wholeYear } from '../../recognise/year.ts'
import { isDatedCitation } from '../title/people-ahead.ts'
import { badgeWords } from './badge.ts'
import { citationYear } from './cited-people.ts'
import type { Flat, FlatObject } from './flat.ts'
import { oncePerText } from './once.ts'

/** What a link or image of an entry is. */
export type ObjectReading =
  | {
      readonly kind: 'link'
      readonly rel: LinkRel
      readonly label: string
      readonly venue?: FoundVenue
      readonly year?: number
    }
  | {
      readonly kind: 'words'
      readonly text: string
      readonly weight: 'paper' | 'repository' | 'empty' | 'page' | 'anchor'
    }
  | { readonly kind: 'venue'; readonly venue: FoundVenue }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'nothing' }

/** Reads all links and images of a fragment; the same fragment is read once. */
export const readObjects: (flat: Flat, venues: VenueIndex) => readonly ObjectReading[] = oncePerText(
  'objects',
  (flat, venues) => flat.objects.map((object) => readObject(object, flat, venues)),
)

/** Reads a link or image by its words, a badge by the words in its address, else by its address. */
function readObject({ at, span }: FlatObject, flat: Flat, venues: VenueIndex): ObjectReading {
  const badge = badgeWords(span.kind === 'link' ? (span.image ?? '') : span.url)
  const words = withoutEmoji(span.text)
  // `![CVPR](…/badge/CVPR-2024-blue)`: the badge says more.
  const named = foldLabel(badge).startsWith(`${foldLabel(words)} `) ? findVenue(badge, venues, 'text') : undefined
  const isLonger = named !== undefined && named.form !== 'preprint'
  const more = badge !== '' && (labelRole(words) === undefined || isLonger)
  const said = words === '' || more ? badge || words : words
  if (span.kind === 'image') return readImage(badge, words, venues)
  const label = pictureLabel(span, said) || said
  const url = span.url.trim()
  if (/^(?:\.\/)?#/.test(url)) return { kind: 'words', text: words, weight: 'anchor' }
  if (/^(?:javascript|data|vbscript):/i.test(url)) return { kind: 'nothing' }
  // A picture that leads to itself, whatever its alternative text.
  if (span.image !== undefined && isPictureAddress(url)) return { kind: 'nothing' }
  // "website 2025.11", "PDF 2024.08": a label and when.
  const [, undated = label, since] = LABEL_AND_DATE.exec(label) ?? []
  const called = labelRole(label) ?? labelRole(undated)
  const inBrackets =
    called === undefined &&
    wholeYear(label) === undefined &&
    ((isShort(label) && (/^\[.*\]$/.test(words) || isBracketed(flat, at))) || isPlaceAhead(label, flat, at))
  const role = inBrackets ? linkRole('link', url) : called
  if (role !== undefined) {
    // `Dataset: [link](…)`: what stands in front says more than "link".
    const before = called === 'generic' && words !== '' ? labelBefore(flat, at) : ''
    if (before !== '') return { kind: 'link', rel: linkRole(before, url), label: before }
    const venue =
      inBrackets && isPaperAddress(url)
        ? findVenue(label, venues, 'field')
        : (venueOfLabel(label, venues) ?? knownVenue(datedVenue(badge, venues)))
    return {
      kind: 'link',
      rel: venue !== undefined && isOwnPageOf(venue, url) ? 'other' : linkRole(undated, url),
      label: label || span.text,
      ...(venue === undefined ? {} : { venue }),
      ...(since === undefined ? {} : { year: Number(since) }),
    }
  }
  if (isBareAddress(words, url)) {
    const before = labelBefore(flat, at)
    return { kind: 'link', rel: linkRole(before || 'link', url), label: before }
  }
  const year = wholeYear(label)
  if (year !== undefined) return { kind: 'link', rel: linkRole('link', url), label, year }
  // A citation as a whole names more than a venue.
  const isWhole = /["“].{8,}["”]/u.test(label) || isDatedCitation(label) || isSubtitled(label, url)
  const venue = isWhole ? undefined : findVenue(label, venues, 'text')
  const isVenue = venue?.basis === 'known' || (venue?.year !== undefined && !isCited(label, venues))
  if (venue !== undefined && isVenue && !namesProduct(venue, url, flat, at)) {
    return { kind: 'link', rel: linkRole('link', url), label, ...(isSeries(venue, venues) ? {} : { venue }) }
  }
  const cited = citationYear(label, url, flat, at)
  if (cited !== undefined) return { kind: 'link', rel: linkRole('paper', url), label, year: cited }
  // `[Published in December 2017](…)`, `[published in Cell](…)`
  if (PUBLISHED.test(label) && isPaperAddress(url)) {
    const where = findVenue(label, venues, 'field')
    return { kind: 'link', rel: 'paper', label, ...(where?.basis === 'known' ? { venue: where } : {}) }
  }
  if (span.image !== undefined && words === '') return { kind: 'link', rel: linkRole('link', url), label }
  const weight =
    url === '' ? 'empty' : isPaperAddress(url) ? 'paper' : repositoryAddress(url) !== undefined ? 'repository' : 'page'
  return { kind: 'words', text: words, weight }
}

/** `[NeurIPS 2022](https://neurips.cc)`: the meeting's own page, and no work's. */
function isOwnPageOf({ name }: FoundVenue, url: string): boolean {
  const [acronym = ''] = name.toLowerCase().split(' ')
  return acronym.length > 2 && isHomePage(url) && webAddress(url)?.host.includes(acronym) === true
}

/** `- [ASE](https://wiki.…) - Environment for …`: what opens an entry, leads to a page and is told of is no venue of a work. */
function namesProduct({ year, basis }: FoundVenue, url: string, { text }: Flat, at: number): boolean {
  if (!/^https?:/i.test(url) || isPaperAddress(url)) return false
  // `[CLI11](https://github.com/…) - A parser of …`
  if (year !== undefined && (basis === 'known' || repositoryAddress(url) === undefined)) return false
  return text.slice(0, at).trim() === '' && /^\s*(?:[-–—:]\s|\([^()]*\)\s?:\s)\S/.test(text.slice(at + 1))
}

/** `[Kelp and Law: An Overview](https://doi.org/…)`: a title whose first part is a journal's name, too. */
function isSubtitled(label: string, url: string): boolean {
  return !/\d/.test(label) && /^\p{L}[^:]*\s[^:]*\p{L}:\s+\S+\s+\S/u.test(label) && isPaperAddress(url)
}

/** `[A Title of Many Words. NeurIPS 2019 FL Workshop](…)`: words in front of a venue that name none themselves. */
function isCited(label: string, venues: VenueIndex): boolean {
  const bracket = /\s\(([^()]+)\)$/.exec(label)
  const isPlace = bracket?.[1] !== undefined && findVenue(bracket[1], venues, 'text') !== undefined
  const [head = ''] = isPlace ? [label.slice(0, bracket.index)] : label.split(/[.,]\s|\s[-–—|]\s/)
  const isWork = head !== label && head.split(' ').length >= LEAST_TITLE
  return isWork && !MEETING.test(head) && !namesPublication(head) && findVenue(head, venues, 'text') === undefined
}

/** Words. */
const LEAST_TITLE = 5
const MEETING = /\b(?:workshops?|conferences?|symposi(?:um|a)|proceedings|congress)\b/i

const PUBLISHED = /^(?:published|appeared|accepted)\s+(?:in|at|by|on)\b/i

const LABEL_AND_DATE = /^(\p{Ll}{3,}(?: \p{Ll}+)?|PDF|Paper) ((?:19|20)\d{2})(?:[./-]\d{1,2})?$/u

/** `[📄](…)`, `[![db](icons/data.png)](…)`: the label that only a picture is; empty where words say more, or nothing does. */
function pictureLabel({ text, image }: LinkSpan, said: string): string {
  if (said === '') {
    for (const [emoji, label] of Object.entries(PICTURE_LABELS)) if (text.includes(emoji)) return label
  }
  const role = labelRole(said)
  if (image === undefined || (role !== undefined && role !== 'generic') || said.split(' ').length > 2) return ''
  const file = /([\w-]+)\.(?:png|svg|gif|jpe?g|webp|ico)(?:[?#].*)?$/i.exec(image)?.[1] ?? ''
  const named = labelRole(file)
  return named === undefined || named === 'generic' ? '' : file
}

/** "LNCS" says at whom a link leads, not which of its conferences. */
function isSeries({ name, year }: FoundVenue, venues: VenueIndex): boolean {
  return year === undefined && venues.find(name)?.series === true
}

/** `[[CVPR](…)]`, `[[ICLR 2023](…)]`: a label that names the venue; `arXiv` names where the link leads. */
function venueOfLabel(label: string, venues: VenueIndex): FoundVenue | undefined {
  // "Nature Genetics paper", "bioRxiv preprint"
  const named = label.replace(/\s+(?:paper|article|preprint|pdf|version)$/i, '')
  const venue = findVenue(label, venues, 'text') ?? (named === label ? undefined : findVenue(named, venues, 'field'))
  if (venue !== undefined && isSeries(venue, venues)) return undefined
  if (venue === undefined || /\d{2}/.test(label)) return venue
  return (venue.basis === 'known' || venue.name.includes(' ')) && venue.form !== 'preprint' ? venue : undefined
}

/** `![Publication](…/badge/2025-ICME-blue)`: a badge says more than the name of what it says. */
function readImage(badge: string, words: string, venues: VenueIndex): ObjectReading {
  const dated = datedVenue(badge, venues) ?? (NAMES_VENUE.test(words) ? namedVenue(badge) : undefined)
  if (dated !== undefined) return { kind: 'venue', venue: dated }
  for (const said of [badge, words]) {
    const venue = findVenue(said, venues, 'text')
    if (venue !== undefined && (venue.basis === 'known' || venue.year !== undefined)) return { kind: 'venue', venue }
    const year = wholeYear(said)
    if (year !== undefined) return { kind: 'year', year }
  }
  return { kind: 'nothing' }
}

const NAMES_VENUE = /^(?:publication|published(?: in)?|venue|pub|conf|conference|journal)s?$/i

/** `2023 Agronomy` where the picture's own words say that it is of a venue. */
function namedVenue(badge: string): FoundVenue | undefined {
  const [, ahead, name = '', behind] = YEAR_AND_NAME.exec(badge) ?? []
  const year = ahead ?? behind
  if (year === undefined || !isPublicationName(name)) return undefined
  return { name, form: formOf(name), basis: 'form', year: Number(year) }
}

const YEAR_AND_NAME = /^(?:((?:19|20)\d{2})\s)?([^\d]{2,60}?)(?:\s((?:19|20)\d{2}))?$/

/** `[![Paper](…/badge/CVPR-2021-blue)](…)`; "arXiv 2021" and "PyTorch 2020" tell where the link leads. */
function knownVenue(venue: FoundVenue | undefined): FoundVenue | undefined {
  return venue?.basis === 'known' && venue.form !== 'preprint' ? venue : undefined
}

/** What a badge such as `…/badge/2023-Applied_Intelligence-blue` says: a year and a name beside it are a venue's. */
function datedVenue(badge: string, venues: VenueIndex): FoundVenue | undefined {
  // "arXiv 2012.09876": a number, though it begins as years do.
  if (!/(?:19|20)\d{2}(?![.\d])/.test(badge)) return undefined
  const venue = findVenue(badge, venues, 'field')
  return venue?.year === undefined ? undefined : venue
}

/** `Code: https://…`, `Paper: [Open Access Version](…)`, `code [name](…)` on its line: the label in front; empty for none. */
export function labelBefore(flat: Flat, at: number): string {
  // `Datasets: [name](…), [name](…)`: of each that the label begins.
  const before = flat.text.slice(Math.max(0, at - 48), at).replace(/(?<=[:：]\s*)(?:\uFFFC\s*[,;、]\s*){1,8}$/u, '')
  const label =
    (/(?:^|[\s(|•,;-])(\p{L}(?:[\p{L} ]|(?<=\p{L})-(?=\p{L})){1,24}?)\s*[:：]\s*$/u.exec(before) ??
      LABEL_OF_LINE.exec(before))?.[1] ?? ''
  const role = labelRole(label)
  return role === undefined || role === 'generic' ? '' : label
}

const LABEL_OF_LINE = /(?:^|[\n\u2028])\s*(\p{L}{3,20})\s+$/u

/**
 * `[[Words](address)]` and `([Words](address))`: a label of its own, if it is short; `[[Words]](address)` too, and each
 * of `[[Words](address), [words](address)]`.
 */
function isBracketed(flat: Flat, at: number): boolean {
  return (
    /[[({【]\s*(?:\uFFFC[\s,;|/]{1,3}){0,6}$/.test(flat.text.slice(Math.max(0, at - GROUP), at)) &&
    /^(?:[\s,;|/]{1,3}\uFFFC){0,6}\s*[\])}】]/.test(flat.text.slice(at + 1, at + 1 + GROUP))
  )
}

/** `[[IEEE J. Tides](…)] A Title of Words`: a publication by its name, in brackets of its own in front of a title. */
function isPlaceAhead(label: string, { text }: Flat, at: number): boolean {
  if (text.slice(0, at).trim() !== '[' || !/^\s*\]\s*[\p{Lu}\p{N}]\S*(?:\s\S+){2}/u.test(text.slice(at + 1, at + 120)))
    return false
  return namesPublication(label) || (/^(?:IEEE|ACM)\s|\sWorkshop$/.test(label) && isPublicationName(label))
}

/** Characters of a group of links. */
const GROUP = 24

function isShort(label: string): boolean {
  return label.split(/\s+/).length <= 3 && label.length <= 30
}

function isBareAddress(words: string, url: string): boolean {
  const bare = (text: string): string =>
    text
      .replace(/^https?:\/\//i, '')
      .replace(/^www\./i, '')
      .replace(/\/$/, '')
  return words === '' || /^https?:\/\/|^www\.|^doi\.org|^arxiv\.org/i.test(words) || bare(words) === bare(url)
}

/** The words of a link, as evidence quotes them. */
export function innerRange(span: LinkSpan | ImageSpan): { start: number; end: number } {
  return span.kind === 'link' && span.inner.end > span.inner.start ? span.inner : span
}
