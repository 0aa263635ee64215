import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHistory } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskEffects } from './effects.ts'
import { markdownText } from './markdown.ts'
import { run } from './run.ts'

let folder: string
const HOSTILE = '</summary><script>alert(1)</script> [x](javascript:1) @owner `code` | **b** https://evil.example'

function git(args: readonly string[], day: number): void {
  const date = `2023-06-0${day}T12:00:00Z`
  const person = {
    GIT_AUTHOR_NAME: `Ada ${day}`,
    GIT_AUTHOR_EMAIL: 'a@x.org',
    GIT_COMMITTER_NAME: 'H',
    GIT_COMMITTER_EMAIL: 'h@x.org',
  }
  const env = {
    ...process.env,
    ...person,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  execFileSync('git', ['-c', 'init.defaultBranch=main', ...args], { cwd: folder, env, stdio: 'pipe' })
}

function save(day: number, text: string): void {
  writeFileSync(join(folder, 'README.md'), text)
  git(['add', '-A'], day)
  git(['commit', '-q', '-m', `day ${day}`], day)
}

const first = '- [A First Paper about Knowledge Graphs](https://arxiv.org/abs/2001.00001), arXiv 2020'
const second = '- [Another Work on Reading Lists Today](https://arxiv.org/abs/2001.00002), EMNLP 2021'

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'fieldmap-history-')))
  git(['init', '-q'], 1)
  save(1, `# Papers\n\n## Graphs\n\n${first}\n`)
  save(2, `# Papers\n\n## Graphs\n\n${first.replace('arXiv 2020', 'CVPR 2021')}\n${second}\n`)
  save(3, `# Papers\n\n## Graphs\n\n${second}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function call(...argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = ''
  let stderr = ''
  const code = await run(argv, {
    ...diskEffects(new AbortController().signal),
    cwd: folder,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
  })
  return { code, stdout, stderr }
}

describe('fieldmap history', () => {
  it('lists the commits that changed the graph, with what came, changed and went', async () => {
    const { code, stdout } = await call('history')
    expect(code).toBe(0)
    const lines = stdout.split('\n')
    expect(lines.filter((line) => /^\d{4}-/.test(line)).map((line) => line.replace(/ {2}\w{10} {2}/, ' '))).toEqual([
      '2023-06-01 Ada 1  day 1',
      '2023-06-02 Ada 2  day 2',
      '2023-06-03 Ada 3  day 3',
    ])
    expect(lines).toContain('  + paper Another Work on Reading Lists Today')
    expect(lines).toContain('  ~ A First Paper about Knowledge Graphs: venue arXiv → CVPR')
    expect(lines).toContain('  - paper A First Paper about Knowledge Graphs')
  })

  it('prints JSON, and only the newest commits with --limit', async () => {
    const { steps } = JSON.parse((await call('history', '--json', '--limit', '1')).stdout)
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject({
      author: 'Ada 3',
      papers: 1,
      removed: [{ kind: 'paper' }, { kind: 'venue', label: 'CVPR' }],
    })
  })

  it('ends with a message where there is no repository', async () => {
    writeFileSync(join(folder, 'list.md'), '')
    const { code, stderr } = await call('history', tmpdir())
    expect(code).toBe(2)
    expect(stderr).toMatch(/hint: .+/)
    rmSync(join(folder, 'list.md'))
  })
})

describe('fieldmap build --history', () => {
  it('writes history.json, which says when each paper came and went', async () => {
    expect((await call('build', '.', '--history')).code).toBe(0)
    const history = readHistory(readFileSync(join(folder, 'fieldmap-out', 'history.json'), 'utf8'))
    const [interval] = history.nodes['paper:a-first-paper-about-knowledge-graphs'] ?? []
    expect(interval).toMatchObject({
      from: { date: '2023-06-01T12:00:00Z', author: 'Ada 1' },
      to: { date: '2023-06-03T12:00:00Z', author: 'Ada 3' },
    })
    expect(history.removed).toMatchObject({
      'paper:a-first-paper-about-knowledge-graphs': { kind: 'paper', identifiers: { arxiv: '2001.00001' } },
    })
    rmSync(join(folder, 'fieldmap-out'), { recursive: true })
  })
})

describe('fieldmap diff', () => {
  it('says in one line and for each paper what changed between two revisions', async () => {
    const { code, stdout } = await call('diff', 'HEAD~2', 'HEAD~1')
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        '1 paper added, venue arXiv → CVPR 2021',
        '',
        '+ Another Work on Reading Lists Today, EMNLP 2021',
        '    README.md:6',
        '~ A First Paper about Knowledge Graphs',
        '    README.md:5',
        '    year 2020 → 2021',
        '    venue arXiv → CVPR',
        '',
      ].join('\n'),
    )
  })

  it('compares with the files as they are where one revision is given', async () => {
    expect((await call('diff', 'HEAD')).stdout).toBe('Nothing changed in the graph.\n')
    writeFileSync(join(folder, 'README.md'), `# Papers\n\n## Graphs\n\n${second}\n${first}\n`)
    expect((await call('diff', 'HEAD')).stdout).toContain('1 paper added')
    git(['checkout', '-q', '.'], 4)
  })

  it('compares builds', async () => {
    await call('build', '.', '--at', 'HEAD~2', '--out', 'old')
    await call('build', '.', '--out', 'new')
    const folders = await call('diff', 'old', 'new', '--json')
    const files = await call('diff', 'old/graph.json', 'HEAD', '--json')
    expect(JSON.parse(folders.stdout)).toMatchObject({ summary: '1 paper added, 1 paper removed' })
    expect(JSON.parse(files.stdout).removed).toEqual(JSON.parse(folders.stdout).removed)
    for (const name of ['old', 'new']) rmSync(join(folder, name), { recursive: true })
  })

  it('writes Markdown in which a hostile title is text', async () => {
    writeFileSync(
      join(folder, 'README.md'),
      `# Papers\n\n## Graphs\n\n${second}\n- **A ${HOSTILE} Title**, CVPR 2023 [[Paper](https://arxiv.org/abs/2001.00009)]\n`,
    )
    const { stdout } = await call('diff', 'HEAD', '--markdown')
    expect(stdout).toContain('### Added')
    expect(stdout).not.toContain('<script')
    expect(stdout).not.toMatch(/(?<!\\)[[\]`|]/)
    git(['checkout', '-q', '.'], 4)
  })

  it.each([['diff'], ['diff', 'a', 'b', 'c', 'd'], ['diff', 'nowhere', 'HEAD']])(
    'says how it is called: %s',
    async (...argv) => {
      const { code, stderr } = await call(...argv)
      expect(code).toBe(2)
      expect(stderr).toMatch(/hint: .+/)
    },
  )
})

describe('text in Markdown', () => {
  it.each([
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['[a](b) *c* `d`', '\\[a\\]\\(b\\) \\*c\\* \\`d\\`'],
    ['@owner https://x.org www.x.org', '@\u2060owner https\\://x.org www\\.x.org'],
    ['# a\n- b', '\\# a - b'],
    ['1. a', '1\\. a'],
    ['- a', '\\- a'],
  ])('%s', (text, expected) => {
    expect(markdownText(text)).toBe(expected)
  })
})
