import { describe, expect, it } from 'vitest'
import { VENUES } from '../data/venues/index.ts'
import { extract } from '../extract/extract.ts'
import { parse } from '../parse/parse.ts'
import { createVenueIndex } from '../recognise/venue.ts'
import { resolve } from '../resolve/resolve.ts'
import { partClusters, type Resolver } from './part-clusters.ts'

const venues = createVenueIndex(VENUES)
const resolver: Resolver = (entries) => resolve(entries, []).papers.map((paper) => paper.entries)

const TEXT = [
  '**Hidden Technical Debt in Machine Learning Systems**, NeurIPS 2015 [[paper](https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems)]',
  '**Machine Learning: The High Interest Credit Card of Technical Debt**, NeurIPS 2014 [[paper](https://research.google/pubs/pub43146)]',
  '**Machine Learning: The High Interest Credit Card of Technical Debt**, NeurIPS 2014 [[paper](https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems)]',
]
const ENTRIES = extract(
  parse({ path: 'list.md', kind: 'list', text: `# List\n\n## Papers\n\n- ${TEXT.join('\n- ')}\n`, blob: '' }),
  venues,
).entries
const [hidden, card, wrong] = ENTRIES
if (hidden === undefined || card === undefined || wrong === undefined) throw new Error('three entries are needed')

describe('entries of one cluster through time', () => {
  it('are parted where a version has two of them as two papers', () => {
    expect(resolver(ENTRIES)).toHaveLength(1)
    const parts = partClusters([ENTRIES], [[hidden, card], [wrong]], () => undefined, resolver)
    expect(parts).toEqual([[hidden], [card, wrong]])
  })

  it('stay together where none has', () => {
    expect(partClusters([ENTRIES], [[hidden], [card], [wrong]], () => undefined, resolver)).toEqual([ENTRIES])
  })

  it('stay together where they are one paper today, and part where they are two', () => {
    const versions = [[hidden, card], ENTRIES]
    expect(partClusters([ENTRIES], versions, () => 'one', resolver)).toEqual([ENTRIES])
    const keyOf = (entry: (typeof ENTRIES)[number]) => (entry === hidden ? 'a' : entry === wrong ? 'b' : undefined)
    expect(partClusters([ENTRIES], versions, keyOf, resolver)).toEqual([[hidden], [card, wrong]])
  })
})
