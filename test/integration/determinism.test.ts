import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, readSources } from '@fieldmap/core'
import { writeGraph, writeMap } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSeeds, SEEDS } from './seeds.ts'

const COMMAND = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))
let folder: string
let graph: string
let map: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-determinism-'))
  const built = await buildSeeds()
  graph = writeGraph(built.graph)
  map = writeMap(built.map)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runBuild(
  name: string,
  source: string,
  env: Record<string, string>,
  cwd: string,
  ...more: readonly string[]
): void {
  const out = join(folder, name)
  execFileSync(process.execPath, [COMMAND, 'build', source, '--out', out, ...more], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  })
  expect(readFileSync(join(out, 'graph.json'), 'utf8')).toBe(graph)
  expect(readFileSync(join(out, 'map.json'), 'utf8')).toBe(map)
}

describe('the same texts give the same bytes', () => {
  it('built twice', async () => {
    const again = await buildSeeds()
    expect(writeGraph(again.graph)).toBe(graph)
    expect(writeMap(again.map)).toBe(map)
  })

  it('with the sources in another order', async () => {
    const read = await readSources([SEEDS], {})
    const turned = build({ ...read, sources: read.sources.toReversed() }, () => 0)
    expect(writeGraph(turned.graph)).toBe(graph)
    expect(writeMap(turned.map)).toBe(map)
  })

  it('in a Turkish and a Japanese locale and time zone', () => {
    runBuild('turkish', SEEDS, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Europe/Istanbul' }, SEEDS)
    runBuild('japanese', SEEDS, { LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' }, SEEDS)
  })

  it('in another working directory', () => {
    runBuild('elsewhere', SEEDS, {}, tmpdir())
  })

  it('from a working tree and from its commit', () => {
    const copy = join(folder, 'repository')
    cpSync(SEEDS, join(copy, 'lists'), { recursive: true })
    const identity = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    }
    const git = (...args: readonly string[]): void => {
      execFileSync('git', args, { cwd: copy, env: { ...process.env, ...identity }, stdio: 'pipe' })
    }
    git('-c', 'init.defaultBranch=main', 'init', '--quiet')
    git('-c', 'core.autocrlf=false', 'add', '.')
    git('commit', '--quiet', '--message', 'lists')
    runBuild('working-tree', join(copy, 'lists'), {}, copy)
    rmSync(join(copy, 'lists', 'awesome-sota-fer.md'))
    runBuild('commit', join(copy, 'lists'), {}, copy, '--at', 'HEAD')
  })

  it('on every version of Node: these are the recorded sums', () => {
    const recorded: unknown = JSON.parse(
      readFileSync(new URL('../seeds/expected/checksums.json', import.meta.url), 'utf8'),
    )
    const sum = (text: string): string => createHash('sha256').update(text).digest('hex')
    expect({ 'graph.json': sum(graph), 'map.json': sum(map) }).toEqual(recorded)
  })
})
