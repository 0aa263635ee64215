import type { Tier } from '../evidence.ts'
import { betweenSets } from './between-sets.ts'
import { brief } from './brief/brief.ts'
import { datasetUse } from './dataset-use.ts'
import { CHANNELS, type FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { rowLength } from './field-index/rows.ts'
import { neighbors } from './neighbors.ts'
import { papersWithDatasets } from './papers-with-datasets.ts'
import { pathsBetween } from './path/paths-between.ts'
import { sharedWithPaper } from './shared-with-paper.ts'
import { whereToStart } from './where-to-start.ts'

const TIERS: readonly Tier[] = ['A', 'B', 'C']

/**
 * Makes now what an index else makes at the first question that needs it: who has what, the adjacency of all nodes, traits
 * of papers, who is in which list and community, and for each choice of evidence what is counted over the whole field. Then
 * asks each question some times, so that its code is compiled and memory is there. For a program that answers many
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
  for (let i = 0; i < ROUNDS; i++) askOfPart(index)
  return index
}

/** Code is slow until the engine has compiled it, and it compiles what was called some times. */
const ROUNDS = 3

/** Asks each question of a part of the field, which takes other ways through the code than the whole. */
function askOfPart(index: FieldIndex): void {
  const [filter, limit] = [{ withCode: true }, 50]
  const recent = { years: { from: index.years.reduce((last, year) => Math.max(last, year), 0) - 2 } }
  brief(index, { filter })
  datasetUse(index, { filter, limit })
  whereToStart(index, { filter, limit })
  betweenSets(index, { label: 'code', filter }, { label: 'recent', filter: recent }, { limit })
  papersWithDatasets(index, index.incidence('dataset').keys.slice(0, 2), { filter, limit, any: true })
  const [first, last] = [index.papers[0], index.papers.at(-1)]
  if (first === undefined || last === undefined) return
  sharedWithPaper(index, first, { filter, limit })
  neighbors(index, first, { filter, limit, depth: 2 })
  const [hub, other] = hubsOf(index)
  for (const [from, to] of [
    [first, last],
    [first, hub],
    [hub, other],
  ] as const) {
    pathsBetween(index, from, to, { limit })
    pathsBetween(index, from, to, { filter, limit })
  }
}

/** The two nodes with most neighbours, between which most is to be looked at. */
function hubsOf(index: FieldIndex): readonly [string, string] {
  const { keys, neighbors: rows } = index.adjacency()
  const [hub = 0, other = 0] = firstSorted(
    Int32Array.from(keys.keys()),
    (a, b) => rowLength(rows, b) - rowLength(rows, a) || a - b,
    2,
  )
  return [keys[hub] ?? '', keys[other] ?? '']
}
