// Times each question on a field of 100,000 papers and 2,000 datasets that is loaded, indexed and prepared: the aim is 50 ms
// for the first 50 answers. Run by `npm run bench`.
//   node test/bench/questions.mjs [PAPERS] [WORDS]      only the questions whose name holds WORDS
// "First" is the first call after preparation: the machine's code for a question may be made in it, no part of the index is.
// Processor time is that of all threads; other programs on the machine do not lengthen it as much as that of the clock.
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as fieldmap from '@fieldmap/graph'
import { runnerImport } from 'vite'
import { limit, questionTable } from './question-table.mjs'

const QUESTIONS_FOLDER = new URL('../../packages/graph/src/questions/', import.meta.url)
const { generatedField } = await helper('generated-field')
const { sampleGraph } = await helper('sample-graph')

const RUNS = 15
const GOAL = 50
/** Communities of the map, of equal size. */
const COMMUNITIES = 20

const { createFieldIndex, createNodeFinder, createSearchIndex, paperProjection, prepareFieldIndex } = fieldmap
const graph = sampleGraph(field(Number(process.argv[2] ?? 100_000)))
const index = made('createFieldIndex', () => createFieldIndex(graph, mapOf(graph)))
made('prepareFieldIndex', () => prepareFieldIndex(index))
const search = made('createSearchIndex', () => createSearchIndex(graph))
const finder = made('createNodeFinder', () => createNodeFinder(graph, search))
const projection = made('paperProjection, with the terms of titles', () => paperProjection(index))

console.log(`first ${limit} answers: ${index.papers.length} papers, ${graph.order} nodes, ${graph.size} edges; in ms`)
const times = Object.entries(questionTable(fieldmap, { index, search, finder, projection }))
  .filter(([name]) => name.includes(process.argv[3] ?? ''))
  .map(([name, ask]) => time(name, ask))
for (const kind of ['first', 'median']) {
  const below = times.filter((one) => one[kind] < GOAL).length
  const worst = Math.max(...times.map((one) => one[kind])).toFixed(1)
  console.log(`${kind}: ${below} of ${times.length} below ${GOAL} ms, the longest ${worst} ms`)
}

/** A generated field of two lists, with a paper that nothing joins to others. */
function field(papers) {
  const { papers: generated, topics } = generatedField({ papers, datasets: 2000 })
  const inTwoLists = generated.map((paper, i) => (i % 2 === 0 ? paper : { ...paper, source: 'other.md' }))
  return { papers: [...inTwoLists, { title: 'An island' }], topics }
}

/** A map with nothing but communities. */
function mapOf(ofGraph) {
  const papers = ofGraph.filterNodes((_, { kind }) => kind === 'paper')
  const communities = Array.from({ length: COMMUNITIES }, (_, i) => {
    const members = papers.filter((__, paper) => paper % COMMUNITIES === i)
    return { id: String(i), label: `Community ${i}`, terms: [], size: members.length, stability: 1, members }
  })
  const grouping = { regions: [], positions: {} }
  const groupings = { task: grouping, community: grouping, venue: grouping, year: grouping }
  return { format: 'fieldmap-map', version: 1, communities, groupings }
}

/** Times a question's runs, and prints them. @returns the first call and the median of the others by the clock, in ms. */
function time(name, ask) {
  const first = timed(ask)
  const runs = Array.from({ length: RUNS }, () => timed(ask))
  const ordered = (kind) => runs.map((run) => run[kind]).sort((a, b) => a - b)
  const [wall, cpu] = [ordered('wall'), ordered('cpu')]
  const median = wall[RUNS >> 1]
  const ms = (value) => value.toFixed(1).padStart(6)
  console.log(
    `${name.padEnd(52)} first ${ms(first.wall)} (processor ${ms(first.cpu)}), then median ${ms(median)}, least ${ms(wall[0])} (processor ${ms(cpu[RUNS >> 1])}); load ${loadavg()[0].toFixed(1)}`,
  )
  return { first: first.wall, median }
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
