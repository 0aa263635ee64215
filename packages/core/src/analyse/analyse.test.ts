import { type FieldGraph, GROUPINGS, readMap, writeMap } from '@fieldmap/graph'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { createRng } from './rng.ts'
import { sampleField, samplePapers, shuffle } from './sample-fields.test-helper.ts'

/** The same graph with nodes and edges added in another order. */
function reordered(graph: FieldGraph, rngSeed: number): FieldGraph {
  const rng = createRng(rngSeed)
  const copy = sampleField([])
  for (const key of shuffle(graph.nodes(), rng)) copy.addNode(key, graph.getNodeAttributes(key))
  for (const key of shuffle(graph.edges(), rng)) {
    copy.addEdgeWithKey(key, graph.source(key), graph.target(key), graph.getEdgeAttributes(key))
  }
  return copy
}

describe('analyse', () => {
  it('gives the same bytes whatever the order of nodes and edges', () => {
    const graph = sampleField(samplePapers(120))
    const expected = writeMap(analyse(graph))
    for (const rngSeed of [1, 2, 3]) expect(writeMap(analyse(reordered(graph, rngSeed)))).toBe(expected)
  })

  it('writes a map that can be read', () => {
    const map = analyse(sampleField(samplePapers(60)))
    expect(readMap(writeMap(map))).toEqual(map)
  })

  it('places every node of the graph on the map, each in a place of its own, in every grouping', () => {
    const graph = sampleField(samplePapers(200))
    const { groupings } = analyse(graph)
    for (const name of GROUPINGS) {
      const { positions } = groupings[name]
      expect(Object.keys(positions).sort()).toEqual(graph.nodes().sort())
      const places = Object.values(positions)
      expect(new Set(places.map(String)).size).toBe(places.length)
      for (const [x, y] of places) {
        expect(Math.abs(x)).toBeLessThanOrEqual(1000)
        expect(Math.abs(y)).toBeLessThanOrEqual(620)
        expect([x, y]).toEqual([Math.round(x * 10) / 10, Math.round(y * 10) / 10])
      }
    }
  })

  it('puts each paper in at most one region of a grouping, and papers without a task in the strip below', () => {
    const { groupings } = analyse(sampleField([...samplePapers(80), { title: 'Homeless' }]))
    for (const name of GROUPINGS) {
      const members = groupings[name].regions.flatMap((region) => region.members)
      expect(new Set(members).size).toBe(members.length)
    }
    const { regions, positions } = groupings.task
    const lowest = Math.min(...regions.flatMap(({ members }) => members.map((key) => positions[key]?.[1] ?? 0)))
    expect(positions['paper:homeless']?.[1]).toBeLessThan(lowest)
  })

  it('numbers communities by size and gives each its own name', () => {
    const { communities } = analyse(sampleField(samplePapers(200)))
    expect(communities.length).toBeGreaterThan(2)
    expect(communities.map(({ id }) => id)).toEqual(communities.map((_, i) => `c${i + 1}`))
    expect(communities.map(({ size }) => size)).toEqual(communities.map(({ members }) => members.length))
    expect(communities.map(({ size }) => size)).toEqual(communities.map(({ size }) => size).sort((a, b) => b - a))
    expect(new Set(communities.map(({ label }) => label)).size).toBe(communities.length)
    for (const { stability, terms } of communities) {
      expect(stability).toBeGreaterThan(0)
      expect(stability).toBeLessThanOrEqual(1)
      expect(terms.length).toBeLessThanOrEqual(5)
    }
  })

  it('makes an empty map of an empty graph', () => {
    const map = analyse(sampleField([]))
    expect(map.communities).toEqual([])
    for (const name of GROUPINGS) expect(map.groupings[name]).toEqual({ regions: [], positions: {} })
  })

  it('places a paper that is alone in the middle', () => {
    const { groupings } = analyse(sampleField([{ title: 'One', tasks: ['Task'] }]))
    expect(groupings.task.regions).toEqual([{ id: 'task:task', label: 'Task', members: ['paper:one'] }])
    expect(groupings.task.positions['paper:one']?.[0]).toBe(0)
  })
})
