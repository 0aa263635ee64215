// Times the pipeline on the seeds, on 10 and 100 times as much, and on 100,000 entries, beside remark's own parse of the same texts.
// Run by `npm run bench`. Each size runs in a process of its own, so that memory and warm-up do not mix.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildFacts, readSources } from '@fieldmap/core'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { generateLists } from './generate-lists.mjs'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const REPEATS = { 1: 7, 10: 5, 100: 3, 521: 1 }

if (process.argv[2] === undefined) {
  console.log('copies  entries  papers   pairs    read…graph  remark     ratio  analyse    peak memory')
  for (const copies of Object.keys(REPEATS)) {
    process.stdout.write(
      execFileSync(process.execPath, ['--max-old-space-size=8192', fileURLToPath(import.meta.url), copies], {
        encoding: 'utf8',
      }),
    )
  }
} else {
  await measure(Number(process.argv[2]))
}

async function measure(copies) {
  const read = await readSources([SEEDS], {})
  const lists = read.sources.filter(({ kind }) => kind === 'list')
  const others = read.sources.filter(({ kind }) => kind !== 'list')
  const sources = [...generateLists(lists, copies), ...others]
  const remark = unified().use(remarkParse).use(remarkGfm).freeze()
  const times = { facts: [], remark: [] }
  let facts
  let memory
  for (let run = 0; run < REPEATS[copies]; run++) {
    times.facts.push(
      await timed(async () => {
        const again = await readSources([SEEDS], {})
        facts = buildFacts({ ...again, sources }, () => performance.now())
      }),
    )
    memory ??= process.resourceUsage().maxRSS / 1024
    times.remark.push(
      await timed(() => {
        for (const { kind, text } of sources) if (kind === 'list') remark.parse(text)
      }),
    )
  }
  const { analyse } = await import('@fieldmap/core')
  const analysis = await timed(() => analyse(facts.graph))
  const { entries, paper, compared } = facts.report.counts
  const [own, plain] = [median(times.facts), median(times.remark)]
  const cells = [
    copies,
    entries,
    paper,
    compared,
    ms(own),
    ms(plain),
    (own / plain).toFixed(2),
    ms(analysis),
    `${memory.toFixed(0)} MB`,
  ]
  const widths = [8, 9, 9, 9, 12, 11, 7, 11, 0]
  console.log(cells.map((cell, i) => String(cell).padEnd(widths[i])).join(''))
  if (process.env.FIELDMAP_BENCH_STAGES)
    console.log(facts.report.stages.map(({ name, milliseconds }) => `  ${name} ${milliseconds} ms`).join(''))
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
