import type { Finding } from '@fieldmap/graph'
import type { SourceText } from '../read/source-text.ts'
import { type AuthorsStatement, readAuthors } from './authors.ts'
import { readBibliographies } from './bibliography.ts'
import type { BibliographyRecord } from './bibliography-record.ts'
import { type Decision, readDecisions } from './decisions.ts'
import { type DatasetStatement, readEvidence } from './evidence.ts'
import { type DatasetRelation, readRelations } from './relations.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'

/** What a field's curators keep beside its lists. */
export interface Curated {
  readonly vocabulary: Vocabulary
  readonly decisions: readonly Decision[]
  readonly evidence: readonly DatasetStatement[]
  readonly relations: readonly DatasetRelation[]
  readonly authors: readonly AuthorsStatement[]
  readonly bibliography: readonly BibliographyRecord[]
  readonly findings: readonly Finding[]
}

/** Reads all sources that are no lists; empty where there are none. Linear in the texts. */
export function readCurated(sources: readonly SourceText[]): Curated {
  const vocabulary = readVocabulary(sources)
  const decided = readDecisions(sources)
  const evidence = readEvidence(sources)
  const related = readRelations(sources)
  const authors = readAuthors(sources)
  const bibliography = readBibliographies(sources)
  return {
    vocabulary,
    decisions: decided.decisions,
    evidence: evidence.statements,
    relations: related.relations,
    authors: authors.statements,
    bibliography: bibliography.records,
    findings: [vocabulary, decided, evidence, related, authors, bibliography].flatMap(({ findings }) => findings),
  }
}
