import { loadavg } from 'node:os'
import { bench, describe } from 'vitest'
import { createNodeFinder } from '../find-node.ts'
import { createSearchIndex } from '../search.ts'
import { betweenSets, type NamedSet } from './between-sets.ts'
import { brief } from './brief.ts'
import { datasetUse } from './dataset-use.ts'
import { createFieldIndex } from './field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { neighbors } from './neighbors.ts'
import { paperProjection } from './paper-projection.ts'
import { papersWithDatasets } from './papers-with-datasets.ts'
import { pathsBetween } from './paths-between.ts'
import { prepareFieldIndex } from './prepare-field-index.ts'
import { rowLength } from './rows.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { sharedWithPaper } from './shared-with-paper.ts'
import { whereToStart } from './where-to-start.ts'

/** What a call takes, in milliseconds: by the clock, and of all processors, which other programs do not lengthen as much. */
interface Taken {
  readonly wall: number
  readonly cpu: number
}

function timed<T>(run: () => T): Taken & { readonly result: T } {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const result = run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { result, wall, cpu: (user + system) / 1000 }
}

/** Makes a part and prints what it takes. The reporter prints nothing where standard output is no terminal. */
function made<T>(name: string, make: () => T): T {
  const { result, wall, cpu } = timed(make)
  console.log(`${name.padEnd(44)} ${wall.toFixed(0)} ms, processor ${cpu.toFixed(0)} ms`)
  return result
}

/** First answers that are asked for. */
const limit = 50
const graph = sampleGraph(generatedField({ papers: 100_000, datasets: 2000 }))
const index = made('createFieldIndex', () => createFieldIndex(graph))
made('prepareFieldIndex', () => prepareFieldIndex(index))
const search = made('createSearchIndex', () => createSearchIndex(graph))
const finder = made('createNodeFinder', () => createNodeFinder(graph, search))
const projection = made('paperProjection, with the terms of titles', () => paperProjection(index))

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
  'datasets --tier A': () => datasetUse(index, { limit, filter: { tier: 'A' } }),
  'datasets --task': () => datasetUse(index, { limit, filter: { tasks: ['task:task-0'] } }),
  'between the two largest tasks': () => betweenSets(index, task(0), task(1), { limit }),
  'between two small tasks': () => betweenSets(index, task(90), task(91), { limit }),
  'path between papers': () => pathsBetween(index, busiest, other),
  'path between papers --year': () => pathsBetween(index, busiest, other, { filter: { years: { from: 2010 } } }),
  'path between people': () => pathsBetween(index, someone, another),
  'start, all': () => whereToStart(index, { limit }),
  'start TASK': () => whereToStart(index, { limit, filter: { tasks: ['task:task-0'] } }),
  brief: () => brief(index),
  'brief --tier A': () => brief(index, { filter: { tier: 'A' } }),
  'brief --task': () => brief(index, { filter: { tasks: ['task:task-0'] } }),
  'brief --year': () => brief(index, { filter: { years: { from: 2015 } } }),
  'projection of one paper': () => projection.of(busiest, limit),
  'a node by its name': () => finder.find('set 17'),
  'a node by words of its title': () => finder.find('Paper 4711 on'),
  'neighbors PAPER': () => neighbors(index, busiest, { limit }),
  'neighbors of the largest task': () => neighbors(index, 'task:task-0', { limit }),
  'search, a name': () => search.search('Set 17', limit),
  'search, two words': () => search.search('w17 w23', limit),
  'search, a word in every title': () => search.search('paper', limit),
}

const few = { iterations: 15, time: 0, warmupIterations: 3, warmupTime: 0 }

/** Prints a question's times when its last run ends. */
function printTimes(name: string, runs: readonly Taken[]): void {
  if (runs.length !== few.warmupIterations + few.iterations) return
  const steady = runs.slice(few.warmupIterations)
  const ordered = (time: (run: Taken) => number): readonly number[] => steady.map(time).sort((a, b) => a - b)
  const [wall, cpu] = [ordered((run) => run.wall), ordered((run) => run.cpu)]
  const middle = steady.length >> 1
  const shown = [runs[0]?.wall, runs[0]?.cpu, wall[middle], wall[0], cpu[middle]].map((ms = 0) => ms.toFixed(1))
  console.log(
    `${name.padEnd(44)} first ${shown[0]} ms (processor ${shown[1]}), then median ${shown[2]}, least ${shown[3]} (processor ${shown[4]}); load ${loadavg()[0]?.toFixed(1)}`,
  )
}

// "First" is the first call after preparation: the machine's code for a question is made in it, no part of the index is.
describe(`first ${limit} answers: ${index.papers.length} papers, ${graph.order} nodes, ${graph.size} edges`, () => {
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const runs: Taken[] = []
    bench(
      name,
      () => {
        const { wall, cpu } = timed(ask)
        runs.push({ wall, cpu })
        printTimes(name, runs)
      },
      few,
    )
  }
})
