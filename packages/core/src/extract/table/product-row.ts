import type { Row } from '../../parse/document.ts'
import { isPaperAddress } from '../../recognise/address-kind.ts'
import { foldLabel } from '../../recognise/label.ts'
import { wholeYear } from '../../recognise/year.ts'
import { buildEntry, type Inherited } from '../build-entry.ts'
import type { Entry } from '../entry.ts'
import { flatten } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import type { Place } from '../place.ts'
import { cleanTitle } from '../title/title-form.ts'
import type { PlacedCell } from './align-row.ts'
import type { ColumnRole } from './columns.ts'
import { cellText, isNothing } from './read-table.ts'
import { readRow } from './row-reading.ts'

/** The column that names a tool or challenge; `undefined` where the table is one of papers. */
export function nameColumn(headers: readonly string[], roles: readonly ColumnRole[]): number | undefined {
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

/** The tool or challenge that a row names; `undefined` where its cell is empty. */
export function productEntry(
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
