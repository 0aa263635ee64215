import type { BibliographyRecord } from '../curated/bibliography-record.ts'
import type { Terms } from '../curated/vocabulary.ts'
import { createDatasetNames } from '../recognise/dataset-names.ts'
import type { DatasetNodes } from './link-datasets.ts'
import type { EdgeStatement } from './statement.ts'

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
  const abstracts = described.flatMap(({ subject, statement: record }) =>
    record.abstract === undefined ? [] : [{ subject, record, abstract: record.abstract }],
  )
  if (abstracts.length === 0) return []
  const names = createDatasetNames(terms.all)
  return abstracts.flatMap(({ subject, record, abstract }) => {
    return names.find(abstract).flatMap(({ term, start, end, words }): EdgeStatement[] => {
      const kind = isMade(abstract, start, end) ? 'introduces' : 'uses'
      const evidence = {
        ...record.evidenceOf('abstract', 'bibliography/abstract', words),
        tier: 'B' as const,
        role: kind === 'introduces' ? ('introduce' as const) : ('unknown' as const),
      }
      const target = datasets.keyOf(term.name, evidence)
      return target === undefined ? [] : [{ source: subject, kind, target, evidence: [evidence] }]
    })
  })
}

const MAKES =
  /\b(?:we|this (?:paper|work|article))\b[^.]{0,60}?\b(?:introduces?|presents?|proposes?|releases?|collect(?:s|ed)?|construct(?:s|ed)?|buil(?:d|ds|t)|creates?d?|contributes?|annotated?)\b[^.]{0,120}?\b(?:datasets?|databases?|corpus|benchmark)\b[^.]{0,60}$/i

/** Whether the sentence up to a name says that the authors made what it names. */
function isMade(abstract: string, start: number, end: number): boolean {
  const sentence = abstract.slice(abstract.lastIndexOf('. ', start) + 1, start)
  const behind = abstract.slice(end, end + 40)
  const lead = /^\s*(?:data ?set|data ?base|corpus|benchmark)/i.test(behind) ? `${sentence} dataset ` : sentence
  return MAKES.test(lead) && !/\b(?:on|using|from|than|like|unlike)\s+(?:the\s+)?$/i.test(sentence)
}
