import { memoise } from '../../memo.ts'
import { withoutEmoji } from '../../recognise/label.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { findYear, wholeYear } from '../../recognise/year.ts'
import type { Inherited } from '../build-entry.ts'
import type { Section, Stated } from '../entry.ts'

/** What one heading states: `## 2023`, `### CVPR 2022`, `## ICML (International Conference on Machine Learning)`. */
interface HeadingStatement {
  readonly year?: number
  readonly venue?: FoundVenue
}

/**
 * The venue and year that the headings above state for entries that state none themselves; the nearest heading counts.
 *
 * @param documentTitle used last: a list called "CVPR 2023 papers" dates its entries.
 */
export function inherit(
  sections: readonly Section[],
  documentTitle: Section | undefined,
  venues: VenueIndex,
): Inherited {
  let year: Stated<number> | undefined
  let venue: Stated<FoundVenue> | undefined
  for (const section of documentTitle === undefined ? sections : [documentTitle, ...sections]) {
    // "A Survey of Models [IJCAI 2023]" says where the list's own survey appeared.
    const title = section === documentTitle ? section.title.replace(/\s*[[(][^\])]*[\])]\s*$/, '') : section.title
    const stated = headingStatement(title, venues)
    if (section === documentTitle && (stated.venue === undefined || isTopic(stated, venues))) continue
    const isSeries = stated.venue !== undefined && venues.find(stated.venue.name)?.series === true
    if (stated.venue !== undefined && !(isSeries && venue !== undefined))
      venue = { value: stated.venue, evidence: { ...section.evidence, rule: 'extract/venue-heading' } }
    if (stated.year !== undefined)
      year = { value: stated.year, evidence: { ...section.evidence, rule: 'extract/year-heading' } }
  }
  return { sections, ...(year === undefined ? {} : { year }), ...(venue === undefined ? {} : { venue }) }
}

/** "Awesome AutoML": a venue whose name is also what a list can be about, and no year. */
function isTopic({ venue, year }: HeadingStatement, venues: VenueIndex): boolean {
  return venue !== undefined && year === undefined && venues.find(venue.name)?.ordinary === true
}

const statements = new WeakMap<VenueIndex, (title: string) => HeadingStatement>()

/** Lists inherit from the same headings entry by entry: each title is read once. */
function headingStatement(title: string, venues: VenueIndex): HeadingStatement {
  const read = statements.get(venues) ?? memoise((text) => readHeading(text, venues))
  statements.set(venues, read)
  return read(title)
}

function readHeading(title: string, venues: VenueIndex): HeadingStatement {
  const plain = withoutEmoji(title).replace(/^\d{1,2}(?:\.\d+)*[.)]?\s+(?=\p{L})/u, '')
  const year =
    wholeYear(plain) ??
    /^(?:(?:papers?|publications?)\s+(?:in|of|from)\s+|(?:papers?\s+(?:in|of|from)\s+)?year\s+)?((?:19|20)\d{2})(?!.*\b(?:before|earlier|older)\b)(?:\s*[-–:|,]\s*\p{L}.*|\s+\(?\p{L}.*|\s*\(.*\))?$/iu.exec(
      plain,
    )?.[1] ??
    GLUED.exec(plain)?.[1]
  const named = plain
    .replace(/^proceedings of (?:the )?/i, '')
    .replace(/\b(?:accepted |main )?(?:papers?|publications?|proceedings|list|articles?|collection|awesome)\b/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // "NeurIPS, CVPR, ICLR": which of them an entry is of, it leaves open.
  const listed = named.split(/[,，、]\s*/)
  if (listed.length > 2 && listed.filter((name) => findVenue(name, venues, 'field')?.basis === 'known').length > 2)
    return year === undefined ? {} : { year: Number(year) }
  const venue = findVenue(named, venues, 'text')
  if (venue !== undefined && (venue.basis === 'known' || venue.year !== undefined)) {
    return venue.year === undefined ? { venue } : { venue, year: venue.year }
  }
  const inside = venueInside(plain, venues)
  if (inside !== undefined) return inside
  // "2017 HotChips"
  const ordered = /^((?:19|20)\d{2}) (\p{Lu}\p{L}*\p{Lu}\p{L}*)$/u.exec(plain)
  const dated = ordered?.[2] === undefined ? undefined : findVenue(ordered[2], venues, 'field')
  if (dated !== undefined) return { venue: dated, year: Number(ordered?.[1]) }
  if (year !== undefined) return { year: Number(year) }
  // "Transformers (2021)" dates its entries, "before 2015" does not.
  const trailing = /[([]\s*((?:19|20)\d{2})\s*[)\]]\s*$/.exec(plain)?.[1]
  if (trailing !== undefined && findYear(plain) !== undefined) return { year: Number(trailing) }
  return {}
}

/** `sp2025`, `ndss2024`: a short name, known or not, and its year. */
const GLUED = /^\p{L}{2,8}((?:19|20)\d{2})$/u

/** A known venue with its year among other words: `CVPR 2024 论文和开源项目合集`. */
function venueInside(title: string, venues: VenueIndex): HeadingStatement | undefined {
  for (const [words] of title.matchAll(
    /\p{Lu}[\p{L}&]*(?:[ -]\p{Lu}[\p{L}&]*){0,2}[-\s'’]{0,2}(?:19|20)\d{2}(?!\d)/gu,
  )) {
    for (
      let rest = words;
      rest !== '';
      rest = /[ -](?=\p{L})/u.test(rest) ? rest.replace(/^.*?[ -](?=\p{L})/u, '') : ''
    ) {
      const venue = findVenue(rest, venues, 'text')
      if (venue?.basis === 'known' && venue.year !== undefined) return { venue, year: venue.year }
    }
  }
  return undefined
}
