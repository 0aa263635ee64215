import type { TourView } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { parseTour } from './parse-tour.ts'

const parse = (text: string) => parseTour(text, 'tour.md')
const viewOf = (line: string): TourView | undefined => parse(`# T\n\n## A\n\n${line}\n`).script.steps[0]?.view
const permalink = (hash: string): TourView => ({ kind: 'permalink', hash })

describe('parseTour', () => {
  it('reads title, steps, captions and notes', () => {
    const { script, findings } = parse(`# A talk

What stands here is for readers of the file.

## First *thing*

shared: POSTER --tier B

A **caption** that
goes on.

- one
- two

> What I say,
> in two lines.
>
> And more.

## Second
[here](#s=task:au)
right below it

<!-- a comment -->
`)
    expect(findings).toEqual([])
    expect(script).toEqual({
      title: 'A talk',
      steps: [
        {
          id: 'first-thing',
          title: 'First thing',
          view: {
            kind: 'question',
            command: 'shared',
            operands: ['POSTER'],
            flags: { tier: ['B'] },
            words: 'shared: POSTER --tier B',
          },
          caption: 'A caption that goes on.\n\n– one\n\n– two',
          notes: 'What I say, in two lines.\n\nAnd more.',
          source: 'tour.md',
          line: 7,
        },
        {
          id: 'second',
          title: 'Second',
          view: permalink('s=task:au'),
          caption: 'right below it',
          notes: '',
          source: 'tour.md',
          line: 21,
        },
      ],
    })
  })

  it.each([
    ['[home](#)', ''],
    ['#s=task:au&d=2', 's=task:au&d=2'],
    ['https://example.org/map/#s=task:au', 's=task:au'],
    ['<https://example.org/#s=paper:a;doi:10.1/x>', 's=paper:a;doi:10.1/x'],
    ['[a map](https://example.org/map.html#g=year "there")', 'g=year'],
    ['`#s=paper:a_b_c`', 's=paper:a_b_c'],
  ])('takes %s as a permalink', (line, hash) => {
    expect(viewOf(line)).toEqual(permalink(hash))
  })

  it('reads flags and operands as the command does', () => {
    expect(viewOf('`shared: CK+ "RAF DB" --any --not=A --not B`')).toMatchObject({
      operands: ['CK+', 'RAF DB'],
      flags: { any: [], not: ['A', 'B'] },
    })
    expect(viewOf('start:')).toMatchObject({ command: 'start', operands: [], flags: {} })
  })

  it.each(['[paper](https://example.org/paper#section)', 'Note: this is text', 'https://example.org', 'harvest: x'])(
    'takes %s as text',
    (line) => {
      const { script, findings } = parse(`## A\n\n${line}\n`)
      expect(script.steps).toEqual([])
      expect(findings).toMatchObject([{ rule: 'tour/no-view', severity: 'error', source: 'tour.md', line: 1 }])
    },
  )

  it.each([
    ['shared: "POSTER', 'not closed'],
    ['shared: POSTER --depth 2', '--depth'],
    ['neighbors: A --depth', '--depth'],
  ])('reports %s once, with its line, and reads on', (line, words) => {
    const { script, findings } = parse(`## A\n\n${line}\n\n## B\n\nstart:\n`)
    expect(findings).toMatchObject([{ rule: 'tour/question', line: 3, message: expect.stringContaining(words) }])
    expect(script.steps.map(({ id }) => id)).toEqual(['b'])
  })

  it('shows the first of two views and says so', () => {
    const { script, findings } = parse('## A\n\nshow: X\n\nshow: Y\n')
    expect(script.steps[0]?.view).toMatchObject({ operands: ['X'] })
    expect(findings).toMatchObject([{ rule: 'tour/second-view', severity: 'warning', line: 5 }])
  })

  it('gives steps of one name ids of their own', () => {
    expect(parse('## A\nstart:\n## A\nstart:\n## ?\nstart:\n').script.steps.map(({ id }) => id)).toEqual([
      'a',
      'a-2',
      'step',
    ])
  })

  it('counts lines behind front matter, whatever the line endings', () => {
    const { script } = parse('---\r\ntheme: x\r\n---\r\n# T\r\n\r\n## A\r\n\r\nstart:\r\n')
    expect(script).toMatchObject({ title: 'T', steps: [{ line: 8 }] })
  })

  it('reads hostile texts without failing', () => {
    for (const text of [
      '',
      '#',
      '## ',
      '> x',
      '## A\n\n```\nstart:\n',
      `## A\n\n${'['.repeat(50_000)}`,
      '## A\n\n#=\n',
    ])
      expect(() => parse(text)).not.toThrow()
    expect(parse(`## A\n\n${'*['.repeat(5000)}`).findings.map(({ rule }) => rule)).toContain('tour/too-large')
  })
})
