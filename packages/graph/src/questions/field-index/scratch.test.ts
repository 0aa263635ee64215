import { describe, expect, it } from 'vitest'
import { betweenSets } from '../between-sets.ts'
import { brief } from '../brief/brief.ts'
import { datasetUse } from '../dataset-use.ts'
import { generatedField } from '../generated-field.test-helper.ts'
import { neighbors } from '../neighbors.ts'
import type { PaperFilter } from '../paper-filter.ts'
import { papersWithDatasets } from '../papers-with-datasets.ts'
import { pathsBetween } from '../path/paths-between.ts'
import { sampleGraph } from '../sample-graph.test-helper.ts'
import { sharedWithPaper } from '../shared-with-paper.ts'
import { whereToStart } from '../where-to-start.ts'
import { createFieldIndex, type FieldIndex } from './field-index.ts'
import { Scratch } from './scratch.ts'

describe('Scratch', () => {
  it('gives zeros, the same memory to one question after the other, and new arrays outside of all', () => {
    const scratch = new Scratch()
    const first = scratch.use(() => scratch.integers(3000).fill(7))
    const again = scratch.use(() => scratch.integers(2500))
    expect(again).toHaveLength(2500)
    expect(again.buffer).toBe(first.buffer)
    expect(again.every((one) => one === 0)).toBe(true)
    expect(scratch.bytes(9000).buffer).not.toBe(scratch.bytes(9000).buffer)
  })

  it('takes back what an inner question took, and nothing of the outer one', () => {
    const scratch = new Scratch()
    scratch.use(() => {
      const outer = scratch.numbers(1000).fill(1)
      const inner = scratch.use(() => scratch.numbers(1000).fill(2))
      const next = scratch.numbers(1000)
      expect(next.buffer).toBe(inner.buffer)
      expect([outer[0], next[0]]).toEqual([1, 0])
    })
  })

  it('takes arrays back from a question that throws', () => {
    const scratch = new Scratch()
    const used: ArrayBufferLike[] = []
    const fail = (): void =>
      scratch.use(() => {
        used.push(scratch.bytes(8192).buffer)
        throw new Error('no')
      })
    expect(fail).toThrow('no')
    expect(fail).toThrow('no')
    expect(used[0]).toBe(used[1])
  })
})

describe('questions', () => {
  // More papers than the shortest array that is taken in turn.
  const graph = sampleGraph(generatedField({ papers: 4200, datasets: 60 }))
  const [task, venue] = ['task:task-0', 'venue:venue-1']
  const filters: readonly PaperFilter[] = [
    {},
    { tasks: [task] },
    { venues: [venue], within: { withCode: true } },
    { withCode: true, pretraining: true },
  ]
  const paper = createFieldIndex(graph).papers[17] ?? ''
  const ask: readonly ((index: FieldIndex, filter: PaperFilter) => unknown)[] = [
    (index, filter) => brief(index, { filter }),
    (index, filter) => datasetUse(index, { filter, limit: 5 }),
    (index, filter) => whereToStart(index, { filter, limit: 5 }),
    (index, filter) => sharedWithPaper(index, paper, { filter, limit: 5 }),
    (index, filter) => papersWithDatasets(index, ['dataset:set-0'], { filter, not: ['dataset:set-1'], limit: 5 }),
    (index, filter) => pathsBetween(index, paper, venue, { filter }),
    (index, filter) => neighbors(index, venue, { filter, depth: 2, limit: 5 }),
    (index, filter) =>
      betweenSets(index, { label: 'a', filter }, { label: 'b', filter: { venues: [venue] } }, { limit: 5 }),
  ]

  it('are answered as by an index of which nothing else was asked', () => {
    const index = createFieldIndex(graph)
    for (const round of [0, 1]) {
      for (const filter of filters) {
        for (const one of ask) {
          if (round === 0) one(index, filter)
          else expect(one(index, filter)).toEqual(one(createFieldIndex(graph), filter))
        }
      }
    }
  })
})
