import type { Finding } from '@fieldmap/graph'
import type { Cell, Row, Table } from '../../parse/document.ts'
import { identifiesPaper, isPaperAddress } from '../../recognise/address-kind.ts'
import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import { wholeYear } from '../../recognise/year.ts'
import { buildEntry, type Inherited } from '../build-entry.ts'
import type { Entry, Section } from '../entry.ts'
import { flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'
import { boldWorks, workLines } from '../item/work-lines.ts'
import type { SectionReading } from '../move-section.ts'
import { isPaper } from '../paper/is-paper.ts'
import type { KnownParts } from '../part-memo.ts'
import { paperShare } from '../peers.ts'
import type { Extraction, Place } from '../place.ts'
import { inherit } from '../section/inherit.ts'
import { alignRow, type PlacedCell } from './align-row.ts'
import type { ColumnRole } from './columns.ts'
import { isSecondHeader } from './header-row.ts'
import { nameColumn, productEntry } from './product-row.ts'
import { cellText, isNothing, readColumns, withHeader } from './read-table.ts'
import { readRow } from './row-reading.ts'
import { hasYearColumns, yearColumnEntries } from './year-columns.ts'

/**
 * The entries of a table's rows. A row with a single filled cell is a heading inside the table. Linear.
 *
 * @param parts rows of other versions: those are not read again
 */
export function tableEntries(given: Table, place: Place, parts?: KnownParts): Extraction {
  const table = withHeader(given)
  const { roles, headers } = readColumns(table, place.venues)
  const named = place.kind === 'tool' || place.kind === 'challenge' ? nameColumn(headers, roles) : undefined
  const ofPapers = roles.some((role) => PAPER_ROLES.has(role)) || headers.some((header) => OF_PAPERS.test(header))
  // Below "Paper" stands a title, however short, whatever was measured beside it.
  const namesPapers = /^(?:papers?|titles?)\b/.test(foldLabel(headers[roles.indexOf('title')] ?? ''))
  const entries: Entry[] = []
  const findings: Finding[] = []
  const kind = place.kind === 'papers' && headers.some((header) => TEACHING.test(header)) ? 'other' : place.kind
  const peers = paperShare(table.rows.map(({ cells }) => cells.map(({ content }) => content)))
  const { header } = table
  const columns = { roles, headers, named, ofPapers, namesPapers, ...(header === undefined ? {} : { header }) }
  const columnNames = [place.kind, roles, headers, named, header !== undefined]
  let within: Place = { ...place, kind, peers }
  for (const row of withGroups(table.rows, roles)) {
    if (isSecondHeader(row)) continue
    const section = sectionRow(row, roles.length, place)
    if (section !== undefined) {
      within = { ...within, inherited: below(place, section) }
      continue
    }
    const name = parts?.nameOfRow(row, within, columnNames)
    const known = parts?.get(name)
    const read = known ?? readEntries(row, columns, within)
    if (known === undefined) parts?.set(name, read)
    for (const { entry } of read.added) entries.push(entry)
    findings.push(...read.findings)
  }
  return { entries, findings: roles.includes('title') && entries.length > 0 ? findings : [] }
}

/** What a table tells about its rows. */
interface Columns {
  readonly header?: Row
  readonly roles: readonly ColumnRole[]
  readonly headers: readonly string[]
  /** The column that names tools or challenges. */
  readonly named: number | undefined
  readonly ofPapers: boolean
  readonly namesPapers: boolean
}

/** What one row names. */
function readEntries(row: Row, columns: Columns, place: Place): SectionReading {
  const { header, roles, headers, named, ofPapers, namesPapers } = columns
  const { inherited, venues } = place
  const findings: Finding[] = []
  const only = (entries: readonly (Entry | undefined)[]): SectionReading => ({
    added: entries.flatMap((entry) => (entry === undefined ? [] : [{ entry }])),
    findings,
  })
  const cells = alignRow(row, roles, venues)
  // A title that reaches down names one work, however many rows tell of it.
  if (cells.some(({ cell, role }) => role === 'title' && cell.above === true)) return only([])
  if (row.cells.length !== roles.length && header !== undefined) findings.push(wrongWidth(row, roles.length, place))
  if (named === undefined && header !== undefined && hasYearColumns(headers))
    return only(yearColumnEntries(row, header, inherited, place))
  const works = named === undefined ? cellEntries(cells, row, inherited, place) : []
  if (works.length > 0) return only(works)
  const product = named === undefined ? undefined : productEntry(row, cells, named, inherited, place)
  const reading = readRow(cells, venues, headers)
  if (!namesPapers && isResult(row, reading)) return only([product])
  const paper = paperEntry(reading, row, inherited, place, product, ofPapers)
  if (paper === undefined && product === undefined && roles.includes('title') && hasText(row))
    findings.push(unreadable(row, place))
  return only([product, paper])
}

/**
 * `| 2020 | … |` above `| | … |`: rows whose first cell is empty belong to the year or venue above, where the first column
 * is of these and the first row has one.
 */
function withGroups(rows: readonly Row[], [first]: readonly ColumnRole[]): readonly Row[] {
  if (first !== 'year' && first !== 'venue') return rows
  let above: Cell | undefined
  return rows.map((row) => {
    const [cell, ...others] = row.cells
    if (cell === undefined || others.filter((other) => cellText(other) !== '').length < 2) return row
    if (cellText(cell) !== '') {
      above = cell
      return row
    }
    return above === undefined ? row : { ...row, cells: [{ ...above, above: true as const }, ...others] }
  })
}

/** A column that tables of courses and lectures have; theirs have titles, people and years as papers do. */
const TEACHING = /\b(?:courses?|lectures?|lecturers?|instructors?|semester|professors?)\b|课程/i

function paperEntry(
  reading: Reading,
  row: Row,
  inherited: Inherited,
  place: Place,
  product: Entry | undefined,
  ofPapers: boolean,
): Entry | undefined {
  const range = { start: row.start, end: row.end }
  if (product === undefined) {
    const dated = inherited.year !== undefined || inherited.venue !== undefined
    return isPaper(reading, { section: place.kind, dated, shape: 'row', ofPapers, peers: place.peers })
      ? buildEntry('paper', reading, range, inherited, place.quoter)
      : undefined
  }
  // Beside a tool or challenge only a paper whose title stands in the row is one.
  const { title } = reading
  const own = reading.links.find((link) => link.isTitle)
  if (title === undefined || own === undefined || !isPaperAddress(own.url) || title.text.split(' ').length < 3)
    return undefined
  const paper = { ...reading, links: [own], others: [], authors: [], organizations: [], perhapsOrganizations: [] }
  delete paper.venue
  delete paper.year
  const entry = buildEntry('paper', paper, range, { sections: inherited.sections }, place.quoter)
  return entry === undefined ? undefined : { ...entry, describes: product }
}

/** `| Topic | [Title](…), ICML 2022<br>[Title](…) |`: the works of a cell that names several, each with the row's date. */
function cellEntries(cells: readonly PlacedCell[], row: Row, inherited: Inherited, place: Place): Entry[] {
  const linked = cells.map(({ cell }) => workLines(cell.content, place.venues)).find((lines) => lines.length > 1)
  const works = cells.map(({ cell }) => boldWorks(cell.content)).find((lines) => lines.length > 1) ?? linked
  if (works === undefined) return []
  const dated = inherited.year !== undefined || inherited.venue !== undefined
  const stated = readRow(
    cells.filter(({ role }) => role === 'venue' || role === 'year'),
    place.venues,
  )
  return works.flatMap((content) => {
    const reading = readFragment(flatten(content), place.venues)
    const range = { start: content[0]?.start ?? row.start, end: content.at(-1)?.end ?? row.end }
    mergeReading(reading, { ...stated, links: [], others: [] })
    if (!isPaper(reading, { section: place.kind, dated, shape: 'item', peers: place.peers })) return []
    return buildEntry('paper', reading, range, inherited, place.quoter) ?? []
  })
}

/** `76.3`, `82.4 %`; "2024.12" is a date, "2505.07062" a preprint's number. */
const RESULT = /^(?!\d{4}\.\d{4,5}(?:v\d+)?$)[*~≈±]*\d+[.,]\d+\s*(?:%|±.*)?$/

/** A row of a leaderboard: a method's short name, then measured numbers. */
function isResult(row: Row, { title, venue, year, links }: Reading): boolean {
  if (title !== undefined && title.text.split(' ').length >= (venue === undefined ? 4 : 3)) return false
  // `| Method | [Link](https://arxiv.org/…) | CVPR 24 | 80.4 |`: where each method's paper stands, with its date, it is listed.
  if (venue?.value.basis === 'known' && year !== undefined && links.some(({ url }) => identifiesPaper(url)))
    return false
  return row.cells.map(cellText).some((text) => wholeYear(text) === undefined && RESULT.test(text))
}

/** What the column of the works is called in a table of papers, in several languages. */
const OF_PAPERS =
  /\b(?:papers?|titles?|articles?|publications?|artículos?|artigos?|títulos?|titres?|titel|статьи?|статья)(?!\p{L})|论文|論文|标题|標題|题目|題目|タイトル|제목|논문/iu

/** Columns that tables of papers have, and tables of other things seldom. */
const PAPER_ROLES: ReadonlySet<ColumnRole> = new Set(['venue', 'year', 'authors', 'paper'])

/** `| **2023** | | |` or a cell that spans the table. */
function sectionRow(row: Row, width: number, place: Place): Section | undefined {
  const filled = row.cells.filter((cell) => cellText(cell) !== '')
  const [only] = filled
  if (only === undefined || filled.length !== 1 || width < 2) return undefined
  const spans = only.span >= width || only.span > 2
  if (!spans && (row.cells.length < width || only !== row.cells[0])) return undefined
  const text = withoutEmoji(cellText(only))
  if (!spans && flatten(only.content).objects.some(({ span }) => span.kind === 'link' && !span.url.startsWith('#')))
    return undefined
  if (text === '' || text.split(' ').length > 12) return undefined
  return {
    title: text,
    anchors: [],
    evidence: place.quoter.range(place.quoter.inside(only.content, only), 'extract/heading'),
  }
}

function below(place: Place, section: Section): Inherited {
  const { year, venue, sections } = place.inherited
  const own = inherit([...sections, section], undefined, place.venues)
  // A row that dates the rows below is no section; one that names a subject is.
  const dates = own.year?.evidence.line === section.evidence.line || own.venue?.evidence.line === section.evidence.line
  return {
    ...(year === undefined ? {} : { year }),
    ...(venue === undefined ? {} : { venue }),
    ...own,
    sections: dates ? sections : own.sections,
  }
}

function hasText(row: Row): boolean {
  return row.cells.some((cell) => !isNothing(cellText(cell)))
}

function wrongWidth(row: Row, width: number, place: Place): Finding {
  const { source, line } = place.quoter.range(row, '')
  const more = row.cells.length > width
  return {
    rule: 'extract/row-width',
    severity: 'warning',
    source,
    line,
    column: 1,
    message: `This row has ${row.cells.length} cells, its table ${width} columns.`,
    hint: more
      ? 'Cells went to the columns that they fit; remove the one too many.'
      : 'Add the missing cells, empty ones as "-".',
  }
}

function unreadable(row: Row, place: Place): Finding {
  const { source, line } = place.quoter.range(row, '')
  return {
    rule: 'extract/no-paper',
    severity: 'info',
    source,
    line,
    column: 1,
    message: 'This row names no paper that could be recognised.',
    hint: 'Give the paper its title, and a link, venue or year.',
  }
}
