import type { Evidence, Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { readCsv } from './csv-table.ts'
import { linesOf, quoteCell } from './quoted-line.ts'

const RELATIONS = ['derived_from', 'version_of', 'part_of'] as const

/** How one dataset stands to another. */
export interface DatasetRelation {
  readonly dataset: string
  readonly relation: (typeof RELATIONS)[number]
  readonly other: string
  readonly evidence: Evidence
}

/** Reads the files among the sources that relate datasets (contract §5). A relation that is not known is a finding. */
export function readRelations(sources: readonly SourceText[]): {
  readonly relations: readonly DatasetRelation[]
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const relations: DatasetRelation[] = []
  for (const source of sources) {
    if (source.kind !== 'relations') continue
    const lines = linesOf(source)
    const columns = ['dataset', 'relation', 'other'] as const
    const table = readCsv(source, columns, columns)
    findings.push(...table.findings)
    for (const { line, cells } of table.records) {
      const relation = RELATIONS.find((name) => name === cells.relation.toLowerCase())
      if (relation === undefined) {
        findings.push({
          rule: 'read/unknown-relation',
          severity: 'warning',
          source: source.path,
          line,
          column: 1,
          message: `"${cells.relation}" is no relation between datasets; the record is left out.`,
          hint: `Relations are ${RELATIONS.join(', ')}.`,
        })
        continue
      }
      const quoted = quoteCell(lines, line, cells.dataset)
      relations.push({ ...cells, relation, evidence: { source: source.path, ...quoted, rule: 'relations/record' } })
    }
  }
  return { relations, findings }
}
