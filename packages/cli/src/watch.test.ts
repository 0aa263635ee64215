import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchPaths } from './watch.ts'

let folder: string
let source: string
let changes: number
let stop: () => void
/** The clock that events of files come by; that of the watch stands still. */
const wait = globalThis.setTimeout

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-watch-')))
  mkdirSync(join(folder, 'field'))
  source = join(folder, 'field', 'list.md')
  writeFileSync(source, 'one')
  changes = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const watched = { paths: [join(folder, 'field')], ignored: [], isSource: (path: string) => path === source }
  stop = await watchPaths(watched, () => {
    changes++
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

/** How often a change is told of after files did and so many milliseconds of the watch's own clock. */
async function toldAfter(milliseconds: number): Promise<number> {
  while (vi.getTimerCount() === 0) await new Promise((done) => wait(done, 5))
  await new Promise((done) => wait(done, 30)) // what else one save does
  vi.advanceTimersByTime(milliseconds)
  return changes
}

it('tells at once of a file that takes the place of a source', async () => {
  writeFileSync(join(folder, 'list.md~'), 'two')
  renameSync(join(folder, 'list.md~'), source)
  expect(await toldAfter(0)).toBe(1)
})

it('waits for the rest of a source that is written in place', async () => {
  writeFileSync(source, 'two')
  expect(await toldAfter(3)).toBe(0)
  expect(await toldAfter(1)).toBe(1)
})

it('waits longer for what is gone, empty or no source', async () => {
  for (const change of [
    () => rmSync(source),
    () => writeFileSync(source, ''),
    () => writeFileSync(join(folder, 'field', 'more.md'), 'words'),
    () => renameSync(join(folder, 'field', 'more.md'), join(folder, 'field', 'other.md')),
  ]) {
    const before = changes
    change()
    expect(await toldAfter(14)).toBe(before)
    expect(await toldAfter(1)).toBe(before + 1)
  }
})
