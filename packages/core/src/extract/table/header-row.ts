import type { Row } from '../../parse/document.ts'
import { headerRole } from './columns.ts'
import { cellText } from './read-table.ts'

/** `Title | Venue` below the names of groups of columns. */
export function isSecondHeader({ cells }: Row): boolean {
  const names = cells.map(cellText).filter((text) => text !== '')
  return (
    names.length >= 2 &&
    names.some((name) => headerRole(name)?.role === 'title') &&
    names.every((name) => headerRole(name))
  )
}
