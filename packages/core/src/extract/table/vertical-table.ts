import type { Inline, Item, Row, Table } from '../../parse/document.ts'
import { foldLabel } from '../../recognise/label.ts'
import { labelRole } from '../../recognise/link-role.ts'
import { isFieldLabel, TITLE_LABELS } from '../fragment/field-labels.ts'
import { asItem } from '../item/labelled-lines.ts'
import { cellText } from './read-table.ts'

/**
 * The work that a table of two columns describes field by field, `| Title | … |`, `| Authors | … |`, as an item with its
 * fields below it; `undefined` for any other table. Linear.
 */
export function verticalWork({ header, rows, start, end }: Table): Item | undefined {
  const all = header === undefined || header.cells.every((cell) => cellText(cell) === '') ? rows : [header, ...rows]
  const [first, ...fields] = all
  if (first === undefined || fields.length === 0 || all.some(({ cells }) => cells.length !== 2)) return undefined
  if (!TITLE_LABELS.test(nameOf(first)) || !fields.every(isField)) return undefined
  const title = first.cells[1]?.content.map((span) => (span.kind === 'text' ? { ...span, strong: true } : span)) ?? []
  return title.length === 0 ? undefined : asItem({ title, fields: fields.map(asLine) }, { start, end })
}

function nameOf({ cells: [name] }: Row): string {
  return name === undefined ? '' : foldLabel(cellText(name))
}

function isField(row: Row): boolean {
  const name = nameOf(row)
  return (
    name !== '' &&
    (isFieldLabel(name) || labelRole(name) !== undefined || /^(?:abstract|summary|notes?|keywords?|tags?)$/.test(name))
  )
}

/** `| Authors | A. Author |` as the line "Authors: A. Author". */
function asLine({ cells: [name, value] }: Row): Inline {
  if (name === undefined || value === undefined) return []
  const at = { start: name.end, end: name.end }
  return [
    ...name.content,
    { kind: 'text', text: ': ', strong: false, emphasis: false, code: false, ...at },
    ...value.content,
  ]
}
