import type { DatasetRole, Evidence, Finding, Tier } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { type CiteCells, citationOf } from './citation.ts'
import { type CsvRecord, readCsv } from './csv-table.ts'
import { linesOf, quoteCell } from './quoted-line.ts'

/** What an evidence file states of one paper (or challenge) and one dataset, with all that an edge needs to say so. */
export interface DatasetStatement {
  /** An identifier or a title; for a challenge its name. */
  readonly paper: string
  readonly dataset: string
  readonly relation: 'uses' | 'introduces'
  readonly evidence: Evidence
  /** Where the names stand: for a node that only this record names. */
  readonly named: Evidence
}

const COLUMNS = [
  'paper',
  'challenge',
  'dataset',
  'relation',
  'role',
  'variant',
  'tier',
  'kind',
  'source',
  'path',
  'commit',
  'line',
  'quote',
  'official',
  'note',
] as const
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>

/** What an evidence file's `kind` says by itself about how near it stands to the paper. */
const KINDS: ReadonlyMap<string, Tier> = new Map([
  ['readme', 'A'],
  ['code', 'A'],
  ['title', 'A'],
  ['abstract', 'B'],
  ['page', 'B'],
  ['leaderboard', 'C'],
  ['list', 'C'],
  ['note', 'C'],
])

/**
 * Reads the evidence files among the sources (contract §5). What a record leaves out follows from the rest: the role
 * from the relation, the tier from the kind. A record that is wrong in one cell is a finding and keeps the other cells;
 * one without a paper and a dataset is left out. Linear in the records.
 */
export function readEvidence(sources: readonly SourceText[]): {
  readonly statements: readonly DatasetStatement[]
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  const statements: DatasetStatement[] = []
  for (const source of sources) {
    if (source.kind !== 'evidence') continue
    const lines = linesOf(source)
    const table = readCsv(source, COLUMNS, ['dataset'])
    findings.push(...table.findings)
    for (const record of table.records) {
      const find: Find = (rule, message, hint) => {
        findings.push({
          rule,
          severity: 'warning',
          source: source.path,
          line: record.line,
          column: 1,
          message,
          hint,
        })
      }
      const statement = readStatement(source.path, lines, record, find)
      if (statement !== undefined) statements.push(statement)
    }
  }
  return { statements, findings }
}

type Find = (rule: string, message: string, hint: string) => void

function readStatement(
  path: string,
  lines: readonly string[],
  { line, cells }: CsvRecord<keyof Cells>,
  find: Find,
): DatasetStatement | undefined {
  const paper = cells.paper || cells.challenge
  if (paper === '') {
    find('read/incomplete-record', 'This record names no paper and is left out.', 'Write its title or identifier.')
    return undefined
  }
  const relation = cells.relation.toLowerCase() || 'uses'
  if (relation !== 'uses' && relation !== 'introduces') {
    find(
      'read/unknown-relation',
      `"${cells.relation}" is no relation of a paper to a dataset; the record is left out.`,
      'A relation is "uses" or "introduces".',
    )
    return undefined
  }
  const cites = citationOf(cells satisfies CiteCells, find)
  const said = quoteCell(lines, line, cells.quote || cells.dataset)
  const named = quoteCell(lines, line, cells.dataset)
  const kind = kindOf(cells, find)
  return {
    paper,
    dataset: cells.dataset,
    relation,
    evidence: {
      source: path,
      ...said,
      rule: `evidence/${kind}`,
      tier: tierOf(cells, kind, find),
      role: roleOf(cells, relation, find),
      ...(cells.variant === '' ? {} : { variant: cells.variant }),
      ...(cites === undefined ? {} : { cites }),
    },
    named: { source: path, ...named, rule: 'evidence/name' },
  }
}

function kindOf({ kind }: Cells, find: Find): string {
  const known = kind.toLowerCase()
  if (KINDS.has(known)) return known
  if (kind !== '') find('read/unknown-kind', `"${kind}" is no kind of evidence; it counts as a note.`, kindHint())
  return 'note'
}

function kindHint(): string {
  return `Kinds: ${[...KINDS.keys()].join(', ')}.`
}

/**
 * A repository that is said not to be the authors' own is third-party, whatever the record claims. The paper's title is
 * its own entry wherever it stands.
 */
function tierOf({ tier, official }: Cells, kind: string, find: Find): Tier {
  const stated = tier.toUpperCase()
  if (stated !== '' && stated !== 'A' && stated !== 'B' && stated !== 'C') {
    find('read/unknown-tier', `"${tier}" is no tier; it follows from the kind.`, 'Tiers are A, B and C.')
    return tierOfKind(kind, official)
  }
  if (stated === 'A' && kind !== 'title' && isNo(official)) {
    find(
      'read/unofficial-tier',
      'This evidence is not official, yet of tier A; it counts as C.',
      'Tier A is the own entry or official repository of the paper.',
    )
    return 'C'
  }
  return stated === '' ? tierOfKind(kind, official) : stated
}

function tierOfKind(kind: string, official: string): Tier {
  const tier = KINDS.get(kind) ?? 'C'
  return tier === 'A' && kind !== 'title' && !isYes(official) ? 'C' : tier
}

function isYes(cell: string): boolean {
  return /^(?:yes|y|true)$/i.test(cell)
}

function isNo(cell: string): boolean {
  return /^(?:no|n|false)$/i.test(cell)
}

function roleOf({ role }: Cells, relation: 'uses' | 'introduces', find: Find): DatasetRole {
  const fallback = relation === 'introduces' ? 'introduce' : 'unknown'
  const stated = role.toLowerCase()
  switch (stated) {
    case '':
      return fallback
    case 'train':
    case 'evaluate':
    case 'pretrain':
    case 'unknown':
      return relation === 'introduces' ? 'introduce' : stated
    case 'introduce':
      if (relation === 'introduces') return stated
      break
    default:
      break
  }
  find(
    'read/unknown-role',
    `"${role}" is no role of a dataset that a paper ${relation}; it counts as ${fallback}.`,
    'Roles are train, evaluate, pretrain and unknown; introduce goes with the relation "introduces".',
  )
  return fallback
}
