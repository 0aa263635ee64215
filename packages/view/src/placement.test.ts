import { createFieldGraph, type EdgeKind } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { graph, map } from '../test/fixture.ts'
import { datasetCounts } from './counts.ts'
import { placementOf, placementWords } from './placement.ts'

describe('placementOf', () => {
  it('parts the papers of a subfield into those that stand there and those that stand with another', () => {
    expect(placementOf(graph, map, 'task:faces')).toEqual({ grouping: 'task', stated: 4, here: 4, elsewhere: 0 })
    expect(placementOf(graph, map, 'task:ethics')).toEqual({ grouping: 'task', stated: 3, here: 2, elsewhere: 1 })
    expect(placementOf(graph, map, 'venue:cvpr')).toEqual({ grouping: 'venue', stated: 3, here: 3, elsewhere: 0 })
  })

  it('says nothing of what is no region', () => {
    expect(placementOf(graph, map, 'dataset:raf-db')).toBeUndefined()
    expect(placementOf(graph, map, 'task:gone')).toBeUndefined()
  })

  it('speaks only where the numbers differ', () => {
    const words = (stated: number, here: number): string | undefined =>
      placementWords({ grouping: 'task', stated, here, elsewhere: stated - here })
    expect(words(45, 37)).toBe('45 papers address it: 37 stand here, 8 with another of their subfields.')
    expect(words(2, 1)).toBe('2 papers address it: 1 stands here, 1 with another of their subfields.')
    expect(words(3, 3)).toBeUndefined()
  })
})

describe('datasetCounts', () => {
  it('counts each dataset once, used or only named', () => {
    const own = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] })
    const mentions = [{ source: 'list.md', line: 1, quote: 'x', rule: 'test' }]
    const paper = {
      kind: 'paper' as const,
      authors: [],
      identifiers: {},
      links: [],
      versions: [],
      label: 'P',
      mentions,
    }
    for (const key of ['paper:a', 'paper:b']) own.addNode(key, paper)
    for (const key of ['dataset:used', 'dataset:new', 'dataset:named'])
      own.addNode(key, { kind: 'dataset', label: key, mentions })
    const tie = (source: string, kind: EdgeKind, target: string): string =>
      own.addEdgeWithKey(`${source}|${kind}|${target}`, source, target, { kind, evidence: mentions })
    tie('paper:a', 'uses', 'dataset:used')
    tie('paper:b', 'uses', 'dataset:used')
    tie('paper:b', 'introduces', 'dataset:new')
    tie('dataset:new', 'derived_from', 'dataset:named')
    expect(datasetCounts(own)).toEqual({ all: 3, used: 2 })
  })
})
