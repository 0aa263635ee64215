import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskEffects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'
import { SEEDS } from './seeds.ts'

let folder: string
let field: string
let cache: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-cache-'))
  field = join(folder, 'field')
  cache = join(field, '.git', 'fieldmap-cache', 'pieces')
  cpSync(SEEDS, field, { recursive: true })
  git(field, 'init', '-q')
  git(field, 'add', '-A')
  git(field, 'commit', '-q', '-m', 'one')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' })
}

interface Built {
  readonly graph: string
  readonly map: string
  /** Pieces parsed, and met before. */
  readonly counts: readonly number[]
}

async function build(source: string, ...more: readonly string[]): Promise<Built> {
  const out = join(folder, 'out')
  let stderr = ''
  const effects = { ...diskEffects(new AbortController().signal), cwd: folder, stdout: () => {} }
  const print = (text: string): void => {
    stderr += text
  }
  expect(await run(['build', source, '--out', out, '--verbose', ...more], { ...effects, stderr: print })).toBe(0)
  const [, parsed, met] = /(\d+) pieces parsed, (\d+) met/.exec(stderr) ?? []
  const read = (name: string): string => readFileSync(join(out, name), 'utf8')
  return { graph: read('graph.json'), map: read('map.json'), counts: [Number(parsed), Number(met)] }
}

describe('the cache of a repository', () => {
  it('makes the next build parse nothing, and changes no byte', async () => {
    const plain = await build(field)
    const first = await build(field, '--cache')
    const second = await build(field, '--cache')
    expect(first).toMatchObject({ graph: plain.graph, map: plain.map })
    expect(second).toMatchObject({ graph: plain.graph, map: plain.map })
    expect(first.counts[0]).toBeGreaterThan(200)
    expect(second.counts[0]).toBe(0)
  })

  it('may be deleted, cut off, garbled or of another program: it is made anew', async () => {
    const { graph } = await build(field, '--cache')
    const good = readFileSync(cache, 'utf8')
    const end = good.indexOf('\n')
    const [format = '', version = '', program = '', sum = ''] = good.slice(0, end).split(' ')
    const damaged = [
      '',
      'nonsense',
      good.slice(0, good.length / 2),
      good.replace('Facial', 'Racial'),
      `${format} ${version} ${program.replace(/./g, '0')} ${sum}${good.slice(end)}`,
      '\0'.repeat(1000),
    ]
    for (const text of damaged) {
      writeFileSync(cache, text)
      const again = await build(field, '--cache')
      expect(again.graph).toBe(graph)
      expect(again.counts[0]).toBeGreaterThan(200)
      expect(readFileSync(cache, 'utf8')).toBe(good)
    }
    rmSync(join(field, '.git', 'fieldmap-cache'), { recursive: true })
    expect((await build(field, '--cache')).graph).toBe(graph)
  })

  it('is the same for all work trees, and stands in a bare repository itself', async () => {
    const { graph } = await build(field, '--cache')
    git(field, 'worktree', 'add', '-q', join(folder, 'tree'))
    const tree = await build(join(folder, 'tree'), '--cache')
    expect(tree.counts[0]).toBe(0)
    expect(tree.graph).toBe(graph)
    git(folder, 'clone', '-q', '--bare', field, join(folder, 'bare.git'))
    expect((await build(join(folder, 'bare.git'), '--cache')).graph).toBe(graph)
    expect(existsSync(join(folder, 'bare.git', 'fieldmap-cache', 'pieces'))).toBe(true)
    expect((await build(join(folder, 'bare.git'), '--cache')).counts[0]).toBe(0)
  })

  it('leads nowhere else, and does without a place to write', async () => {
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(field, '.git', 'fieldmap-cache'))
    await build(field, '--cache')
    expect(existsSync(join(folder, 'elsewhere', 'pieces'))).toBe(false)
    rmSync(join(field, '.git', 'fieldmap-cache'))
    mkdirSync(cache, { recursive: true })
    await build(field, '--cache')
    expect(statSync(cache).isDirectory()).toBe(true)
  })

  it('is not made outside a repository', async () => {
    rmSync(join(field, '.git'), { recursive: true })
    await build(field, '--cache')
    expect(existsSync(join(field, '.git'))).toBe(false)
  })
})
