import { describe, expect, it } from 'vitest'
import { graph, stateWith } from '../test/fixture.ts'
import { sharersOf } from './sharers.ts'

/** Which papers use or introduce which datasets, by walking the edges. */
const users = new Map<string, Set<string>>()
graph.forEachEdge((_, { kind }, source, target) => {
  if (kind === 'uses' || kind === 'introduces') users.set(target, new Set([...(users.get(target) ?? []), source]))
})
const [dataset = '', papers = new Set<string>()] = [...users].find(([, using]) => using.size > 1) ?? []

describe('the lens on shared datasets', () => {
  it('shows the papers that use a dataset, and the edges that say so', () => {
    const { near, edges } = sharersOf(graph, [dataset], stateWith({ lens: 'shared' }))
    expect(new Set(near.keys())).toEqual(papers)
    expect(edges.every((edge) => graph.target(edge) === dataset)).toBe(true)
    expect(edges.length).toBeGreaterThanOrEqual(papers.size)
  })

  it('shows the papers that share with one, through the datasets between them', () => {
    const [paper = '', other = ''] = papers
    const { near, edges } = sharersOf(graph, [paper], stateWith({ lens: 'shared' }))
    expect(near.get(dataset)).toBe(1)
    expect(near.get(other)).toBe(2)
    expect(edges).toEqual(expect.arrayContaining([expect.stringContaining(`${other}|`)]))
  })

  it('leaves out what a dataset that is not wanted is known of', () => {
    expect(sharersOf(graph, [dataset], stateWith({ lens: 'shared', not: [dataset] })).near.size).toBe(0)
  })

  it('shows nothing of other kinds', () => {
    const venue = graph.findNode((_, { kind }) => kind === 'venue') ?? ''
    expect(sharersOf(graph, [venue], stateWith({ lens: 'shared' })).near.size).toBe(0)
  })
})
