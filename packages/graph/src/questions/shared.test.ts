import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tier } from '../evidence.ts'
import type { FieldGraph } from '../field-graph.ts'
import { byCodeUnits } from '../keys.ts'
import { createFieldIndex } from './field-index/field-index.ts'
import { generatedField } from './generated-field.test-helper.ts'
import { handSolved } from './hand-solved.test-helper.ts'
import { papersWithDatasets } from './papers-with-datasets.ts'
import { sampleGraph } from './sample-graph.test-helper.ts'
import { sharedWithPaper } from './shared-with-paper.ts'

const index = createFieldIndex(handSolved())
/** Hub, Rare and Mid are each used by 3 of 7 known papers. */
const IDF = Math.log(1 + 7 / 3)

describe('sharedWithPaper', () => {
  it('ranks by the share of what the asked paper uses, then by year', () => {
    const { answers, total, coverage } = sharedWithPaper(index, 'paper:a')
    expect(answers.map(({ key, score }) => [key, score])).toEqual([
      ['paper:b', 1],
      ['paper:c', 0.5],
      ['paper:d', 0.5],
    ])
    expect(answers[0]?.shared.map(({ key, papers, idf }) => [key, papers, idf])).toEqual([
      ['dataset:hub', 3, IDF],
      ['dataset:rare', 3, IDF],
    ])
    expect(total).toBe(3)
    expect(coverage).toEqual({ known: 7, total: 10 })
  })

  it('does not punish the other paper for what it uses besides', () => {
    const answers = sharedWithPaper(index, 'paper:c').answers
    expect(answers.map(({ key, score }) => [key, score])).toEqual([
      ['paper:b', 1],
      ['paper:a', 1],
    ])
  })

  it('counts pretraining only where asked, and tiers at or above the one asked', () => {
    const keys = (options: Parameters<typeof sharedWithPaper>[2]) =>
      sharedWithPaper(index, 'paper:c', options).answers.map(({ key }) => key)
    expect(keys({ filter: { pretraining: true } })).toEqual(['paper:e', 'paper:b', 'paper:a'])
    expect(keys({ filter: { tier: 'A' } })).toEqual(['paper:a'])
    expect(keys({ filter: { years: { to: 2020 } } })).toEqual(['paper:a'])
  })

  it('gives for each answer the evidence that counts, with its edge', () => {
    const [first] = sharedWithPaper(index, 'paper:a').answers
    expect(first?.evidence.map(({ of, source, line, role }) => [of, source, line, role])).toEqual([
      ['paper:b|uses|dataset:hub', 'evidence.csv', 3, 'evaluate'],
      ['paper:b|uses|dataset:rare', 'evidence.csv', 3, 'evaluate'],
    ])
  })

  it('says that nothing is known, and which line would change that', () => {
    const { answers, hints } = sharedWithPaper(index, 'paper:f')
    expect(answers).toEqual([])
    expect(hints[0]?.message).toContain('not known')
    expect(hints[0]?.how).toContain('F,DATASET,uses,evaluate')
  })

  it('answers for a challenge, with papers only', () => {
    const { answers } = sharedWithPaper(index, 'challenge:cup')
    expect(answers.map(({ key }) => key)).toEqual(['paper:b', 'paper:a', 'paper:d'])
  })

  it('folds answers that share only common datasets, and counts them', () => {
    const papers = Array.from({ length: 12 }, (_, i) => ({ title: `P${i}`, uses: i < 8 ? ['Big'] : [`Own ${i}`] }))
    const graph = sampleGraph({
      papers: [...papers, { title: 'Q', uses: ['Big', 'Small'] }, { title: 'R', uses: ['Small', 'Big'] }],
    })
    const small = createFieldIndex(graph)
    // Big has 10 of 14 papers: 100 > 14. Small has 2.
    const { answers, folds, total } = sharedWithPaper(small, 'paper:q')
    expect(folds).toEqual([{ key: 'dataset:big', kind: 'dataset', label: 'Big', count: 8 }])
    expect(answers.filter(({ folded }) => folded === 'dataset:big')).toHaveLength(8)
    expect(answers[0]).toMatchObject({ key: 'paper:r', score: 1 })
    expect(answers[0]?.folded).toBeUndefined()
    const hidden = sharedWithPaper(small, 'paper:q', { hideFolded: true })
    expect(hidden.answers.map(({ key }) => key)).toEqual(['paper:r'])
    expect(hidden.total).toBe(total)
  })
})

describe('papersWithDatasets', () => {
  const keys = (...call: Parameters<typeof papersWithDatasets> extends [unknown, ...infer R] ? R : never) =>
    papersWithDatasets(index, ...call).answers.map(({ key }) => key)

  it('wants all datasets, or any, newest first', () => {
    expect(keys(['dataset:hub', 'dataset:rare'])).toEqual(['paper:b', 'paper:a'])
    expect(keys(['dataset:hub', 'dataset:rare'], { any: true })).toEqual(['paper:b', 'paper:a', 'paper:c', 'paper:d'])
  })

  it('leaves out those known to use another, and counts those of which nothing is known apart', () => {
    const { answers, unsure, coverage } = papersWithDatasets(index, ['dataset:hub'], { not: ['dataset:rare'] })
    expect(answers.map(({ key }) => key)).toEqual(['paper:c'])
    expect(unsure).toBe(3)
    expect(coverage).toEqual({ known: 7, total: 10 })
    const bodies = papersWithDatasets(index, [], { not: ['dataset:rare'], filter: { tasks: ['task:bodies'] } })
    expect(bodies.answers.map(({ key }) => key)).toEqual(['paper:h', 'paper:e', 'paper:g'])
    expect(bodies.unsure).toBe(1)
  })

  it('finds what introduces a dataset as what uses it', () => {
    expect(keys(['dataset:mid'])).toEqual(['paper:h', 'paper:b', 'paper:g'])
    expect(keys(['dataset:mid'], { filter: { tier: 'B' } })).toEqual(['paper:b', 'paper:g'])
  })
})

const ROLES_BY_DEFAULT = ['train', 'evaluate', 'introduce', 'unknown']

/** Who uses what, straight from the edges. */
function usesByPaper(graph: FieldGraph, tier: Tier, pretraining: boolean): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>()
  graph.forEachEdge((_, { kind, evidence }, source, target) => {
    if (kind !== 'uses' && kind !== 'introduces') return
    const counts = evidence.some(({ role = 'unknown', tier: own = 'A' }) => {
      return own <= tier && (pretraining || ROLES_BY_DEFAULT.includes(role))
    })
    if (counts) uses.set(source, (uses.get(source) ?? new Set<string>()).add(target))
  })
  return uses
}

const knownAt = (graph: FieldGraph, tier: Tier): number => usesByPaper(graph, tier, true).size

describe('by brute force over the edges', () => {
  const field = fc.record({
    papers: fc.integer({ min: 1, max: 60 }),
    datasets: fc.integer({ min: 1, max: 12 }),
    rngSeed: fc.integer({ min: 1, max: 1000 }),
    tier: fc.constantFrom<Tier>('A', 'B', 'C'),
    pretraining: fc.boolean(),
  })

  it('sharedWithPaper finds the same papers with the same scores in the same order', () => {
    fc.assert(
      fc.property(field, ({ tier, pretraining, ...size }) => {
        const graph = sampleGraph(generatedField(size))
        const own = createFieldIndex(graph)
        const uses = usesByPaper(graph, tier, pretraining)
        const known = knownAt(graph, tier)
        const idf = (dataset: string): number => {
          return Math.log(1 + known / [...uses.values()].filter((those) => those.has(dataset)).length)
        }
        for (const asked of own.papers) {
          const wanted = uses.get(asked) ?? new Set<string>()
          const all = [...wanted].reduce((sum, dataset) => sum + idf(dataset), 0)
          const expected = own.papers
            .filter((key) => key !== asked)
            .map((key) => {
              const shared = [...wanted].filter((dataset) => uses.get(key)?.has(dataset))
              const node = graph.getNodeAttributes(key)
              const year = node.kind === 'paper' ? (node.year ?? 0) : 0
              const sum = shared.reduce((total, dataset) => total + idf(dataset), 0)
              return { key, shared: shared.sort(), year, score: Number((sum / all).toFixed(9)) }
            })
            .filter(({ shared }) => shared.length > 0)
            .sort(
              (a, b) =>
                b.score - a.score || b.shared.length - a.shared.length || b.year - a.year || byCodeUnits(a.key, b.key),
            )
          const { answers, coverage } = sharedWithPaper(own, asked, { filter: { tier, pretraining } })
          expect(
            answers.map(({ key, shared, year = 0, score }) => ({
              key,
              shared: shared.map((dataset) => dataset.key).sort(),
              year,
              score: Number(score.toFixed(9)),
            })),
          ).toEqual(expected)
          expect(coverage).toEqual({ known, total: own.papers.length })
        }
      }),
      { numRuns: 25 },
    )
  })

  it('papersWithDatasets finds the same papers for every pair of datasets', () => {
    fc.assert(
      fc.property(field, ({ tier, pretraining, ...size }) => {
        const graph = sampleGraph(generatedField(size))
        const own = createFieldIndex(graph)
        const uses = usesByPaper(graph, tier, pretraining)
        const knownPapers = usesByPaper(graph, tier, true)
        const datasets = own.incidence('dataset').keys
        const filter = { tier, pretraining }
        const found = (...call: [string[], object]): string[] =>
          papersWithDatasets(own, call[0], { ...call[1], filter })
            .answers.map(({ key }) => key)
            .sort()
        for (const a of datasets) {
          for (const b of datasets) {
            const has = (key: string, dataset: string): boolean => uses.get(key)?.has(dataset) ?? false
            expect(found([a, b], {})).toEqual(own.papers.filter((key) => has(key, a) && has(key, b)))
            expect(found([a, b], { any: true })).toEqual(own.papers.filter((key) => has(key, a) || has(key, b)))
            expect(found([a], { not: [b] })).toEqual(own.papers.filter((key) => has(key, a) && !has(key, b)))
          }
          expect(found([], { not: [a] })).toEqual(
            own.papers.filter((key) => knownPapers.has(key) && !uses.get(key)?.has(a)),
          )
        }
      }),
      { numRuns: 25 },
    )
  })

  it('gives the first answers of all for any limit', () => {
    const own = createFieldIndex(sampleGraph(generatedField({ papers: 300, datasets: 20 })))
    const asked = own.papers.find((key) => sharedWithPaper(own, key).total > 40) ?? ''
    const { answers } = sharedWithPaper(own, asked)
    for (const limit of [0, 1, 7, 40, 1000]) {
      expect(sharedWithPaper(own, asked, { limit }).answers).toEqual(answers.slice(0, limit))
    }
  })
})
