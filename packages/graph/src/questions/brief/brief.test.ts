import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenSets } from '../between-sets.ts'
import { datasetUse } from '../dataset-use.ts'
import { createFieldIndex, type FieldIndex } from '../field-index/field-index.ts'
import { generatedField } from '../generated-field.test-helper.ts'
import { handSolved } from '../hand-solved.test-helper.ts'
import { sampleGraph } from '../sample-graph.test-helper.ts'
import { brief } from './brief.ts'
import { briefContext, type Candidate } from './brief-context.ts'
import { datasetCandidates } from './brief-datasets.ts'
import { listCandidates } from './brief-lists.ts'

function candidates(index: FieldIndex): readonly Candidate[] {
  const context = briefContext(index, {})
  return [...datasetCandidates(context), ...listCandidates(context)]
}

const said = (index: FieldIndex): readonly string[] => candidates(index).map((candidate) => candidate.label())

describe('sentences that can be said', () => {
  const sentences = said(createFieldIndex(handSolved()))

  it.each([
    // Faces a b c g s, Bodies d e f g h; Rare joins a b with d, Mid b with g and h; Hub is used by Faces only.
    'Bodies and Faces meet in two datasets; one paper bridges them.',
    '0 of 5 papers in Bodies are known to use an expression dataset (4 of the 5 have dataset evidence).',
    '3 of 5 papers in Faces are known to use an expression dataset (4 of the 5 have dataset evidence).',
    'Of 10 papers 7 have dataset evidence.',
    'One paper is under more than one task.',
    'In Bodies 3 of 5 papers have code; in all it is 5 of 10.',
    'In Faces 2 of 5 papers have code; in all it is 5 of 10.',
    // Years 2018 2019 2020 2021 2022 2022 2022 2023 2023.
    '5 of 9 papers with a year are from 2022 or later; the oldest is from 2018, the newest from 2023.',
    'At least half of the papers in Faces are from 2021 or later; of all papers, from 2022 or later.',
  ])('%s', (expected) => {
    expect(sentences).toContain(expected)
  })

  it('does not name the biggest where two are equally big', () => {
    expect(sentences.filter((one) => /used most|biggest|more than any/.test(one))).toEqual([])
  })

  it('agrees in number', () => {
    const papers = Array.from({ length: 6 }, (_, i) => ({
      title: `P${i}`,
      tasks: [i < 5 ? 'X' : 'Y'],
      ...(i === 0 ? { uses: ['One'] } : i === 1 || i === 2 || i === 5 ? { uses: ['Two'] } : {}),
    }))
    const own = createFieldIndex(sampleGraph({ papers, topics: { One: 'image' } }))
    expect(said(own)).toContain(
      '1 of 5 papers in X is known to use an image dataset (3 of the 5 have dataset evidence).',
    )
  })
})

describe('brief', () => {
  it('says at most six things, all different, each with evidence and numbers', () => {
    const { answers } = brief(createFieldIndex(sampleGraph(generatedField({ papers: 200, datasets: 30 }))))
    expect(answers).toHaveLength(6)
    expect(new Set(answers.map(({ label }) => label)).size).toBe(6)
    expect(new Set(answers.map(({ template }) => template)).size).toBeGreaterThanOrEqual(4)
    for (const { evidence, numbers, label, score } of answers) {
      expect(evidence.length).toBeGreaterThan(0)
      expect(Object.keys(numbers).length).toBeGreaterThan(0)
      expect(label).toMatch(/^[\p{Lu}\d“].*\.$/u)
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  it('speaks of other things where there is no dataset evidence, and says what is missing', () => {
    const field = generatedField({ papers: 120, datasets: 10 })
    const own = createFieldIndex(sampleGraph({ papers: field.papers.map((paper) => ({ ...paper, uses: [] })) }))
    const { answers, hints } = brief(own)
    expect(answers.length).toBeGreaterThan(2)
    for (const { label } of answers) expect(label).not.toMatch(/dataset/)
    expect(hints.map(({ missing }) => missing)).toEqual(['dataset-evidence'])
  })

  it('says nothing of nothing', () => {
    expect(brief(createFieldIndex(sampleGraph({ papers: [] }))).answers).toEqual([])
  })

  it('says the same whatever the order of papers', () => {
    const { papers, topics = {} } = generatedField({ papers: 80, datasets: 12 })
    const labels = (order: typeof papers) =>
      brief(createFieldIndex(sampleGraph({ papers: order, topics }))).answers.map(({ label }) => label)
    expect(labels([...papers].reverse())).toEqual(labels(papers))
  })

  it('says what the questions answer, number by number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (rngSeed) => {
        const index = createFieldIndex(sampleGraph(generatedField({ papers: 60, datasets: 10, rngSeed })))
        for (const { template, about, numbers } of candidates(index)) {
          const [a = '', b = ''] = about
          if (template === 'tasks-meet' || template === 'tasks-share-authors') {
            const task = (key: string) => ({ label: key, key, filter: { tasks: [key] } })
            const { counts } = betweenSets(index, task(a), task(b))
            const met = template === 'tasks-meet' ? counts.dataset : counts.author
            expect(met).toBe(numbers.datasets ?? numbers.authors)
            expect(counts.both ?? 0).toBe(numbers.bridging)
          }
          if (template === 'most-used') {
            expect(
              datasetUse(index)
                .answers.map(({ papers }) => papers)
                .slice(0, 2),
            ).toEqual([numbers.using, numbers.second])
          }
          if (template === 'topic-use') {
            const users = new Set<string>()
            index.graph.forEachEdge((_, { kind, evidence }, source, target) => {
              const node = index.graph.getNodeAttributes(target)
              if (kind !== 'uses' || evidence.every(({ role }) => role === 'pretrain')) return
              if (node.kind === 'dataset' && node.topic === b && index.graph.hasEdge(`${source}|addresses|${a}`)) {
                users.add(source)
              }
            })
            expect(users.size).toBe(numbers.using)
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
