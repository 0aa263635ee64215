import type { Evidence, Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { citationOf } from './citation.ts'
import { readCsv, splitValues } from './csv-table.ts'
import { linesOf, quoteCell } from './quoted-line.ts'

/** Who wrote a paper, as an authors file says. */
export interface AuthorsStatement {
  /** An identifier or a title. */
  readonly paper: string
  /** In order. */
  readonly authors: readonly { readonly name: string; readonly evidence: Evidence }[]
  readonly place: { readonly source: string; readonly line: number }
}

const COLUMNS = ['paper', 'authors', 'source', 'path', 'line'] as const

/** Reads the authors files among the sources (contract §5). A record without a source is a curator's knowledge. */
export function readAuthors(sources: readonly SourceText[]): {
  readonly statements: readonly AuthorsStatement[]
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const statements: AuthorsStatement[] = []
  for (const source of sources) {
    if (source.kind !== 'authors') continue
    const lines = linesOf(source)
    const table = readCsv(source, COLUMNS, ['paper', 'authors'])
    findings.push(...table.findings)
    for (const { line, cells } of table.records) {
      const cites = citationOf(cells, (rule, message, hint) => {
        findings.push({ rule, severity: 'warning', source: source.path, line, column: 1, message, hint })
      })
      statements.push({
        paper: cells.paper,
        authors: [...new Set(splitValues(cells.authors))].map((name) => ({
          name,
          evidence: {
            source: source.path,
            ...quoteCell(lines, line, name),
            rule: 'authors/record',
            ...(cites === undefined ? {} : { cites }),
          },
        })),
        place: { source: source.path, line },
      })
    }
  }
  return { statements, findings }
}
