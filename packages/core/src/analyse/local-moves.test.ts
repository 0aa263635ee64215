import { describe, expect, it } from 'vitest'
import { contract, modularityOf, moveNodes, withoutLoops } from './local-moves.ts'

// Two triangles, 0 1 2 and 3 4 5, joined by the edge 2–3.
const rows = withoutLoops({
  offsets: Int32Array.of(0, 2, 4, 7, 10, 12, 14),
  targets: Int32Array.of(1, 2, 0, 2, 0, 1, 3, 2, 4, 5, 3, 5, 3, 4),
  weights: new Float64Array(14).fill(1),
})

describe('moveNodes', () => {
  it('finds two triangles, from a start where each node is alone and from one with a node astray', () => {
    const order = [0, 1, 2, 3, 4, 5]
    expect([...moveNodes(rows, Int32Array.from(order), order)]).toEqual([0, 0, 0, 1, 1, 1])
    expect([...moveNodes(rows, Int32Array.of(0, 0, 1, 1, 1, 1), order)]).toEqual([0, 0, 0, 1, 1, 1])
  })
})

describe('contract', () => {
  it('keeps what lies inside a group as its loop, so that modularity stays', () => {
    const partition = Int32Array.of(0, 0, 0, 1, 1, 1)
    const small = contract(rows, partition)
    expect([...small.targets]).toEqual([1, 0])
    expect([...small.weights]).toEqual([1, 1])
    expect([...small.loops]).toEqual([6, 6])
    expect(modularityOf(small, Int32Array.of(0, 1))).toBe(modularityOf(rows, partition))
    expect(modularityOf(rows, partition)).toBeCloseTo(12 / 14 - 2 * (7 / 14) ** 2, 9)
  })
})
