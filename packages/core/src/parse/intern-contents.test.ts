import { describe, expect, it } from 'vitest'
import { createMemo } from '../build-memo.ts'
import type { Inline } from './document.ts'
import { originOf } from './move.ts'
import { parse } from './parse.ts'
import type { PieceMemo } from './piece-memo.ts'

/** An item with others below it, which is one piece. */
function listOf(...titles: readonly string[]): string {
  return `- 2020\n${titles.map((title) => `  - [${title}](https://arxiv.org/abs/2001.00001) *CVPR*\n`).join('')}`
}

function contentsBelow(text: string, pieces: PieceMemo): readonly Inline[] {
  const { blocks } = parse({ path: 'README.md', kind: 'list', text, blob: '' }, pieces)
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(({ children }) => children.map(({ content }) => content)) : [],
  )
}

describe('contents of a piece that changed', () => {
  it('are copies of those that said the same before, in their own place', () => {
    const { pieces } = createMemo()
    const before = contentsBelow(listOf('A Study of Tides', 'A Study of Harbours'), pieces)
    const after = contentsBelow(
      listOf('A Longer Study of Estuaries', 'A Study of Tides', 'A Study of Harbours'),
      pieces,
    )
    expect(after.slice(1).map((content) => originOf(content).content)).toEqual(
      before.map((content) => originOf(content).content),
    )
    after.slice(1).forEach((content, i) => {
      expect(originOf(content).content).toBe(originOf(before[i] ?? []).content)
    })
  })

  it('are what they are without a memo', () => {
    const { pieces } = createMemo()
    const edited = listOf('A Longer Study of Estuaries', 'A Study of Tides', 'A Study of Tides')
    contentsBelow(listOf('A Study of Tides'), pieces)
    expect(contentsBelow(edited, pieces)).toEqual(contentsBelow(edited, createMemo().pieces))
  })

  it('differ where a word, a mark or an address does', () => {
    const { pieces } = createMemo()
    const [before = []] = contentsBelow(listOf('A Study of Tides'), pieces)
    for (const [from, to] of [
      ['Tides', 'Tide'],
      ['*CVPR*', 'CVPR'],
      ['00001', '00002'],
    ] as const) {
      const [after = []] = contentsBelow(listOf('A Study of Tides').replace(from, to), pieces)
      expect(originOf(after).content).not.toBe(originOf(before).content)
    }
  })
})
