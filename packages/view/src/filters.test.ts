import {
  createFieldGraph,
  createFieldIndex,
  type EdgeKind,
  type NodeAttributes,
  paperSet,
  type Tier,
} from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { countPassing, facetsOf, isFiltered, isNarrowed, yearCounts } from './filters.ts'
import { type Filters, NO_FILTERS } from './state.ts'

const mentions = [{ source: 'list.md', line: 1, quote: 'x', rule: 'test' }]

/** A node but for what all nodes here have alike. */
type Unlabelled = NodeAttributes extends infer N
  ? N extends NodeAttributes
    ? Omit<N, 'label' | 'mentions'>
    : never
  : never

function fieldOf() {
  const graph = createFieldGraph({ format: 'fieldmap-graph', version: 1, title: 'Field', sources: [] })
  const add = (key: string, attributes: Unlabelled): void => {
    graph.addNode(key, { ...attributes, label: key, mentions })
  }
  const tie = (source: string, kind: EdgeKind, target: string, tier?: Tier): void => {
    const evidence = mentions.map((mention) => (tier === undefined ? mention : { ...mention, tier }))
    graph.addEdgeWithKey(`${source}|${kind}|${target}`, source, target, { kind, evidence })
  }
  const paper = { kind: 'paper' as const, authors: [], identifiers: {}, links: [], versions: [] }
  add('task:a', { kind: 'task' })
  add('task:b', { kind: 'task' })
  add('venue:v', { kind: 'venue', name: 'V', form: 'journal' })
  add('dataset:d', { kind: 'dataset' })
  add('repository:r', { kind: 'repository', url: 'https://example.org' })
  add('paper:1', { ...paper, year: 2020, importance: 3 })
  add('paper:2', { ...paper, year: 2021 })
  add('paper:3', { ...paper, links: [{ rel: 'code', label: 'Code', url: 'https://example.org/3' }] })
  tie('paper:1', 'addresses', 'task:a')
  tie('paper:2', 'addresses', 'task:a')
  tie('paper:2', 'addresses', 'task:b')
  tie('paper:1', 'published_in', 'venue:v')
  tie('paper:1', 'uses', 'dataset:d', 'B')
  tie('paper:3', 'introduces', 'dataset:d', 'C')
  tie('paper:2', 'implemented_in', 'repository:r')
  return graph
}

const graph = fieldOf()
const counted = (patch: Partial<Filters>): number => countPassing(graph, { ...NO_FILTERS, ...patch })

describe('filters', () => {
  it.each<[string, Partial<Filters>, number]>([
    ['nothing', {}, 3],
    ['years, without papers of unknown year', { from: 2020 }, 2],
    ['a last year', { to: 2020 }, 1],
    ['code: a repository, or a link to code elsewhere', { code: true }, 2],
    ['importance', { importance: 1 }, 1],
    ['one task', { tasks: ['task:b'] }, 1],
    ['either of two tasks', { tasks: ['task:a', 'task:b'] }, 2],
    ['a venue', { venues: ['venue:v'] }, 1],
    ['a tier or better', { tier: 'B' }, 1],
    ['any evidence', { tier: 'C' }, 2],
    ['all of it together', { tasks: ['task:a'], from: 2021, code: true }, 1],
    ['what nothing has', { tasks: ['task:gone'] }, 0],
    ['hidden kinds, which keep no paper out', { hidden: ['author'] }, 3],
  ])('let through by %s', (_, patch, count) => {
    expect(counted(patch)).toBe(count)
  })

  it('say how many papers each choice would leave under the others', () => {
    const filters = { ...NO_FILTERS, from: 2021, tasks: ['task:b'] }
    expect(facetsOf(graph, filters, 'tasks')).toEqual([
      { key: 'task:a', label: 'task:a', count: 1, chosen: false },
      { key: 'task:b', label: 'task:b', count: 1, chosen: true },
    ])
    expect(facetsOf(graph, { ...filters, venues: ['venue:v'] }, 'venues')).toEqual([
      { key: 'venue:v', label: 'venue:v', count: 0, chosen: true },
    ])
  })

  it('say how many papers each year holds under the others', () => {
    const all = yearCounts(graph).filter(({ count }) => count > 0)
    const coded = yearCounts(graph, { ...NO_FILTERS, code: true, from: 2025 }).filter(({ count }) => count > 0)
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(coded.reduce((sum, { count }) => sum + count, 0)).toBe(counted({ code: true, from: 1999 }))
    expect(yearCounts(graph, { ...NO_FILTERS, code: true })).toHaveLength(yearCounts(graph).length)
  })

  it('are off at first', () => {
    expect(isFiltered(NO_FILTERS)).toBe(false)
    expect(isFiltered({ ...NO_FILTERS, hidden: ['author'] })).toBe(true)
    expect(isNarrowed({ ...NO_FILTERS, hidden: ['author'] })).toBe(false)
  })

  it('takes for code what the questions take', () => {
    const { has } = paperSet(createFieldIndex(graph), { withCode: true })
    expect(counted({ code: true })).toBe(has.reduce((sum, one) => sum + one, 0))
  })
})
