import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainBlock } from './plain-block.ts'
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
]

describe('plainBlock', () => {
  it('gives the block of remark or none', () => {
    let read = 0
    const piece = fc
      .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }))
      .map(([start, parts]) => start + parts.join(''))
    fc.assert(
      fc.property(piece, (text) => {
        const plain = plainBlock(text)
        if (plain === undefined) return
        read++
        expect([offsetsOnly(plain)]).toEqual(remarkTree(text))
      }),
      { numRuns: 5000, seed: 1 },
    )
    expect(read).toBeGreaterThan(300)
  })
})
