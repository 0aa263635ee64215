import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainPhrasing } from './plain-phrasing.ts'
import { offsetsOnly, remarkTree } from './remark-tree.test-helper.ts'

const MARKS = [
  '*',
  '**',
  '_',
  '__',
  '***',
  '[',
  ']',
  '](',
  '](http://a.b/c_d)',
  '](x)',
  '![',
  '[a](b)',
  '**b**',
  '*b*',
  '_b_',
  '**[a](b)**',
  '[**a**](b)',
  '[[a](b)]',
  '[![a](b)](c)',
  '~',
  ' \n',
  '  \n',
  '[a]()',
  '<br>',
  '`a`',
  '\\\n',
  '\\*',
  '\\[a\\]',
  ' https://a.b/c ',
  '[https://a.b/c](https://a.b/c)',
]
const WORDS = [
  'a',
  'Q',
  'word',
  '1',
  ' ',
  '  ',
  '\n',
  '.',
  ',',
  '(',
  ')',
  '!',
  '?',
  ':',
  '#',
  '-',
  '+',
  '=',
  '>',
  '|',
  '"',
]
const ODD = [
  '\\',
  '``',
  '` ',
  'x@y.z',
  '\n1. ',
  '\n2',
  '\n*a',
  '\n_[',
  '\n<a id="x">',
  '\n<p>',
  'https://a.b/c_d*',
  'www\\.a.b',
  '`',
  '&',
  '&amp;',
  ';',
  '@',
  'www.',
  'http://',
  '<',
  '</a>',
  '<a id="x">',
  '\t',
  'é',
  '深',
  '🔖',
  '“',
  '\u00a0',
  '\u200d',
  '[^',
]

describe('plainPhrasing', () => {
  it('gives the tree of remark or none', () => {
    const piece = fc
      .array(
        fc.oneof(
          { arbitrary: fc.constantFrom(...MARKS), weight: 3 },
          { arbitrary: fc.constantFrom(...WORDS), weight: 4 },
          { arbitrary: fc.constantFrom(...ODD), weight: 1 },
        ),
        { maxLength: 14 },
      )
      .map((parts) => `· ${parts.join('').trim()}`.trim())
    let read = 0
    fc.assert(
      fc.property(piece, (text) => {
        const plain = plainPhrasing(text)
        if (plain === undefined) return
        read++
        const position = { start: { offset: 0 }, end: { offset: text.length } }
        expect(remarkTree(text)).toEqual([{ type: 'paragraph', children: offsetsOnly(plain), position }])
      }),
      { numRuns: 5000, seed: 1 },
    )
    expect(read).toBeGreaterThan(300)
  })
})
