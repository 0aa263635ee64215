// Times each question on a field of 100,000 papers and 2,000 datasets that is loaded, indexed and prepared: the aim is 50 ms
// for the first 50 answers. Run by `npm run bench`.
//   node test/bench/questions.mjs [PAPERS]
// "First" is the first call after preparation: the machine's code for a question may be made in it, no part of the index is.
// Processor time is that of all threads; other programs on the machine do not lengthen it as much as that of the clock.
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import {
  betweenSets,
  brief,
  createFieldIndex,
  createNodeFinder,
  createSearchIndex,
  datasetUse,
  neighbors,
  paperProjection,
  papersWithDatasets,
  pathsBetween,
  prepareFieldIndex,
  sharedWithPaper,
  whereToStart,
} from '@fieldmap/graph'
import { runnerImport } from 'vite'

const QUESTIONS_FOLDER = new URL('../../packages/graph/src/questions/', import.meta.url)
const { generatedField } = await helper('generated-field')
const { sampleGraph } = await helper('sample-graph')

/** First answers that are asked for. */
const limit = 50
const RUNS = 15
const GOAL = 50

const graph = sampleGraph(generatedField({ papers: Number(process.argv[2] ?? 100_000), datasets: 2000 }))
const index = made('createFieldIndex', () => createFieldIndex(graph))
made('prepareFieldIndex', () => prepareFieldIndex(index))
const search = made('createSearchIndex', () => createSearchIndex(graph))
const finder = made('createNodeFinder', () => createNodeFinder(graph, search))
const projection = made('paperProjection, with the terms of titles', () => paperProjection(index))

/** The paper with most datasets, for which most is to be summed, and the first with one. */
const uses = index.papers.map((_, paper) => {
  const { offsets } = index.incidence('dataset').things
  return offsets[paper + 1] - offsets[paper]
})
const busiest = index.papers[uses.indexOf(uses.reduce((a, b) => Math.max(a, b), 0))]
const other = index.papers[uses.indexOf(1)]
const people = index.incidence('author').keys
const [someone, another] = [people[people.length >> 2], people[people.length >> 1]]
const task = (n) => ({ label: `Task ${n}`, key: `task:task-${n}`, filter: { tasks: [`task:task-${n}`] } })

const QUESTIONS = {
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

console.log(`first ${limit} answers: ${index.papers.length} papers, ${graph.order} nodes, ${graph.size} edges; in ms`)
const medians = Object.entries(QUESTIONS).map(([name, ask]) => time(name, ask))
const over = medians.filter((median) => median >= GOAL).length
console.log(`${medians.length - over} of ${medians.length} medians below ${GOAL} ms`)

/** Times a question's runs, and prints them. @returns the median by the clock, in ms. */
function time(name, ask) {
  const first = timed(ask)
  const runs = Array.from({ length: RUNS }, () => timed(ask))
  const ordered = (kind) => runs.map((run) => run[kind]).sort((a, b) => a - b)
  const [wall, cpu] = [ordered('wall'), ordered('cpu')]
  const median = wall[RUNS >> 1]
  const ms = (value) => value.toFixed(1).padStart(6)
  console.log(
    `${name.padEnd(44)} first ${ms(first.wall)} (processor ${ms(first.cpu)}), then median ${ms(median)}, least ${ms(wall[0])} (processor ${ms(cpu[RUNS >> 1])}); load ${loadavg()[0].toFixed(1)}`,
  )
  return median
}

/** What a call takes in milliseconds, by the clock and of all processors. */
function timed(run) {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const result = run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { result, wall, cpu: (user + system) / 1000 }
}

/** Makes a part and prints what it takes. */
function made(name, make) {
  const { result, wall, cpu } = timed(make)
  console.log(`${name.padEnd(44)} ${wall.toFixed(0)} ms, processor ${cpu.toFixed(0)} ms`)
  return result
}

async function helper(name) {
  return (await runnerImport(fileURLToPath(new URL(`${name}.test-helper.ts`, QUESTIONS_FOLDER)))).module
}
