import { describe, expect, it } from 'vitest'
import type { Block, Inline } from './document.ts'
import { parse } from './parse.ts'

const read = (text: string) => parse({ path: 'a.md', kind: 'list', text, blob: '' })
const blocks = (text: string): readonly Block[] => read(text).blocks
const words = (content: Inline): string =>
  content
    .map((span) => (span.kind === 'break' ? '/' : span.kind === 'link' ? `<${span.text}|${span.url}>` : span.text))
    .join('')

function only<K extends Block['kind']>(text: string, kind: K): Extract<Block, { kind: K }> {
  const [block] = blocks(text)
  if (block?.kind !== kind) throw new Error(`expected ${kind}, got ${block?.kind}`)
  return block as Extract<Block, { kind: K }>
}

describe('parse', () => {
  it('keeps all the cells of a row: one too many, one short, without its last pipe', () => {
    const table = only('| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n| 1 | 2', 'table')
    expect(table.rows.map((row) => row.cells.map((cell) => words(cell.content)))).toEqual([
      ['1', '2', '3'],
      ['1'],
      ['1', '2'],
    ])
  })

  it('reads breaks in cells, however they are written', () => {
    const table = only('| a |\n|---|\n| Tech.</br>report |\n| x<br/>y |', 'table')
    expect(table.rows.map((row) => words(row.cells[0]?.content ?? []))).toEqual(['Tech./report', 'x/y'])
  })

  it('knows where each span stands in the file', () => {
    const text = '- [2023] **A title**, [Paper](https://a.org)\n  second *line*\n'
    const list = only(text, 'list')
    for (const span of list.items[0]?.content ?? []) {
      if (span.kind === 'text') expect(text.slice(span.start, span.end)).toBe(span.text)
      if (span.kind === 'link') expect(text.slice(span.inner.start, span.inner.end)).toBe('Paper')
    }
  })

  it('resolves reference links that are defined anywhere in the document', () => {
    expect(words(only('- [Title][1] x\n\n[1]: https://a.org', 'list').items[0]?.content ?? [])).toBe(
      '<Title|https://a.org> x',
    )
  })

  it('resolves reference links beside one whose definition is none', () => {
    const text = '- [Broken][2] and [Title][1]\n\n[1]: https://a.org\n[2]: https://b.org and more\n'
    expect(words(only(text, 'list').items[0]?.content ?? [])).toBe('[Broken][2] and <Title|https://a.org>')
  })

  it('reads links and formats of inline HTML', () => {
    const [paragraph] = blocks('see <a href="https://a.org">the <b>paper</b></a> now')
    expect(paragraph?.kind === 'paragraph' ? words(paragraph.content) : '').toBe('see <the paper|https://a.org> now')
  })

  it('nests children by indentation, even where it is too little for CommonMark', () => {
    const list = only('1. a\n  - b\n    - c\n2. d', 'list')
    expect(
      list.items.map((item) => [
        words(item.content),
        item.children.map((child) => [words(child.content), child.children.length]),
      ]),
    ).toEqual([
      ['a', [['b', 1]]],
      ['d', []],
    ])
  })

  it('reads HTML tables with spanning cells and no header', () => {
    const table = only(
      '<table>\n<tr><td colspan="2">2023</td></tr>\n<tr><td><a href="https://a.org">T</a></td><td>CVPR</td></tr>\n</table>',
      'table',
    )
    expect(table.header).toBeUndefined()
    expect(table.rows.map((row) => row.cells.map((cell) => [words(cell.content), cell.span]))).toEqual([
      [['2023', 2]],
      [
        ['<T|https://a.org>', 1],
        ['CVPR', 1],
      ],
    ])
  })

  it('takes anchors from headings and from the line above', () => {
    const anchors = blocks('<a name="x"></a>\n## A\n\n## B <a id="y"></a>\n\n## C {#z}').map((block) =>
      block.kind === 'heading' ? block.anchors : [],
    )
    expect(anchors).toEqual([['x'], ['y'], ['z']])
  })

  it('leaves out code and comments', () => {
    expect(blocks('```\n- [a](b)\n```\n<!-- - [c](d) -->\n')).toEqual([])
  })

  it.each([
    ['`*a_ ` twenty thousand times', '*a_ '.repeat(20_000), 'parse/too-complex'],
    [
      'ten thousand nested items',
      Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n'),
      'parse/nested-too-deep',
    ],
    ['a line of two megabytes', 'x'.repeat(2_000_000), 'parse/line-too-long'],
    ['a hundred thousand characters without markup', `- ${'word '.repeat(20_000)}`, 'parse/too-complex'],
    ['ten thousand nested quotes', `${'>'.repeat(10_000)} x`, 'parse/too-complex'],
    ['ten thousand open brackets', '['.repeat(10_000), 'parse/too-complex'],
    ['a hundred thousand nested tags', '<div>'.repeat(100_000), 'parse/too-complex'],
  ])('reports %s and reads on', (_, hostile, rule) => {
    const document = read(`${hostile}\n\n# After\n`)
    expect(document.findings.map((finding) => finding.rule)).toContain(rule)
    expect(document.blocks.some((block) => block.kind === 'heading')).toBe(true)
  })
})
