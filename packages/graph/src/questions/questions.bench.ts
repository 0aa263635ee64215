import { bench, describe } from 'vitest'
import { betweenSets } from './between-sets.ts'
import { brief } from './brief.ts'
import { datasetUse } from './dataset-use.ts'
import { createFieldIndex } from './field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { paperProjection } from './paper-projection.ts'
import { papersWithDatasets } from './papers-with-datasets.ts'
import { pathsBetween } from './paths-between.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { sharedWithPaper } from './shared-with-paper.ts'
import { whereToStart } from './where-to-start.ts'

const graph = sampleGraph(generatedField({ papers: 100_000, datasets: 2000 }))
const index = createFieldIndex(graph)
index.adjacency()
const limit = 50

/** The paper with most datasets, for which most is to be summed, and one that has few. */
const { things } = index.incidence('dataset')
const byUses = index.papers
  .map((key, i) => ({ key, uses: (things.offsets[i + 1] ?? 0) - (things.offsets[i] ?? 0) }))
  .sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1))
const busiest = byUses[0]?.key ?? ''
const other = byUses.find(({ uses }) => uses === 1)?.key ?? ''
const projection = paperProjection(index)
const task = (n: number) => ({ label: `Task ${n}`, key: `task:task-${n}`, filter: { tasks: [`task:task-${n}`] } })
const few = { iterations: 20, time: 0, warmupIterations: 2, warmupTime: 0 }

describe(`first 50 answers, ${index.papers.length} papers, ${graph.order} nodes, ${graph.size} edges`, () => {
  bench('shared PAPER', () => void sharedWithPaper(index, busiest, { limit }), few)
  bench(
    'shared PAPER --task --year',
    () => void sharedWithPaper(index, busiest, { limit, filter: { tasks: ['task:task-0'], years: { from: 2015 } } }),
    few,
  )
  bench('shared DATASET', () => void papersWithDatasets(index, ['dataset:set-0'], { limit }), few)
  bench(
    'shared DATASET DATASET --any --not',
    () =>
      void papersWithDatasets(index, ['dataset:set-0', 'dataset:set-1'], { limit, any: true, not: ['dataset:set-2'] }),
    few,
  )
  bench('datasets', () => void datasetUse(index, { limit }), few)
  bench('between two tasks', () => void betweenSets(index, task(0), task(1), { limit }), few)
  bench('between two rare tasks', () => void betweenSets(index, task(90), task(91), { limit }), few)
  bench('path, 3 alternatives', () => void pathsBetween(index, busiest, other), few)
  bench(
    'path between far nodes, 50 alternatives',
    () => void pathsBetween(index, 'author:person-59000', 'author:person-41111', { limit }),
    few,
  )
  bench('start TASK', () => void whereToStart(index, { limit, filter: { tasks: ['task:task-0'] } }), few)
  bench('start, all', () => void whereToStart(index, { limit }), few)
  bench('brief', () => void brief(index), few)
  bench('projection of one paper', () => void projection.of(busiest, limit), few)
})
