import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFacts, InputError, readSources } from '@fieldmap/core'
import { writeGraph } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
let repository: string
let bare: string

/** Committed at this time; the author's clock says something else. */
function git(cwd: string, args: readonly string[], date = '2023-01-01T00:00:00Z'): string {
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' }
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...identity, ...args], { cwd, env, stdio: 'pipe', encoding: 'utf8' }).trim()
}

function list(words: readonly string[]): string {
  const items = words.map(
    (word, i) =>
      `- **A ${word} Paper about Knowledge Graphs**, ACL 2020 [[Paper](https://arxiv.org/abs/2001.0000${i})]\n`,
  )
  return `# Papers\n\n## Graphs\n\n${items.join('')}`
}

function commit(words: readonly string[], date: string, file = 'README.md'): void {
  writeFileSync(join(repository, file), list(words))
  git(repository, ['add', '-A'])
  git(repository, ['commit', '-q', '-m', words.join(' ')], date)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-revisions-'))
  repository = join(folder, 'repository')
  bare = join(folder, 'bare.git')
  git(folder, ['init', '-q', repository])
  commit(['First'], '2023-05-31T12:00:00Z')
  // Of the second of June in UTC, though it was the first where it was committed.
  commit(['First', 'Second'], '2023-06-01T23:30:00-05:00')
  git(repository, ['tag', '-a', 'v1', '-m', 'annotated'])
  git(repository, ['checkout', '-q', '-b', 'side'])
  commit(['Other'], '2023-06-04T12:00:00Z', 'more.md')
  git(repository, ['checkout', '-q', 'main'])
  commit(['First', 'Second', 'Third'], '2023-06-05T00:00:00Z')
  // What the branch holds counts from when it landed.
  git(repository, ['merge', '-q', '--no-ff', '-m', 'merge', 'side'], '2023-06-08T23:59:59Z')
  commit(['First', 'Second', 'Third', 'Fourth'], '2023-06-09T00:00:00Z')
  git(repository, ['tag', '2023-06-20', 'v1^{}'])
  git(folder, ['clone', '-q', '--bare', repository, bare])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function graph(location: string, at?: string): Promise<string> {
  const options = { file: ['*.md'], ...(at === undefined ? {} : { at }) }
  return writeGraph(buildFacts(await readSources([location], options), () => 0).graph)
}

/** The graph of a checkout of a commit, in a folder of the same name. */
async function checkedOut(commit: string): Promise<string> {
  const parent = mkdtempSync(join(folder, 'checkout-'))
  git(repository, ['worktree', 'add', '-q', '--detach', join(parent, 'repository'), commit])
  return graph(join(parent, 'repository'))
}

describe('a build at a revision', () => {
  it.each([
    ['a branch', 'main', 'main'],
    ['another branch', 'side', 'side'],
    ['an annotated tag', 'v1', 'main~3'],
    ['a commit before', 'HEAD~3', 'main~3'],
    ['the merged side of a merge', 'HEAD~1^2', 'side'],
    ['a day with a commit', '2023-05-31', 'main~4'],
    ['a day of which another time zone says it had one', '2023-06-01', 'main~4'],
    ['the day that it had it in UTC', '2023-06-02', 'main~3'],
    ['a day on which only a branch had a commit', '2023-06-04', 'main~3'],
    ['a day that begins with a commit', '2023-06-05', 'main~2'],
    ['a day with no commit', '2023-06-07', 'main~2'],
    ['a day that ends with a merge', '2023-06-08', 'main~1'],
    ['a day after the last commit', '2030-01-01', 'main'],
    ['a tag that is called as a day', '2023-06-20', 'main~3'],
  ])('is that of its checkout, for %s, bare or not', async (_, at, same) => {
    const expected = await checkedOut(same)
    expect(await graph(repository, at)).toBe(expected)
    expect(await graph(bare, at)).toBe(expected)
  })

  it('by its hash is the same, too', async () => {
    const hash = git(repository, ['rev-parse', 'main~2'])
    expect(await graph(bare, hash)).toBe(await checkedOut(hash))
    expect(await graph(repository, hash.slice(0, 12))).toBe(await checkedOut(hash))
  })

  it('of a day before the first commit says so', async () => {
    await expect(graph(bare, '2023-05-30')).rejects.toThrow(/no commit until 2023-05-30/)
    await expect(graph(bare, '2023-05-30')).rejects.toBeInstanceOf(InputError)
    await expect(graph(repository, '2023-02-30')).rejects.toThrow(/no revision "2023-02-30"/)
  })
})
