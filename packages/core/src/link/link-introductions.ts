import type { Evidence, Finding } from '@fieldmap/graph'
import type { Terms } from '../curated/vocabulary.ts'
import type { Entry } from '../extract/entry.ts'
import { isDatasetSection } from '../extract/section/section-kinds.ts'
import { memoise, oncePer } from '../memo.ts'
import { isDistinctName, presentedDataset, titleName } from '../recognise/dataset-title.ts'
import type { Paper } from '../resolve/paper.ts'
import type { DatasetNodes } from './link-datasets.ts'
import { type EdgeStatement, statedEdge } from './statement.ts'

/** What the vocabulary and evidence know of the datasets that a paper may present. */
export interface KnownDatasets {
  readonly terms: Terms
  /** Names that evidence introduces, by the key of the paper. */
  readonly introduced: ReadonlyMap<string, readonly string[]>
}

interface Introductions {
  readonly edges: readonly EdgeStatement[]
  readonly findings: readonly Finding[]
}

/**
 * The datasets that lists themselves say a paper introduces: entries of a dataset section, and titles that present a
 * dataset. The name is the vocabulary's or what the title gives; where it gives none that is surely a name, what
 * evidence introduces for the paper. A paper that presents a dataset without any name is a finding.
 */
export function linkIntroductions(
  papers: readonly Paper[],
  { terms, introduced }: KnownDatasets,
  datasets: DatasetNodes,
): Introductions {
  const edges: EdgeStatement[] = []
  const findings: Finding[] = []
  for (const { key, entries } of papers) {
    const presenting = entries.flatMap(presentation)
    const [first] = presenting
    if (first === undefined) continue
    const evidenced = introduced.get(key) ?? []
    const names = presenting.flatMap(({ name }) => (name === undefined ? [] : [name]))
    const sure = names.find((name) => terms.find(name) !== undefined || isDistinctName(name))
    const chosen = sure !== undefined ? [sure] : evidenced.length > 0 ? evidenced : names.slice(0, 1)
    if (chosen.length === 0) findings.push(unnamed(first.entry))
    for (const name of chosen) {
      for (const { evidence } of presenting) {
        const target = datasets.keyOf(name, evidence)
        if (target !== undefined) edges.push(statedEdge(evidence, key, 'introduces', target))
      }
    }
  }
  return { edges, findings }
}

interface Presentation {
  readonly entry: Entry
  readonly name?: string
  readonly evidence: Evidence
}

const isDatasets = memoise(isDatasetSection)

const presentedBy = memoise(presentedDataset)

const presentation = oncePer((entry: Entry): readonly Presentation[] => {
  const { title, sections } = entry
  const presented = presentedBy(title.value)
  const listed = !SURVEY.test(title.value) && sections.some((section) => isDatasets(section.title))
  if (presented === undefined && !listed) return []
  const name = presented?.name ?? titleName(title.value)
  const quote = title.evidence.quote
  return [
    {
      entry,
      ...(name === undefined ? {} : { name }),
      evidence: {
        ...title.evidence,
        // The words that say so, where the list has them letter by letter.
        quote: presented !== undefined && quote.includes(presented.words) ? presented.words : quote,
        rule: presented === undefined ? 'link/dataset-section' : 'link/dataset-title',
        tier: 'A',
        role: 'introduce',
      },
    },
  ]
})

/** A survey in a dataset section presents none. */
const SURVEY = /\b(?:surveys?|reviews?|overview)\b/i

function unnamed({ title }: Entry): Finding {
  return {
    rule: 'link/unnamed-dataset',
    severity: 'info',
    source: title.evidence.source,
    line: title.evidence.line,
    column: 1,
    message: `"${title.value}" presents a dataset whose name the list does not give.`,
    hint: 'Add a record to an evidence file: paper, dataset, introduces.',
  }
}
