import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyse } from '@fieldmap/core'
import { type FieldGraph, type FieldMap, writeGraph } from '@fieldmap/graph'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskEffects, type Effects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'

const COMMAND = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))

let folder: string
let stop: AbortController
let running: Promise<number> | undefined
let printed: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-watch-')))
  stop = new AbortController()
  printed = ''
  write('fieldmap.yml', 'title: Watched\nsources:\n  - path: list.md\n  - path: more/other.md\n')
  write('list.md', list('First', 1))
  write('more/other.md', list('Second', 2))
})
afterEach(async () => {
  stop.abort()
  await running
  running = undefined
  rmSync(folder, { recursive: true, force: true })
})

function list(word: string, number: number): string {
  return `# Papers\n\n## Graphs\n\n- **A ${word} Paper about Knowledge Graphs**, ACL 2020 [[Paper](https://arxiv.org/abs/2001.0000${number})]\n`
}

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** As many editors save: a new file takes the name of the old one. */
function replace(name: string, text: string): void {
  writeFileSync(join(folder, `${name}~`), text)
  renameSync(join(folder, `${name}~`), join(folder, name))
}

function effects(signal: AbortSignal): Effects {
  const print = (text: string): void => {
    printed += text
  }
  return { ...diskEffects(signal), cwd: folder, stdout: print, stderr: print }
}

async function until<T>(what: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await what()
    if (found !== undefined && found !== false) return found
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** The files that a build from nothing writes. */
async function fresh(): Promise<Record<'graph.json' | 'map.json', string>> {
  const out = join(folder, '..', `${folder}-fresh`)
  await run(['build', folder, '--out', out], {
    ...effects(new AbortController().signal),
    stdout: () => {},
    stderr: () => {},
  })
  const files = {
    'graph.json': readFileSync(join(out, 'graph.json'), 'utf8'),
    'map.json': readFileSync(join(out, 'map.json'), 'utf8'),
  }
  rmSync(out, { recursive: true })
  return files
}

describe('fieldmap view', () => {
  async function view(more: Partial<Effects> = {}): Promise<(name: string) => Promise<string>> {
    running = run(['view', folder, '--no-open', '--port', '0', '--json'], { ...effects(stop.signal), ...more })
    const url = await until(() => /"url":"([^"]+)"/.exec(printed)?.[1])
    return async (name) => (await fetch(`${url}${name}`)).text()
  }

  it('shows every edit, however it is saved, and then the map of a build from nothing', async () => {
    const served = await view()
    const shows = (word: string) => until(async () => (await served('graph.json')).includes(`A ${word} Paper`))
    write('list.md', list('Third', 1))
    await shows('Third')
    replace('list.md', list('Fourth', 1))
    await shows('Fourth')
    replace('list.md', list('Fifth', 1))
    replace('more/other.md', list('Sixth', 2))
    await shows('Fifth')
    await shows('Sixth')
    rmSync(join(folder, 'more'), { recursive: true })
    await until(() => printed.includes('the last map stays'))
    expect(await served('graph.json')).toContain('A Sixth Paper')
    write('more/other.md', list('Seventh', 2))
    await shows('Seventh')
    const files = await fresh()
    await until(async () => (await served('map.json')) === files['map.json'])
    expect(await served('graph.json')).toBe(files['graph.json'])
  })

  it('shows edits while an earlier one is analysed, and the map of the last one only', async () => {
    const asked: { readonly graph: FieldGraph; readonly answer: () => void }[] = []
    const analyseWhenTold = (graph: FieldGraph): Promise<FieldMap> =>
      new Promise((done) => asked.push({ graph, answer: () => done(analyse(graph)) }))
    const served = await view({ analyse: analyseWhenTold })
    const shows = (word: string) => until(async () => (await served('graph.json')).includes(`A ${word} Paper`))
    replace('list.md', list('Third', 1))
    await until(() => asked.length === 1)
    replace('list.md', list('Fourth', 1))
    await shows('Fourth')
    replace('list.md', list('Fifth', 1))
    await shows('Fifth')
    const carried = await served('map.json')
    asked[0]?.answer()
    await until(() => asked.length === 2)
    expect(await served('map.json')).toBe(carried)
    expect(asked[1] && writeGraph(asked[1].graph)).toBe(await served('graph.json'))
    asked[1]?.answer()
    const files = await fresh()
    await until(async () => (await served('map.json')) === files['map.json'])
    expect(asked).toHaveLength(2)
  })

  it('analyses in a thread of its own as a command', async () => {
    const child = spawn(process.execPath, [COMMAND, 'view', folder, '--no-open', '--port', '0', '--json'])
    try {
      const [line] = await once(child.stdout, 'data')
      const { url } = JSON.parse(String(line))
      const served = async (name: string): Promise<string> => (await fetch(`${url}${name}`)).text()
      for (const word of ['Third', 'Fourth']) {
        replace('list.md', list(word, 1))
        const files = await fresh()
        await until(async () => (await served('map.json')) === files['map.json'])
        expect(await served('graph.json')).toBe(files['graph.json'])
      }
    } finally {
      child.kill()
      await once(child, 'exit')
    }
  })

  it('keeps the last map while fieldmap.yml is broken, and says what is wrong', async () => {
    const served = await view()
    const before = await served('graph.json')
    replace('fieldmap.yml', 'title: [Watched\nsources:\n')
    await until(() => printed.includes('Not built: the last map stays.'))
    expect(printed).toMatch(/fieldmap\.yml:\d+:\d+ {2}error/)
    expect(await served('graph.json')).toBe(before)
    replace('fieldmap.yml', 'title: Mended\nsources:\n  - path: list.md\n')
    await until(async () => (await served('graph.json')).includes('Mended'))
  })

  it('does not build for a file that is saved again as it was', async () => {
    const served = await view()
    replace('list.md', list('First', 1))
    replace('notes.txt', 'no source')
    replace('more/other.md', list('Third', 2))
    await until(async () => (await served('graph.json')).includes('A Third Paper'))
    expect(printed.match(/Built again/g)).toHaveLength(1)
  })
})

describe('fieldmap build --watch', () => {
  it('writes what a build from nothing writes, also into the folder that it watches', async () => {
    running = run(['build', folder, '--watch', '--out', join(folder, 'out')], effects(stop.signal))
    const graph = join(folder, 'out', 'graph.json')
    await until(() => existsSync(graph) && printed.includes('papers'))
    for (const word of ['Third', 'Fourth', 'Third']) {
      const built = printed.match(/Built again/g)?.length ?? 0
      replace('list.md', list(word, 1))
      await until(() => (printed.match(/Built again/g)?.length ?? 0) > built)
      expect(readFileSync(graph, 'utf8')).toContain(`A ${word} Paper`)
      await until(() => (printed.match(/Analysed in/g)?.length ?? 0) > built)
      const files = await fresh()
      expect(readFileSync(graph, 'utf8')).toBe(files['graph.json'])
      expect(readFileSync(join(folder, 'out', 'map.json'), 'utf8')).toBe(files['map.json'])
    }
    stop.abort()
    expect(await running).toBe(0)
  })

  it('rehearses an edit before the first, and nothing of that is seen', async () => {
    let isRehearsed = false
    const sweep = (): void => {
      isRehearsed = true
    }
    running = run(['build', folder, '--watch', '--out', join(folder, 'out')], { ...effects(stop.signal), sweep })
    const graph = () => readFileSync(join(folder, 'out', 'graph.json'), 'utf8')
    await until(() => isRehearsed)
    expect(graph()).toBe((await fresh())['graph.json'])
    expect(printed).not.toContain('Built again')
    replace('list.md', list('Third', 1))
    await until(() => printed.includes('Built again'))
    expect(graph()).toBe((await fresh())['graph.json'])
  })

  it('ends with the whole of a file that is written piece by piece', async () => {
    running = run(['build', folder, '--watch', '--out', join(folder, 'out')], effects(stop.signal))
    await until(() => printed.includes('papers'))
    const text = list('Third', 1)
    write('list.md', '')
    for (const piece of text.match(/[\s\S]{1,30}/g) ?? []) {
      appendFileSync(join(folder, 'list.md'), piece)
      await new Promise((done) => setTimeout(done, 10))
    }
    const files = await fresh()
    const written = (name: 'graph.json' | 'map.json') => readFileSync(join(folder, 'out', name), 'utf8') === files[name]
    await until(() => written('graph.json') && written('map.json'))
  })

  it('starts no process for an edit of a list in a repository', async () => {
    execFileSync('git', ['init', '--quiet', folder])
    const child = spawn(process.execPath, [COMMAND, 'build', folder, '--watch', '--out', join(folder, 'out')], {
      env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` },
    })
    try {
      await once(child.stdout, 'data')
      write('bin/git', '#!/bin/sh\ntouch "$0.asked"\nexit 128\n')
      chmodSync(join(folder, 'bin', 'git'), 0o755)
      replace('list.md', list('Third', 1))
      const graph = join(folder, 'out', 'graph.json')
      await until(() => readFileSync(graph, 'utf8').includes('A Third Paper'))
      expect(existsSync(join(folder, 'bin', 'git.asked'))).toBe(false)
    } finally {
      child.kill()
      await once(child, 'exit')
    }
  })

  it('leaves the files of one state when it is stopped before the map of an edit is there', async () => {
    running = run(['build', folder, '--watch', '--out', join(folder, 'out')], effects(stop.signal))
    await until(() => printed.includes('papers'))
    replace('list.md', list('Third', 1))
    await until(() => printed.includes('Built again'))
    stop.abort()
    expect(await running).toBe(0)
    const files = await fresh()
    expect(readFileSync(join(folder, 'out', 'graph.json'), 'utf8')).toBe(files['graph.json'])
    expect(readFileSync(join(folder, 'out', 'map.json'), 'utf8')).toBe(files['map.json'])
  })
})
