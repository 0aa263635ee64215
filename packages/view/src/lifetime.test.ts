import {
  HISTORY_FORMAT,
  HISTORY_VERSION,
  type HistoryFile,
  type OpenHistory,
  openHistory,
  writeHistory,
} from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { lifeOf, lifeText } from './lifetime.ts'

const versions = ['a', 'b', 'c', 'd'].map((letter, i) => ({
  commit: letter.repeat(40),
  date: `2023-06-0${4 - i}T23:30:00Z`, // committer clocks may run backwards: the order is that of the versions
  author: `Ada ${letter}`,
  subject: letter,
}))
const [first, second, third, fourth] = versions.map(({ commit, date, author }) => ({ commit, date, author }))

function historyWith(parts: Partial<HistoryFile>): OpenHistory {
  const empty = { nodes: {}, edges: {}, changes: {}, removed: {} }
  return openHistory(writeHistory({ format: HISTORY_FORMAT, version: HISTORY_VERSION, versions, ...empty, ...parts }))
}

describe('lifeOf', () => {
  it('tells in the order of versions how a node came, changed, went and came again', () => {
    if (!first || !second || !third || !fourth) throw new Error('four versions')
    const history = historyWith({
      nodes: { 'paper:x': [{ from: first, to: third }, { from: fourth }] },
      changes: { 'paper:x': [{ at: second, field: 'venue', from: 'arXiv', to: 'CVPR' }] },
    })
    expect(lifeOf(history, 'paper:x').map(lifeText)).toEqual([
      'First in the list 2023-06-04, aaaaaaaaaa, by Ada a',
      'Venue arXiv → CVPR 2023-06-03, bbbbbbbbbb, by Ada b',
      'Removed 2023-06-02, cccccccccc, by Ada c',
      'Back again 2023-06-01, dddddddddd, by Ada d',
    ])
  })

  it('tells when an edge was first stated', () => {
    if (!second) throw new Error('four versions')
    const history = historyWith({ edges: { 'paper:x|uses|dataset:y': [{ from: second }] } })
    expect(lifeOf(history, 'paper:x|uses|dataset:y').map(lifeText)).toEqual([
      'First stated 2023-06-03, bbbbbbbbbb, by Ada b',
    ])
  })

  it('names nobody for what is older than the clone', () => {
    if (!first) throw new Error('four versions')
    const history = historyWith({ nodes: { 'paper:x': [{ from: { ...first, olderThanClone: true } }] } })
    expect(lifeOf(history, 'paper:x').map(lifeText)).toEqual([
      'Older than the clone, which begins 2023-06-04, aaaaaaaaaa',
    ])
  })

  it('is empty for what no version has, also under names that every object has', () => {
    expect(lifeOf(historyWith({}), 'paper:x')).toEqual([])
    expect(lifeOf(historyWith({}), 'constructor')).toEqual([])
  })
})
