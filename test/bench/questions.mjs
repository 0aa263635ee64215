// Times each question on a field of 100,000 papers and 2,000 datasets that is loaded, indexed and prepared: the aim is 50 ms
// for the first 50 answers. Run by `npm run bench`.
//   node test/bench/questions.mjs [PAPERS] [WORDS]      only the questions whose name holds WORDS
// "First" is the first call after preparation: the machine's code for a question may be made in it, no part of the index is. Of the
// calls after it the median, and what 95 of 100 do not exceed. Processor time is that of all threads; other programs on the
// machine do not lengthen it as much as that of the clock.
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as fieldmap from '@fieldmap/graph'
import { runnerImport } from 'vite'
import { limit, questionTable } from './question-table.mjs'

const QUESTIONS_FOLDER = new URL('../../packages/graph/src/questions/', import.meta.url)
const { generatedField } = await helper('generated-field')
const { sampleGraph } = await helper('sample-graph')

const RUNS = 40
const GOAL = 50
const CLOCKS = { wall: 'by the clock', cpu: 'of the processor' }
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
for (const clock of ['wall', 'cpu']) {
  for (const kind of ['first', 'median', 'p95']) {
    const below = times.filter((one) => one[clock][kind] < GOAL).length
    const worst = times.reduce((a, b) => (b[clock][kind] > a[clock][kind] ? b : a))
    const longest = `the longest ${worst[clock][kind].toFixed(1)} ms (${worst.name})`
    console.log(`${CLOCKS[clock]}, ${kind}: ${below} of ${times.length} below ${GOAL} ms, ${longest}`)
  }
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

/** Times a question's runs, and prints them. @returns the first call, and the median and the 95th percentile of the others, in ms. */
function time(name, ask) {
  const first = timed(ask)
  const runs = Array.from({ length: RUNS }, () => timed(ask))
  const [wall, cpu] = ['wall', 'cpu'].map((clock) => {
    const ordered = runs.map((run) => run[clock]).sort((a, b) => a - b)
    return { first: first[clock], median: ordered[RUNS >> 1], p95: ordered[Math.ceil(0.95 * RUNS) - 1] }
  })
  const kinds = Object.keys(wall).map((kind) => `${kind} ${ms(wall[kind])} (processor ${ms(cpu[kind])})`)
  console.log(`${name.padEnd(52)} ${kinds.join(', ')}; load ${loadavg()[0].toFixed(1)}`)
  return { name, wall, cpu }
}

function ms(value) {
  return value.toFixed(1).padStart(6)
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
