import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))
const FILES = ['graph.json', 'map.json'] as const
const KILLS = 12

let folder: string
let field: string
let out: string
let cache: string
/** Milliseconds of a whole run: kills fall anywhere in it. */
let whole: number
/** Each version's files, by a build from nothing. */
const versions: string[] = []
const complete: Record<(typeof FILES)[number], string[]> = { 'graph.json': [], 'map.json': [] }

function list(version: number): string {
  const paper = (i: number): string => {
    const number = 10_000 + i + version * 100
    return `- **A Paper of Number ${number} about Knowledge Graphs**, ACL 2020 [[Paper](https://arxiv.org/abs/2001.${number})]\n`
  }
  return `# Papers\n\n## Graphs\n\n${Array.from({ length: 150 }, (_, i) => paper(i)).join('')}`
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-killed-'))
  field = join(folder, 'field')
  out = join(folder, 'out')
  mkdirSync(field)
  execFileSync('git', ['init', '-q'], { cwd: field })
  cache = join(field, '.git', 'fieldmap-cache')
  for (const version of [0, 1]) {
    versions.push(list(version))
    writeFileSync(join(field, 'README.md'), list(version))
    const start = performance.now()
    execFileSync(process.execPath, [COMMAND, 'build', field, '--out', join(folder, 'whole')], { stdio: 'pipe' })
    whole = performance.now() - start
    for (const name of FILES) complete[name].push(readFileSync(join(folder, 'whole', name), 'utf8'))
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file there is, is one of those that a whole build wrote; the cache is as long as it says. */
function check(): void {
  for (const name of FILES) {
    const path = join(out, name)
    if (existsSync(path)) expect(complete[name].includes(readFileSync(path, 'utf8'))).toBe(true)
  }
  const report = join(out, 'report.json')
  if (existsSync(report)) expect(JSON.parse(readFileSync(report, 'utf8'))).toHaveProperty('findings')
  const pieces = join(cache, 'pieces')
  if (!existsSync(pieces)) return
  const text = readFileSync(pieces, 'utf8')
  const end = text.indexOf('\n')
  expect(text.slice(0, end).split(' ')[3]).toBe(
    createHash('sha256')
      .update(text.slice(end + 1))
      .digest('hex'),
  )
}

function start(...more: readonly string[]): ChildProcess {
  return spawn(process.execPath, [COMMAND, 'build', field, '--out', out, '--cache', ...more], { stdio: 'ignore' })
}

/** Kills a process after some time, or sees it end before. */
async function kill(child: ChildProcess, after: number): Promise<void> {
  const ended = new Promise((done) => child.on('exit', done))
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  await ended
  clearTimeout(timer)
}

/** The next whole build is right, and cleans up. */
function buildOnce(version: number): void {
  writeFileSync(join(field, 'README.md'), versions[version] ?? '')
  execFileSync(process.execPath, [COMMAND, 'build', field, '--out', out, '--cache'], { stdio: 'pipe' })
  for (const name of FILES) expect(readFileSync(join(out, name), 'utf8') === complete[name][version]).toBe(true)
  const leftovers = [...readdirSync(out), ...readdirSync(cache)].filter((name) => name.endsWith('.part'))
  expect(leftovers).toEqual([])
}

describe('a run that is killed at any moment', () => {
  it('leaves whole files and a whole cache, and the next run is right', { timeout: 600_000 }, async () => {
    for (let i = 0; i < KILLS; i++) {
      writeFileSync(join(field, 'README.md'), versions[i % 2] ?? '')
      // The later half, where files are written, more often.
      await kill(start(), whole * (i % 3 === 0 ? Math.random() : 0.6 + 0.5 * Math.random()))
      check()
    }
    buildOnce(0)
  })

  it('so does one that watches', { timeout: 600_000 }, async () => {
    for (let i = 0; i < KILLS / 3; i++) {
      const child = start('--watch')
      const edits = setInterval(() => {
        writeFileSync(join(field, 'new'), versions[Math.floor(performance.now() / 50) % 2] ?? '')
        renameSync(join(field, 'new'), join(field, 'README.md'))
      }, 50)
      await kill(child, whole * (1 + Math.random()))
      clearInterval(edits)
      check()
    }
    buildOnce(1)
  })
})
