// Times saved edits of the seeds: for `fieldmap view` until open pages are told to reload, until they hold the new graph
// and map, and until the edit's own map is there; for `fieldmap build --watch` until graph.json and map.json are written.
// Run by `npm run bench`. Then what one edit parses and makes anew, and the processor time of the stages of its build.
// On a loaded machine look at the counts and the processor time.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFacts, createMemo, readSources } from '@fieldmap/core'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))
/** Edits of each kind. */
const EDITS = 10
/** Pause between edits: the full map of the last one is done, and what the processor had at hand is no more. */
const PAUSE = 2000

const folder = mkdtempSync(join(tmpdir(), 'fieldmap-bench-'))
const field = join(folder, 'seeds')
const list = join(field, 'awesome-sota-fer.md')
cpSync(SEEDS, field, { recursive: true })
const lines = readFileSync(list, 'utf8').split('\n')
/** The first row of a paper with a preprint, and the last heading with papers. */
const first = lines.findIndex((line) => /^\| \[[^\]]+\]\(https:\/\/arxiv\.org/.test(line))
const heading = lines.findLastIndex((line, i) => line.startsWith('### ') && i > first && lines[i + 2]?.startsWith('|'))

/** Each makes a text of its own for every number. */
const KINDS = {
  'a row changed': (number) => lines.with(first, row(number)),
  'a row put in above all': (number) =>
    lines.toSpliced(first, 0, ...Array.from({ length: 1 + (number % 2) }, (_, i) => row(number + i))),
  'a row taken out': (number) => lines.toSpliced(first, 1 + (number % 2)),
  'a heading renamed': (number) => lines.with(heading, `${lines[heading]} ${number}`),
}

try {
  await timeView()
  await timeBuild()
  await countWork()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function row(number) {
  return `| [A Benchmark of Paper Number ${number} about Faces](https://arxiv.org/abs/2001.${10_000 + number}) | CVPR | ⭐️ | [PyTorch](https://github.com/nobody/bench-${number}) |`
}

/** As most editors do: a new file takes the place of the old one. */
function save(text) {
  writeFileSync(`${list}~`, text.join('\n'))
  renameSync(`${list}~`, list)
}

async function timeView() {
  const view = spawn(process.execPath, [PROGRAM, 'view', field, '--no-open', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const { url } = JSON.parse(await firstLine(view.stdout))
    const events = (await fetch(`${url}events`)).body.getReader()
    const page = async (name) => (await fetch(`${url}${name}`)).arrayBuffer()
    await events.read()
    await pause()
    console.log('fieldmap view')
    for (const [name, edited] of Object.entries(KINDS)) {
      const times = { told: [], shown: [], complete: [] }
      for (let i = 0; i < EDITS; i++) {
        const start = performance.now()
        save(edited(i))
        await events.read()
        times.told.push(performance.now() - start)
        await Promise.all([page('graph.json'), page('map.json')])
        times.shown.push(performance.now() - start)
        await events.read()
        times.complete.push(performance.now() - start)
        await pause()
      }
      print(`${name} → pages reload`, times.told, '≤ 100 ms')
      print('… → graph and map there', times.shown)
      print('… → its own map', times.complete)
    }
  } finally {
    view.kill()
  }
}

async function timeBuild() {
  const out = join(folder, 'out')
  const build = spawn(process.execPath, [PROGRAM, 'build', field, '--watch', '--out', out], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    await firstLine(build.stdout)
    await pause()
    const written = async (name, before) => {
      while (statSync(join(out, name)).ino === before) await new Promise((done) => setTimeout(done, 1))
    }
    console.log('fieldmap build --watch')
    for (const [name, edited] of Object.entries(KINDS)) {
      const times = { graph: [], map: [] }
      for (let i = 0; i < EDITS; i++) {
        const [graph, map] = ['graph.json', 'map.json'].map((file) => statSync(join(out, file)).ino)
        const start = performance.now()
        save(edited(i))
        await written('graph.json', graph)
        times.graph.push(performance.now() - start)
        await written('map.json', map)
        times.map.push(performance.now() - start)
        await pause()
      }
      print(`${name} → graph.json`, times.graph, '≤ 100 ms')
      print('… → map.json', times.map)
    }
  } finally {
    build.kill()
  }
}

function pause() {
  return new Promise((done) => setTimeout(done, PAUSE))
}

async function countWork() {
  const memo = createMemo()
  console.log('work of one edit')
  for (const [name, edited] of Object.entries(KINDS)) {
    let facts
    let last
    let counts = memo.counts()
    for (let i = 0; i <= EDITS; i++) {
      counts = memo.counts()
      save(edited(i))
      last = facts
      facts = buildFacts(await readSources([field]), processorTime, memo)
    }
    const { parsed, met } = memo.counts()
    const known = saidBy(last.graph)
    const anew = [...saidBy(facts.graph)].filter(([key, said]) => known.get(key) !== said).length
    console.log(
      `  ${name}: pieces parsed ${parsed - counts.parsed}, met before ${met - counts.met}; ` +
        `${anew} of ${known.size} nodes and edges made anew`,
    )
    console.log(`    ${facts.report.stages.map((stage) => `${stage.name} ${stage.milliseconds} ms`).join('  ')}`)
  }
}

/** What nodes and edges say, by key. */
function saidBy(graph) {
  return new Map([
    ...graph.mapNodes((key, { mentions }) => [key, mentions]),
    ...graph.mapEdges((key, { evidence }) => [key, evidence]),
  ])
}

function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function print(what, times, goal = '') {
  const sorted = times.toSorted((a, b) => a - b)
  const ms = (value) => `${value.toFixed(0)} ms`
  const share = (part) => ms(sorted[Math.ceil(sorted.length * part) - 1])
  console.log(`  ${what.padEnd(40)} median ${share(0.5)}, nine of ten within ${share(0.9)} ${goal}`)
}

async function firstLine(stream) {
  for await (const chunk of stream) return String(chunk).split('\n')[0]
  return ''
}
