import { describe, expect, it } from 'vitest'
import type { Inline } from '../parse/document.ts'
import { paperShare } from './peers.ts'

const link = (url: string): Inline => [
  { kind: 'link', text: 'x', url, inner: { start: 0, end: 0 }, start: 0, end: 0, strong: false, emphasis: false },
]

describe('paperShare', () => {
  it('counts the entries that link a preprint or publisher, also below them', () => {
    const entries = [
      [link('https://arxiv.org/abs/2101.00001')],
      [link('https://example.org/'), link('https://doi.org/10.1000/1')],
      [link('https://example.org/a.pdf')],
      [link('https://github.com/a/b')],
    ]
    expect(paperShare(entries)).toBe(0.5)
  })

  it('lifts a list of PDFs to a quarter and no further', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => [link(`https://example.org/${name}.pdf`)])
    expect(paperShare(files)).toBe(0.25)
  })

  it('is 0 for no entries', () => {
    expect(paperShare([])).toBe(0)
  })
})
