import type { Cell, Row, Table } from '../../parse/document.ts'
import { findAuthors } from '../../recognise/authors.ts'
import { findImportance } from '../../recognise/importance.ts'
import { foldLabel } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import { type Flat, flatten } from '../fragment/flat.ts'
import { readObjects } from '../fragment/objects.ts'
import { oncePerText } from '../fragment/once.ts'
import { paperShare } from '../peers.ts'
import { isTitleForm } from '../title/title-form.ts'
import { type ColumnRole, headerRole } from './columns.ts'

/** The roles of a table's columns. */
export interface Columns {
  readonly roles: readonly ColumnRole[]
  readonly headers: readonly string[]
}

/**
 * A table whose first row is its header though nothing marks it as one: no cell of it holds a link, and half of them or
 * more are called what columns of lists of papers are called.
 */
export function withHeader(table: Table): Table {
  const [first, ...rows] = table.rows
  if (table.header !== undefined || first === undefined || rows.length === 0) return table
  const names = first.cells.map(cellText)
  const known = names.filter((name) => name !== '' && headerRole(name) !== undefined).length
  const linked = first.cells.some(({ content }) => content.some(({ kind }) => kind === 'link'))
  if (linked || known < 2 || known * 2 < names.length || !names.some((name) => NAMES_WORKS.test(foldLabel(name))))
    return table
  const cells = first.cells.flatMap((cell) => Array.from({ length: cell.span }, () => ({ ...cell, span: 1 })))
  return { ...table, header: { ...first, cells }, rows }
}

/** Headers of columns that lists of other things do not have, or that name the rows. */
const NAMES_WORKS =
  /^(?:(?:paper )?titles?|papers?|models?|methods?|authors?|venues?|conferences?|论文|标题|模型|方法)$/

/** The text of a cell as header and content tests see it: words of links and texts. */
export function cellText(cell: Cell): string {
  const flat = flatten(cell.content)
  const original = flat.origin?.flat ?? flat
  const text = texts.get(original) ?? textOf(original)
  texts.set(original, text)
  return text
}

function textOf({ text, objects }: Flat): string {
  let i = 0
  return text
    .replace(/\uFFFC/g, () => ` ${objects[i++]?.span.text ?? ''} `)
    .replace(/[\s]+/g, ' ')
    .trim()
}

const texts = new WeakMap<Flat, string>()

/**
 * Decides what each column holds: by its header, then by what most of its cells are. Exactly one column holds titles,
 * unless nothing in the table can be one. Linear in a sample of the rows.
 */
export function readColumns(table: Table, venues: VenueIndex): Columns {
  const headers = table.header?.cells.map(cellText) ?? []
  const width = headers.length || typicalWidth(table.rows)
  const sample = table.rows.filter((row) => row.cells.length > 1 || width === 1).slice(0, SAMPLE)
  const roles: ColumnRole[] = []
  const promises = headers.map((header) => headerRole(header))
  const hasVenues = promises.some((promise) => promise?.role === 'venue')
  const publications: number[] = []
  const titles: { readonly column: number; readonly weight: number }[] = []
  for (let column = 0; column < width; column++) {
    const cells = sample.map((row) => row.cells[column]).filter((cell) => cell !== undefined)
    const promised = promises[column]
    const shares = contentShares(cells, venues)
    // Below "Dataset" stand names, or links to them.
    const linked =
      promised?.role === 'ignore' && shares.roleLinks >= 0.6 && labelRole(headers[column] ?? '') !== undefined
    const said = columnRole(linked ? 'links' : promised?.role, shares)
    // "Environment" beside "Accepted at": acronyms of other things.
    const role = said === 'venue' && promised === undefined && hasVenues ? 'other' : said
    roles.push(role === 'title' ? 'other' : role)
    if (/^publications?$/.test(foldLabel(headers[column] ?? '')) && shares.title < 0.5) publications.push(column)
    const weight = titleWeight(promised, shares, column)
    if (weight > 0 && role !== 'ignore') titles.push({ column, weight })
  }
  titles.sort((a, b) => b.weight - a.weight || a.column - b.column)
  if (isOfVenues(sample, headers, roles, venues)) return { roles: roles.map(() => 'ignore'), headers }
  const best = titles[0]?.column ?? nameColumn(sample, roles)
  if (best !== undefined) roles[best] = 'title'
  // "Publication" beside "Title" says where.
  for (const column of publications) if (column !== best) roles[column] = 'venue'
  return { roles, headers }
}

/**
 * `| [Annals of Tides](…) | ~36 | Focus on harbours |`: a table whose first column is of venues, each in one row, and
 * which says nothing else that tables of papers say: its rows are the venues, and what is told of them no titles.
 */
function isOfVenues(
  sample: readonly Row[],
  [header = '']: readonly string[],
  [, ...others]: readonly ColumnRole[],
  venues: VenueIndex,
): boolean {
  if (headerRole(header)?.role !== 'venue' || sample.length < FEWEST_VENUES) return false
  if (others.some((role) => OF_PAPERS.has(role))) return false
  const names = sample.map(({ cells: [cell] }) => (cell === undefined ? '' : cellText(cell)))
  const known = names.filter((name) => findVenue(name, venues, 'field')?.basis === 'known')
  return known.length >= names.length * MOST_VENUES && new Set(names).size === names.length
}

const FEWEST_VENUES = 3
const MOST_VENUES = 0.5
const OF_PAPERS: ReadonlySet<ColumnRole> = new Set(['year', 'authors', 'code', 'paper', 'links'])

/**
 * `| Acme | 2024 | NSDI | [Paper](…) |`: where no column holds titles and most rows link a paper, the first column of
 * short words that differ from row to row names it.
 */
function nameColumn(sample: readonly Row[], roles: readonly ColumnRole[]): number | undefined {
  if (paperShare(sample.map(({ cells }) => cells.map(({ content }) => content))) < MOST_LINKED) return undefined
  const found = roles.findIndex((role, column) => {
    if (role !== 'other') return false
    const names = sample.flatMap(({ cells }) => {
      const cell = cells[column]
      return cell === undefined || !/\p{L}/u.test(cellText(cell)) ? [] : [cellText(cell)]
    })
    const short = names.filter((name) => name.split(' ').length <= LONGEST_NAME)
    return short.length >= sample.length * MOST_NAMED && new Set(short).size >= short.length * MOST_NAMED
  })
  return found < 0 ? undefined : found
}

const MOST_LINKED = 0.5
const MOST_NAMED = 0.8
/** Words of a name. */
const LONGEST_NAME = 6

/** Rows beyond this many tell no more about their columns. */
const SAMPLE = 60

interface Shares {
  readonly title: number
  readonly venue: number
  readonly year: number
  /** Whole numbers: counters, identifiers, some of which could be years. */
  readonly number: number
  readonly authors: number
  readonly importance: number
  readonly roleLinks: number
  /** Of these, links whose labels name venues, too: `[arXiv](…)`, `[CVPR21](…)`. */
  readonly venueLinks: number
  readonly empty: number
}

function contentShares(cells: readonly Cell[], venues: VenueIndex): Shares {
  const count = {
    title: 0,
    venue: 0,
    year: 0,
    number: 0,
    authors: 0,
    importance: 0,
    roleLinks: 0,
    venueLinks: 0,
    empty: 0,
  }
  for (const cell of cells) {
    const { kind } = contentKind(flatten(cell.content), venues)
    if (kind !== undefined) count[kind]++
    if (kind === 'roleLinks' && findVenue(cellText(cell), venues, 'field')?.basis === 'known') count.venueLinks++
    if (/^\d{1,6}$/.test(cellText(cell))) count.number++
  }
  const { empty, ...filled } = count
  const full = Math.max(1, cells.length - empty)
  const shares = Object.entries(filled).map(([kind, number]) => [kind, number / full])
  return { ...(Object.fromEntries(shares) as typeof filled), empty: cells.length === 0 ? 1 : empty / cells.length }
}

/** What a cell is, by its own look. */
interface ContentKind {
  readonly kind: keyof Shares | undefined
}

const contentKind = oncePerText('kind', (flat, venues): ContentKind => ({ kind: kindOf(flat, venues) }))

function kindOf(flat: Flat, venues: VenueIndex): keyof Shares | undefined {
  const text = textOf(flat)
  if (text === '' || isNothing(text)) return 'empty'
  const objects = readObjects(flat, venues)
  const words = flat.text.replace(/[\uFFFC\s[\](){}|,;/·•-]+/g, '')
  if (objects.some((object) => object.kind === 'words' && object.text.split(' ').length >= 3))
    return findVenue(text, venues, 'field')?.basis === 'known' ? 'venue' : 'title'
  if (wholeYear(text) !== undefined) return 'year'
  if (objects.some((object) => object.kind === 'link') && (words === '' || labelRole(words) !== undefined))
    return 'roleLinks'
  if (findImportance(text) !== undefined && text.length < 12) return 'importance'
  // Words of a link to a paper that no venue is known by are the paper's name.
  if (objects.some((object) => object.kind === 'words' && object.weight === 'paper')) return undefined
  if (findVenue(text, venues, 'field') !== undefined) return 'venue'
  if (findAuthors(text).length > 0) return 'authors'
  return isTitleForm(text, venues) && text.split(' ').length >= 3 ? 'title' : undefined
}

/** A dash, "N/A" and the like: the list says that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—_/.*?✗×❌]+|n\/?\s?a\.?|none|nil|null|tba|tbd|coming soon|not (?:yet )?available|无|暂无|なし|없음|\s*)$/iu.test(
    text,
  )
}

function columnRole(promised: ColumnRole | undefined, shares: Shares): ColumnRole {
  // "ID" above dates
  if (promised === 'ignore' && shares.year >= 0.6 && shares.number < 0.5) return 'year'
  if (promised !== undefined && promised !== 'title' && !contradicts(promised, shares)) return promised
  if (shares.number >= 0.8 && shares.year < 0.8 && promised === undefined) return 'ignore'
  if (shares.year >= 0.6) return 'year'
  if (shares.roleLinks >= 0.5) return 'links'
  if (shares.importance >= 0.5) return 'importance'
  if (shares.authors >= 0.6) return 'authors'
  if (shares.venue >= 0.6 && promised !== 'title') return 'venue'
  return promised ?? 'other'
}

/** "Source" over addresses of code is no venue, "Publication" over titles neither, and "Release [Samples]" over them no year. */
function contradicts(promised: ColumnRole, shares: Shares): boolean {
  if (promised === 'venue') return shares.title >= 0.5 || shares.roleLinks - shares.venueLinks >= 0.6
  if (promised === 'year') return (shares.venue >= 0.6 || shares.title >= 0.6) && shares.year === 0
  if (promised === 'links' || promised === 'paper' || promised === 'code') return shares.title >= 0.7
  return false
}

function titleWeight(promised: ReturnType<typeof headerRole>, shares: Shares, column: number): number {
  if (promised !== undefined && promised.role !== 'title' && !contradicts(promised.role, shares)) return 0
  if (shares.roleLinks >= 0.6 || shares.year >= 0.6 || shares.authors >= 0.6) return 0
  const named = promised?.role === 'title' ? promised.weight : 0
  const likely = shares.title * 6
  return named + likely + (named === 0 && likely < 1.5 ? -10 : 0) - column * 0.01
}

function typicalWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const row of rows.slice(0, SAMPLE)) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      most = count
      width = cells
    }
  }
  return width
}
