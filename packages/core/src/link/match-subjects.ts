import type { Finding } from '@fieldmap/graph'
import type { AuthorsStatement } from '../curated/authors.ts'
import type { BibliographyRecord } from '../curated/bibliography-record.ts'
import type { DatasetStatement } from '../curated/evidence.ts'
import { memoise, oncePer } from '../memo.ts'
import type { PaperFinder, PaperReference } from '../resolve/find-paper.ts'
import type { Paper } from '../resolve/paper.ts'
import { slugOf } from './slug-of.ts'

/** Statements of other files with the node that each is about. */
export interface Matched<T> {
  readonly found: readonly { readonly subject: string; readonly statement: T }[]
  readonly findings: readonly Finding[]
}

interface Place {
  readonly source: string
  readonly line: number
}

/** Finds the papers, else the challenges, that records of an evidence file name. A record without one is a finding. */
export function matchEvidence(
  statements: readonly DatasetStatement[],
  find: PaperFinder,
  challenges: ReadonlyMap<string, string>,
): Matched<DatasetStatement> {
  return match(statements, ({ paper, evidence }) => {
    const challenge = challenges.size === 0 ? undefined : challenges.get(slugOf(paper))
    if (challenge !== undefined) return { subject: challenge }
    return subjectOf(referenceTo(paper), find, evidence)
  })
}

/** Finds the papers that an authors file names. */
export function matchAuthors(statements: readonly AuthorsStatement[], find: PaperFinder): Matched<AuthorsStatement> {
  return match(statements, (statement) => subjectOf(authorsReference(statement), find, statement.place))
}

/** Finds the papers that a bibliography describes. One that no list holds is left out: a bibliography may hold more. */
export function matchBibliography(
  records: readonly BibliographyRecord[],
  find: PaperFinder,
): Matched<BibliographyRecord> {
  return match(records, (record) => {
    const subject = subjectOf(bibliographyReference(record), find, record.place)
    return 'rule' in subject && subject.rule === UNMATCHED ? { ...subject, severity: 'info' } : subject
  })
}

// The same references each time, by which the finder knows them.
const referenceTo = memoise((text): PaperReference => ({ text }))
const authorsReference = oncePer(
  ({ paper, authors }: AuthorsStatement): PaperReference => ({ text: paper, authors: authors.map(({ name }) => name) }),
)
const bibliographyReference = oncePer(
  ({ title, authors, year, identifiers }: BibliographyRecord): PaperReference => ({
    text: title,
    authors,
    identifiers,
    ...(year === undefined ? {} : { year }),
  }),
)

type Subject = { readonly subject: string } | Finding

const UNMATCHED = 'link/unmatched-paper'

function match<T>(statements: readonly T[], subjectFor: (statement: T) => Subject): Matched<T> {
  const found: { subject: string; statement: T }[] = []
  const findings: Finding[] = []
  for (const statement of statements) {
    const subject = subjectFor(statement)
    if ('subject' in subject) found.push({ subject: subject.subject, statement })
    else findings.push(subject)
  }
  return { found, findings }
}

function subjectOf(reference: PaperReference, find: PaperFinder, { source, line }: Place): Subject {
  const result = find(reference)
  switch (result.status) {
    case 'found':
      return { subject: result.paper.key }
    case 'ambiguous':
      return {
        rule: 'link/ambiguous-paper',
        severity: 'warning',
        source,
        line,
        column: 1,
        message: `"${reference.text}" means several papers: ${result.papers.map(({ key }) => key).join(', ')}.`,
        hint: 'Write the identifier of the one that is meant.',
      }
    case 'missing':
      return {
        rule: UNMATCHED,
        severity: 'warning',
        source,
        line,
        column: 1,
        message: `No list holds a paper "${reference.text}".`,
        hint: nearestHint(result.nearest),
      }
    default:
      return result satisfies never
  }
}

function nearestHint(nearest: Paper | undefined): string {
  return nearest === undefined
    ? 'Write its title or identifier as a list has it.'
    : `Most like it is "${nearest.label}"; write the title or identifier as a list has it.`
}
