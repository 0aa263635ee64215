import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from './input-error.ts'
import { readTimeline } from './read-timeline.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-timeline-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
let number = 0
let clock = 0
beforeEach(() => {
  number += 1
  folder = join(root, `case-${number}`)
  mkdirSync(folder)
  git('init', '-q')
})

function git(...args: readonly string[]): string {
  clock += 1
  const date = new Date(Date.UTC(2023, 0, 1) + clock * 60_000).toISOString()
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@x.org', GIT_COMMITTER_NAME: 'H', GIT_COMMITTER_EMAIL: 'h@x.org' },
    ...{ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
  }
  const options = ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always']
  return execFileSync('git', [...options, ...args], { cwd: folder, env, stdio: 'pipe' })
    .toString()
    .trim()
}

function save(files: Readonly<Record<string, string>>, message = 'edit'): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '--allow-empty-message', '-m', message)
  return git('rev-parse', 'HEAD')
}

async function versions(location = folder, options = {}): Promise<readonly (readonly [string, string])[]> {
  const timeline = await readTimeline([location], options)
  return timeline.versions.map(({ commit, sources }) => [commit.id, sources.map(({ text }) => text).join('|')])
}

describe('the versions of a field', () => {
  it('are the commits that change a source, oldest first', async () => {
    save({ 'other.md': 'x' })
    const one = save({ 'README.md': 'one' })
    save({ 'other.md': 'y' })
    save({})
    const two = save({ 'README.md': 'two' })
    expect(await versions()).toEqual([
      [one, 'one'],
      [two, 'two'],
    ])
  })

  it('follow a README that was written anew under another name', async () => {
    const one = save({ 'readme.txt': 'first words of an old page\n'.repeat(3) })
    rmSync(join(folder, 'readme.txt'))
    const two = save({ 'README.md': 'nothing of it stayed' })
    expect((await versions()).map(([id]) => id)).toEqual([one, two])
  })

  it('follow a README that was written beside another, which went later', async () => {
    const one = save({ 'README.md': 'one' })
    const two = save({ 'README.rst': 'two' })
    rmSync(join(folder, 'README.md'))
    save({})
    const three = save({ 'README.rst': 'three' })
    expect((await versions()).map(([id]) => id)).toEqual([one, two, three])
  })

  it('follow a README that was removed some time before one of another name came', async () => {
    save({ 'README.md': 'one' })
    rmSync(join(folder, 'README.md'))
    const gone = save({})
    save({ 'other.md': 'x' })
    const two = save({ 'readme.rst': 'two' })
    const found = await versions()
    expect(found.map(([, text]) => text)).toEqual(['one', '', 'two'])
    expect(found.slice(1).map(([id]) => id)).toEqual([gone, two])
  })

  it('follow a file that stands where a link was, and one whose place a link took', async () => {
    save({ 'docs/list.md': 'one' })
    symlinkSync('docs/list.md', join(folder, 'README.md'))
    save({ 'docs/list.md': 'two' })
    rmSync(join(folder, 'README.md'))
    save({ 'README.md': 'three' })
    save({ 'docs/list.md': 'not the list any more' })
    renameSync(join(folder, 'README.md'), join(folder, 'docs/new.md'))
    symlinkSync('docs/new.md', join(folder, 'README.md'))
    save({ 'docs/new.md': 'another text' })
    const texts = ['one', 'two', 'three', 'another text']
    expect((await versions()).map(([, text]) => text)).toEqual(texts)
    expect((await versions(folder, { at: 'HEAD~1' })).map(([, text]) => text)).toEqual(texts.slice(0, 3))
  })

  it('say in which markup they are, where that of the newest is another', async () => {
    save({ README: 'one' })
    renameSync(join(folder, 'README'), join(folder, 'README.md'))
    save({})
    renameSync(join(folder, 'README.md'), join(folder, 'README.RST'))
    save({})
    save({ 'README.RST': 'two' })
    const timeline = await readTimeline([folder])
    expect(timeline.versions.flatMap(({ sources }) => sources.map(({ path, readAs }) => [path, readAs]))).toEqual([
      ['README.RST', 'README'],
      ['README.RST', 'README.md'],
      ['README.RST', undefined],
      ['README.RST', undefined],
    ])
  })

  it('do not follow grafts and replaced objects, which no clone has', async () => {
    const one = save({ 'README.md': 'one' })
    const two = save({ 'README.md': 'two' })
    const three = save({ 'README.md': 'three' })
    git('replace', two, one)
    writeFileSync(join(folder, '.git/info/grafts'), `${three} ${one}\n`)
    expect((await versions()).map(([id]) => id)).toEqual([one, two, three])
  })

  it('of a partial clone are not told with gaps', async () => {
    for (const text of ['one', 'two']) save({ 'README.md': text })
    git('config', 'uploadpack.allowFilter', 'true')
    git('clone', '-q', '--filter=blob:none', pathToFileURL(folder).href, 'partial')
    await expect(versions(join(folder, 'partial'))).rejects.toThrow(/texts of older versions are not in the repository/)
  })

  it('follow a file through renames, not the other that takes its old name', async () => {
    const text = (name: string) => `${name}\n`.repeat(20)
    save({ 'old.md': text('first') })
    renameSync(join(folder, 'old.md'), join(folder, 'new.md'))
    save({})
    save({ 'old.md': text('another') })
    const last = save({ 'new.md': `${text('first')}more`, 'old.md': 'changed' })
    const found = await versions(folder, { file: ['new.md'] })
    expect(found.map(([, content]) => content.slice(0, 5))).toEqual(['first', 'first'])
    expect(found.at(-1)?.[0]).toBe(last)
  })

  it('are the same for a bare repository, an address, a file and a folder', async () => {
    save({ 'docs/list.md': 'one' })
    save({ 'docs/list.md': 'two' })
    const expected = await versions(folder, { file: ['docs/list.md'] })
    expect(expected).toHaveLength(2)
    git('clone', '-q', '--bare', '.', 'bare.git')
    expect(await versions(join(folder, 'bare.git'), { file: ['docs/list.md'] })).toEqual(expected)
    expect(await versions(pathToFileURL(join(folder, 'bare.git')).href, { file: ['docs/list.md'] })).toEqual(expected)
    expect(await versions(join(folder, 'docs/list.md'))).toEqual(expected)
    save({ 'docs/fieldmap.yml': 'sources:\n  - path: list.md\n' })
    expect(await versions(join(folder, 'docs'))).toEqual(expected)
  })

  it('follow a link to the file that it leads to', async () => {
    save({ 'docs/list.md': 'one' })
    symlinkSync('docs/list.md', join(folder, 'README.md'))
    save({ 'docs/list.md': 'two' })
    expect((await versions()).map(([, text]) => text)).toEqual(['one', 'two'])
  })

  it('end where a shallow clone begins, which is said', async () => {
    for (const text of ['one', 'two', 'three']) save({ 'README.md': text })
    git('clone', '-q', '--depth=2', pathToFileURL(folder).href, 'shallow')
    const timeline = await readTimeline([join(folder, 'shallow')])
    expect(timeline.versions.map(({ sources }) => sources[0]?.text)).toEqual(['two', 'three'])
    expect([...timeline.shallow]).toEqual(['README.md'])
    expect((await readTimeline([folder])).shallow.size).toBe(0)
  })

  it('are put in one row by date, with what the other repository held then', async () => {
    const first = folder
    save({ 'README.md': 'a1' })
    folder = join(root, `case-${number}-b`)
    mkdirSync(folder)
    git('init', '-q')
    save({ 'README.md': 'b1' })
    const second = folder
    folder = first
    save({ 'README.md': 'a2' })
    const timeline = await readTimeline([second, first])
    const texts = timeline.versions.map(({ sources }) => sources.map(({ text }) => text).sort())
    expect(texts).toEqual([['a1'], ['a1', 'b1'], ['a2', 'b1']])
  })

  it('do not depend on the settings of a repository, and start nothing that these name', async () => {
    save({ 'README.md': 'one' })
    const two = save({ 'README.md': 'two' }, '')
    const expected = await versions()
    for (const [name, value] of [
      ['log.showSignature', 'true'],
      ['log.showRoot', 'false'],
      ['gpg.program', 'touch ran'],
      ['diff.external', 'touch ran'],
      ['core.fsmonitor', 'touch ran'],
      ['diff.renames', 'false'],
      ['log.diffMerges', 'off'],
      ['color.ui', 'always'],
      ['format.pretty', 'oneline'],
    ] as const)
      git('config', name, value)
    expect(await versions()).toEqual(expected)
    expect(expected.at(-1)?.[0]).toBe(two)
    expect(readdirSync(folder)).not.toContain('ran')
  })

  it.runIf(process.platform === 'linux')('have files whose names are not UTF-8', async () => {
    const path = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')])
    writeFileSync(path, 'one')
    save({})
    writeFileSync(path, 'two')
    save({ 'list "x"\n--.md': 'other' })
    expect((await versions(folder, { file: ['*.md'] })).map(([, text]) => text)).toEqual(['one', 'two|other'])
  })

  it('of no repository are an error with a hint', async () => {
    const lonely = mkdtempSync(join(tmpdir(), 'fieldmap-lonely-'))
    writeFileSync(join(lonely, 'README.md'), 'x')
    await expect(readTimeline([lonely])).rejects.toThrow(InputError)
    await expect(readTimeline([folder])).rejects.toThrow(InputError)
    rmSync(lonely, { recursive: true })
  })
})
