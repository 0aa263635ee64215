import { createFieldGraph, type EdgeKind } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { randomField } from '../test/random-field.ts'
import { datasetCounts } from './counts.ts'
import { layoutOf } from './layout.ts'
import { placementOf, placementWords } from './placement.ts'

describe('placementOf', () => {
  const { graph, map } = randomField(2, 175, 18)

  it('parts the papers of each subfield into those that stand there and those that stand elsewhere', () => {
    for (const { id, members } of layoutOf(graph, map, 'task').regions) {
      const placement = placementOf(graph, map, id)
      if (placement === undefined) continue
      const stated = graph.filterInEdges(id, (_, { kind }) => kind === 'addresses').map((edge) => graph.source(edge))
      expect(placement.stated).toBe(stated.length)
      expect(placement.here).toBe(stated.filter((paper) => members.includes(paper)).length)
      expect(placement.here + placement.elsewhere).toBe(placement.stated)
    }
  })

  it('says nothing of what is no region', () => {
    expect(placementOf(graph, map, 'dataset:d0')).toBeUndefined()
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
    const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'T', sources: [] })
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
    for (const key of ['paper:a', 'paper:b']) graph.addNode(key, paper)
    for (const key of ['dataset:used', 'dataset:new', 'dataset:named'])
      graph.addNode(key, { kind: 'dataset', label: key, mentions })
    const tie = (source: string, kind: EdgeKind, target: string): string =>
      graph.addEdgeWithKey(`${source}|${kind}|${target}`, source, target, { kind, evidence: mentions })
    tie('paper:a', 'uses', 'dataset:used')
    tie('paper:b', 'uses', 'dataset:used')
    tie('paper:b', 'introduces', 'dataset:new')
    tie('dataset:new', 'derived_from', 'dataset:named')
    expect(datasetCounts(graph)).toEqual({ all: 3, used: 2 })
  })
})
