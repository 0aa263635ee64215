import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainBlocks } from './plain-blocks.ts'
import { offsetsOnly, remarkTree } from './remark-tree.test-helper.ts'

const STARTS = [
  '# ',
  '## ',
  '####### ',
  '#',
  '- ',
  '* ',
  '> ',
  '1. ',
  '[a]: ',
  '[a](b)',
  '[',
  '**b**',
  '***',
  '“',
  '(',
  'a',
  '=',
  '<br>',
  '·',
  '· ',
  '| ',
  '<a id="x">',
  '<a id="x"></a>',
  '<b>c</b> ',
  '_b_',
  '2022 ',
  '1)',
  '`a`',
  '```',
  '【',
]
const PARTS = [
  'a',
  'Word ',
  ' ',
  '.',
  '#',
  ' #',
  '\n',
  '\n===',
  '\n---',
  '\n- ',
  '\n1. ',
  '\n[a]: b',
  '\n|-|',
  ' {#x}',
  '[a](b)',
  '**b**',
  '*',
  '_',
  '\n\n',
  '\n \n',
  '\n\n# ',
  '\n\n- ',
  '\n\n[a]: b',
  '\n\n    b',
  '\n*c*',
  '\n2022',
  '\\\n',
  '<br>',
]

describe('plainBlocks', () => {
  it('gives the blocks of remark or none', () => {
    let read = 0
    const piece = fc
      .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }))
      .map(([start, parts]) => start + parts.join(''))
    fc.assert(
      fc.property(piece, (text) => {
        const plain = plainBlocks(text)
        if (plain === undefined) return
        read++
        expect(offsetsOnly(plain)).toEqual(remarkTree(text))
      }),
      { numRuns: 5000, seed: 1 },
    )
    expect(read).toBeGreaterThan(300)
  })
})
