import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewriteOrgMode } from './org-mode.ts'
import { parse } from './parse.ts'
import { rewriteRestructuredText } from './restructured-text.ts'

const marks = fc.constantFrom(
  '`',
  '_',
  '<',
  '>',
  '[',
  ']',
  '=',
  '-',
  '~',
  '|',
  '+',
  '*',
  '.',
  ':',
  '#',
  ' ',
  '\n',
  '\r\n',
  'a',
  'é',
  '1',
  'https://x.org',
  '`a\n<https://x.org>`_',
  '`a \n <https://x.org/(1)>`__',
)
const text = fc.array(marks, { maxLength: 200 }).map((parts) => parts.join(''))

describe('lists in other markups', () => {
  it('are rewritten at the same length, with their line ends where they were', () => {
    const ends = (words: string): string => words.replace(/[^\r\n]/g, '.')
    fc.assert(
      fc.property(text, (list) => {
        expect(ends(rewriteRestructuredText(list).text)).toBe(ends(list))
        expect(ends(rewriteOrgMode(list).text)).toBe(ends(list))
      }),
    )
  })

  it('leave Markdown as it is', () => {
    const { blocks } = parse({ path: 'list.md', kind: 'list', text: 'A title\n~~~~~~~', blob: '' })
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
  })

  it('say so where they are not read', () => {
    const { findings } = parse({ path: 'README.adoc', kind: 'list', text: '== Papers', blob: '' })
    expect(findings.map(({ rule }) => rule)).toEqual(['parse/other-markup'])
  })
})
