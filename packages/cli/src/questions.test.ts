import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatasetRole, readGraph, type Tier, writeGraph } from '@fieldmap/graph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskEffects } from './effects.ts'
import { run } from './run.ts'

const LIST = `# Papers

## Faces

- [Alpha: Faces in Rows](https://arxiv.org/abs/2001.00001), Ada Lovelace, CVPR 2020 [[Code](https://github.com/ada/alpha)]
- [Beta: More Faces](https://arxiv.org/abs/2101.00002), Ada Lovelace, CVPR 2021
- [Gamma: A Survey of Faces](https://arxiv.org/abs/2201.00003), ICCV 2022

## Body Parts

- [Delta: Bodies in Rows](https://arxiv.org/abs/2201.00004), Alan Turing, ICCV 2022
- [Epsilon: Bodies and "Hands"](https://arxiv.org/abs/2301.00005), Emmy Noether, CVPR 2023
`

/** Paper's name, dataset, role, tier. */
const USES: readonly (readonly [string, string, DatasetRole, Tier])[] = [
  ['alpha-faces-in-rows', 'Hub', 'train', 'A'],
  ['alpha-faces-in-rows', 'Rare Set', 'evaluate', 'A'],
  ['beta-more-faces', 'Hub', 'evaluate', 'B'],
  ['beta-more-faces', 'Rare Set', 'evaluate', 'C'],
  ['delta-bodies-in-rows', 'Hub', 'pretrain', 'A'],
  ['delta-bodies-in-rows', 'Rare Set', 'evaluate', 'A'],
]

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-questions-'))
  writeFileSync(join(folder, 'list.md'), LIST)
  await call('build', 'list.md', '--out', 'bare')
  await call('build', 'list.md')
  const path = join(folder, 'fieldmap-out', 'graph.json')
  writeFileSync(path, withEvidence(new TextDecoder().decode(await diskEffects(abort).readFile(path))))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const abort = new AbortController().signal

/** The built graph with dataset edges, as reading an evidence file makes them. */
function withEvidence(text: string): string {
  const graph = readGraph(text)
  USES.forEach(([paper, dataset, role, tier], i) => {
    const evidence = [{ source: 'evidence.csv', line: i + 2, quote: dataset, rule: 'link/evidence', role, tier }]
    const key = `dataset:${dataset === 'Hub' ? 'hub' : 'rare-set'}`
    graph.mergeNode(key, { kind: 'dataset', label: dataset, mentions: evidence })
    graph.addEdgeWithKey(`paper:${paper}|uses|${key}`, `paper:${paper}`, key, { kind: 'uses', evidence })
  })
  return writeGraph(graph)
}

async function call(...argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  const code = await run(argv, {
    ...diskEffects(abort),
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

interface Answers {
  readonly answers: readonly { readonly key: string; readonly label: string; readonly evidence: readonly unknown[] }[]
  readonly coverage: { readonly known: number; readonly total: number }
}

async function ask(...argv: readonly string[]): Promise<Answers & Record<string, unknown>> {
  const { code, stdout } = await call(...argv, '--json')
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

const names = ({ answers }: Answers): readonly string[] => answers.map(({ label }) => label.split(':')[0] ?? '')

describe('fieldmap shared', () => {
  it('answers for a paper by its name, with what is shared and the coverage', async () => {
    const { code, stdout } = await call('shared', 'Alpha')
    expect(code).toBe(0)
    expect(stdout).toMatch(/100 % {2}Beta: More Faces \(2021\): Hub, Rare Set/)
    expect(stdout).toMatch(/\d\d % {2}Delta: Bodies in Rows \(2022\): Rare Set/)
    expect(stdout).toContain('evidence.csv:7')
    expect(stdout).toMatch(/Of 5 papers 3 have dataset evidence; no evidence means not known, never no\.\n$/)
  })

  it('prints the documented shape with --json', async () => {
    const result = await ask('shared', 'Alpha')
    expect(names(result)).toEqual(['Beta', 'Delta'])
    expect(result).toMatchObject({
      question: { command: 'shared', node: { label: 'Alpha: Faces in Rows' } },
      coverage: { known: 3, total: 5 },
      answers: [
        {
          evidence: [
            { source: 'evidence.csv', line: 4 },
            { line: 5, tier: 'C' },
          ],
        },
        {},
      ],
    })
  })

  it('takes datasets with blanks, --any, --not, --tier and --pretraining', async () => {
    expect(names(await ask('shared', 'Hub', 'Rare Set'))).toEqual(['Beta', 'Alpha'])
    expect(names(await ask('shared', 'Hub', 'Rare Set', '--any'))).toEqual(['Beta', 'Alpha', 'Delta'])
    expect(names(await ask('shared', 'Hub', 'Rare Set', '--pretraining'))).toEqual(['Delta', 'Beta', 'Alpha'])
    expect(names(await ask('shared', 'Rare Set', '--tier', 'B'))).toEqual(['Delta', 'Alpha'])
    const not = await ask('shared', 'Rare Set', '--not', 'Hub')
    expect(names(not)).toEqual(['Delta'])
    expect(not.unsure).toBe(2)
    expect((await call('shared', '--not', 'Hub')).stdout).toContain('1 paper, not known to use Hub')
    expect((await call('shared', '--not', 'Hub')).stdout).toContain(
      'Not sure of 2 papers without any dataset evidence.',
    )
  })

  it('narrows by task, venue, year, code and list', async () => {
    expect(names(await ask('shared', 'Alpha', '--task', 'Body Parts'))).toEqual(['Delta'])
    expect(names(await ask('shared', 'Alpha', '--venue', 'CVPR'))).toEqual(['Beta'])
    expect(names(await ask('shared', 'Alpha', '--year', '2022..'))).toEqual(['Delta'])
    expect(names(await ask('shared', 'Beta', '--with-code'))).toEqual(['Alpha'])
    expect(names(await ask('shared', 'Alpha', '--list', 'list.md'))).toEqual(['Beta', 'Delta'])
  })

  it('says that nothing is known of a paper, with a line to paste', async () => {
    const { code, stdout } = await call('shared', 'Epsilon')
    expect(code).toBe(0)
    expect(stdout).toContain('what it uses is not known')
    expect(stdout).toContain('"Epsilon: Bodies and ""Hands""",DATASET,uses,evaluate,,A,note')
    expect((await call('show', 'Epsilon')).stdout).toContain('DATASET,uses,evaluate')
  })

  it('takes one paper, or datasets', async () => {
    expect((await call('shared')).code).toBe(2)
    expect(await call('shared', 'Alpha', 'Hub')).toMatchObject({ code: 2, stdout: '' })
    expect(await call('shared', 'Hub', 'Alpha')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('fieldmap datasets', () => {
  it('counts by task and year, and says what is used together', async () => {
    const { stdout } = await call('datasets')
    expect(stdout).toMatch(/3 {2}Rare Set 2020–2022: Faces 2, Body Parts 1/)
    expect(stdout).toMatch(/2 {2}Hub \+ Rare Set, 1\.0 times chance/)
    expect(names(await ask('datasets', 'Body Parts'))).toEqual(['Rare Set'])
  })
})

describe('fieldmap between', () => {
  it('takes a word of a task for the task, though titles of papers have it, too', async () => {
    expect((await call('show', 'face')).stderr).toContain('can mean')
    expect((await call('between', 'face', 'Body Parts')).stdout).toMatch(/^Faces and Body Parts: /)
  })

  it('names what connects two tasks, with the coverage of both', async () => {
    const { stdout } = await call('between', 'Faces', 'Body Parts')
    expect(stdout).toContain('dataset  Rare Set: 2 and 1 papers, 3 in all')
    expect(stdout).toContain('Of 3 papers in Faces 2 have dataset evidence')
    expect(stdout).toContain('Of 2 papers in Body Parts 1 has dataset evidence')
  })

  it('takes years, lists and communities as sets', async () => {
    expect(names(await ask('between', 'year:2020', 'year:2021'))).toContain('Ada Lovelace')
    expect((await ask('between', 'list:list.md', 'year:2021')).coverage).toEqual({ known: 3, total: 5 })
    expect((await call('between', 'community:none', 'Faces')).code).toBe(2)
    expect((await call('between', 'Faces')).code).toBe(2)
  })
})

describe('fieldmap path', () => {
  it('explains by steps, each with evidence', async () => {
    const { stdout } = await call('path', 'Alpha', 'Beta')
    expect(stdout).toContain('Ada Lovelace')
    expect(stdout).toContain('(written_by)')
    expect(stdout).toContain('list.md:5')
  })

  it('says so where nothing connects the two', async () => {
    expect((await call('path', 'Emmy Noether', 'Hub', '--year', '2000')).stdout).toContain(
      'Nothing that is known connects',
    )
  })
})

describe('fieldmap start', () => {
  it('names surveys first, and why', async () => {
    const { stdout } = await call('start', 'Faces')
    expect(stdout).toMatch(/^Gamma: A Survey of Faces \(2022\): its title says that it is an overview\n {4}list\.md:7/)
    expect(stdout).toContain('Alpha: Faces in Rows (2020): has code')
  })
})

describe('fieldmap brief', () => {
  it('says at most six things', async () => {
    const { answers } = await ask('brief')
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.length).toBeLessThanOrEqual(6)
    for (const { evidence } of answers) expect(evidence.length).toBeGreaterThan(0)
  })
})

describe('filters of search and neighbors', () => {
  it('leave what belongs to no paper of the set out', async () => {
    expect(names(await ask('search', 'rows'))).toEqual(['Alpha', 'Delta'])
    expect(names(await ask('search', 'rows', '--year', '2022'))).toEqual(['Delta'])
    expect(names(await ask('neighbors', 'Rare Set'))).toEqual(['Alpha', 'Beta', 'Delta'])
    expect(names(await ask('neighbors', 'Rare Set', '--tier', 'A'))).toEqual(['Alpha', 'Delta'])
    expect(names(await ask('neighbors', 'Rare Set', '--task', 'Faces'))).toEqual(['Alpha', 'Beta'])
  })

  it('with a limit neighbors gives the first and says how many more there are', async () => {
    expect(names(await ask('neighbors', 'Rare Set', '--limit', '2'))).toEqual(['Alpha', 'Beta'])
    const { stdout } = await call('neighbors', 'Rare Set', '--limit', '2')
    expect(stdout).toContain('3 within 1')
    expect(stdout).toContain('… and 1 more (--limit)')
  })
})

describe('a list without vocabulary and evidence', () => {
  it.each([
    ['shared', 'Alpha'],
    ['datasets'],
    ['between', 'Faces', 'Body Parts'],
    ['path', 'Alpha', 'Delta'],
    ['start', 'Faces'],
    ['brief'],
  ])('%s %s: says what is missing and fails nowhere', async (...argv) => {
    const { code, stdout } = await call(...argv, '--graph', 'bare')
    expect(code).toBe(0)
    expect(stdout).toContain('Of ')
    if (['shared', 'datasets', 'between', 'brief'].includes(argv[0] ?? '')) expect(stdout).toContain('fieldmap harvest')
  })
})

describe('a dataset that nothing is known of', () => {
  it('is no dead end: the hint says how to make datasets known', async () => {
    const { code, stderr } = await call('shared', 'Hub', '--graph', 'bare')
    expect(code).toBe(2)
    expect(stderr).toContain('fieldmap harvest')
  })
})

describe('wrong calls', () => {
  it.each([
    ['shared', 'Alpha', '--tier', 'D'],
    ['shared', 'Alpha', '--year', '20'],
    ['shared', 'Alpha', '--limit', '0'],
    ['shared', 'Alpha', '--task', 'Alpha'],
    ['shared', 'Alpha', '--list', 'none.md'],
    ['path', 'Alpha'],
  ])('%s %s %s %s', async (...argv) => {
    const { code, stderr } = await call(...argv)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^fieldmap: .+\n {2}hint: .+/s)
  })

  it('lists candidates on standard error, and with --json on standard output', async () => {
    const { code, stdout, stderr } = await call('path', 'Rows', 'Alpha', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout).candidates.map(({ key }: { key: string }) => key)).toEqual([
      'paper:alpha-faces-in-rows',
      'paper:delta-bodies-in-rows',
    ])
    expect(stderr).toContain('paper:delta-bodies-in-rows')
  })
})
