import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCsv } from './plain-csv.ts'

/** The rows that csv-parse sees, each with its line. */
function parsedRows(text: string): unknown {
  let line = 1
  const parsed = parse(text, { bom: true, info: true, relax_column_count: true, relax_quotes: true }) as unknown as {
    record: string[]
    info: { lines: number }
  }[]
  return parsed.map(({ record, info }) => {
    const row = { cells: record, line }
    line = info.lines + 1
    return row
  })
}

describe('plainCsv', () => {
  it('reads quoted cells over several lines', () => {
    expect(plainCsv('a,"b ""c"", d"\n"e\nf",\ng\n')).toEqual([
      { cells: ['a', 'b "c", d'], line: 1 },
      { cells: ['e\nf', ''], line: 2 },
      { cells: ['g'], line: 4 },
    ])
  })

  it('leaves quotes inside bare cells and carriage returns to a full parser', () => {
    expect(plainCsv('a "b"\n')).toBeUndefined()
    expect(plainCsv('"a" b\n')).toBeUndefined()
    expect(plainCsv('"a\n')).toBeUndefined()
    expect(plainCsv('a\r\nb')).toBeUndefined()
  })

  it('gives the rows of a full parser or none', () => {
    let read = 0
    const text = fc
      .array(fc.constantFrom('a', 'b c', ',', '"', '""', '\n', ' ', ',"', '",', '"\n', '\n"', ';'), { maxLength: 12 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (csv) => {
        const rows = plainCsv(csv)
        if (rows === undefined) return
        read++
        expect(rows).toEqual(parsedRows(csv))
      }),
      { numRuns: 5000, seed: 1 },
    )
    expect(read).toBeGreaterThan(500)
  })
})
