import { type Finding, slug } from '@fieldmap/graph'
import type { VenueRecord } from '../data/venues/venue-record.ts'
import type { SourceText } from '../read/source-text.ts'
import { formOf } from '../recognise/venue-form.ts'
import { readCsv, splitValues } from './csv-table.ts'

/** One thing that a field's vocabulary names. */
export interface Term {
  readonly id: string
  readonly name: string
  readonly fullName: string
  readonly aliases: readonly string[]
  /** Id of the broader term. */
  readonly broader?: string
  readonly modality?: string
  readonly topic?: string
  /** Ids that it had before. */
  readonly former: readonly string[]
  readonly source: string
  readonly line: number
}

/** Terms of one kind, by any of their names. */
export interface Terms {
  readonly all: readonly Term[]
  readonly byId: ReadonlyMap<string, Term>
  /** By id, name, full name or alias; case, accents and punctuation do not matter. */
  readonly find: (name: string) => Term | undefined
}

/** What a field's files name: entries become nodes only where an edge needs them. */
export interface Vocabulary {
  readonly datasets: Terms
  readonly tasks: Terms
  readonly organizations: Terms
  readonly venues: readonly VenueRecord[]
  readonly findings: readonly Finding[]
}

const COLUMNS = ['id', 'name', 'full_name', 'aliases', 'broader', 'modality', 'topic', 'former'] as const
const KINDS = ['datasets', 'tasks', 'venues', 'organizations'] as const
type VocabularyKind = (typeof KINDS)[number]

/** Reads the vocabulary files among the sources; each is of the kind that its name says (`datasets.csv`, …). */
export function readVocabulary(sources: readonly SourceText[]): Vocabulary {
  const findings: Finding[] = []
  const terms: Record<VocabularyKind, Term[]> = { datasets: [], tasks: [], venues: [], organizations: [] }
  for (const source of sources) {
    if (source.kind !== 'vocabulary') continue
    const kind = KINDS.find((name) => new RegExp(`(?:^|[/_.-])${name}\\b[^/]*$`, 'i').test(source.path))
    if (kind === undefined) {
      findings.push({
        rule: 'read/unknown-vocabulary',
        severity: 'warning',
        source: source.path,
        line: 1,
        column: 1,
        message: 'The name of this vocabulary file says no kind; it is left out.',
        hint: `Call it ${KINDS.map((name) => `${name}.csv`).join(', ')}.`,
      })
      continue
    }
    const table = readCsv(source, COLUMNS, ['id', 'name'])
    findings.push(...table.findings)
    for (const { line, cells } of table.records) terms[kind].push(termOf(cells, source.path, line))
  }
  return {
    datasets: indexTerms(terms.datasets, findings),
    tasks: indexTerms(terms.tasks, findings),
    organizations: indexTerms(terms.organizations, findings),
    venues: terms.venues.map(({ name, fullName, aliases }) => ({
      name,
      fullName: fullName || name,
      form: formOf(fullName || name),
      aliases,
    })),
    findings,
  }
}

function termOf(cells: Readonly<Record<(typeof COLUMNS)[number], string>>, source: string, line: number): Term {
  return {
    id: cells.id,
    name: cells.name,
    fullName: cells.full_name,
    aliases: splitValues(cells.aliases),
    ...(cells.broader === '' ? {} : { broader: cells.broader }),
    ...(cells.modality === '' ? {} : { modality: cells.modality }),
    ...(cells.topic === '' ? {} : { topic: cells.topic }),
    former: splitValues(cells.former),
    source,
    line,
  }
}

function indexTerms(all: readonly Term[], findings: Finding[]): Terms {
  const byId = new Map<string, Term>()
  const byName = new Map<string, Term>()
  for (const term of all) {
    const twin = byId.get(term.id)
    if (twin === undefined) byId.set(term.id, term)
    else findings.push(repeated(term, `id "${term.id}" stands in line ${twin.line} already`))
  }
  for (const pass of [(term: Term) => [term.id, term.name], (term: Term) => [term.fullName, ...term.aliases]]) {
    for (const term of all) {
      for (const name of pass(term)) {
        const key = slug(name)
        const other = byName.get(key)
        if (key === '' || other === term) continue
        if (other === undefined) byName.set(key, term)
        else if (other.id !== term.id)
          findings.push(repeated(term, `"${name}" names ${other.name} (line ${other.line}) already`))
      }
    }
  }
  return { all, byId, find: (name) => byName.get(slug(name)) }
}

function repeated(term: Term, what: string): Finding {
  return {
    rule: 'read/ambiguous-term',
    severity: 'warning',
    source: term.source,
    line: term.line,
    column: 1,
    message: `In the vocabulary ${what}; the first counts.`,
    hint: 'Give each thing names of its own.',
  }
}
