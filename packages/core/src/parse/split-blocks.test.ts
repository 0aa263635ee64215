import { describe, expect, it } from 'vitest'
import { splitBlocks } from './split-blocks.ts'

const chunks = (text: string): string[] => splitBlocks(text).chunks.map(({ kind, from, to }) => `${kind} ${from}-${to}`)

describe('splitBlocks', () => {
  it('cuts at headings, rows, items and paragraphs', () => {
    expect(chunks('# A\n\ntext\nmore\n\n- x\n  y\n- z\n\n| a | b |\n|---|---|\n| c | d |\n')).toEqual([
      'heading 1-1',
      'paragraph 3-4',
      'item 6-7',
      'item 8-8',
      'table 10-12',
    ])
  })

  it('keeps nested items, and lines after a blank, with their item', () => {
    expect(chunks('- a\n  - b\n\n    more of b\n- c')).toEqual(['item 1-4', 'item 5-5'])
  })

  it('does not take a line break between two items for a block that holds the second', () => {
    expect(chunks('- a\n<br/><br/>\n- b\n- c')).toEqual(['item 1-1', 'html 2-2', 'item 3-3', 'item 4-4'])
  })

  it('counts lone carriage returns and CRLF as line ends', () => {
    expect(chunks('# A\r\rtext\r\n# B')).toEqual(['heading 1-1', 'paragraph 3-3', 'heading 4-4'])
  })

  it('reads on below a fence and a comment that are never closed', () => {
    const split = splitBlocks('```\n- a\n<!-- b\n- c')
    expect(split.chunks.map(({ kind }) => kind)).toEqual(['code', 'item', 'code', 'item'])
    expect(split.unclosed).toEqual([
      { kind: 'fence', line: 1 },
      { kind: 'comment', line: 3 },
    ])
  })

  it('leaves out what stands in a closed fence or comment', () => {
    expect(chunks('```\n- a\n```\n<!--\n- b\n-->\n- c')).toEqual(['code 1-3', 'code 4-6', 'item 7-7'])
  })

  it('takes rows in pipes below a blank line as the rows of their table, up to the next header', () => {
    const header = '| a | b |\n|---|---|\n'
    expect(chunks(`${header}\n| c | d |\n| e | f |\n\n${header}| g | h |\n\ntext`)).toEqual([
      'table 1-5',
      'table 7-9',
      'paragraph 11-11',
    ])
  })

  it('takes rows in pipes without a header as rows, a single one as a paragraph', () => {
    expect(chunks('| a |\n| b | c |\n\n| d |\n\ntext\n\n| e | f |\n\n| a | b |\n|---|---|')).toEqual([
      'rows 1-4',
      'paragraph 6-6',
      'paragraph 8-8',
      'table 10-11',
    ])
  })

  it('takes an HTML table whole, with its blank lines', () => {
    expect(chunks('<table>\n<tr>\n\n<td>a</td></tr>\n</table>\n\ntext')).toEqual(['html 1-5', 'paragraph 7-7'])
  })

  it('is linear in unclosed fences', () => {
    expect(splitBlocks('```x\n'.repeat(20_000)).unclosed).toHaveLength(20_000)
  })
})
