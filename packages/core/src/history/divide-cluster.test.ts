import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { extract } from '../extract/extract.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import { divideCluster } from './divide-cluster.ts'

const venues = createVenueIndex(VENUES)

function entriesOf(lines: readonly string[]) {
  const text = `# List\n\n## Papers\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`
  return extract(parse({ path: 'list.md', kind: 'list', text, blob: '' }), venues).entries
}

/** Two nicknames of today, one with the other's address, and what the list had before. */
const ENTRIES = entriesOf([
  '**TideNet** [[paper](https://arxiv.org/abs/2001.00001)] [[paper](https://openreview.net/forum?id=aaaaaaaaa1)]',
  '**WaveNet** [[paper](https://arxiv.org/abs/2001.00002)] [[paper](https://openreview.net/forum?id=aaaaaaaaa1)]',
  '**Spectral Study of Estuaries**, ICML 2018 [[paper](https://arxiv.org/abs/2001.00002)]',
  '**Spectral Study of Estuaries**, ICML 2018 [[paper](https://papers.example.org/estuaries.pdf)]',
  '**A Study of Estuaries and Rivers**, ICML 2018 [[paper](https://papers.example.org/estuaries.pdf)]',
  '**Gauges at Sea**, ICML 2018 [[paper](https://openreview.net/forum?id=aaaaaaaaa1)]',
  '**The TideNet of Harbours**, ICML 2019',
])

const ofToday = new Map([
  [ENTRIES[0], 'tide'],
  [ENTRIES[1], 'wave'],
])

describe('older entries of papers that are several today', () => {
  it('go by titles, identifiers and addresses, also through others, not by what two papers share', () => {
    const papers = divideCluster(ENTRIES, (entry) => ofToday.get(entry))
    expect(ENTRIES.slice(2, 5).map((entry) => papers.get(entry))).toEqual(['wave', 'wave', 'wave'])
  })

  it('go where most of their words are, else to the first', () => {
    const papers = divideCluster(ENTRIES, (entry) => ofToday.get(entry))
    expect(ENTRIES.slice(5).map((entry) => papers.get(entry))).toEqual(['tide', 'tide'])
  })

  it('stay undivided where none is known', () => {
    expect(divideCluster(ENTRIES, () => undefined).size).toBe(0)
  })
})
