import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { diskEffects, type ReadEffects } from './effects.ts'
import { FIELD_FILE } from './field-config.ts'
import { InputError } from './input-error.ts'
import { readSources } from './read-sources.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-test-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
let number = 0
beforeEach(() => {
  number += 1
  folder = join(root, `case-${number}`)
  mkdirSync(folder)
})

function write(path: string, content: string | Uint8Array): string {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}

const person = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

function git(cwd: string, args: readonly string[], date = '2023-06-01T12:00:00Z'): string {
  const env = {
    ...process.env,
    ...person,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args], {
    cwd,
    env,
    stdio: 'pipe',
  })
    .toString()
    .trim()
}

function commit(cwd: string, message: string, date?: string): string {
  git(cwd, ['add', '-A'])
  git(cwd, ['commit', '-q', '-m', message], date)
  return git(cwd, ['rev-parse', 'HEAD'])
}

/** A repository with three versions of its README: June 1st, 2nd and 4th of 2023. */
function repository(name = 'repo'): string {
  const path = join(folder, name)
  mkdirSync(path)
  git(path, ['init', '-q'])
  for (const [day, text] of [
    ['01', 'one'],
    ['02', 'two'],
    ['04', 'four'],
  ] as const) {
    write(`${name}/README.md`, `# ${text}\n`)
    commit(path, text, `2023-06-${day}T23:30:00Z`)
    if (text === 'two') git(path, ['tag', 'v2'])
  }
  return path
}

const texts = async (...args: Parameters<typeof readSources>) => {
  const { sources } = await readSources(...args)
  return Object.fromEntries(sources.map(({ path, text }) => [path, text]))
}
const rules = async (...args: Parameters<typeof readSources>) => {
  const { findings } = await readSources(...args)
  return findings.map(({ rule, source, line, column }) => `${source}:${line}:${column} ${rule}`)
}
const failure = async (...args: Parameters<typeof readSources>): Promise<InputError> => {
  const error = await readSources(...args).catch((reason: unknown) => reason)
  if (!(error instanceof InputError)) throw new Error(`no InputError: ${String(error)}`)
  expect(error.hint).not.toBe('')
  return error
}

describe('a file', () => {
  it('is read under its name, with the object id that git gives it', async () => {
    const path = write('deep/list.md', '# A *list*\r\n- one\r- two\n')
    const { sources, findings, title } = await readSources([path])
    const blob = git(folder, ['hash-object', '--no-filters', path])
    expect(sources).toEqual([{ path: 'list.md', kind: 'list', text: '# A *list*\r\n- one\r- two\n', blob }])
    expect([title, findings]).toEqual(['A list', []])
  })

  it('is named by itself where it has no heading', async () => {
    expect((await readSources([write('list.md', '- one\n')])).title).toBe('list.md')
  })

  it('is read at a revision', async () => {
    const path = join(repository(), 'README.md')
    expect(await texts([path], { at: 'v2' })).toEqual({ 'README.md': '# two\n' })
  })

  it.each([
    ['UTF-16', Buffer.from('\ufeff# Hé\n', 'utf16le'), '# Hé\n', []],
    ['invalid UTF-8', Buffer.from('# H\nna\xefve\n', 'latin1'), '# H\nnaïve\n', ['x.md:2:3 read/invalid-utf8']],
    ['an empty file', Buffer.from(''), '', ['x.md:1:1 read/empty-file']],
    ['NUL', Buffer.from('a\0b'), undefined, ['x.md:1:1 read/binary-file']],
    ['mojibake', Buffer.from('# H\n\nby Jos√© and Bj√∂rn\n'), '# H\n\nby José and Björn\n', ['x.md:3:7 read/mojibake']],
    ['a misread byte order mark', Buffer.from('ï»¿# H\n'), '# H\n', ['x.md:1:1 read/mojibake']],
  ])('of %s is read, or left out, with its finding', async (_, bytes, text, expected) => {
    const path = write('x.md', bytes)
    expect(await texts([path])).toEqual(text === undefined ? {} : { 'x.md': text })
    expect(await rules([path])).toEqual(expected)
  })

  it('gives one warning for all mojibake, with encoding, count, line and hint', async () => {
    const { findings } = await readSources([write('x.md', '# H\nJos√©\nBj√∂rn\nM√ºller\n')])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/Mac Roman: 3 places .* line 2/),
      hint: expect.stringContaining('UTF-8'),
    })
  })

  it('that is too large is left out without being read', async () => {
    const effects: ReadEffects = { ...diskEffects, stat: async () => ({ kind: 'file', size: 65 * 1024 * 1024 }) }
    const path = write('x.md', '# H\n')
    expect(await rules([path], {}, effects)).toEqual(['x.md:1:1 read/file-too-large'])
  })

  it('that can not be read is a finding', async () => {
    const readFile = () => Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))
    expect(await rules([write('x.md', '#')], {}, { ...diskEffects, readFile })).toEqual([
      'x.md:1:1 read/unreadable-file',
    ])
  })

  it('that does not exist is unusable input', async () => {
    expect((await failure([join(folder, 'none.md')])).message).toMatch(/none\.md does not exist/)
    expect((await failure(['a\0b'])).message).toMatch(/does not exist/)
    await failure([])
  })
})

describe('a folder with fieldmap.yml', () => {
  const config = `title: A field
site: https://example.org/map
sources:
  - path: list.md
    repository: https://github.com/owner/list
    branch: main
  - path: ./evidence/e.csv
  - path: none.md
  - path: ../outside.md
  - path: /etc/passwd
  - path: list.md
  - path: odd.csv
  - path: evidence
vocabulary: [vocabulary/tasks.csv]
decisions: decisions.csv
color: red
`
  beforeEach(() => {
    write('field/fieldmap.yml', config)
    write('field/list.md', '# L\n')
    write('field/evidence/e.csv', 'paper,dataset,quote\n')
    write('field/odd.csv', 'one,two\n')
    write('field/vocabulary/tasks.csv', 'id,name\n')
    write('field/decisions.csv', 'verdict,kind,a,b,reason\n')
    write('outside.md', 'secret\n')
  })
  const findings = [
    'fieldmap.yml:8:11 read/missing-file',
    'fieldmap.yml:9:11 read/outside-folder',
    'fieldmap.yml:10:11 read/outside-folder',
    'fieldmap.yml:11:11 read/duplicate-source',
    'fieldmap.yml:13:11 read/missing-file',
    'fieldmap.yml:16:1 read/unknown-field',
    'odd.csv:1:1 read/unknown-columns',
  ]

  it('gives what it lists, by kind, and a finding for each mistake', async () => {
    const result = await readSources([join(folder, 'field')])
    expect(result.title).toBe('A field')
    expect(result.site).toBe('https://example.org/map')
    expect(result.sources.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'decisions.csv decisions',
      'evidence/e.csv evidence',
      'list.md list',
      'vocabulary/tasks.csv vocabulary',
    ])
    expect(result.sources[2]).toMatchObject({ repository: 'https://github.com/owner/list', branch: 'main' })
    expect(await rules([join(folder, 'field')])).toEqual(findings)
  })

  it('has the tour that it names, else the one beside it, and no source more for it', async () => {
    write('fieldmap.yml', 'sources:\n  - path: README.md\n')
    write('README.md', '# A\n')
    expect((await readSources([folder])).tour).toBeUndefined()
    write('tour.md', '# T\n')
    const beside = await readSources([folder])
    expect(beside.tour).toEqual({ path: 'tour.md', text: '# T\n' })
    expect(beside.sources.map(({ path }) => path)).toEqual(['README.md'])
    write('talks/one.md', '# One\n')
    write('fieldmap.yml', 'sources:\n  - path: README.md\ntour: talks/one.md\n')
    expect((await readSources([folder])).tour).toEqual({ path: 'talks/one.md', text: '# One\n' })
  })

  it('reports a tour that is not there where it is named', async () => {
    write('fieldmap.yml', 'sources:\n  - path: README.md\ntour: none.md\n')
    write('README.md', '# A\n')
    const { tour, findings } = await readSources([folder])
    expect(tour).toBeUndefined()
    expect(findings).toMatchObject([{ rule: 'read/missing-file', severity: 'error', source: 'fieldmap.yml', line: 3 }])
  })

  it('is the same at a revision, deep inside a work tree and from any working directory', async () => {
    git(folder, ['init', '-q'])
    commit(folder, 'all')
    const asItIs = await readSources([join(folder, 'field')])
    write('field/list.md', '# changed\n')
    write('field/fieldmap.yml', 'title: changed\n')
    expect(await readSources(['field'], { at: 'HEAD', cwd: folder })).toEqual(asItIs)
    expect(await readSources(['../../field'], { at: '2023-06-01', cwd: join(folder, 'field/evidence') })).toEqual(
      asItIs,
    )
  })

  it('takes its lists from --file where that is given', async () => {
    write('field/more/other.md', '# O\n')
    const paths = Object.keys(await texts([join(folder, 'field')], { file: ['more/*.md'] }))
    expect(paths).toEqual(['decisions.csv', 'evidence/e.csv', 'more/other.md', 'vocabulary/tasks.csv'])
  })

  it('does not follow links that leave it, at no revision either, but those within', async () => {
    write(
      'field/fieldmap.yml',
      'sources:\n  - path: out.md\n  - path: in.md\n  - path: up/outside.md\n  - path: circle.md\n',
    )
    symlinkSync('../outside.md', join(folder, 'field/out.md'))
    symlinkSync('list.md', join(folder, 'field/in.md'))
    symlinkSync('..', join(folder, 'field/up'))
    symlinkSync('circle.md', join(folder, 'field/circle.md'))
    git(folder, ['init', '-q'])
    commit(folder, 'links')
    for (const at of [{}, { at: 'HEAD' }]) {
      expect(await texts([join(folder, 'field')], at)).toEqual({ 'in.md': '# L\n' })
      expect(await rules([join(folder, 'field')], at)).toEqual([
        'fieldmap.yml:2:11 read/outside-folder',
        'fieldmap.yml:4:11 read/outside-folder',
        'fieldmap.yml:5:11 read/outside-folder',
      ])
    }
  })

  it('that is not text, or not YAML, leaves findings and no sources', async () => {
    write('field/fieldmap.yml', 'a\0b')
    expect(await readSources([join(folder, 'field')])).toMatchObject({
      title: 'field',
      sources: [],
      findings: [{ rule: 'read/binary-file', source: FIELD_FILE }],
    })
    write('field/fieldmap.yml', '- list\n')
    expect(await rules([join(folder, 'field')])).toEqual(['fieldmap.yml:1:1 read/field-value'])
  })
})

describe('a repository', () => {
  it('is read from its work tree, at HEAD~n, a tag, a branch or a commit', async () => {
    const path = repository()
    write('repo/README.md', '# now\n')
    const first = git(path, ['rev-parse', 'HEAD~2'])
    expect(await texts([path])).toEqual({ 'README.md': '# now\n' })
    expect(await texts([path], { at: 'HEAD' })).toEqual({ 'README.md': '# four\n' })
    expect(await texts([path], { at: 'HEAD~1' })).toEqual({ 'README.md': '# two\n' })
    expect(await texts([path], { at: 'v2' })).toEqual({ 'README.md': '# two\n' })
    expect(await texts([path], { at: 'main' })).toEqual({ 'README.md': '# four\n' })
    expect(await texts([path], { at: first.slice(0, 10) })).toEqual({ 'README.md': '# one\n' })
  })

  it('is read at the end of a day in UTC, unless a ref has its name', async () => {
    const path = repository()
    expect(await texts([path], { at: '2023-06-01' })).toEqual({ 'README.md': '# one\n' })
    expect(await texts([path], { at: '2023-06-03' })).toEqual({ 'README.md': '# two\n' })
    expect(await texts([path], { at: '2024-01-01' })).toEqual({ 'README.md': '# four\n' })
    expect((await failure([path], { at: '2023-05-31' })).message).toMatch(/no commit until 2023-05-31/)
    expect((await failure([path], { at: '2023-02-31' })).message).toMatch(/no revision/)
    git(path, ['tag', '2023-06-03', 'HEAD~2'])
    expect(await texts([path], { at: '2023-06-03' })).toEqual({ 'README.md': '# one\n' })
  })

  it.each(['--output=x', '-x', 'nothing', '', 'HEAD:README.md', 'a\0b', 'HEAD..v2', '--end-of-options', '$(touch x)'])(
    'has no revision %j, and asking for it does no harm',
    async (at) => {
      const path = repository()
      const before = readdirSync(path)
      expect((await failure([path], { at, cwd: path })).message).toMatch(/no revision/)
      expect(readdirSync(path)).toEqual(before)
      expect(existsSync('x')).toBe(false)
    },
  )

  it('without a work tree is read at HEAD', async () => {
    git(folder, ['clone', '-q', '--bare', repository(), join(folder, 'x.git')])
    const result = await readSources([join(folder, 'x.git')])
    expect(result.sources).toMatchObject([{ path: 'README.md', text: '# four\n' }])
    expect(await texts([join(folder, 'x.git')], { at: 'v2' })).toEqual({ 'README.md': '# two\n' })
  })

  it('gives the README of a sub-folder, with its path from the root', async () => {
    const path = repository()
    write('repo/docs/de/readme.markdown', '# Deutsch\n')
    commit(path, 'docs')
    expect(await texts([join(path, 'docs/de')])).toEqual({ 'docs/de/readme.markdown': '# Deutsch\n' })
    expect(await texts([join(path, 'docs/de')], { at: 'HEAD' })).toEqual({ 'docs/de/readme.markdown': '# Deutsch\n' })
    expect((await failure([join(path, 'docs')])).message).toMatch(/neither fieldmap.yml nor a README/)
    expect((await failure([join(path, 'docs')], { at: 'v2' })).message).toMatch(/neither/)
  })

  it('gives the tracked files that match globs, and says what it does not enter', async () => {
    const path = repository()
    for (const name of ['docs/a.md', 'docs/b/c.md', 'docs/d.txt', '.hidden/e.md']) write(`repo/${name}`, `# ${name}\n`)
    commit(path, 'docs')
    write('repo/untracked.md', '# no\n')
    for (const at of [{}, { at: 'HEAD' }]) {
      const paths = Object.keys(await texts([path], { ...at, file: ['docs/**/*.md', 'README.md'] }))
      expect(paths).toEqual(['README.md', 'docs/a.md', 'docs/b/c.md'])
      expect(Object.keys(await texts([path], { ...at, file: ['**/*.md'] }))).not.toContain('untracked.md')
    }
    expect((await failure([path], { file: ['*.rst'] })).message).toMatch(/no file of "repo" matches "\*\.rst"/)
  })

  it('does not enter submodules', async () => {
    const inner = repository('inner')
    const path = repository()
    git(path, ['submodule', '--quiet', 'add', inner, 'sub'])
    write('repo/fieldmap.yml', 'sources:\n  - path: README.md\n  - path: sub/README.md\n')
    commit(path, 'sub')
    expect(await rules([path], { at: 'HEAD' })).toEqual(['fieldmap.yml:3:11 read/submodule'])
    const clone = join(folder, 'clone')
    git(folder, ['clone', '-q', path, clone])
    expect(await rules([clone])).toEqual(['fieldmap.yml:3:11 read/submodule'])
    rmSync(join(clone, 'fieldmap.yml'))
    expect(await rules([clone], { file: ['**/*.md'] })).toEqual(['sub:1:1 read/submodule'])
  })

  it('reports LFS pointers', async () => {
    write('README.md', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`)
    expect(await rules([folder])).toEqual(['README.md:1:1 read/lfs-pointer'])
  })

  it('runs nothing of its own: hooks, filters, textconv, monitors, commands', async () => {
    const path = repository()
    const marker = join(folder, 'marker')
    const script = write('evil.sh', `#!/bin/sh\necho ran >> '${marker}'\ncat\n`)
    execFileSync('chmod', ['+x', script])
    mkdirSync(join(path, '.git/hooks'), { recursive: true })
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
      symlinkSync(script, join(path, '.git/hooks', hook))
    }
    write('repo/.gitattributes', '*.md filter=evil diff=evil\n')
    commit(path, 'attributes')
    git(path, ['clone', '-q', '--bare', '.', join(folder, 'bare.git')])
    for (const at of [path, join(folder, 'bare.git')]) {
      const settings = [
        'filter.evil.smudge',
        'filter.evil.clean',
        'diff.evil.textconv',
        'diff.evil.command',
        'core.fsmonitor',
        'core.sshCommand',
        'core.pager',
        'core.editor',
        'core.alternateRefsCommand',
        'uploadpack.packObjectsHook',
        'gpg.program',
        'credential.helper',
      ]
      for (const setting of settings) git(at, ['config', setting, script])
      git(at, ['config', 'remote.origin.url', 'ssh://example.invalid/x'])
      git(at, ['config', 'remote.origin.promisor', 'true'])
    }
    git(path, ['status'])
    expect(existsSync(marker)).toBe(true) // the trap works
    rmSync(marker)
    for (const location of [path, join(folder, 'bare.git'), pathToFileURL(join(folder, 'bare.git')).href]) {
      for (const options of [{}, { at: 'HEAD' }, { at: '2023-06-02' }, { file: ['*.md'] }, { at: 'f'.repeat(40) }]) {
        await readSources([location, join(folder, 'evil.sh')], options).catch(() => {})
      }
    }
    expect(existsSync(marker)).toBe(false)
  })

  it('without a commit has nothing at HEAD, but its files', async () => {
    git(folder, ['init', '-q'])
    write('README.md', '# new\n')
    expect(await texts([folder])).toEqual({ 'README.md': '# new\n' })
    expect((await failure([folder], { at: 'HEAD' })).message).toMatch(/no commit yet/)
  })
})

describe('a folder without repository', () => {
  it('gives its README or what matches, but has no revisions', async () => {
    write('Readme', '# plain\n')
    write('a/b.md', '# b\n')
    write('.hidden/c.md', '# c\n')
    write('node_modules/d.md', '# d\n')
    expect(await texts([folder])).toEqual({ Readme: '# plain\n' })
    expect(await texts([folder], { file: ['./a/*.md'] })).toEqual({ 'a/b.md': '# b\n' })
    expect(Object.keys(await texts([folder], { file: ['**/*.md'] }))).toEqual(['a/b.md'])
    expect((await failure([folder], { at: 'HEAD' })).message).toMatch(/not in a git repository/)
  })

  it('is read where git is missing, and says so where git is needed', async () => {
    write('README.md', '# H\n')
    const missing = async () => ({ code: -1, stdout: new Uint8Array(), stderr: '', isMissing: true })
    const effects: ReadEffects = { ...diskEffects, git: missing }
    expect(await texts([folder], {}, effects)).toEqual({ 'README.md': '# H\n' })
    expect((await failure([folder], { at: 'HEAD' }, effects)).message).toMatch(/git was not found/)
  })
})

describe('a URL', () => {
  // Other programs make temporary folders too: this one gets a place of its own for them.
  const temporary = join(root, 'temporary')
  beforeAll(() => {
    mkdirSync(temporary)
    vi.stubEnv('TMPDIR', temporary)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    expect(readdirSync(temporary)).toEqual([])
  })

  it('is cloned, read and forgotten, at HEAD and at a revision', async () => {
    const url = pathToFileURL(repository()).href
    expect(await texts([url])).toEqual({ 'README.md': '# four\n' })
    expect(await texts([url], { at: 'HEAD~2' })).toEqual({ 'README.md': '# one\n' })
    expect(await texts([url], { at: '2023-06-03' })).toEqual({ 'README.md': '# two\n' })
    expect(await texts([url], { at: 'v2' })).toEqual({ 'README.md': '# two\n' })
    expect((await failure([url], { at: '--output=x' })).message).toMatch(/no revision/)
  })

  it('that can not be cloned is unusable input, without its password', async () => {
    const url = `file://user:secret@${folder}/none.git`
    const error = await failure([url])
    expect(error.message).toMatch(/could not be cloned/)
    expect(error.message + error.hint).not.toContain('secret')
  })

  it('is given up when the signal says so', async () => {
    const controller = new AbortController()
    const effects: ReadEffects = {
      ...diskEffects,
      git: (args, call) => {
        if (args.includes('clone')) controller.abort(new Error('stopped'))
        return diskEffects.git(args, call)
      },
    }
    const url = pathToFileURL(repository()).href
    await expect(readSources([url], { signal: controller.signal }, effects)).rejects.toThrow('stopped')
    await expect(readSources([folder], { signal: AbortSignal.abort(new Error('early')) })).rejects.toThrow('early')
  })

  it('of a public repository is the address of its lists', async () => {
    const local = repository()
    const effects: ReadEffects = {
      ...diskEffects,
      git: (args, call) =>
        diskEffects.git(
          args.map((arg) => (arg.startsWith('https:') ? pathToFileURL(local).href : arg)),
          call,
        ),
    }
    const { sources } = await readSources(['https://user:secret@github.com/owner/name.git'], {}, effects)
    expect(sources).toMatchObject([{ path: 'README.md', repository: 'https://github.com/owner/name' }])
    expect((await readSources([local])).sources[0]).not.toHaveProperty('repository')
  })
})

describe('several locations', () => {
  it('are named by owner and name, in any order', async () => {
    const one = repository('one')
    git(one, ['remote', 'add', 'origin', 'git@github.com:alice/faces.git'])
    const two = repository('two')
    git(two, ['remote', 'add', 'origin', 'https://github.com/bob/faces'])
    const file = write('notes.md', '# notes\n')
    const result = await readSources([one, two, file])
    expect(result.sources.map(({ path }) => path)).toEqual(['alice/faces:README.md', 'bob/faces:README.md', 'notes.md'])
    expect(await readSources([file, two, one])).toEqual(result)
    expect(await readSources([two, file, one, two])).toEqual(result)
  })

  it('have distinct paths, in any order, and the same text once', async () => {
    const files = ['b', 'c', 'a'].map((name) => write(`${name}/README.md`, `# ${name}\n`))
    const result = await readSources(files)
    expect(result.sources.map(({ path }) => path)).toEqual(['2:README.md', '3:README.md', 'README.md'])
    expect(await readSources(files.toReversed())).toEqual(result)
    const same = ['x', 'y'].map((name) => write(`${name}/list.md`, '# same\n'))
    expect((await readSources(same)).sources.map(({ path }) => path)).toEqual(['list.md'])
  })

  it('keep the findings of each with its path', async () => {
    write('a/fieldmap.yml', 'colour: red\n')
    write('b/README.md', '')
    expect(await rules([join(folder, 'a'), join(folder, 'b')])).toEqual([
      'a:fieldmap.yml:1:1 read/unknown-field',
      'b:README.md:1:1 read/empty-file',
    ])
  })
})

it('computes the object id as git does', async () => {
  const text = '# é\n'
  const { sources } = await readSources([write('x.md', text)])
  const bytes = Buffer.from(text)
  expect(sources[0]?.blob).toBe(createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'))
})
