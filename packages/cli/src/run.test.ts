import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskEffects, type Effects } from './effects.ts'
import { run } from './run.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-cli-'))
  writeFileSync(join(folder, 'list.md'), LIST)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LIST = `# Papers

## Graphs

- **A First Paper about Knowledge Graphs**, Ada Lovelace, Alan Turing, ACL 2020 [[Paper](https://arxiv.org/abs/2001.00001)] [[Code](https://github.com/ada/first)]
- [A Second Paper about Reading Lists](https://arxiv.org/abs/2001.00002), EMNLP 2021 [[Code]()]
`

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a call in the test's folder and records what it prints. */
async function call(argv: readonly string[], change: Partial<Effects> = {}): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const effects: Effects = {
    ...diskEffects(new AbortController().signal),
    cwd: folder,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    ...change,
  }
  const code = await run(argv, effects)
  return { code, stdout, stderr }
}

const build = (...more: readonly string[]) => call(['build', join(folder, 'list.md'), ...more])

describe('fieldmap', () => {
  it('prints help, and names its commands for an unknown one', async () => {
    expect(await call(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('build [SOURCE…]') })
    expect(await call(['build', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--at REV') })
    expect(await call(['bild'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('hint:') })
    expect(await call(['build', '--nonsense'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--nonsense'),
    })
  })

  it('writes the three files of a build and nothing else', async () => {
    expect(await build()).toMatchObject({ code: 0, stdout: expect.stringContaining('2 papers') })
    expect(readdirSync(join(folder, 'fieldmap-out')).sort()).toEqual(['graph.json', 'map.json', 'report.json'])
  })

  it('exits with 1 for findings at or above --fail-on, else with 0', async () => {
    expect((await build()).code).toBe(0)
    expect((await build('--fail-on', 'warning')).code).toBe(1)
    expect((await build('--fail-on', 'error')).code).toBe(0)
    expect((await build('--fail-on', 'anything')).code).toBe(2)
  })

  it('prints data on standard output and messages on standard error', async () => {
    const { stdout, stderr } = await build('--json')
    expect(JSON.parse(stdout)).toMatchObject({ counts: { paper: 2 } })
    expect(stderr).toContain('extract/empty-link')
  })

  it.each([
    ['a missing file', ['build', 'nowhere.md']],
    ['no repository', ['build', '.', '--at', 'HEAD']],
    ['an unknown node', ['show', 'nothing like it']],
    ['a bad depth', ['neighbors', 'ACL', '--depth', '9']],
    ['a bad port', ['view', '--port', 'x']],
    ['watching a revision', ['build', '--watch', '--at', 'HEAD']],
    ['a graph that is not there', ['search', 'a', '--graph', 'nowhere']],
  ])('says what is wrong and how to mend it: %s', async (_, argv) => {
    await build()
    const { code, stdout, stderr } = await call(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^fieldmap: .+\n {2}hint: .+/s)
  })

  it('answers show, neighbors and search with evidence', async () => {
    await build()
    expect((await call(['show', 'A First Paper about Knowledge Graphs'])).stdout).toContain('list.md:5')
    expect((await call(['neighbors', 'arxiv:2001.00001'])).stdout).toContain('Ada Lovelace')
    const { answers } = JSON.parse((await call(['search', 'reading', 'lists', '--json'])).stdout)
    expect(answers[0]).toMatchObject({ kind: 'paper', label: 'A Second Paper about Reading Lists' })
    expect(answers[0].evidence[0]).toMatchObject({ source: 'list.md', line: 6 })
  })

  it('lists the candidates where words mean several nodes', async () => {
    await build()
    const { code, stderr } = await call(['show', 'paper about'])
    expect(code).toBe(2)
    expect(stderr).toContain('paper:a-first-paper-about-knowledge-graphs')
    expect(stderr).toContain('paper:a-second-paper-about-reading-lists')
  })

  it('leaves the old files as they were when the disk is full', async () => {
    await build()
    const before = readFileSync(join(folder, 'fieldmap-out', 'graph.json'), 'utf8')
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    const { code, stderr } = await call(['build', 'list.md'], { writeFile: () => Promise.reject(full) })
    expect(code).toBe(2)
    expect(stderr).toContain('disk is full')
    expect(readFileSync(join(folder, 'fieldmap-out', 'graph.json'), 'utf8')).toBe(before)
  })

  it.runIf(process.platform === 'linux')('ends with a message where no folder can be made', async () => {
    const { code, stderr } = await call(['build', 'list.md', '--out', '/proc/fieldmap'])
    expect(code).toBe(2)
    expect(stderr).toContain('cannot be made')
  })

  it('says so when a file stands where the folder should be', async () => {
    writeFileSync(join(folder, 'taken'), '')
    expect(await call(['build', 'list.md', '--out', 'taken'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('hint:'),
    })
  })

  it('shows control characters of a list as their codes, so that they cannot drive a terminal', async () => {
    writeFileSync(join(folder, 'list.md'), LIST.replace('A First', 'A \u001b[31mFirst'))
    await build()
    const { stdout } = await call(['show', 'arxiv:2001.00001'])
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('\\u{1b}')
  })

  it('says so where a file holds no paper', async () => {
    writeFileSync(join(folder, 'list.md'), '# Notes\n\nNothing to read here.\n')
    expect((await build('--verbose')).stderr).toContain('extract/no-entries')
  })

  it('keeps the public address of the map in graph.json, and leaves it out where none is stated', async () => {
    const attributes = (): unknown =>
      JSON.parse(readFileSync(join(folder, 'fieldmap-out', 'graph.json'), 'utf8')).attributes
    await build()
    expect(attributes()).not.toHaveProperty('site')
    writeFileSync(join(folder, 'fieldmap.yml'), 'site: https://example.org/map/\nsources:\n  - path: list.md\n')
    await call(['build'])
    expect(attributes()).toHaveProperty('site', 'https://example.org/map/')
  })

  it('publishes a page whose head says which field it is, with a hostile title as text', async () => {
    const title = '"><script>alert(1)</script> $& Faces'
    const config = { title, site: 'https://example.org/map/', sources: [{ path: 'list.md' }] }
    writeFileSync(join(folder, 'fieldmap.yml'), JSON.stringify(config))
    const { code, stderr } = await call(['build', '--site', 'my site'])
    if (stderr.includes('The viewer is not built')) return // a clone before its first build
    expect(code).toBe(0)
    const page = readFileSync(join(folder, 'my site', 'index.html'), 'utf8')
    const shown = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; $&amp; Faces'
    expect(page).toContain(`<title>${shown}</title>`)
    expect(page).toContain(`<meta property="og:title" content="${shown}" />`)
    expect(page).toContain('<meta property="og:url" content="https://example.org/map/" />')
    expect(page.match(/<meta name="description"/g)).toHaveLength(1)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<title>'))
  })

  it('uses fieldmap.yml here, else in ./seeds', async () => {
    mkdirSync(join(folder, 'seeds'))
    writeFileSync(
      join(folder, 'seeds', 'fieldmap.yml'),
      'title: Seeds\nsources:\n  - path: ../list.md\n  - path: own.md\n',
    )
    writeFileSync(join(folder, 'seeds', 'own.md'), LIST)
    const { code, stderr } = await call(['build', '--verbose'])
    expect(code).toBe(0)
    expect(stderr).toContain('read/outside-folder')
    expect(JSON.parse(readFileSync(join(folder, 'fieldmap-out', 'graph.json'), 'utf8')).attributes.title).toBe('Seeds')
    expect(existsSync(join(folder, 'fieldmap-out', 'map.json'))).toBe(true)
  })
})
