import type { Row } from '../../parse/document.ts'
import { wholeYear } from '../../recognise/year.ts'
import { buildEntry, type Inherited } from '../build-entry.ts'
import type { Entry } from '../entry.ts'
import { flatten } from '../fragment/flat.ts'
import { readFragment } from '../fragment/read-fragment.ts'
import { setYear } from '../fragment/reading.ts'
import { workLines } from '../item/work-lines.ts'
import { isPaper } from '../paper/is-paper.ts'
import type { Place } from '../place.ts'
import { headerRole } from './columns.ts'
import { cellText } from './read-table.ts'

/**
 * `| Task | 2022 | 2023 |`: whether columns are years, so that each cell below holds works of its own. Beside "Paper name"
 * years count something of the row's work.
 */
export function hasYearColumns(headers: readonly string[]): boolean {
  if (headers.filter((header) => wholeYear(header) !== undefined).length < 2) return false
  return !headers.some((header) => {
    const { role, weight } = headerRole(header) ?? {}
    return role === 'title' && weight !== undefined && weight >= NAMES_WORKS
  })
}

/** The weight of "Paper" among the names of columns of titles; "Method" has less. */
const NAMES_WORKS = 4

/**
 * The works in the cells of one row below a header of years, each of the year of its column; empty for a row of counts.
 * Linear.
 */
export function yearColumnEntries(row: Row, header: Row, inherited: Inherited, place: Place): Entry[] {
  return row.cells.flatMap((cell, i) => {
    const dated = header.cells[i]
    const year = dated === undefined ? undefined : wholeYear(cellText(dated))
    if (dated === undefined || year === undefined) return []
    return workLines(cell.content, place.venues).flatMap((content) => {
      const reading = readFragment(flatten(content), place.venues)
      if (!isPaper(reading, { section: place.kind, dated: true, shape: 'item', peers: place.peers })) return []
      setYear(reading, year, { start: dated.start, end: dated.end })
      const range = { start: content[0]?.start ?? cell.start, end: content.at(-1)?.end ?? cell.end }
      return buildEntry('paper', reading, range, inherited, place.quoter) ?? []
    })
  })
}
