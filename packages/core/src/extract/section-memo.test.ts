import { describe, expect, it } from 'vitest'
import { createMemo } from '../build-memo.ts'
import { VENUES } from '../data/venues/index.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import type { Entry } from './entry.ts'
import { createSectionMemo } from './section-memo.ts'
import { walk } from './walk.ts'

const venues = createVenueIndex(VENUES)

const LIST = `# Tides

## 2020

### Models

- [A Study of Estuaries](https://arxiv.org/abs/2001.00001), Ada Adams
- [A Study of Harbours](https://arxiv.org/abs/2001.00002), Ada Adams [[Code][tides]]

### Gauges

| Title | Venue |
| --- | --- |
| [A Study of Gauges](https://arxiv.org/abs/2001.00003) | CVPR |
| [A Study of Floats](https://arxiv.org/abs/2001.00005) | ICCV |

## A Study of Rivers and Their Mouths

- [Paper](https://arxiv.org/abs/2001.00004)

[tides]: https://github.com/people/tides
`

/** What entries say, without where. */
function said(entries: readonly Entry[]): string {
  return JSON.stringify(entries, (key, value) =>
    key === 'evidence' || key === 'line' || key === 'endLine' ? null : value,
  )
}

/** The entries of the list, then of the list after an edit, by one memo. */
function readBoth(from: string, to: string) {
  const { pieces } = createMemo()
  const sections = createSectionMemo()
  const read = (text: string, memo = sections) =>
    walk(parse({ path: 'README.md', kind: 'list', text, blob: '' }, pieces), venues, memo).entries
  const before = read(LIST)
  const edited = LIST.replace(from, to)
  expect(edited).not.toBe(LIST)
  const after = read(edited)
  expect(said(after)).toBe(said(read(edited, createSectionMemo())))
  return { before, after }
}

describe('a list that is read after another version of it', () => {
  it('gives the same entries for the sections that stayed', () => {
    const { before, after } = readBoth('# Tides\n', '# Tides\n\nWords in front.\n')
    expect(before.map(({ title }) => title.value)).toEqual([
      'A Study of Estuaries',
      'A Study of Harbours',
      'A Study of Gauges',
      'A Study of Floats',
      'A Study of Rivers and Their Mouths',
    ])
    expect(after.every((entry, i) => entry === before[i])).toBe(true)
  })

  it.each([
    ['the year above', '## 2020', '## 2021', [0, 1, 2, 3]],
    ['an item', 'Study of Estuaries', 'Study of Bays', [0]],
    ['a row', 'Study of Gauges', 'Study of Meters', [2]],
    ['a column', '| Title | Venue |', '| Title | Journal |', [2, 3]],
    ['a definition', 'people/tides', 'people/more-tides', [1]],
    ['the heading of another section', '### Gauges', '### Meters', [2, 3]],
    ['the name of the list', '# Tides', '# Tides of 2019', [4]],
    ['a title in a heading', 'and Their Mouths', 'and Lakes', [4]],
  ] as const)('reads again what %s tells about', (_, from, to, changed) => {
    const { before, after } = readBoth(from, to)
    expect(before.flatMap((entry, i) => (entry === after[i] ? [] : [i]))).toEqual(changed)
  })
})
