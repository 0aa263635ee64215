import { bench, describe } from 'vitest'
import { betweenSets, type NamedSet } from './between-sets.ts'
import { brief } from './brief.ts'
import { datasetUse } from './dataset-use.ts'
import { createFieldIndex } from './field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { paperProjection } from './paper-projection.ts'
import { papersWithDatasets } from './papers-with-datasets.ts'
import { pathsBetween } from './paths-between.ts'
import { rowLength } from './rows.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { sharedWithPaper } from './shared-with-paper.ts'
import { whereToStart } from './where-to-start.ts'

/** First answers that are asked for. */
const limit = 50
const graph = sampleGraph(generatedField({ papers: 100_000, datasets: 2000 }))
const index = createFieldIndex(graph)
const projection = paperProjection(index)

/** The paper with most datasets, for which most is to be summed, and the first with one. */
const uses = index.papers.map((_, paper) => rowLength(index.incidence('dataset').things, paper))
const busiest = index.papers[uses.indexOf(uses.reduce((a, b) => Math.max(a, b), 0))] ?? ''
const other = index.papers[uses.indexOf(1)] ?? ''
const people = index.incidence('author').keys
const [someone = '', another = ''] = [people[people.length >> 2], people[people.length >> 1]]
const task = (n: number): NamedSet => {
  return { label: `Task ${n}`, key: `task:task-${n}`, filter: { tasks: [`task:task-${n}`] } }
}

const QUESTIONS: Readonly<Record<string, () => unknown>> = {
  'shared PAPER': () => sharedWithPaper(index, busiest, { limit }),
  'shared PAPER --task --year': () =>
    sharedWithPaper(index, busiest, { limit, filter: { tasks: ['task:task-0'], years: { from: 2015 } } }),
  'shared DATASET': () => papersWithDatasets(index, ['dataset:set-0'], { limit }),
  'shared DATASET DATASET --any --not DATASET': () =>
    papersWithDatasets(index, ['dataset:set-0', 'dataset:set-1'], { limit, any: true, not: ['dataset:set-2'] }),
  datasets: () => datasetUse(index, { limit }),
  'datasets --task': () => datasetUse(index, { limit, filter: { tasks: ['task:task-0'] } }),
  'between the two largest tasks': () => betweenSets(index, task(0), task(1), { limit }),
  'between two small tasks': () => betweenSets(index, task(90), task(91), { limit }),
  'path between papers': () => pathsBetween(index, busiest, other),
  'path between people': () => pathsBetween(index, someone, another),
  'start, all': () => whereToStart(index, { limit }),
  'start TASK': () => whereToStart(index, { limit, filter: { tasks: ['task:task-0'] } }),
  brief: () => brief(index),
  'brief --task': () => brief(index, { filter: { tasks: ['task:task-0'] } }),
  'projection of one paper': () => projection.of(busiest, limit),
}

const few = { iterations: 15, time: 0, warmupIterations: 3, warmupTime: 0 }

/** Prints a question's times when its last run ends: the reporter prints none where standard output is no terminal. */
function printTimes(name: string, times: readonly number[]): void {
  if (times.length !== few.warmupIterations + few.iterations) return
  const run = times.slice(few.warmupIterations).sort((a, b) => a - b)
  const median = run[run.length >> 1] ?? 0
  console.log(
    `${name.padEnd(44)} median ${median.toFixed(1)} ms, least ${run[0]?.toFixed(1)}, first ${times[0]?.toFixed(1)}`,
  )
}

// The parts of the index that are made at first use are made in the warm-up: "first" is the time with them.
describe(`first ${limit} answers: ${index.papers.length} papers, ${graph.order} nodes, ${graph.size} edges`, () => {
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const times: number[] = []
    bench(
      name,
      () => {
        const start = performance.now()
        ask()
        times.push(performance.now() - start)
        printTimes(name, times)
      },
      few,
    )
  }
})
