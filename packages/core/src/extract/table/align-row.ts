import type { Cell, Row } from '../../parse/document.ts'
import { findImportance } from '../../recognise/importance.ts'
import { findVenue, type VenueIndex } from '../../recognise/venue.ts'
import { wholeYear } from '../../recognise/year.ts'
import { flatten } from '../fragment/flat.ts'
import { readObjects } from '../fragment/objects.ts'
import type { ColumnRole } from './columns.ts'
import { cellText, isNothing } from './read-table.ts'

/** A cell with the role of its column; a cell that no column is for has the role that it shows itself. */
export interface PlacedCell {
  readonly cell: Cell
  readonly role: ColumnRole
  /** Of the table; absent for a cell that no column is for. */
  readonly column?: number
}

/**
 * Assigns the cells of a row to columns. A row as wide as the table goes cell by cell; in a row with a cell too many or
 * too few, cells go where their content fits, in order (alignment by dynamic programming: cells × columns steps).
 */
export function alignRow(whole: Row, roles: readonly ColumnRole[], venues: VenueIndex): readonly PlacedCell[] {
  const row = withoutEmptyEnd(whole, roles.length)
  if (row.cells.length === roles.length)
    return row.cells.map((cell, i) => ({ cell, role: roles[i] ?? 'other', column: i }))
  const shown = row.cells.map((cell) => shownRole(cell, venues))
  // Cells that a row leaves out at its end are empty, as long as no other cell contradicts its column.
  const fits = row.cells.length < roles.length && shown.every((cell, i) => fit(cell, roles[i] ?? 'other') > 0)
  if (fits) return row.cells.map((cell, i) => ({ cell, role: roles[i] ?? 'other', column: i }))
  const columns = bestAlignment(shown, roles)
  return row.cells.map((cell, i) => {
    const column = columns[i]
    const role = column === undefined ? undefined : roles[column]
    return { cell, role: role ?? ownRole(shown[i]), ...(column === undefined ? {} : { column }) }
  })
}

/** Cells that stand behind the last column and hold nothing shift no other. */
function withoutEmptyEnd(row: Row, width: number): Row {
  let { length } = row.cells
  while (length > width && row.cells[length - 1]?.content.length === 0) length--
  return length === row.cells.length ? row : { ...row, cells: row.cells.slice(0, length) }
}

type Shown = ColumnRole | 'nothing'

function shownRole(cell: Cell, venues: VenueIndex): Shown {
  const text = cellText(cell)
  if (isNothing(text)) return 'nothing'
  if (wholeYear(text) !== undefined) return 'year'
  const flat = flatten(cell.content)
  // A star that leads somewhere is a link's picture.
  const links = flat.objects.some(({ span }) => span.kind === 'link')
  if (!links && findImportance(text) !== undefined && text.length < 12) return 'importance'
  const objects = readObjects(flat, venues)
  if (objects.some((object) => object.kind === 'words' && /\p{L}/u.test(object.text))) return 'title'
  if (objects.some((object) => object.kind === 'link')) return 'links'
  if (findVenue(text, venues, 'field') !== undefined) return 'venue'
  return text.split(' ').length >= 3 ? 'title' : 'other'
}

function ownRole(shown: Shown | undefined): ColumnRole {
  return shown === undefined || shown === 'nothing' || shown === 'title' ? 'other' : shown
}

/** How well content fits a column; 0 where it says nothing. */
function fit(shown: Shown, role: ColumnRole): number {
  if (shown === role) return 3
  if (shown === 'links' && (role === 'code' || role === 'paper' || role === 'title')) return role === 'title' ? 1 : 3
  if (shown === 'nothing') return role === 'title' ? 0 : 1
  if (role === 'other' || role === 'ignore' || shown === 'other') return 1
  return -2
}

/** The column of every cell, `undefined` for a cell that stays over; order is kept. */
function bestAlignment(shown: readonly Shown[], roles: readonly ColumnRole[]): readonly (number | undefined)[] {
  const width = roles.length + 1
  const scores = new Float64Array((shown.length + 1) * width)
  const at = (i: number, j: number): number => scores[i * width + j] ?? 0
  for (let i = shown.length - 1; i >= 0; i--) {
    for (let j = roles.length - 1; j >= 0; j--) {
      const both = fit(shown[i] ?? 'other', roles[j] ?? 'other') + at(i + 1, j + 1)
      scores[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1))
    }
  }
  const columns: (number | undefined)[] = []
  let j = 0
  for (let i = 0; i < shown.length; i++) {
    while (j < roles.length && at(i, j) === at(i, j + 1) && at(i, j) > at(i + 1, j)) j++
    const both =
      j < roles.length ? fit(shown[i] ?? 'other', roles[j] ?? 'other') + at(i + 1, j + 1) : Number.NEGATIVE_INFINITY
    if (j < roles.length && at(i, j) === both) {
      columns.push(j)
      j++
    } else columns.push(undefined)
  }
  return columns
}
