import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFieldIndex } from '../field-index/field-index.ts'
import { generatedField } from '../generated-field.test-helper.ts'
import { handSolved } from '../hand-solved.test-helper.ts'
import { sampleGraph } from '../sample-graph.test-helper.ts'
import { pathsBetween } from './paths-between.ts'

const index = createFieldIndex(handSolved())

describe('pathsBetween', () => {
  it('prefers what few have, and gives each step its evidence', () => {
    const { answers } = pathsBetween(index, 'paper:a', 'paper:b')
    // Ada has 2 papers, Rare 4 neighbours (with the challenge), Hub 4 (with pretraining), the repository 3, Faces 5.
    expect(answers.map(({ nodes }) => nodes[1]?.key)).toEqual([
      'author:ada',
      'repository:github.com/lab/mono',
      'dataset:hub',
    ])
    expect(answers[0]?.cost).toBeCloseTo(1 + Math.log(2), 12)
    expect(answers[0]?.steps.map(({ kinds }) => kinds)).toEqual([['written_by'], ['written_by']])
    for (const { steps } of answers) for (const { evidence } of steps) expect(evidence.length).toBeGreaterThan(0)
  })

  it('gives one step for two nodes that an edge joins, and no answer for two that nothing does', () => {
    expect(pathsBetween(index, 'author:ada', 'paper:a').answers[0]?.nodes).toHaveLength(2)
    expect(pathsBetween(index, 'author:zoe', 'paper:a')).toMatchObject({ answers: [], total: 0 })
  })

  it('passes only through papers of the filter and evidence of the tier', () => {
    const paths = pathsBetween(index, 'author:carl', 'dataset:rare', { limit: 9, filter: { years: { to: 2019 } } })
    expect(paths.answers[0]?.nodes.map(({ key }) => key)).toEqual(['author:carl', 'paper:d', 'dataset:rare'])
    for (const { nodes } of paths.answers) expect(nodes.map(({ key }) => key)).not.toContain('paper:c')
    const tier = pathsBetween(index, 'paper:h', 'dataset:mid', { filter: { tier: 'A' } })
    expect(tier.answers[0]?.nodes.length).toBeGreaterThan(2)
  })

  it('finds the cheapest of all simple paths, in order, by brute force', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 7 }), (rngSeed, papers) => {
        const graph = sampleGraph(generatedField({ papers, datasets: 3, rngSeed }))
        const own = createFieldIndex(graph)
        const cost = (key: string): number =>
          (key.startsWith('venue:') ? 2 : 1) * (1 + Math.log(new Set(graph.neighbors(key)).size))
        const costs = (from: string, to: string): readonly number[] => {
          const all: number[] = []
          const walk = (at: string, seen: readonly string[], sum: number): void => {
            for (const next of graph.neighbors(at)) {
              if (next === to) all.push(sum)
              else if (!seen.includes(next) && seen.length < 6) walk(next, [...seen, next], sum + cost(next))
            }
          }
          walk(from, [from], 0)
          return all.sort((a, b) => a - b).slice(0, 4)
        }
        const keys = graph.nodes()
        const [from = '', to = ''] = [keys[0], keys[rngSeed % keys.length]]
        if (from === to) return
        const expected = costs(from, to)
        const found = pathsBetween(own, from, to, { limit: 4, filter: { pretraining: true } }).answers
        // The brute force stops at seven steps; a longer path costs more than six, every node at least one.
        const sure = expected.filter((one) => one < 6)
        expect(found.slice(0, sure.length).map((one) => Number(one.cost.toFixed(9)))).toEqual(
          sure.map((one) => Number(one.toFixed(9))),
        )
        for (const { nodes } of found) expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same first paths however many are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 5, max: 30 }), (rngSeed, papers) => {
        const own = createFieldIndex(sampleGraph(generatedField({ papers, datasets: 6, rngSeed })))
        const [from = '', to = ''] = [own.papers[0], own.papers[rngSeed % papers]]
        const keys = (limit: number): readonly string[] =>
          pathsBetween(own, from, to, { limit }).answers.map(({ key }) => key)
        const many = keys(25)
        for (const limit of [0, 1, 3, 12]) expect(keys(limit)).toEqual(many.slice(0, limit))
      }),
      { numRuns: 15 },
    )
  })
})
