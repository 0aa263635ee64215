import type { Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { readCsv } from './csv-table.ts'

/** A curator's verdict on two things; it wins over every rule. */
export interface Decision {
  readonly verdict: 'same' | 'different'
  readonly kind: string
  /** An identifier, a title or name, or `path:line`. */
  readonly a: string
  readonly b: string
  readonly reason: string
  readonly source: string
  readonly line: number
}

const COLUMNS = ['verdict', 'kind', 'a', 'b', 'reason'] as const

/** Reads the decisions file among the sources; empty where there is none. */
export function readDecisions(sources: readonly SourceText[]): {
  readonly decisions: readonly Decision[]
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const decisions: Decision[] = []
  for (const source of sources) {
    if (source.kind !== 'decisions') continue
    const table = readCsv(source, COLUMNS, ['verdict', 'kind', 'a', 'b'])
    findings.push(...table.findings)
    for (const { line, cells } of table.records) {
      const verdict = cells.verdict.toLowerCase()
      if (verdict === 'same' || verdict === 'different') {
        decisions.push({ ...cells, verdict, kind: cells.kind.toLowerCase(), source: source.path, line })
      } else {
        findings.push({
          rule: 'read/unknown-verdict',
          severity: 'warning',
          source: source.path,
          line,
          column: 1,
          message: `"${cells.verdict}" is no verdict; the decision is left out.`,
          hint: 'A verdict is "same" or "different".',
        })
      }
    }
  }
  return { decisions, findings }
}
