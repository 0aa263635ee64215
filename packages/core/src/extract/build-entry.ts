import type { FoundVenue } from '../recognise/venue.ts'
import type { Entry, EntryLink, Section, Stated } from './entry.ts'
import type { Found, Reading } from './fragment/reading.ts'
import type { FileRange, Quoter } from './quote.ts'

/** What the headings above an entry, and the document's own title, say of its date and venue. */
export interface Inherited {
  readonly sections: readonly Section[]
  readonly year?: Stated<number>
  readonly venue?: Stated<FoundVenue>
}

/** Makes an entry of a reading: every statement gets its words and line. */
export function buildEntry(
  kind: Entry['kind'],
  reading: Reading,
  range: FileRange,
  inherited: Inherited,
  quoter: Quoter,
): Entry | undefined {
  const { title } = reading
  if (title === undefined) return undefined
  const state = <T>(found: Found<T>, rule: string): Stated<T> => ({
    value: found.value,
    evidence: quoter.range(found.place, rule),
  })
  const year = reading.year === undefined ? inherited.year : state(reading.year, 'extract/year')
  const venue = reading.venue === undefined ? inherited.venue : state(reading.venue, 'extract/venue')
  const evidence = quoter.range(title.place, `extract/title-${title.form}`)
  return {
    kind,
    source: evidence.source,
    line: quoter.lines.lineAt(range.start),
    endLine: quoter.lines.lineAt(Math.max(range.start, range.end - 1)),
    title: { value: title.text, evidence },
    ...(year === undefined ? {} : { year }),
    ...(venue === undefined ? {} : { venue }),
    authors: reading.authors.map((author) => state(author, 'extract/author')),
    organizations: reading.organizations.map((organization) => state(organization, 'extract/organization')),
    links: linksOf(reading, quoter),
    ...(reading.importance === undefined ? {} : { importance: state(reading.importance, 'extract/stars') }),
    ...(reading.mandatory === undefined ? {} : { mandatory: state(reading.mandatory, 'extract/trophy') }),
    sections: inherited.sections,
  }
}

/** The links of a reading in the order of the text; one address twice with one role is one link. */
function linksOf(reading: Reading, quoter: Quoter): EntryLink[] {
  const seen = new Set<string>()
  const links: EntryLink[] = []
  // Beside a link that is called code, repositories under other names are data sets and tools that the entry mentions.
  const named = reading.links.some(({ rel }) => rel === 'code')
  const others = reading.others.map((link) =>
    named && link.rel === 'code' ? { ...link, rel: 'other' as const } : link,
  )
  const inOrder = [...reading.links, ...others].sort((a, b) => a.place.start - b.place.start)
  for (const { rel, label, url, place } of inOrder) {
    const key = `${rel} ${url}`
    if (url !== '' && seen.has(key)) continue
    seen.add(key)
    links.push({ rel, label, url, evidence: quoter.range(place, `extract/link-${rel}`) })
  }
  return links
}
