import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildFacts, history, readSources, readTimeline } from '@fieldmap/core'
import { writeGraph } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let root = ''
let clock = 1_600_000_000
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fieldmap-odd-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const PERSON = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main']

function git(cwd: string, args: readonly string[], date = `@${clock} +0000`): string {
  clock += 3600
  const env = {
    ...process.env,
    ...{ GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  }
  return execFileSync('git', [...PERSON, '-c', 'protocol.file.allow=always', ...args], {
    cwd,
    env,
    stdio: 'pipe',
    encoding: 'utf8',
  }).trim()
}

/** A list of the papers with these numbers. */
function list(...numbers: readonly number[]): string {
  const items = numbers.map(
    (i) => `- [Study Number ${i} of Tides](https://arxiv.org/abs/2001.${10_000 + i}), CVPR 2020\n`,
  )
  return `# Papers\n\n## Tides\n\n${items.join('')}`
}

class Repository {
  readonly folder: string
  constructor(name: string, ...init: readonly string[]) {
    this.folder = join(root, name, 'lists')
    mkdirSync(this.folder, { recursive: true })
    git(this.folder, ['init', '-q', ...init])
  }

  readonly git = (...args: readonly string[]): string => git(this.folder, args)

  readonly write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      writeFileSync(join(this.folder, path), content)
    }
  }

  readonly commit = (files: Readonly<Record<string, string | Uint8Array>> = {}, date?: string): string => {
    this.write(files)
    this.git('add', '-A')
    git(this.folder, ['commit', '-q', '--allow-empty', '-m', 'edit'], date)
    return this.git('rev-parse', 'HEAD')
  }

  readonly remove = (...paths: readonly string[]): void => {
    for (const path of paths) rmSync(join(this.folder, path), { recursive: true })
  }

  readonly link = (target: string, path: string): void => symlinkSync(target, join(this.folder, path))
}

/** A repository, which of its files are lists, and revisions that hold one. */
interface Made {
  readonly repository: Repository
  readonly file?: readonly string[]
  readonly revisions: readonly string[]
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')

const CASES: Readonly<Record<string, () => Made>> = {
  'object ids of SHA-256'() {
    const repository = new Repository('sha256', '--object-format=sha256')
    repository.commit({ 'README.md': list(1) })
    repository.commit({ 'README.md': list(1, 2) })
    return { repository, revisions: ['HEAD', 'HEAD~1'] }
  },
  'CRLF in work trees'() {
    const repository = new Repository('crlf')
    repository.commit({ 'README.md': list(1) })
    repository.commit({ 'README.md': list(1, 2) })
    repository.git('config', 'core.autocrlf', 'true')
    return { repository, revisions: ['HEAD', 'HEAD~1'] }
  },
  'UTF-16 in work trees'() {
    const repository = new Repository('utf16')
    repository.write({ '.gitattributes': '*.md working-tree-encoding=UTF-16LE-BOM text eol=crlf ident\n' })
    repository.commit({ 'README.md': utf16(list(1)) })
    repository.commit({ 'README.md': utf16(`${list(1, 2)}\n$Id$\n`) })
    return { repository, revisions: ['HEAD', 'HEAD~1'] }
  },
  'links to files and folders, put up and taken away'() {
    const repository = new Repository('links')
    repository.write({ 'docs/list.md': list(1) })
    repository.link('docs/list.md', 'README.md')
    repository.commit()
    repository.remove('README.md')
    repository.link('docs', 'other')
    repository.link('other/list.md', 'README.md')
    repository.commit({ 'docs/list.md': list(1, 2) })
    repository.remove('README.md')
    repository.commit({ 'README.md': list(1, 2, 3) })
    return { repository, revisions: ['HEAD', 'HEAD~1', 'HEAD~2'] }
  },
  'a file that is executable, then a folder, then a file'() {
    const repository = new Repository('kinds')
    repository.commit({ 'README.md': list(1) })
    chmodSync(join(repository.folder, 'README.md'), 0o755)
    repository.commit()
    repository.remove('README.md')
    repository.commit({ 'README.md/list.md': list(7), 'readme.txt': list(1, 2) })
    repository.remove('README.md', 'readme.txt')
    repository.commit({ 'Readme.MD': list(1, 2, 3) })
    return { repository, revisions: ['HEAD', 'HEAD~1', 'HEAD~2', 'HEAD~3'] }
  },
  'another repository inside'() {
    const inner = new Repository('inner')
    inner.commit({ 'list.md': list(9) })
    const repository = new Repository('outer')
    repository.commit({ 'README.md': list(1) })
    repository.git('submodule', '--quiet', 'add', inner.folder, 'sub')
    repository.commit({ 'README.md': list(1, 2) })
    return { repository, file: ['**/*.md'], revisions: ['HEAD', 'HEAD~1'] }
  },
  'names of files that look like something else'() {
    const repository = new Repository('names')
    const names = [
      '--all.md',
      'a "b" \'c\'.md',
      'new\nline.md',
      ':(top)x.md',
      '$(id) `id`.md',
      '[x](y).md',
      '*.md',
      'ü\u202e.md',
    ]
    names.push(`${'n'.repeat(240)}.md`)
    repository.commit(Object.fromEntries(names.map((name, i) => [name, list(i)])))
    repository.commit(Object.fromEntries(names.map((name, i) => [name, list(i, i + 20)])))
    return { repository, file: ['*.md'], revisions: ['HEAD', 'HEAD~1'] }
  },
  'names of revisions that are those of others'() {
    const repository = new Repository('revisions')
    repository.commit({ 'README.md': list(1) })
    repository.git('tag', '-a', '-m', 'x', 'one')
    repository.git('tag', '-a', '-m', 'y', 'two', 'one')
    repository.git('tag', '2030-01-01', 'two')
    repository.git('branch', 'two')
    repository.git('tag', 'main', 'tags/two')
    repository.commit({ 'README.md': list(1, 2) })
    return {
      repository,
      revisions: ['HEAD', 'main', 'heads/main', 'two', '2030-01-01', '@{0}', ':/edit', 'HEAD^{/edit}'],
    }
  },
  'merges of branches without a common root'() {
    const repository = new Repository('roots')
    repository.commit()
    repository.commit({ 'README.md': list(1) })
    for (const [branch, number] of [
      ['x', 2],
      ['y', 3],
    ] as const) {
      repository.git('checkout', '-q', '--orphan', branch, 'main')
      repository.commit({ 'README.md': list(1), [`${branch}.md`]: list(number) })
    }
    repository.git('checkout', '-q', '-b', 'z', 'main')
    repository.commit({ 'z.md': list(4) })
    repository.git('checkout', '-q', 'main')
    repository.git('merge', '-q', '--allow-unrelated-histories', '-m', 'merge', 'x')
    repository.git('merge', '-q', '--allow-unrelated-histories', '-m', 'merge', 'y')
    repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'z')
    return { repository, file: ['*.md'], revisions: ['HEAD', 'HEAD~1^2', 'x', 'z', 'main~3'] }
  },
}

let made = 0
function place(): string {
  made += 1
  return join(root, `place-${made}`, 'lists')
}

async function graph(location: string, file: readonly string[], at?: string): Promise<string> {
  const options = { file, ...(at === undefined ? {} : { at }) }
  return writeGraph(buildFacts(await readSources([location], options), () => 0).graph)
}

describe.each(Object.entries(CASES))('a repository with %s', (_, make) => {
  it('gives at each revision what its checkout gives, bare or not, and the newest papers by its history', async () => {
    const { repository, file = [], revisions } = make()
    const bare = `${place()}.git`
    git(root, ['clone', '-q', '--bare', repository.folder, bare])
    for (const revision of revisions) {
      const tree = place()
      repository.git('worktree', 'add', '-q', '--detach', tree, revision)
      const expected = await graph(tree, file)
      expect(await graph(repository.folder, file, revision), revision).toBe(expected)
      const commit = git(tree, ['rev-parse', 'HEAD'])
      expect(await graph(bare, file, commit), revision).toBe(expected)
    }
    const { file: told } = history(await readTimeline([bare], { file }))
    const { graph: newest } = buildFacts(await readSources([bare], { file }), () => 0)
    const alive = Object.keys(told.nodes).filter((key) => told.nodes[key]?.at(-1)?.to === undefined)
    expect(alive.sort()).toEqual(newest.nodes().sort())
    const { file: same } = history(await readTimeline([repository.folder], { file }))
    expect(same).toEqual(told)
  })
})

describe('a history', () => {
  /** The versions in which each paper held: first, and the one with which it went. */
  async function told(location: string, options = {}): Promise<Record<string, string>> {
    const { file } = history(await readTimeline([location], options))
    const at = (commit: string): number => file.versions.findIndex((version) => version.commit === commit)
    const papers = Object.entries(file.nodes).filter(([key]) => key.startsWith('paper:'))
    return Object.fromEntries(
      papers.map(([key, spans]) => [
        key.replace(/\D/g, ''),
        spans.map(({ from, to }) => `${at(from.commit)}-${to === undefined ? '' : at(to.commit)}`).join(' '),
      ]),
    )
  }

  it('reads each version in its own markup, whatever became of the file', async () => {
    const { folder, commit, remove, link } = new Repository('markup')
    const roles = (...numbers: readonly number[]) =>
      `Papers\n======\n\nTides\n-----\n\n${numbers.map((i) => `* \`Study Number ${i} of Tides <https://arxiv.org/abs/2001.${10_000 + i}>\`_, CVPR 2020\n`).join('')}`
    commit({ 'README.md': list(1, 2) })
    remove('README.md')
    commit({ 'README.rst': roles(1, 2, 3) })
    remove('README.rst')
    commit()
    commit({ 'README.md': list(1, 3, 4) })
    remove('README.md')
    link('docs/list.md', 'README.md')
    commit({ 'docs/list.md': list(1, 3, 4) })
    commit({ 'docs/list.md': list(1, 3, 4, 5) })
    expect(await told(folder)).toEqual({ 1: '0-2 3-', 2: '0-2', 3: '1-2 3-', 4: '3-', 5: '4-' })
  })

  it('keeps the order of commits, whatever their clocks said', async () => {
    const { folder, commit } = new Repository('clocks')
    const clocks = ['@0 +0000', '@4102444800 +1400', '@1600000000 -1200', '@1500000000 +0000', '@253402300800 +0000']
    for (const [i, date] of clocks.entries())
      commit({ 'README.md': list(...clocks.slice(0, i + 1).map((_, n) => n)) }, date)
    expect(await told(folder)).toEqual({ 0: '0-', 1: '1-', 2: '2-', 3: '3-', 4: '4-' })
    const papers = async (at: string) => Object.keys(await told(folder, { at })).length
    expect(await papers('1970-01-01')).toBe(1)
    expect(await papers('2017-07-14')).toBe(4)
    expect(await papers('2099-12-31')).toBe(4)
    expect(await papers('9999-12-31')).toBe(5)
    await expect(papers('1969-12-31')).rejects.toThrow(/no commit until 1969-12-31/)
  })
})
