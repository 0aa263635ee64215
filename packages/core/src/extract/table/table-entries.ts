import type { Finding } from '@fieldmap/graph'
import type { Cell, Row, Table } from '../../parse/document.ts'
import { foldLabel, withoutEmoji } from '../../recognise/label.ts'
import { identifiesPaper, isPaperAddress } from '../../recognise/link-role.ts'
import { wholeYear } from '../../recognise/year.ts'
import { buildEntry, type Inherited } from '../build-entry.ts'
import type { Entry, Section } from '../entry.ts'
import { flatten } from '../fragment/flat.ts'
import { mergeReading } from '../fragment/merge-reading.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Reading } from '../fragment/reading.ts'
import { boldWorks, workLines } from '../item/work-lines.ts'
import { isPaper } from '../paper/is-paper.ts'
import { paperShare } from '../peers.ts'
import type { Extraction, Place } from '../place.ts'
import { inherit } from '../section/inherit.ts'
import { cleanTitle } from '../title/title-form.ts'
import { alignRow, type PlacedCell } from './align-row.ts'
import type { ColumnRole } from './columns.ts'
import { cellText, isNothing, readColumns, withHeader } from './read-table.ts'
import { readRow } from './row-reading.ts'
import { hasYearColumns, yearColumnEntries } from './year-columns.ts'

/** The entries of a table's rows. A row with a single filled cell is a heading inside the table. */
export function tableEntries(given: Table, place: Place): Extraction {
  const table = withHeader(given)
  const { roles, headers } = readColumns(table, place.venues)
  const named = place.kind === 'tool' || place.kind === 'challenge' ? nameColumn(headers, roles) : undefined
  const ofPapers = roles.some((role) => PAPER_ROLES.has(role)) || headers.some((header) => OF_PAPERS.test(header))
  // Below "Paper" stands a title, however short, whatever was measured beside it.
  const namesPapers = /^(?:papers?|titles?)\b/.test(foldLabel(headers[roles.indexOf('title')] ?? ''))
  const entries: Entry[] = []
  const findings: Finding[] = []
  const kind = place.kind === 'papers' && headers.some((header) => TEACHING.test(header)) ? 'other' : place.kind
  const within = {
    ...place,
    kind,
    peers: paperShare(table.rows.map(({ cells }) => cells.map(({ content }) => content))),
  }
  let inherited = place.inherited
  for (const row of withGroups(table.rows, roles)) {
    const section = sectionRow(row, roles.length, place)
    if (section !== undefined) {
      inherited = below(place, section)
      continue
    }
    const cells = alignRow(row, roles, place.venues)
    // A title that reaches down names one work, however many rows tell of it.
    if (cells.some(({ cell, role }) => role === 'title' && cell.above === true)) continue
    if (row.cells.length !== roles.length && table.header !== undefined)
      findings.push(wrongWidth(row, roles.length, place))
    const { header } = table
    if (named === undefined && header !== undefined && hasYearColumns(headers)) {
      entries.push(...yearColumnEntries(row, header, inherited, within))
      continue
    }
    const works = named === undefined ? cellEntries(cells, row, inherited, within) : []
    if (works.length > 0) {
      entries.push(...works)
      continue
    }
    const product = named === undefined ? undefined : productEntry(row, cells, named, inherited, place)
    if (product !== undefined) entries.push(product)
    const reading = readRow(cells, place.venues, headers)
    if (!namesPapers && isResult(row, reading)) continue
    const paper = paperEntry(reading, row, inherited, within, product, ofPapers)
    if (paper !== undefined) entries.push(paper)
    else if (product === undefined && roles.includes('title') && hasText(row)) findings.push(unreadable(row, place))
  }
  return { entries, findings: roles.includes('title') && entries.length > 0 ? findings : [] }
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

/** The column that names a tool or challenge; `undefined` where the table is one of papers. */
function nameColumn(headers: readonly string[], roles: readonly ColumnRole[]): number | undefined {
  const at = headers.findIndex((header) =>
    /^(?:names?|tools?|challenges?|competitions?|software|librar(?:y|ies)|frameworks?|packages?|projects?|platforms?|toolkits?|tasks?|events?)(?: names?)?$/.test(
      foldLabel(header),
    ),
  )
  if (at >= 0) return at
  return headers.some((header) => /^(?:papers?|titles?)\b/.test(foldLabel(header)))
    ? undefined
    : roles.indexOf('title') >= 0
      ? roles.indexOf('title')
      : undefined
}

function productEntry(
  row: Row,
  cells: readonly PlacedCell[],
  column: number,
  inherited: Inherited,
  place: Place,
): Entry | undefined {
  const cell = row.cells[column]
  if (cell === undefined) return undefined
  const name = cleanTitle(cellText(cell))
  if (name === '' || isNothing(name)) return undefined
  const rest = cells.filter((placed) => placed.cell !== cell)
  const reading = readRow(
    rest.map((placed) => (placed.role === 'title' ? { ...placed, role: 'links' as const } : placed)),
    place.venues,
  )
  const own = readFragment(flatten(cell.content), place.venues)
  const range = place.quoter.inside(cell.content, cell)
  const title = { text: name, range: { from: 0, to: 0 }, place: range, form: 'plain' as const, around: [] }
  const links = [
    ...own.links.map((link) =>
      link.isTitle
        ? { ...link, rel: link.rel === 'paper' && !isPaperAddress(link.url) ? ('project' as const) : link.rel }
        : link,
    ),
    ...reading.links,
  ]
  const { year: _, ...undated } = inherited
  const entry = buildEntry(
    place.kind === 'tool' ? 'tool' : 'challenge',
    { ...reading, title, links, others: reading.others, authors: [] },
    { start: row.start, end: row.end },
    undated,
    place.quoter,
  )
  if (entry === undefined) return undefined
  const years = yearsOf(cells, place)
  const { year: __, ...timeless } = entry
  const single = years === undefined ? undefined : wholeYear(years.value)
  return {
    ...timeless,
    ...(years === undefined ? {} : { years }),
    ...(years === undefined || single === undefined ? {} : { year: { value: single, evidence: years.evidence } }),
  }
}

/** The year cell as it is spelled, without what stands below or in brackets: `2013-2018`, `2023`. */
function yearsOf(cells: readonly PlacedCell[], place: Place): Entry['years'] {
  const placed = cells.find(({ role }) => role === 'year')
  if (placed === undefined) return undefined
  const value = cellText(placed.cell)
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
  if (value === '' || isNothing(value) || !/(?:19|20)\d{2}/.test(value)) return undefined
  return { value, evidence: place.quoter.range(place.quoter.inside(placed.cell.content, placed.cell), 'extract/year') }
}

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
