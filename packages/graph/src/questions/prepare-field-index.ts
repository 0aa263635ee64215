import type { Tier } from '../evidence.ts'
import { brief } from './brief.ts'
import { datasetUse } from './dataset-use.ts'
import { CHANNELS, type FieldIndex } from './field-index.ts'

const TIERS: readonly Tier[] = ['A', 'B', 'C']

/**
 * Makes now what an index else makes at the first question that needs it: who has what, the adjacency of all nodes, traits
 * of papers, who is in which list and community, and for each choice of evidence what is counted over the whole field. For a program that answers many
 * questions: none of them waits for it then. One that asks a single question is faster without. Answers are the same.
 *
 * Terms of titles are left out, since no question needs them but {@link paperProjection}, which is made once anyway.
 * Linear in nodes and edges, but for sorting keys and counting pairs (`datasetUse`, `brief`).
 *
 * @returns the index itself.
 */
export function prepareFieldIndex(index: FieldIndex): FieldIndex {
  for (const channel of CHANNELS) if (channel !== 'term') index.incidence(channel)
  index.traits()
  index.groups()
  index.adjacency()
  for (const tier of TIERS) {
    for (const pretraining of [false, true]) {
      const options = { filter: { tier, pretraining }, limit: 0 }
      datasetUse(index, options)
      brief(index, options)
    }
  }
  // A part of the field takes other ways through the code, which are slow until they are compiled.
  for (let i = 0; i < 3; i++) brief(index, { filter: { withCode: true } })
  return index
}
