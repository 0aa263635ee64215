import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { unpackField, writeGraph, writeMap } from '@fieldmap/graph'
import { expect, it } from 'vitest'
import { diskEffects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'
import { buildSeeds } from './seeds.ts'

/** What the page of the seeds may weigh on its way, in bytes after gzip. */
const MOST = 400_000

it('the seeds as one file hold all of graph and map in 400 kB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldmap-one-file-'))
  const { graph, map } = await buildSeeds()
  writeFileSync(join(folder, 'graph.json'), writeGraph(graph))
  writeFileSync(join(folder, 'map.json'), writeMap(map))
  const silent = { ...diskEffects(new AbortController().signal), cwd: folder, stdout: () => {}, stderr: () => {} }
  expect(await run(['export', '--graph', folder, '--format', 'html'], silent)).toBe(0)
  const page = readFileSync(join(folder, 'map.html'), 'utf8')
  rmSync(folder, { recursive: true })
  const field = unpackField(/<script type="application\/json" id="field">([^<]*)/.exec(page)?.[1] ?? '')
  expect(writeGraph(field.graph)).toBe(writeGraph(graph))
  expect(writeMap(field.map)).toBe(writeMap(map))
  expect(gzipSync(page).length).toBeLessThanOrEqual(MOST)
})
