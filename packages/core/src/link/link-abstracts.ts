import type { Evidence } from '@fieldmap/graph'
import type { BibliographyRecord } from '../curated/bibliography-record.ts'
import type { Terms } from '../curated/vocabulary.ts'
import { oncePer } from '../memo.ts'
import { createDatasetNames, type DatasetNames } from '../recognise/dataset-names.ts'
import type { DatasetNodes } from './link-datasets.ts'
import { type EdgeStatement, statedEdge } from './statement.ts'

/** What a bibliography says of the paper with the key `subject`. */
export interface DescribedPaper {
  readonly subject: string
  readonly statement: BibliographyRecord
}

/**
 * The datasets that the abstracts of a bibliography name, by the vocabulary: evidence of tier B. A sentence in which
 * the authors make the dataset ("we collect RAF-DB") introduces it, any other uses it, in a role that is not known.
 */
export function linkAbstracts(
  described: readonly DescribedPaper[],
  terms: Terms,
  datasets: DatasetNodes,
): readonly EdgeStatement[] {
  const namedBy = namedIn(terms)
  return described.flatMap(({ subject, statement }) =>
    namedBy(statement).flatMap(({ name, kind, evidence }): EdgeStatement[] => {
      const target = datasets.keyOf(name, evidence)
      return target === undefined ? [] : [statedEdge(evidence, subject, kind, target)]
    }),
  )
}

/** The datasets that a record's abstract names. */
const namedIn = oncePer((terms: Terms) => {
  let names: DatasetNames | undefined
  return oncePer((record: BibliographyRecord) => {
    const { abstract } = record
    if (abstract === undefined) return []
    names ??= createDatasetNames(terms.all)
    return names.find(abstract).map(({ term, start, end, words }) => {
      const kind = isMade(abstract, start, end) ? ('introduces' as const) : ('uses' as const)
      const evidence: Evidence = {
        ...record.evidenceOf('abstract', 'bibliography/abstract', words),
        tier: 'B',
        role: kind === 'introduces' ? 'introduce' : 'unknown',
      }
      return { name: term.name, kind, evidence }
    })
  })
})

const MAKES =
  /\b(?:we|this (?:paper|work|article))\b[^.]{0,60}?\b(?:introduces?|presents?|proposes?|releases?|collect(?:s|ed)?|construct(?:s|ed)?|buil(?:d|ds|t)|creates?d?|contributes?|annotated?)\b[^.]{0,120}?\b(?:datasets?|databases?|corpus|benchmark)\b[^.]{0,60}$/i

/** Whether the sentence up to a name says that the authors made what it names. */
function isMade(abstract: string, start: number, end: number): boolean {
  const sentence = abstract.slice(abstract.lastIndexOf('. ', start) + 1, start)
  const behind = abstract.slice(end, end + 40)
  const lead = /^\s*(?:data ?set|data ?base|corpus|benchmark)/i.test(behind) ? `${sentence} dataset ` : sentence
  return MAKES.test(lead) && !/\b(?:on|using|from|than|like|unlike)\s+(?:the\s+)?$/i.test(sentence)
}
