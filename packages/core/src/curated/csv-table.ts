import type { Finding } from '@fieldmap/graph'
import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import type { SourceText } from '../read/source-text.ts'

/** One record of a CSV file with the line it begins on, 1-based. Missing cells are empty strings. */
export interface CsvRecord<Column extends string> {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

export interface CsvTable<Column extends string> {
  readonly records: readonly CsvRecord<Column>[]
  readonly findings: readonly Finding[]
}

/**
 * Reads a CSV source (RFC 4180, header row, UTF-8) with known columns. Unknown and missing columns and broken records
 * are findings; the rest is read. Cells are trimmed.
 *
 * @param required columns without which a record says nothing.
 */
export function readCsv<Column extends string>(
  source: SourceText,
  columns: readonly Column[],
  required: readonly Column[],
): CsvTable<Column> {
  const findings: Finding[] = []
  const find = (rule: string, line: number, message: string, hint: string): void => {
    findings.push({ rule, severity: 'warning', source: source.path, line, column: 1, message, hint })
  }
  const rows = readRows(source.text, find)
  const [header, ...body] = rows
  if (header === undefined) return { records: [], findings }
  const names = header.cells.map((name) => name.trim().toLowerCase())
  for (const name of names) {
    if (!(columns as readonly string[]).includes(name)) {
      find(
        'read/unknown-column',
        1,
        `Column "${name}" is not known and is left out.`,
        `Known columns: ${columns.join(', ')}.`,
      )
    }
  }
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    find(
      'read/missing-column',
      1,
      `Column "${missing.join('", "')}" is missing.`,
      `The file begins with: ${columns.join(',')}.`,
    )
    return { records: [], findings }
  }
  const records = body.flatMap(({ cells, line }): CsvRecord<Column>[] => {
    const record = Object.fromEntries(columns.map((name) => [name, (cells[names.indexOf(name)] ?? '').trim()]))
    const typed = record as Record<Column, string>
    const empty = required.filter((name) => typed[name] === '')
    if (empty.length === 0) return [{ line, cells: typed }]
    find(
      'read/incomplete-record',
      line,
      `This record has no "${empty.join('", "')}" and is left out.`,
      'Fill it in, or remove the record.',
    )
    return []
  })
  return { records, findings }
}

/** What csv-parse hands out with `info`. */
const parsedRows = v.array(v.object({ record: v.array(v.string()), info: v.object({ lines: v.number() }) }))

interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

function readRows(text: string, find: (rule: string, line: number, message: string, hint: string) => void): Row[] {
  const rows: Row[] = []
  let line = 1
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    for (const { record, info } of v.parse(parsedRows, parsed)) {
      if (record.some((cell) => cell.trim() !== '')) rows.push({ cells: record, line })
      line = info.lines + 1
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    find(
      'read/broken-csv',
      line,
      `This file is no well-formed CSV: ${message}`,
      'Put cells with commas, quotes or line ends in double quotes.',
    )
  }
  return rows
}

/** Several values in one cell, divided by `;`. */
export function splitValues(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
