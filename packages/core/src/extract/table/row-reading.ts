import type { LinkRel } from '@fieldmap/graph'
import { isPaperAddress } from '../../recognise/address-kind.ts'
import { findAuthorField } from '../../recognise/authors.ts'
import { findImportance } from '../../recognise/importance.ts'
import { labelRole, linkRole } from '../../recognise/link-role.ts'
import { type FoundVenue, findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { formOf } from '../../recognise/venue-form.ts'
import { findYear, fromTwoDigits, isDate, wholeYear } from '../../recognise/year.ts'
import { PRODUCTS } from '../fragment/field-words.ts'
import { flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { readFragment, readTitleCell } from '../fragment/read-fragment.ts'
import { emptyReading, type FoundLink, type Reading, setYear } from '../fragment/reading.ts'
import type { PlacedCell } from './align-row.ts'
import { cellText, isNothing } from './read-table.ts'

/**
 * Reads the cells of one row, each by the role of its column.
 *
 * @param headers of the columns: below "Demo" a link called "link" is one.
 */
export function readRow(cells: readonly PlacedCell[], venues: VenueIndex, headers: readonly string[] = []): Reading {
  const reading = emptyReading()
  const linked = cells.some(({ cell }) => cell.content.some(({ kind }) => kind === 'link'))
  // What a column is for goes before what other cells happen to mention.
  const stating = cells.filter(({ role }) => role === 'venue' || role === 'year')
  const mentioning = cells.filter((placed) => !stating.includes(placed))
  let inPaperColumn = false
  for (const placed of [...stating, ...mentioning]) {
    const header = headers[placed.column ?? -1] ?? ''
    const said = readCell(placed, venues, header, linked)
    if (placed.role !== 'title' && labelRole(header) === 'paper')
      inPaperColumn ||= said.links.some(({ rel, url }) => rel === 'paper' && isPaperAddress(url))
    // What reaches down from above is said of several works: of each that date and venue, of none an address.
    mergeReading(reading, ofCell(said, placed, reading.venue !== undefined))
    // The date of a row may be that of a talk; the year in a venue's column is the work's.
    if (placed.role === 'venue' && said.year !== undefined) setYear(reading, said.year.value, said.year.place)
  }
  // `| [Title](https://lab.example) | [arXiv](…) |`: where a column says which the paper is, the title's own page is another.
  if (inPaperColumn) reading.links = reading.links.map(withoutPage)
  return reading
}

/** What a cell says of its row. Where a column names the venue, a method called like another one names none. */
function ofCell(said: Reading, { cell, role }: PlacedCell, placed: boolean): Reading {
  if (cell.above === true) return { ...said, links: [], others: [] }
  if (!placed || role !== 'other' || said.venue === undefined || said.venue.value.year !== undefined) return said
  const { venue, ...rest } = said
  return rest
}

function withoutPage(link: FoundLink): FoundLink {
  return link.isTitle && link.rel === 'paper' && !isPaperAddress(link.url) ? { ...link, rel: 'project' } : link
}

function readCell({ cell, role }: PlacedCell, venues: VenueIndex, header: string, linked: boolean): Reading {
  const text = cellText(cell)
  const reading = emptyReading()
  if (isNothing(text) && cell.content.every((span) => span.kind !== 'link')) return reading
  const place = { start: cell.start, end: cell.end }
  switch (role) {
    case 'ignore':
      return reading
    case 'title': {
      const said = readFragment(flatten(cell.content), venues)
      const called = header === '' ? undefined : calledLikeVenue(said, text)
      if (called !== undefined) return called
      const named = linked && said.title === undefined && text.split(' ').length >= LEAST_TITLE
      return named ? readTitleCell(flatten(cell.content), venues) : said
    }
    case 'venue': {
      const linked = readFragment(flatten(cell.content), venues, false)
      // "Blog", "YouTube": what kind of a page the row is of.
      if (PRODUCTS.test(text) && findVenue(text, venues, 'field')?.basis !== 'known')
        return { ...linked, product: true }
      const { name, extra } = withoutAddition(text)
      const venue = findVenue(text, venues, 'field') ?? unknownVenue(name)
      if (venue !== undefined && wholeYear(text) === undefined)
        reading.venue = { value: venue, place: extra ? firstLine(cell, place) : place }
      const year = wholeYear(text) ?? venue?.year
      if (year !== undefined) reading.year = { value: year, place }
      reading.links.push(...linked.links, ...linked.others)
      return reading
    }
    case 'year': {
      const venue = findVenue(text, venues, 'text')
      const year = wholeYear(text) ?? findYear(text)?.year ?? venue?.year
      if (year !== undefined) setYear(reading, year, place, venue === undefined && isDate(text))
      if (venue !== undefined) reading.venue = { value: venue, place }
      return reading
    }
    case 'authors': {
      const flat = flatten(cell.content)
      reading.authors = findAuthorField(flat.text.replace(/[\u2028\n]/g, ',')).map(({ name, start, end }) => ({
        value: name,
        place: flat.locate({ from: start, to: end }),
      }))
      return withCitation(reading, cell, text)
    }
    case 'importance': {
      const found = findImportance(text)
      if (found?.importance !== undefined) reading.importance = { value: found.importance, place }
      if (found?.mandatory === true) reading.mandatory = { value: true, place }
      return reading
    }
    case 'organization':
      reading.organizations.push({ value: text, place })
      return reading
    case 'code':
    case 'paper':
    case 'links': {
      const inner = readFragment(flatten(cell.content), venues, false)
      inner.links = [...inner.links, ...inner.others].map((link) => inColumn(link, role, header))
      inner.others = []
      return { ...inner, authors: [], organizations: [], perhapsOrganizations: [] }
    }
    case 'other':
      return { ...readFragment(flatten(cell.content), venues, false), perhapsOrganizations: [] }
    default:
      return role satisfies never
  }
}

/** `| Method |` above `| [I3D](https://arxiv.org/…) |`: a work's name that is a venue's, too, where the column says what it is. */
function calledLikeVenue(said: Reading, text: string): Reading | undefined {
  const [link, another] = said.links
  if (said.title !== undefined || link === undefined || another !== undefined || said.others.length > 0)
    return undefined
  const isWhole = link.label === text && !/\d{2}/.test(text) && labelRole(text) === undefined
  if (!isWhole || said.venue?.value.basis !== 'known' || !isPaperAddress(link.url)) return undefined
  const range = { from: 0, to: 1 }
  const title = { text, range, place: link.place, form: 'link' as const, object: 0, around: [] }
  return { ...emptyReading(), title, links: [{ ...link, rel: 'paper', isTitle: true }] }
}

/** `| [Lee et al. 2019](https://doi.org/…) | A Title |`: a column of people may say when, too, and lead to the paper. */
function withCitation(reading: Reading, cell: PlacedCell['cell'], text: string): Reading {
  const year = CITED.exec(text)?.[1]
  if (year === undefined) return reading
  setYear(reading, Number(year), { start: cell.start, end: cell.end })
  for (const span of cell.content) {
    if (span.kind === 'link' && CITED.test(span.text) && isPaperAddress(span.url))
      reading.links.push({ rel: 'paper', label: span.text, url: span.url.trim(), place: span, isTitle: false })
  }
  return reading
}

const CITED = /^\p{L}[^\d]{1,200}[\s(]((?:19|20)\d{2})[a-z]?\)?$/u

/** Words of a title that reads like people. */
const LEAST_TITLE = 4

/** In a column for code or papers, words that name no role leave it to the column. */
function inColumn(link: FoundLink, role: 'code' | 'paper' | 'links', header: string): FoundLink {
  const said = labelRole(link.label)
  if (said !== undefined && said !== 'generic') return link
  if (role === 'links') {
    const named = labelRole(header)
    // "Resources", "Links": the address says what each is.
    const one = named !== undefined && named !== 'generic' && !/\s(?:and|&)\s|[/,+]/.test(header)
    return one ? { ...link, rel: linkRole(header, link.url) } : link
  }
  const rel: LinkRel = link.rel === 'project' || link.rel === 'other' ? role : link.rel
  return { ...link, rel }
}

/** `测绘学报2025`, `Harbours'21`: what stands in a venue's column begins with a letter, and its year may follow. */
function unknownVenue(text: string): FoundVenue | undefined {
  const [, name = text, year, short] = /^(.*?)(?:[\s,]*((?:19|20)\d{2})|\s?['’](\d{2}))$/u.exec(text) ?? []
  if (!/^\p{L}/u.test(name)) return undefined
  const date = short === undefined ? Number(year) : fromTwoDigits(short)
  return { name, form: formOf(name), basis: 'form', ...(Number.isNaN(date) ? {} : { year: date }) }
}

function withoutAddition(text: string): { name: string; extra: boolean } {
  const name = text.replace(/\s*\([^()]*\)\s*$/, '').trim()
  return { name: name === '' ? text : name, extra: name !== text }
}

/** The quote of a venue is its name, without what a second line adds. */
function firstLine(cell: PlacedCell['cell'], place: { start: number; end: number }): { start: number; end: number } {
  const first = cell.content[0]
  const next = cell.content[1]
  return first?.kind === 'text' && next?.kind === 'break' ? { start: first.start, end: first.end } : place
}
