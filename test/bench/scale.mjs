// Times the pipeline on the seeds, on 10 and 100 times as much, and on 100,000 entries, beside remark's own parse of the same texts.
// Run by `npm run bench`. "Cold" is the first run in a process of its own, as on a command line: median of several
// processes, for the pipeline and for remark alike. "Warm" is the median of later runs in one process, in turns.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildFacts, readSources } from '@fieldmap/core'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { generateLists } from './generate-lists.mjs'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
/** Processes of cold runs, and warm runs, for each number of copies. */
const SIZES = { 1: [7, 15], 10: [3, 7], 100: [1, 2], 521: [1, 0] }
const WIDTHS = [8, 9, 9, 9, 13, 11, 8, 13, 11, 8, 11, 0]

/** What a process measures, on lists that are in memory. */
const TASKS = {
  async graph(lists) {
    let facts
    const milliseconds = await timed(async () => {
      facts = await factsOf(lists)
    })
    const { counts, stages } = facts.report
    return { milliseconds, counts, stages, memory: process.resourceUsage().maxRSS / 1024 }
  },
  async remark(lists) {
    return { milliseconds: await timed(() => parseAll(lists)) }
  },
  async warm(lists) {
    const times = { graph: [], remark: [] }
    let facts
    for (let run = 0; run <= SIZES[size][1]; run++) {
      times.graph.push(
        await timed(async () => {
          facts = await factsOf(lists)
        }),
      )
      times.remark.push(await timed(() => parseAll(lists)))
    }
    return { graph: median(times.graph.slice(1)), remark: median(times.remark.slice(1)), stages: facts.report.stages }
  },
  async analyse(lists) {
    const { analyse } = await import('@fieldmap/core')
    const { graph } = await factsOf(lists)
    return { milliseconds: await timed(() => analyse(graph)) }
  },
}
const remark = unified().use(remarkParse).use(remarkGfm).freeze()

const [size, task] = process.argv.slice(2)
if (task === undefined) {
  print([
    'copies',
    'entries',
    'papers',
    'pairs',
    'cold: graph',
    'remark',
    'ratio',
    'warm: graph',
    'remark',
    'ratio',
    'analyse',
    'memory',
  ])
  for (const copies of size === undefined ? Object.keys(SIZES) : [size]) report(copies)
} else console.log(JSON.stringify(await TASKS[task](await listsOf(Number(size)))))

function report(copies) {
  const [processes, runs] = SIZES[copies] ?? [1, 1]
  const run = (name) =>
    JSON.parse(
      execFileSync(process.execPath, ['--max-old-space-size=8192', fileURLToPath(import.meta.url), copies, name], {
        encoding: 'utf8',
      }),
    )
  const cold = Array.from({ length: processes }, () => ({ graph: run('graph'), remark: run('remark') }))
  const graph = median(cold.map((pair) => pair.graph.milliseconds))
  const plain = median(cold.map((pair) => pair.remark.milliseconds))
  const warm = runs === 0 ? undefined : run('warm')
  const { counts, stages } = cold[0].graph
  print([
    copies,
    counts.entries,
    counts.paper,
    counts.compared,
    ms(graph),
    ms(plain),
    (graph / plain).toFixed(2),
    ...(warm === undefined
      ? ['-', '-', '-']
      : [ms(warm.graph), ms(warm.remark), (warm.graph / warm.remark).toFixed(2)]),
    ms(run('analyse').milliseconds),
    `${median(cold.map((pair) => pair.graph.memory)).toFixed(0)} MB`,
  ])
  console.log(`  cold: ${line(stages)}`)
  if (warm !== undefined) console.log(`  warm: ${line(warm.stages)}`)
}

async function listsOf(copies) {
  const { sources } = await readSources([SEEDS], {})
  return generateLists(
    sources.filter(({ kind }) => kind === 'list'),
    copies,
  )
}

/** Reads the seeds again, as a build does, and takes the lists in place of theirs. */
async function factsOf(lists) {
  const read = await readSources([SEEDS], {})
  const others = read.sources.filter(({ kind }) => kind !== 'list')
  return buildFacts({ ...read, sources: [...lists, ...others] }, () => performance.now())
}

function parseAll(lists) {
  for (const { text } of lists) remark.parse(text)
}

async function timed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function ms(value) {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`
}

function line(stages) {
  return stages.map(({ name, milliseconds }) => `${name} ${milliseconds} ms`).join('  ')
}

function print(cells) {
  console.log(cells.map((cell, i) => String(cell).padEnd(WIDTHS[i])).join(''))
}
