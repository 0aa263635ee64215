import { describe, expect, it } from 'vitest'
import { neighborhood } from '../neighborhood.ts'
import { createFieldIndex } from './field-index/field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { neighbors } from './neighbors.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'

const small = createFieldIndex(
  sampleGraph({
    papers: [
      { title: 'One', year: 2020, tasks: ['Faces'], uses: [{ dataset: 'Set', tier: 'C' }], authors: ['Ada'] },
      { title: 'Two', year: 2022, tasks: ['Faces'], uses: [{ dataset: 'Set', tier: 'A' }] },
      { title: 'Three', year: 2023, tasks: ['Faces'] },
    ],
  }),
)
const keys = (...call: Parameters<typeof neighbors> extends [unknown, ...infer Rest] ? Rest : never) =>
  neighbors(small, ...call).answers.map(({ key }) => key)

describe('neighbors', () => {
  it('lists what a node is connected to, with the evidence of its edges', () => {
    const { answers, total, coverage } = neighbors(small, 'dataset:set')
    expect(answers).toMatchObject([
      { key: 'paper:one', label: 'One', kind: 'paper', distance: 1, edges: ['paper:one|uses|dataset:set'] },
      { key: 'paper:two', evidence: [{ of: 'paper:two|uses|dataset:set', tier: 'A' }] },
    ])
    expect(total).toBe(2)
    expect(coverage).toEqual({ known: 2, total: 2 })
  })

  it('gives the first, and says how many there are and what is known of all', () => {
    const { answers, total, coverage } = neighbors(small, 'task:faces', { limit: 1 })
    expect(answers.map(({ key }) => key)).toEqual(['paper:one'])
    expect(total).toBe(3)
    expect(coverage).toEqual({ known: 2, total: 3 })
    expect(neighbors(small, 'task:faces', { limit: 0 })).toMatchObject({ answers: [], total: 3 })
  })

  it('puts the nearest first', () => {
    expect(keys('author:ada', { depth: 2 })).toEqual(['paper:one', 'dataset:set', 'task:faces'])
    expect(keys('author:ada', { depth: 0 })).toEqual([])
  })

  it('leaves out what belongs to no paper of the set, and datasets without evidence of the tier', () => {
    expect(keys('task:faces', { filter: { years: { from: 2022 } } })).toEqual(['paper:three', 'paper:two'])
    expect(keys('dataset:set', { filter: { tier: 'A' } })).toEqual(['paper:two'])
    expect(keys('author:ada', { filter: { years: { from: 2022 } } })).toEqual([])
  })

  it('finds all nodes and edges of the ego network', () => {
    const index = createFieldIndex(sampleGraph(generatedField({ papers: 60, datasets: 12 })))
    for (const depth of [1, 2]) {
      const { nodes, edges } = neighborhood(index.graph, ['task:task-0'], depth)
      const { answers } = neighbors(index, 'task:task-0', { depth })
      expect(answers.map(({ key, distance }) => ({ key, distance }))).toEqual(nodes.slice(1))
      expect([...new Set(answers.flatMap((answer) => answer.edges))].sort()).toEqual(edges)
    }
  })

  it('finds with a filter what looking at every node and edge finds', () => {
    const index = createFieldIndex(sampleGraph(generatedField({ papers: 40, datasets: 8 })))
    const { graph } = index
    const filter = { years: { from: 2018 }, tier: 'A' } as const
    const inSet = (key: string): boolean => {
      const node = graph.getNodeAttributes(key)
      return node.kind === 'paper' && (node.year ?? 0) >= 2018
    }
    const counts = (edge: string): boolean => {
      const { kind, evidence } = graph.getEdgeAttributes(edge)
      return kind !== 'uses' || evidence.some(({ tier }) => tier === 'A')
    }
    for (const depth of [1, 2, 3]) {
      for (const start of graph.nodes().filter((_, i) => i % 9 === 0)) {
        const { nodes } = neighborhood(graph, [start], depth)
        const away = new Map(nodes.map(({ key, distance }) => [key, distance]))
        const isNoFurther = (other: string, key: string): boolean =>
          (away.get(other) ?? Number.POSITIVE_INFINITY) <= (away.get(key) ?? 0)
        const edges = (key: string): readonly string[] =>
          graph.filterEdges(key, (edge, _, a, b) => isNoFurther(a === key ? b : a, key) && counts(edge)).sort()
        const expected = nodes.filter(({ key }) => {
          const belongs = graph.getNodeAttribute(key, 'kind') === 'paper' ? inSet(key) : graph.someNeighbor(key, inSet)
          return key !== start && belongs && edges(key).length > 0
        })
        const { answers } = neighbors(index, start, { depth, filter })
        expect(answers.map(({ key, distance }) => ({ key, distance }))).toEqual(expected)
        expect(answers.map((answer) => answer.edges)).toEqual(expected.map(({ key }) => edges(key)))
      }
    }
  })

  it('throws for a key that the graph does not hold', () => {
    expect(() => neighbors(small, 'paper:none')).toThrow('no node')
  })
})
