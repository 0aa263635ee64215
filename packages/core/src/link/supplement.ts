import { byCodeUnits, type Evidence, type Mention } from '@fieldmap/graph'
import type { AuthorsStatement } from '../curated/authors.ts'
import type { BibliographyRecord } from '../curated/bibliography-record.ts'
import type { Stated } from '../extract/entry.ts'
import { keepLast } from '../memo.ts'
import type { Paper } from '../resolve/paper.ts'

/** What files beside the lists add to a paper. */
export interface Supplement {
  /** In order; empty where the lists name the authors already. */
  readonly authors: readonly Stated<string>[]
  /** Schemes that no entry of the paper has. */
  readonly identifiers: Readonly<Record<string, string>>
  readonly abstract?: string
  readonly mentions: readonly Mention[]
}

interface About<T> {
  readonly subject: string
  readonly statement: T
}

/**
 * Gathers what authors files and bibliographies add to each paper, by its key. Lists come first: their authors and
 * identifiers are never replaced; of several files the one that names most authors counts.
 */
export function supplements(
  papers: readonly Paper[],
  authors: readonly About<AuthorsStatement>[],
  records: readonly About<BibliographyRecord>[],
): ReadonlyMap<string, Supplement> {
  const authorsOf = groupBySubject(authors)
  const recordsOf = groupBySubject(records)
  const result = new Map<string, Supplement>()
  for (const paper of papers) {
    const named = authorsOf.get(paper.key) ?? []
    const described = recordsOf.get(paper.key) ?? []
    const first = named[0] ?? described[0]
    if (first !== undefined) result.set(paper.key, keepSupplement(first, supplement(paper, named, described)))
  }
  return result
}

/** The supplement, or the equal one of an earlier call, known by the first of the files' statements: lists move more. */
const keepSupplement = keepLast<AuthorsStatement | BibliographyRecord, Supplement>()

function supplement(
  paper: Paper,
  named: readonly AuthorsStatement[],
  records: readonly BibliographyRecord[],
): Supplement {
  const listed = Math.max(0, ...paper.entries.map((entry) => entry.authors.length))
  const candidates = [...named.map(namesOf), ...records.map(recordAuthors)]
  const fullest = candidates.reduce((best, names) => (names.length > best.length ? names : best), [])
  const identifiers: Record<string, string> = {}
  const mentions: Mention[] = []
  for (const record of records) {
    mentions.push(record.evidenceOf('title', 'bibliography/record'))
    for (const [scheme, id] of Object.entries(record.identifiers)) {
      if (paper.identifiers[scheme] !== undefined || identifiers[scheme] !== undefined) continue
      identifiers[scheme] = id
      if (scheme === 'doi') mentions.push(record.evidenceOf('doi', 'bibliography/doi'))
    }
  }
  const abstract = records.find((record) => record.abstract !== undefined)?.abstract
  return {
    authors: listed === 0 ? fullest : [],
    identifiers,
    ...(abstract === undefined ? {} : { abstract }),
    mentions,
  }
}

function namesOf({ authors }: AuthorsStatement): Stated<string>[] {
  return authors.map(({ name, evidence }) => ({ value: name, evidence }))
}

function recordAuthors(record: BibliographyRecord): Stated<string>[] {
  const evidence: Evidence = record.evidenceOf('author', 'bibliography/author')
  return record.authors.map((value) => ({ value, evidence }))
}

function groupBySubject<T extends { readonly place: { readonly source: string; readonly line: number } }>(
  found: readonly About<T>[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  const sorted = found.toSorted(
    (a, b) =>
      byCodeUnits(a.statement.place.source, b.statement.place.source) ||
      a.statement.place.line - b.statement.place.line,
  )
  for (const { subject, statement } of sorted) groups.set(subject, [...(groups.get(subject) ?? []), statement])
  return groups
}
