import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../action/compare.mjs', import.meta.url))
const COMMAND = fileURLToPath(new URL('../../packages/cli/bin/fieldmap.js', import.meta.url))
const root = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-action-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const origin = join(root, 'origin')
const HOSTILE = '$(touch pwned) <img src=x onerror=alert(1)> @everyone'
const item = (title: string, id: string): string => `- [${title}](https://arxiv.org/abs/${id}), CVPR 2023\n`
const start = `# Papers\n\n## Graphs\n\n${item('A First Paper about Knowledge Graphs', '2001.00001')}`

function git(cwd: string, ...args: readonly string[]): string {
  const person = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@x.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@x.org',
  }
  const env = { ...process.env, ...person, GIT_CONFIG_GLOBAL: '/dev/null' }
  return execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], { cwd, env, stdio: 'pipe' })
    .toString()
    .trim()
}

function save(text: string): string {
  writeFileSync(join(origin, 'README.md'), text)
  git(origin, 'add', '-A')
  git(origin, 'commit', '-q', '-m', 'edit')
  return git(origin, 'rev-parse', 'HEAD')
}

let base: string
let pull: string

/** A base that went on after the pull request was begun, the request, and its merge as the host makes it. */
beforeAll(() => {
  mkdirSync(origin)
  git(origin, 'init', '-q')
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  save(start)
  git(origin, 'checkout', '-q', '-b', 'request')
  pull = save(`${start}${item(`A Second Work ${HOSTILE} on Lists`, '2001.00002')}`)
  git(origin, 'checkout', '-q', 'main')
  base = save(`${start.replace('## Graphs', `## Graphs\n\n${item('An Older Study of Other Things', '2001.00003')}`)}`)
  git(origin, 'checkout', '-q', '-b', 'merged')
  git(origin, 'merge', '-q', '--no-edit', 'request')
  git(origin, 'checkout', '-q', 'main')
})

/** Runs the script in a checkout of one commit alone, as the host makes it. */
function compare(
  name: string,
  branch: string,
  event: object,
): { code: number | null; summary: string; output: string; folder: string } {
  const folder = join(root, name)
  git(root, 'clone', '-q', '--depth=1', '--branch', branch, pathToFileURL(origin).href, folder)
  for (const file of ['summary', 'output']) writeFileSync(join(root, `${name}.${file}`), '')
  writeFileSync(join(root, `${name}.json`), JSON.stringify(event))
  const { status } = spawnSync(process.execPath, [SCRIPT], {
    cwd: folder,
    stdio: 'pipe',
    env: {
      ...process.env,
      GITHUB_EVENT_PATH: join(root, `${name}.json`),
      GITHUB_STEP_SUMMARY: join(root, `${name}.summary`),
      GITHUB_OUTPUT: join(root, `${name}.output`),
      FIELDMAP_COMMAND: `${process.execPath} ${COMMAND}`,
      FIELDMAP_SOURCE: '.',
      FIELDMAP_FILE: '',
    },
  })
  const read = (file: string): string => readFileSync(join(root, `${name}.${file}`), 'utf8')
  return { code: status, summary: read('summary'), output: read('output'), folder }
}

const request = () => ({ pull_request: { base: { sha: base }, head: { sha: pull } } })

describe('the action for pull requests', () => {
  it('says what the request changes, and nothing that came to the base meanwhile', () => {
    const { code, summary, output, folder } = compare('merge', 'merged', request())
    expect(code).toBe(0)
    expect(summary).toContain('**1 paper added**')
    expect(summary).toContain('A Second Work')
    expect(summary).not.toContain('An Older Study')
    expect(summary).not.toContain('<img')
    expect(summary).not.toContain('@everyone')
    expect(output).toBe('changed=true\n')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('compares with the base where the request itself is checked out', () => {
    const { code, summary } = compare('head', 'request', request())
    expect(code).toBe(0)
    expect(summary).toContain('A Second Work')
  })

  it('compares what a push brought', () => {
    const { code, summary, output } = compare('push', 'main', { before: base, after: base })
    expect(code).toBe(0)
    expect(summary).toContain('Nothing changed in the graph')
    expect(output).toBe('changed=false\n')
  })

  it('does nothing for other events', () => {
    expect(compare('other', 'main', { schedule: '0 0 * * *' })).toMatchObject({ code: 0, summary: '' })
  })

  it('fails with a word in the summary where it cannot compare', () => {
    const { code, summary } = compare('lost', 'main', { before: '1'.repeat(40), after: base })
    expect(code).toBe(1)
    expect(summary).toContain('could not be compared')
  })
})
