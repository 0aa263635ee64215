import { PROCEEDINGS_JOURNALS } from '../data/proceedings-journals.ts'
import { PUBLISHER_NAMES } from '../data/publishers.ts'
import type { PaperMention } from './mention.ts'

/** DOI prefixes of servers that post preprints: a preprint has one of these, its publication another DOI. */
const PREPRINT_DOI =
  /^10\.(?:1101|64898|21203|26434|31234|31219|31222|31223|20944|36227|22541|48550|2139|5281|32942|14293|55458)\//

/**
 * Whether two mentions have different values of a scheme in which a paper has one. A preprint's DOI says nothing against
 * its publication's, nor do the old and the new numbers that a publisher gave to the same papers.
 */
export function contradicts(a: PaperMention, b: PaperMention): boolean {
  return Object.entries(a.identifiers).some(([scheme, value]) => {
    const other = b.identifiers[scheme]
    return other !== undefined && other !== value && isComparable(scheme, value, other)
  })
}

function isComparable(scheme: string, a: string, b: string): boolean {
  if (scheme === 'doi') return PREPRINT_DOI.test(a) === PREPRINT_DOI.test(b)
  return !MANY.has(scheme) && (!RENUMBERED.has(scheme) || numbering(a) === numbering(b))
}

/** Schemes that number every version or file of a paper. */
const MANY: ReadonlySet<string> = new Set(['dblp', 'hal', 'ndss', 's2', 's2corpus'])

/** Schemes with two numberings of the same papers: `2017/94b5…` and `7223`, `2022/7277` and `2022/136770511`. */
const RENUMBERED: ReadonlySet<string> = new Set(['aaai', 'acm', 'ecva', 'neurips'])

function numbering(value: string): string {
  return `${value.replace(/[^/.]+/g, '')} ${/\d{6,}$|[a-f]/.test(value)}`
}

/** Posted on two servers for preprints: seldom one work, if the titles differ too. */
export function areTwoPreprints(a: PaperMention, b: PaperMention): boolean {
  const servers = (mention: PaperMention): string[] => [
    ...(mention.identifiers.arxiv === undefined ? [] : ['arxiv']),
    ...(PREPRINT_DOI.test(mention.identifiers.doi ?? '') ? ['doi'] : []),
  ]
  const left = servers(a)
  const right = servers(b)
  return left.length > 0 && right.length > 0 && !left.some((server) => right.includes(server))
}

/** One is stated or posted as a preprint, the other as published. */
export function isPreprintOf(a: PaperMention, b: PaperMention): boolean {
  return (isPreprint(a) && isPublished(b)) || (isPreprint(b) && isPublished(a))
}

function isPreprint({ entry, identifiers }: PaperMention): boolean {
  return (
    entry.venue?.value.form === 'preprint' ||
    identifiers.arxiv !== undefined ||
    PREPRINT_DOI.test(identifiers.doi ?? '')
  )
}

export function isPublished({ entry }: PaperMention): boolean {
  const form = entry.venue?.value.form
  return form === 'conference' || form === 'journal' || form === 'workshop'
}

/** Posted, and not stated to be published. */
export function isOnlyPreprint(mention: PaperMention): boolean {
  return isPreprint(mention) && !isPublished(mention)
}

/**
 * Both published, but at different places or in different years: a paper is published once. What was shown at a workshop
 * may be published afterwards.
 */
export function arePublishedApart(a: PaperMention, b: PaperMention): boolean {
  const left = a.entry.venue?.value
  const right = b.entry.venue?.value
  if (left === undefined || right === undefined || !isPublished(a) || !isPublished(b)) return false
  if (PUBLISHER_NAMES.has(left.name) || PUBLISHER_NAMES.has(right.name)) return false
  if (left.name === right.name) return yearsApart(a, b) > 0
  return (left.form === 'workshop') === (right.form === 'workshop')
}

/** Both name a place of publication, and not the same. */
export function haveTwoVenues(a: PaperMention, b: PaperMention): boolean {
  return a.entry.venue?.value.name !== b.entry.venue?.value.name && arePublishedApart(a, b)
}

/** A journal's paper and a conference's, a year or more apart. */
export function isExtension(a: PaperMention, b: PaperMention): boolean {
  const venues = [a, b].map(({ entry }) => entry.venue?.value)
  if (venues.some((venue) => venue !== undefined && PUBLISHER_NAMES.has(venue.name))) return false
  const forms = venues.map((venue) => venue?.form)
  return (
    forms.includes('journal') &&
    (forms.includes('conference') || forms.includes('workshop')) &&
    yearsApart(a, b) >= 1 &&
    !isInProceedings(a, b)
  )
}

/** Shown at a conference, and within a year of it printed in the journal that is its proceedings. */
function isInProceedings(a: PaperMention, b: PaperMention): boolean {
  const [left, right] = [a.entry.venue?.value.name ?? '', b.entry.venue?.value.name ?? '']
  const one = PROCEEDINGS_JOURNALS.get(left)?.has(right) === true || PROCEEDINGS_JOURNALS.get(right)?.has(left) === true
  return one && yearsApart(a, b) <= 1
}

/**
 * The text states both a conference and, at least a year later, a journal. A year that only an address proves says
 * nothing, nor does a journal in the conference's year: proceedings appear as journals.
 */
export function isLaterInJournal(a: PaperMention, b: PaperMention): boolean {
  const [first, second] = a.entry.venue?.value.form === 'journal' ? [b.entry, a.entry] : [a.entry, b.entry]
  if (first.venue?.value.form !== 'conference' || second.venue?.value.form !== 'journal' || isInProceedings(a, b))
    return false
  const [shown, published] = [first.year?.value, second.year?.value]
  return shown !== undefined && published !== undefined && published - shown >= 1
}

/** At most a year apart, and not published at two places. */
export function isNear(a: PaperMention, b: PaperMention): boolean {
  return yearsApart(a, b) <= 1 && !arePublishedApart(a, b)
}

/** The years of both are known. */
export function isDated(a: PaperMention, b: PaperMention): boolean {
  return yearOf(a) !== undefined && yearOf(b) !== undefined
}

/** Years between two mentions, integer ≥ 0; 0 where one is unknown. */
export function yearsApart(a: PaperMention, b: PaperMention): number {
  const x = yearOf(a)
  const y = yearOf(b)
  return x === undefined || y === undefined ? 0 : Math.abs(x - y)
}

/** One was posted in a later year than the other was published: it is no preprint of that. */
export function isPostedAfter(a: PaperMention, b: PaperMention): boolean {
  const later = (preprint: PaperMention, other: PaperMention): boolean => {
    const posted = postedYear(preprint) ?? (isOnlyPreprint(preprint) ? preprint.entry.year?.value : undefined)
    const published = other.entry.year?.value
    return isPublished(other) && posted !== undefined && published !== undefined && posted > published
  }
  return later(a, b) || later(b, a)
}

/** The year in an arXiv number. */
function postedYear({ identifiers }: PaperMention): number | undefined {
  const year = /^(\d{2})\d{2}\.\d{4,5}$/.exec(identifiers.arxiv ?? '')?.[1]
  return year === undefined ? undefined : 2000 + Number(year)
}

/** The year that an address proves, else the stated one, else that in an arXiv number. */
export function yearOf(mention: PaperMention): number | undefined {
  return mention.proofs[0]?.year ?? mention.entry.year?.value ?? postedYear(mention)
}

/** Published at the same venue in the same year, both known. */
export function haveSameDate(a: PaperMention, b: PaperMention): boolean {
  const venue = a.entry.venue?.value.name
  return isPublished(a) && venue === b.entry.venue?.value.name && a.entry.year?.value === b.entry.year?.value
}
