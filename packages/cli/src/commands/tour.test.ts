import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTour, unpackField } from '@fieldmap/graph'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskEffects } from '../effects.ts'
import { run } from '../run.ts'

const LIST = `# Papers on faces

## Faces

- [Alpha: Faces in Rows](https://arxiv.org/abs/2001.00001), Ada Lovelace, CVPR 2020
- [Beta: More Faces](https://arxiv.org/abs/2101.00002), Ada Lovelace, CVPR 2021

## Body Parts

- [Delta: Bodies [in] *Rows*](https://arxiv.org/abs/2201.00004), Alan Turing, ICCV 2022
`

const TOUR = `# A talk

## All of it

[home](#)

## Alpha

show: arxiv:2001.00001

Faces.

> Say faces.

## Two fields

between: Faces "Body Parts"
`

let folder: string
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldmap-tour-'))
  write('list.md', LIST)
  write('tour.md', TOUR)
  write('fieldmap.yml', 'title: Faces\nsources:\n  - path: list.md\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function call(...argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
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

describe('fieldmap tour check', () => {
  it('passes a tour whose steps are all there', async () => {
    expect(await call('tour', 'check')).toEqual({
      code: 0,
      stdout: '3 steps can be shown, nothing is missing.\n',
      stderr: '',
    })
  })

  it('still finds a renamed paper by its identifier', async () => {
    write('list.md', LIST.replace('Alpha: Faces in Rows', 'Ways to Look at People'))
    expect(await call('tour', 'check')).toMatchObject({ code: 0, stderr: '' })
  })

  it('fails for a removed paper, and names step, file and line', async () => {
    write('list.md', LIST.replace(/^- \[Alpha.*\n/m, ''))
    const { code, stdout, stderr } = await call('tour', 'check')
    expect(code).toBe(1)
    expect(stdout).toBe('2 steps can be shown; 1 error.\n')
    expect(stderr).toMatch(
      /^tour\.md:9:1 {2}error {2}step “Alpha”: “arxiv:2001\.00001” .*tour\/missing-node\n {2}hint: /,
    )
  })

  it('prints steps and findings with --json', async () => {
    write('tour.md', `${TOUR}\n## Gone\n\n#s=paper:beta-more-face\n`)
    const { code, stdout } = await call('tour', 'check', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'A talk',
      steps: [{ id: 'all-of-it' }, { id: 'alpha', line: 9 }, { id: 'two-fields' }],
      findings: [{ step: 'gone', title: 'Gone', line: 21, candidates: ['paper:beta-more-faces'] }],
    })
  })

  it('checks another tour against other sources, or a built graph', async () => {
    write('talk.md', '## A\n\nshow: Nobody\n')
    expect((await call('tour', 'check', 'talk.md', '.')).stderr).toContain('talk.md:3:1  error')
    await call('build')
    expect((await call('tour', 'check', 'tour.md', '--graph', 'fieldmap-out')).code).toBe(0)
    expect((await call('tour', 'check', 'talk.md', '--graph', 'fieldmap-out')).code).toBe(1)
  })

  it.each([
    ['tour'],
    ['tour', 'mend'],
    ['tour', 'check', 'none.md'],
    ['tour', 'check', '--graph', 'nowhere'],
    ['tour', 'check', '--fail-on', 'x'],
  ])('says what is wrong with %s %s %s %s', async (...argv) => {
    const { code, stdout, stderr } = await call(...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^fieldmap: .+\n {2}hint: .+/s)
  })
})

describe('a tour beside fieldmap.yml', () => {
  it('goes into build, site and one-file page, and says nothing in the graph', async () => {
    await call('build', '--site', 'site')
    const tour = readTour(read('fieldmap-out/tour.json'))
    expect(tour.steps[1]).toMatchObject({
      caption: 'Faces.',
      notes: 'Say faces.',
      hash: 's=paper:alpha-faces-in-rows;arxiv:2001.00001',
    })
    expect(read('site/tour.json')).toBe(read('fieldmap-out/tour.json'))
    expect(read('site/index.html')).toContain('<field-map tour="tour.json"')
    await call('export', '--format', 'html')
    const packed = /<script type="application\/json" id="field">(.*?)<\/script>/s.exec(read('map.html'))?.[1] ?? ''
    expect(unpackField(packed).tour).toEqual(tour)
    const withTour = read('fieldmap-out/graph.json')
    rmSync(join(folder, 'tour.md'))
    await call('build', '--site', 'site')
    expect(read('fieldmap-out/graph.json')).toBe(withTour)
    expect(readdirSync(join(folder, 'fieldmap-out'))).not.toContain('tour.json')
    expect(readdirSync(join(folder, 'site'))).not.toContain('tour.json')
    expect(read('site/index.html')).not.toContain('tour.json')
  })

  it('puts what is wrong in it among the findings, and the rest works', async () => {
    write('tour.md', `${TOUR}\n## Gone\n\nshow: Nobody\n`)
    const { code, stderr } = await call('build', '--fail-on', 'error')
    expect(code).toBe(1)
    expect(stderr).toContain('tour.md:21:1  error  step “Gone”')
    expect(readTour(read('fieldmap-out/tour.json')).steps).toHaveLength(3)
  })
})

describe('fieldmap brief --tour', () => {
  it('writes a tour that passes the check, each step with its sentence and its lines', async () => {
    expect(await call('brief', '--tour', '--out', 'first.md')).toMatchObject({ code: 0, stderr: '' })
    expect(await call('tour', 'check', 'first.md')).toMatchObject({ code: 0, stderr: '' })
    const { steps } = JSON.parse((await call('tour', 'check', 'first.md', '--json')).stdout)
    const { answers } = JSON.parse((await call('brief', '--json')).stdout)
    expect(answers.length).toBeGreaterThan(0)
    expect(steps.slice(1).map(({ caption }: { caption: string }) => caption)).toEqual(
      answers.map(({ label }: { label: string }) => label),
    )
    expect(steps[1].notes).toMatch(/^– list\.md:\d+: /)
  })

  it('replaces no file, and prints without --out', async () => {
    expect((await call('brief', '--tour', '--out', 'tour.md')).code).toBe(2)
    expect(read('tour.md')).toBe(TOUR)
    expect((await call('brief', '--tour')).stdout).toMatch(/^# Faces\n\n## /)
  })
})
