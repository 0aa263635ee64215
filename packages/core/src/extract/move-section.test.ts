import { describe, expect, it } from 'vitest'
import { createMemo } from '../build-memo.ts'
import { VENUES } from '../data/venues/index.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import { extract } from './extract.ts'
import { createLastSections } from './section-memo.ts'

const venues = createVenueIndex(VENUES)

const LIST = `# Tides, CVPR 2023

Words in front.

## 2020 :ocean:

### Models

- [A Study of Estuaries](https://arxiv.org/abs/2001.00001), Ada Adams
- [A Study of Harbours](https://arxiv.org/abs/2001.00002), Ada Adams [[Code][tides]]

**Of the North**

- [A Study of Northern Harbours](https://arxiv.org/abs/2001.00006)

### Gauges

| Title | Venue |
| --- | --- |
| [A Study of Gauges](https://arxiv.org/abs/2001.00003) | CVPR |
| [A Study of Meters](https://arxiv.org/abs/2001.00005) |
| **Of old** | |
| [A Study of Old Gauges](https://arxiv.org/abs/2001.00007) | ICCV |

## Tools

| Tool | Paper | Site |
| --- | --- | --- |
| Tidal | [A Tool that Measures Every Tide](https://arxiv.org/abs/2001.00008) | [Site](https://tidal.example/) |

## A Study of Rivers and Their Mouths

- [Paper](https://arxiv.org/abs/2001.00004)

[tides]: https://github.com/people/tides
`

const LINES = LIST.split('\n')

/** Reads versions of one list one after the other, what did not change once. */
function reader() {
  const { pieces } = createMemo()
  const sections = createLastSections()
  return (text: string) => {
    sections.next()
    return extract(parse({ path: 'README.md', kind: 'list', text, blob: '' }, pieces), venues, sections)
  }
}

/** The reading of a version after that of the list is the one from nothing, and so is that of the list afterwards. */
function expectSame(edited: string): void {
  const read = reader()
  const fresh = [LIST, edited, LIST].map((text) => reader()(text))
  expect([LIST, edited, LIST].map(read)).toEqual(fresh)
}

describe('sections that moved', () => {
  it('hold all kinds of entries and findings', () => {
    const { entries, findings } = reader()(LIST)
    expect(entries.map(({ kind }) => kind).sort()).toEqual([...Array(8).fill('paper'), 'tool'])
    expect(entries.filter(({ describes }) => describes !== undefined)).toHaveLength(1)
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['extract/row-width 21'])
  })

  it.each(LINES.map((line, i) => [i + 1, line]))('are where they are after an edit of line %i: %s', (number) => {
    const at = number - 1
    const line = LINES[at] ?? ''
    for (const lines of [[], ['', line], ['', '## Seas', '', line], [`${line} and more`], [`*${line}*`], ['', '']])
      expectSame(LINES.toSpliced(at, 1, ...lines).join('\n'))
  })

  it('are where they are when lines end otherwise', () => {
    expectSame(LIST.replaceAll('\n', '\r\n'))
  })

  it('give the same objects where nothing above them changed', () => {
    const read = reader()
    const before = read(LIST).entries
    const after = read(LIST.replace('Study of Gauges', 'Study of Clocks')).entries
    expect(after.flatMap((entry, i) => (entry === before[i] ? [] : [entry.title.value]))).toEqual([
      'A Study of Clocks',
      'A Study of Meters',
      'A Study of Old Gauges',
    ])
  })

  it('keep what is one object one object', () => {
    const read = reader()
    read(LIST)
    const { entries } = read(`Seas.\n\n${LIST}`)
    const [first, second] = entries
    expect(first?.sections).toBe(second?.sections)
    expect(entries.find(({ describes }) => describes !== undefined)?.describes).toBe(
      entries.find(({ kind }) => kind === 'tool'),
    )
  })
})
