// Times `fieldmap view` on the seeds: from a saved edit of one line to the event that open pages reload on, and to the
// map that belongs to the edit. Run by `npm run bench`. Then what one edit parses, and the stages of its build.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFacts, createMemo, readSources } from '@fieldmap/core'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))
const EDITS = 15
/** Pause between edits, so that the full map of the last one is done. */
const PAUSE = 1500

const folder = mkdtempSync(join(tmpdir(), 'fieldmap-bench-'))
const list = join(folder, 'awesome-sota-fer.md')
cpSync(SEEDS, folder, { recursive: true })
const original = readFileSync(list, 'utf8')

try {
  const { shown, complete } = await timeEdits()
  print('saved edit → pages reload', shown, '≤ 100 ms')
  print('saved edit → its own map', complete)
  await countWork()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function edited(number) {
  const row = `| Nobody et al. | 2023 | CVPR | [A Benchmark of Paper Number ${number} about Faces](https://arxiv.org/abs/2001.${10_000 + number}) |\n`
  const at = original.lastIndexOf('\n|') + 1
  return original.slice(0, at) + row + original.slice(at)
}

async function timeEdits() {
  const view = spawn(process.execPath, [PROGRAM, 'view', folder, '--no-open', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const { url } = JSON.parse(await firstLine(view.stdout))
    const events = (await fetch(`${url}events`)).body.getReader()
    const times = { shown: [], complete: [] }
    await events.read()
    for (let i = 0; i < EDITS; i++) {
      const start = performance.now()
      save(edited(i))
      await events.read()
      times.shown.push(performance.now() - start)
      await events.read()
      times.complete.push(performance.now() - start)
      await new Promise((done) => setTimeout(done, PAUSE))
    }
    return times
  } finally {
    view.kill()
  }
}

/** As most editors do: a new file takes the place of the old one. */
function save(text) {
  writeFileSync(`${list}~`, text)
  renameSync(`${list}~`, list)
}

async function countWork() {
  const memo = createMemo()
  const clock = () => performance.now()
  let facts
  let counts = memo.counts()
  for (let i = 0; i <= EDITS; i++) {
    counts = memo.counts()
    save(edited(i))
    facts = buildFacts(await readSources([folder]), clock, memo)
  }
  const { parsed, met } = memo.counts()
  console.log(`  pieces parsed by an edit: ${parsed - counts.parsed}, met before: ${met - counts.met}`)
  console.log(`  ${facts.report.stages.map(({ name, milliseconds }) => `${name} ${milliseconds} ms`).join('  ')}`)
}

function print(what, times, goal = '') {
  const sorted = times.toSorted((a, b) => a - b)
  const ms = (value) => `${value.toFixed(0)} ms`
  console.log(`${what.padEnd(28)} median ${ms(sorted[sorted.length >> 1])}, slowest ${ms(sorted.at(-1))} ${goal}`)
}

async function firstLine(stream) {
  for await (const chunk of stream) return String(chunk).split('\n')[0]
  return ''
}
