import { describe, expect, it } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { louvainRuns } from './communities.ts'
import { louvain, type WeightedRows } from './louvain.ts'
import { bestOfRuns } from './recombine.ts'

/** Rows of an unweighted graph from pairs. */
function rowsOf(nodes: number, edges: readonly (readonly [number, number])[]): WeightedRows {
  return weightedRowsOf(
    nodes,
    edges.map(([a, b]) => [a, b, 1]),
  )
}

function weightedRowsOf(
  nodes: number,
  edges: readonly (readonly [a: number, b: number, weight: number])[],
): WeightedRows {
  const neighbors: (readonly [number, number])[][] = Array.from({ length: nodes }, () => [])
  for (const [a, b, weight] of edges) {
    neighbors[a]?.push([b, weight])
    neighbors[b]?.push([a, weight])
  }
  const offsets = new Int32Array(nodes + 1)
  neighbors.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + row.length
  })
  const ends = neighbors.flatMap((row) => row.sort(([a], [b]) => a - b))
  return {
    offsets,
    targets: Int32Array.from(ends, ([target]) => target),
    weights: Float64Array.from(ends, ([, weight]) => weight),
  }
}

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => `member ${i}`)
const inOrder = ({ offsets }: WeightedRows): number[] => Array.from({ length: offsets.length - 1 }, (_, i) => i)

function clique(nodes: readonly number[]): [number, number][] {
  return nodes.flatMap((a) => nodes.filter((b) => a < b).map((b): [number, number] => [a, b]))
}

// Zachary 1977, "An information flow model for conflict and fission in small groups": members 1–34, by friendship.
const KARATE =
  '1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12 1-13 4-13 1-14 2-14 ' +
  '3-14 4-14 6-17 7-17 1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28 25-28 3-29 24-30 27-30 2-31 9-31 1-32 ' +
  '25-32 26-32 29-32 3-33 9-33 15-33 16-33 19-33 21-33 23-33 24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 ' +
  '19-34 20-34 21-34 23-34 24-34 27-34 28-34 29-34 30-34 31-34 32-34 33-34'

describe('louvain', () => {
  it('parts two cliques joined by one edge', () => {
    const rows = rowsOf(8, [...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7]), [3, 4]])
    expect([...louvain(rows, inOrder(rows)).partition]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  it("finds the karate club's best modularity, 0.4198 (Brandes et al. 2008, by integer programming)", () => {
    const edges = KARATE.split(' ').map((pair) => pair.split('-').map((n) => Number(n) - 1) as [number, number])
    expect(edges).toHaveLength(78)
    const rows = rowsOf(34, edges)
    const best = bestOfRuns(rows, named(34), louvainRuns(rows, named(34), 24))
    expect(best.modularity).toBeCloseTo(0.4198, 4)
    expect(new Set(best.partition).size).toBe(4)
  })

  it('finds the same from every order, where there is one best partition', () => {
    const rows = rowsOf(8, [...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7]), [3, 4]])
    const partitions = louvainRuns(rows, named(8), 20).map(({ partition }) => [...partition].join(''))
    expect(new Set(partitions)).toEqual(new Set(['00001111']))
  })

  it('is a function of what nodes are called, not of how they are numbered', () => {
    const edges = KARATE.split(' ').map((pair) => pair.split('-').map((n) => Number(n) - 1) as [number, number])
    const turned = edges.map(([a, b]): [number, number] => [33 - a, 33 - b])
    const [one] = louvainRuns(rowsOf(34, edges), named(34), 1)
    const [other] = louvainRuns(rowsOf(34, turned), named(34).reverse(), 1)
    expect(other?.modularity).toBe(one?.modularity)
    expect(
      adjustedRandIndex(Array.from(one?.partition ?? [], (group, i) => [group, other?.partition[33 - i] ?? -1])),
    ).toBe(1)
  })

  it('is right for any number of groups and of ties between them', () => {
    // Pairs of nodes that are one node of the second level, in four circles: 2 × (4 × 28 + 16) = 256 ends there, and
    // some less and more.
    const pairs = Array.from({ length: 32 }, (_, i): [number, number, number] => [2 * i, 2 * i + 1, 30])
    const circles = pairs.flatMap((_, i) =>
      pairs.flatMap((__, j): [number, number, number][] => (i < j && i >> 3 === j >> 3 ? [[2 * i, 2 * j, 10]] : [])),
    )
    for (const between of [15, 16, 17]) {
      const ties = Array.from({ length: between }, (_, i): [number, number, number] => [2 * i, 2 * (31 - (i >> 1)), 1])
      const rows = weightedRowsOf(64, [...pairs, ...circles, ...ties.filter(([a, b]) => a >> 4 !== b >> 4)])
      for (const order of [inOrder(rows), inOrder(rows).reverse()]) {
        expect([...louvain(rows, order).partition]).toEqual(inOrder(rows).map((i) => i >> 4))
      }
    }
  })

  it('leaves nodes without edges alone', () => {
    expect([...louvain(rowsOf(3, []), [0, 1, 2]).partition]).toEqual([0, 1, 2])
    expect([...louvain(rowsOf(0, []), []).partition]).toEqual([])
  })
})

describe('modularity', () => {
  it('is what one computes by hand: two triangles joined by an edge', () => {
    const rows = rowsOf(6, [...clique([0, 1, 2]), ...clique([3, 4, 5]), [2, 3]])
    // 12 of 14 ends stay inside; each triangle has 7 of 14 ends.
    expect(louvain(rows, inOrder(rows)).modularity).toBeCloseTo(12 / 14 - 2 * (7 / 14) ** 2, 9)
  })

  it('is 0 without edges', () => {
    expect(louvain(rowsOf(2, []), [1, 0]).modularity).toBe(0)
  })
})
