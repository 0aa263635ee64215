import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Adjacency } from '../field-index/adjacency.ts'
import { buildRows } from '../field-index/rows.ts'
import { shortestPaths } from './shortest-paths.ts'
import type { NodePath, Walk } from './walk.ts'

type Edge = readonly [number, number, number]

/** A graph of nodes with given costs and edges with given marks, neighbours cheapest first. */
function graphOf(nodeCosts: readonly number[], edges: readonly Edge[]): Adjacency {
  const costs = Float64Array.from(nodeCosts)
  const keys = nodeCosts.map((_, node) => `node:${node}`)
  // Numbered by cost, so that ascending is cheapest first.
  const order = [...costs.keys()].sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
  const place = order.map((_, node) => order.indexOf(node))
  const both = edges
    .filter(([a, b]) => a !== b)
    .flatMap(([a, b, mark]) => [[a, b, mark] as const, [b, a, mark] as const])
  const [neighbors] = buildRows(keys.length, keys.length, {
    rows: Int32Array.from(both, ([a]) => place[a] ?? 0),
    items: Int32Array.from(both, ([, b]) => place[b] ?? 0),
    marks: Uint8Array.from(both, ([, , mark]) => mark),
  })
  return {
    keys,
    indexOf: new Map(keys.map((key, node) => [key, node])),
    neighbors,
    costs: costs.slice().sort(),
    paperOf: new Int32Array(keys.length).fill(-1),
  }
}

/** All paths without repeated nodes, by brute force: the cheapest first, then by the numbers of nodes. */
function allPaths({ graph, from, to, open, mask }: Walk): readonly NodePath[] {
  const { offsets, items, marks } = graph.neighbors
  const found: NodePath[] = []
  const go = (nodes: readonly number[], cost: number): void => {
    const last = nodes.at(-1) ?? from
    for (let at = offsets[last] ?? 0; at < (offsets[last + 1] ?? 0); at++) {
      const next = items[at] ?? 0
      if (((marks[at] ?? 0) & mask) === 0 || nodes.includes(next)) continue
      if (next === to) found.push({ nodes: [...nodes, to], cost })
      else if (open[next] === 1) go([...nodes, next], cost + (graph.costs[next] ?? 0))
    }
  }
  go([from], 0)
  return found.sort((a, b) => a.cost - b.cost)
}

const SIZE = 9

const walks = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: SIZE, maxLength: SIZE }),
    edges: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: SIZE - 1 }),
        fc.integer({ min: 0, max: SIZE - 1 }),
        fc.constantFrom(1, 2, 3, 255),
      ),
      { maxLength: 22 },
    ),
    closed: fc.array(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: 3 }),
    mask: fc.constantFrom(1, 3),
  })
  .map(({ costs, edges, closed, mask }): Walk => {
    const open = new Uint8Array(SIZE).fill(1)
    for (const node of closed) open[node] = 0
    return { graph: graphOf(costs, edges), from: 0, to: SIZE - 1, open, mask, without: new Set() }
  })

describe('shortestPaths', () => {
  it('finds the cheapest of all simple paths by brute force, however much is looked at in one go', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 5, 1e6), (walk, count, moreWork) => {
        const expected = allPaths(walk)
        const found = shortestPaths({ ...walk, open: walk.open.slice() }, count, moreWork)
        expect(found.map(({ cost }) => cost)).toEqual(expected.slice(0, count).map(({ cost }) => cost))
        const all = new Set(expected.map(({ nodes }) => nodes.join(' ')))
        for (const { nodes } of found) expect(all.delete(nodes.join(' '))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives paths of equal cost by the numbers of their nodes', () => {
    // From 0 to 3 by one of three nodes, or by two that cost half as much.
    const edges = [4, 5, 6].flatMap((node): readonly Edge[] => [
      [0, node, 1],
      [node, 3, 1],
    ])
    const graph = graphOf([1, 1, 1, 1, 2, 2, 2], [...edges, [0, 1, 1], [1, 2, 1], [2, 3, 1]])
    const walk: Walk = { graph, from: 0, to: 3, open: new Uint8Array(7).fill(1), mask: 1, without: new Set() }
    const paths = [[0, 1, 2, 3], ...[4, 5, 6].map((node) => [0, node, 3])]
    for (const count of [1, 2, 3, 4, 9])
      expect(shortestPaths(walk, count).map(({ nodes }) => nodes)).toEqual(paths.slice(0, count))
  })

  it('gives nothing where nothing is asked for, and one node for a node and itself', () => {
    const graph = graphOf([1, 1], [[0, 1, 1]])
    const walk: Walk = { graph, from: 0, to: 1, open: new Uint8Array(2).fill(1), mask: 1, without: new Set() }
    expect(shortestPaths(walk, 0)).toEqual([])
    expect(shortestPaths({ ...walk, to: 0 }, 3)).toEqual([{ nodes: [0], cost: 0 }])
    expect(shortestPaths(walk, Number.POSITIVE_INFINITY)).toEqual([{ nodes: [0, 1], cost: 0 }])
  })
})
