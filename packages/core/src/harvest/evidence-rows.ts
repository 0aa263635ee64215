import { byCodeUnits, type DatasetRole, type Tier } from '@fieldmap/graph'
import type { HarvestTarget, LinkingPaper } from './harvest-targets.ts'
import type { DatasetUse } from './read-readme.ts'

/** The columns of an evidence file, in order. */
// biome-ignore format: a list
export const EVIDENCE_COLUMNS = [
  'paper', 'dataset', 'relation', 'role', 'variant', 'tier', 'kind', 'source', 'path', 'commit', 'line', 'quote',
  'official', 'note',
] as const

/** The columns of the file of proposed names. */
export const PROPOSED_COLUMNS = ['name', 'source', 'path', 'commit', 'line', 'quote'] as const

/** One record of an evidence file. */
export interface EvidenceRow {
  readonly paper: string
  readonly dataset: string
  readonly relation: 'uses' | 'introduces'
  readonly role: DatasetRole
  readonly variant: string
  readonly tier: Tier
  readonly kind: 'readme' | 'code'
  readonly source: string
  readonly path: string
  readonly commit: string
  readonly line: string
  readonly quote: string
  readonly official: 'yes' | 'no' | ''
  readonly note: string
}

/**
 * What a repository's files say, as evidence about the paper that links it: tier A where the paper's own entry links
 * it as its code, C where list or README call it unofficial.
 */
export function evidenceRows(
  { url }: HarvestTarget,
  paper: LinkingPaper,
  commit: string,
  uses: readonly DatasetUse[],
  official: EvidenceRow['official'],
): readonly EvidenceRow[] {
  return uses.map((use) => ({
    paper: paper.title,
    dataset: use.dataset,
    relation: use.relation,
    role: use.role,
    variant: '',
    tier: official === 'no' ? 'C' : 'A',
    kind: use.kind,
    source: url,
    path: use.path,
    commit,
    line: use.line === undefined ? '' : String(use.line),
    quote: use.quote,
    official,
    note: use.line === undefined ? 'name of a file or folder' : '',
  }))
}

/** A CSV file of these records (RFC 4180, `\n`), sorted, without repetitions: the same rows give the same bytes. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  return [columns.join(','), ...[...new Set(lines)].sort(byCodeUnits), ''].join('\n')
}

/** Control characters of foreign files do not reach the file; a line end in a path would break the record's line. */
function cell(value: string): string {
  const clean = value.replace(/\t/g, ' ').replace(/[\p{Cc}\u2028\u2029]/gu, '\uFFFD')
  return /[",]|^\s|\s$/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean
}
