import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskEffects, type Effects } from '../../packages/cli/src/effects.ts'
import { run } from '../../packages/cli/src/run.ts'

const DATASETS = `id,name,full_name,aliases
raf-db,RAF-DB,Real-world Affective Faces Database,RAF
affectnet,AffectNet,,affnet
ckplus,CK+,Extended Cohn-Kanade,CKplus
fi,FI,Flickr and Instagram,
`
const GIT = [
  '-c',
  'user.name=T',
  '-c',
  'user.email=t@example.org',
  '-c',
  'init.defaultBranch=main',
  '-c',
  'protocol.file.allow=always',
]

let folder: string
let settings: string[]
const kept = { ...process.env }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-harvest-'))
  // Every other address leads to nothing: no test reaches a network.
  settings = [`[url "${folder}/nowhere/"]\n  insteadOf = https://github.com/\n`]
  process.env.GIT_CONFIG_NOSYSTEM = '1'
  process.env.GIT_CONFIG_GLOBAL = join(folder, 'gitconfig')
  write('gitconfig', settings.join(''))
  write('list/datasets.csv', DATASETS)
  write('list/fieldmap.yml', 'title: T\nsources:\n  - path: list.md\nvocabulary:\n  - datasets.csv\n')
})
afterEach(() => {
  for (const name of ['GIT_CONFIG_NOSYSTEM', 'GIT_CONFIG_GLOBAL']) {
    if (kept[name] === undefined) delete process.env[name]
    else process.env[name] = kept[name]
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

function write(path: string, text: string | Uint8Array): void {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...GIT, ...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] }).toString()
}

/** Makes a repository with these files and points its GitHub address to it. */
function repository(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  { serveParts = true, commit = true } = {},
): string {
  const path = join(folder, 'hosted', name)
  mkdirSync(path, { recursive: true })
  git(path, 'init', '-q')
  if (serveParts) {
    git(path, 'config', 'uploadpack.allowFilter', 'true')
    git(path, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  }
  for (const [file, text] of Object.entries(files)) write(join('hosted', name, file), text)
  if (commit) commitAll(path)
  point(name, path)
  return path
}

function commitAll(path: string): string {
  git(path, 'add', '-A')
  git(path, 'commit', '-q', '-m', 'x')
  return git(path, 'rev-parse', 'HEAD').trim()
}

function point(name: string, path: string): void {
  settings.push(`[url "${path}"]\n  insteadOf = https://github.com/o/${name}\n`)
  write('gitconfig', settings.join(''))
}

/** A list of papers, each with the path of its code below github.com/o/. */
function list(...codes: readonly string[]): void {
  const rows = codes.map(
    (code, index) =>
      `- [A Paper of Number ${'ABCDEFGHIJ'[index]} on Expressions in the Wild](https://arxiv.org/abs/2001.0000${index}), CVPR 2020 [[Code](https://github.com/o/${code})]`,
  )
  write('list/list.md', `# Papers\n\n## Expressions\n\n${rows.join('\n')}\n`)
}

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function harvest(more: readonly string[] = ['--allow-file'], change: Partial<Effects> = {}): Promise<Outcome> {
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
  const code = await run(['harvest', 'list', '--cache', join(folder, 'cache'), ...more], effects)
  return { code, stdout, stderr }
}

function evidence(): string[][] {
  const text = readFileSync(join(folder, 'list/evidence/harvest.csv'), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

/** `data set role path:line` of each row. */
function said(): string[] {
  return evidence().map((row) => `${row[1]} ${row[3]} ${row[8]}:${row[10]}`)
}

describe('fieldmap harvest', () => {
  it('writes evidence with commit, line and quote that hold at that commit', async () => {
    const path = repository('a', {
      'README.md':
        '# A\n## Data\nDownload RAFDB and affnet.\n## Training\nTrain on CK+.\n## Related work\nFI dataset\n',
    })
    list('a')
    const { code, stdout } = await harvest()
    expect(code).toBe(0)
    expect(stdout).toContain('1 of 1 repositories read: 3 pairs')
    expect(stdout).toContain('- path: evidence/harvest.csv')
    expect(said()).toEqual(['AffectNet unknown README.md:3', 'CK+ train README.md:5', 'RAF-DB unknown README.md:3'])
    for (const row of evidence()) {
      expect(row.slice(5, 8)).toEqual(['A', 'readme', 'https://github.com/o/a'])
      const file = git(path, 'show', `${row[9]}:${row[8]}`).split('\n')
      expect(file[Number(row[10]) - 1]).toContain(row[11])
    }
  })

  it('gives nothing for mere mentions, and a line for a repository without README', async () => {
    repository('a', { 'README.md': '# A\n## Related work\nThe RAF-DB dataset.\n' })
    repository('b', { 'main.c': 'int main;\n' })
    list('a', 'b')
    const { code, stderr } = await harvest()
    expect(code).toBe(0)
    expect(said()).toEqual([])
    expect(stderr).toContain('https://github.com/o/b:1:1  info  no README')
  })

  it('reads Chinese, reStructuredText, and READMEs in folders', async () => {
    repository('a', { 'README.md': '# 标题\n## 数据集\n下载RAF-DB\n' })
    repository('b', { 'README.rst': 'B\n=\n\nDatasets\n--------\n\n* CK+\n' })
    repository('c', { 'docs/README.md': '# C\nTrained on AffectNet.\n', 'x.py': '' })
    repository('d', { '.github/README.md': '# D\nTrained on AffectNet.\n' })
    list('a', 'b', 'c', 'd')
    await harvest()
    expect(said()).toEqual([
      'RAF-DB unknown README.md:3',
      'CK+ unknown README.rst:7',
      'AffectNet train docs/README.md:2',
      'AffectNet train .github/README.md:2',
    ])
  })

  it('reads of a monorepo the folder that the link leads to, and that alone', async () => {
    repository('mono', {
      'README.md': '# Zoo\nTrained on AffectNet.\n',
      'tasks/one/README.md': '# One\nTrained on RAF-DB.\n',
      'tasks/two/README.md': '# Two\nTrained on CK+.\n',
    })
    list('mono/tree/main/tasks/one', 'mono/blob/main/tasks/two/train.py')
    await harvest()
    expect(evidence().map((row) => `${row[0]} ${row[1]}`)).toEqual([
      'A Paper of Number A on Expressions in the Wild RAF-DB',
      'A Paper of Number B on Expressions in the Wild CK+',
    ])
  })

  it('marks what is not the authors own code', async () => {
    repository('a', { 'README.md': '# Unofficial PyTorch implementation\nTrained on RAF-DB.\n' })
    repository('b', { 'README.md': '# Official implementation\nTrained on RAF-DB.\n' })
    list('a', 'b')
    await harvest()
    expect(evidence().map((row) => [row[5], row[12]])).toEqual([
      ['C', 'no'],
      ['A', 'yes'],
    ])
  })

  it('takes the BibTeX of the paper, and no other', async () => {
    repository('a', {
      'README.md':
        '# A\n@misc{x, title={Another Title of Something}, author={N. N.}}\n\n@inproceedings{y,\n title={A Paper of Number A on Expressions in the {W}ild},\n author={Li, S. and Deng, W.},\n doi={10.1/23}\n}\n',
    })
    list('a')
    await harvest()
    const text = readFileSync(join(folder, 'list/evidence/harvest.bib'), 'utf8')
    expect(text).toContain('author = {Li, S. and Deng, W.}')
    expect(text).toContain('doi = {10.1/23}')
    expect(text).not.toContain('N. N.')
  })

  it('reports what is missing, empty or too large, and goes on', async () => {
    repository('good', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    repository('empty', {}, { commit: false })
    repository(
      'huge',
      { 'README.md': '# H\nTrained on CK+.\n', 'data.bin': randomBytes(3_000_000) },
      { serveParts: false },
    )
    point('gone', join(folder, 'hosted', 'gone'))
    list('huge', 'gone', 'empty', 'good')
    const { code, stderr, stdout } = await harvest(['--allow-file', '--max-mb', '1', '--json'])
    expect(code).toBe(0)
    expect(said()).toEqual(['RAF-DB train README.md:2'])
    expect(
      JSON.parse(stdout).repositories.map(({ id, status }: { id: string; status: string }) => `${id} ${status}`),
    ).toEqual([
      'github.com/o/empty empty',
      'github.com/o/gone unreachable',
      'github.com/o/good read',
      'github.com/o/huge too-large',
    ])
    expect(stderr).toContain('more than 1 MB; cut off')
    expect((await harvest(['--allow-file', '--max-mb', '1', '--fail-on', 'warning'])).code).toBe(1)
  })

  it('needs of a large repository only its README where the host serves parts', async () => {
    repository('huge', { 'README.md': '# H\nTrained on CK+.\n', 'data.bin': randomBytes(3_000_000) })
    list('huge')
    await harvest(['--allow-file', '--max-mb', '1'])
    expect(said()).toEqual(['CK+ train README.md:2'])
  })

  it('reads nothing on this machine unless it is allowed to', async () => {
    repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    const { code, stderr } = await harvest([])
    expect(code).toBe(0)
    expect(stderr).toContain('harvest/unreachable')
    expect(said()).toEqual([])
  })

  it('follows no symbolic link, runs no hook and no filter, and fetches no submodule', async () => {
    write('secret.md', '# S\nTrained on RAF-DB.\n')
    const mark = join(folder, 'ran')
    const path = repository(
      'a',
      { '.gitattributes': '* filter=evil diff=evil\n', 'docs/README.md': '# A\nTrained on CK+.\n' },
      { commit: false },
    )
    symlinkSync(join(folder, 'secret.md'), join(path, 'README.md'))
    write('hosted/a/.gitmodules', `[submodule "s"]\n  path = s\n  url = ${folder}/hosted/b\n`)
    write('hosted/a/.lfsconfig', '[lfs]\n  url = https://example.invalid\n')
    commitAll(path)
    for (const hook of ['post-upload-pack', 'pre-receive', 'post-checkout', 'reference-transaction']) {
      write(`hosted/a/.git/hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`)
      execFileSync('chmod', ['+x', join(path, '.git/hooks', hook)])
    }
    settings.push(
      `[filter "evil"]\n  smudge = touch ${mark}\n[diff "evil"]\n  textconv = touch ${mark}\n[core]\n  hooksPath = ${path}/.git/hooks\n`,
    )
    write('gitconfig', settings.join(''))
    list('a')
    await harvest()
    expect(said()).toEqual(['CK+ train docs/README.md:2'])
    expect(existsSync(mark)).toBe(false)
  })

  it('keeps hostile names inside the cache and away from the command line of git', async () => {
    const files: Record<string, string> = {
      'README.md': '# A\nTrained on RAF-DB\u001b[31m.\n',
      [`datasets/${'x'.repeat(200)}affectnet.py`]: '',
    }
    for (const name of [
      '--upload-pack=touch ran',
      'datasets/new\nline ckplus',
      'datasets/\u001b[31m',
      '-rf',
      ':(glob)*',
    ])
      files[name] = 'x'
    repository('a', files)
    list('a', '..', '--upload-pack=x', '%2e%2e%2f%2e%2e/x', 'a%0ab')
    const { code } = await harvest(['--allow-file', '--timeout', '20'], {})
    expect(code).toBe(0)
    expect(said()[0]).toBe('RAF-DB train README.md:2')
    expect(readFileSync(join(folder, 'list/evidence/harvest.csv'), 'utf8')).not.toContain('\u001b')
    expect(readdirSync(folder).sort()).toEqual(['cache', 'gitconfig', 'hosted', 'list'])
    expect(readdirSync(join(folder, 'cache'))).toEqual(['repositories'])
  })

  it('gives the same bytes again from the cache, and asks the host only with --refresh', async () => {
    const path = repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    await harvest()
    const first = readFileSync(join(folder, 'list/evidence/harvest.csv'), 'utf8')
    write('hosted/a/README.md', '# A\nTrained on CK+.\n')
    commitAll(path)
    await harvest()
    expect(readFileSync(join(folder, 'list/evidence/harvest.csv'), 'utf8')).toBe(first)
    await harvest(['--allow-file', '--refresh'])
    expect(said()).toEqual(['CK+ train README.md:2'])
  })

  it('keeps what it knew of a repository that is gone today', async () => {
    const path = repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    await harvest()
    rmSync(path, { recursive: true })
    rmSync(join(folder, 'cache'), { recursive: true })
    const { stderr } = await harvest()
    expect(stderr).toContain('harvest/unreachable')
    expect(said()).toEqual(['RAF-DB train README.md:2'])
  })

  it('can be stopped: files stay as they were, and the next run goes on with what was fetched', async () => {
    repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    repository('b', { 'README.md': '# B\nTrained on CK+.\n' })
    list('a', 'b')
    write('list/evidence/harvest.csv', 'old\n')
    const stop = new AbortController()
    const stopped = harvest(['--allow-file', '--parallel', '1'], {
      signal: stop.signal,
      isTerminal: true,
      stderr: () => stop.abort(new Error('stopped')), // the first progress
    })
    await expect(stopped).rejects.toThrow('stopped')
    expect(readFileSync(join(folder, 'list/evidence/harvest.csv'), 'utf8')).toBe('old\n')
    rmSync(join(folder, 'hosted', 'a'), { recursive: true })
    await harvest()
    expect(said()).toEqual(['RAF-DB train README.md:2', 'CK+ train README.md:2'])
  })

  it('fetches again where the cache is damaged', async () => {
    repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    await harvest()
    const [name = ''] = readdirSync(join(folder, 'cache/repositories'))
    rmSync(join(folder, 'cache/repositories', name, 'objects'), { recursive: true })
    await harvest()
    expect(said()).toEqual(['RAF-DB train README.md:2'])
  })

  it('reports a host that lacks the README, and keeps what it knew', async () => {
    const path = repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    await harvest()
    write('hosted/a/README.md', '# A\nTrained on CK+.\n')
    commitAll(path)
    rmSync(join(folder, 'cache'), { recursive: true })
    const readme = git(path, 'rev-parse', 'HEAD:README.md').trim()
    rmSync(join(path, '.git/objects', readme.slice(0, 2), readme.slice(2)), { force: true })
    const { code, stderr } = await harvest()
    expect(code).toBe(0)
    expect(stderr).toContain('harvest/incomplete')
    expect(said()).toEqual(['RAF-DB train README.md:2'])
  })

  it('reads the README of a repository that lacks other files', async () => {
    const path = repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n', 'config.py': "data = 'affectnet'\n" })
    const config = git(path, 'rev-parse', 'HEAD:config.py').trim()
    rmSync(join(path, '.git/objects', config.slice(0, 2), config.slice(2)), { force: true })
    list('a')
    const { stderr } = await harvest()
    expect(stderr).toContain('not to be had')
    expect(said()).toEqual(['RAF-DB train README.md:2'])
  })

  it('starts an unfinished fetch anew', async () => {
    repository('a', { 'README.md': '# A\nTrained on RAF-DB.\n' })
    list('a')
    await harvest()
    const [name = ''] = readdirSync(join(folder, 'cache/repositories'))
    rmSync(join(folder, 'cache/repositories', name, 'fieldmap-harvest.json'))
    write(join('cache/repositories', name, 'HEAD'), 'broken')
    await harvest()
    expect(said()).toEqual(['RAF-DB train README.md:2'])
  })

  it('says what is missing where there is no vocabulary, and proposes names', async () => {
    write('list/fieldmap.yml', 'title: T\nsources:\n  - path: list.md\n')
    repository('a', { 'README.md': '# A\n## Datasets\n- RAF-DB\n' })
    list('a')
    const { code, stderr } = await harvest()
    expect(code).toBe(0)
    expect(stderr).toContain('harvest/no-vocabulary')
    expect(readFileSync(join(folder, 'list/evidence/proposed-datasets.csv'), 'utf8')).toContain(
      'RAF-DB,https://github.com/o/a,README.md',
    )
  })

  it('reads a list without any repository', async () => {
    write(
      'list/list.md',
      '# Papers\n\n- [A Paper of Some Length about Things](https://arxiv.org/abs/2001.00001), CVPR 2020\n',
    )
    expect(await harvest()).toMatchObject({ code: 0, stdout: expect.stringContaining('0 of 0 repositories') })
  })
})
