import { describe, expect, it } from 'vitest'
import { paperFeatures } from './paper-features.ts'
import { type SamplePaper, sampleField, samplePapers } from './sample-fields.test-helper.ts'
import { type PaperSimilarity, paperSimilarity } from './similarity.ts'

function similarityOf(papers: readonly SamplePaper[]): PaperSimilarity {
  return paperSimilarity(paperFeatures(sampleField(papers)))
}

function weight({ papers, offsets, targets, weights }: PaperSimilarity, a: string, b: string): number {
  const [i, j] = [papers.indexOf(`paper:${a}`), papers.indexOf(`paper:${b}`)]
  for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) if (targets[k] === j) return weights[k] ?? 0
  return 0
}

describe('paperSimilarity', () => {
  it('is observed over expected company', () => {
    const similarity = similarityOf([
      { title: 'One', authors: ['Ada'] },
      { title: 'Two', authors: ['Ada', 'Bob'] },
      { title: 'Three', authors: ['Bob'] },
    ])
    // Strengths 1, 2, 1 of 4 in all; the mean strength 4/3 is added to each.
    expect(weight(similarity, 'one', 'two')).toBeCloseTo((1 * 4) / ((1 + 4 / 3) * (2 + 4 / 3)), 12)
    expect(weight(similarity, 'one', 'three')).toBe(0)
  })

  it('says less of papers that share a hub than of two that share something rare', () => {
    const hub = Array.from({ length: 10 }, (_, i) => ({ title: `${'abcdefghij'.charAt(i)}hub`, tasks: ['Everything'] }))
    const similarity = similarityOf([...hub, { title: 'Left', tasks: ['Rare'] }, { title: 'Right', tasks: ['Rare'] }])
    expect(weight(similarity, 'left', 'right')).toBeGreaterThan(weight(similarity, 'ahub', 'bhub'))
  })

  it('says a hub dataset less than a hub task, and nothing where a dataset was for pretraining alone', () => {
    const papers = Array.from({ length: 10 }, (_, i) => `${'abcdefghij'.charAt(i)}hub`)
    const rest = ['Left', 'Right'].map((title) => ({ title, datasets: ['Rare'] }))
    const by = (kind: 'tasks' | 'datasets'): PaperSimilarity =>
      similarityOf([...papers.map((title) => ({ title, [kind]: ['Hub'] })), ...rest])
    const share = (similarity: PaperSimilarity): number =>
      weight(similarity, 'ahub', 'bhub') / weight(similarity, 'left', 'right')
    expect(share(by('datasets'))).toBeLessThan(share(by('tasks')))

    const graph = sampleField(rest)
    graph.forEachEdge((edge, { kind, evidence }) => {
      graph.setEdgeAttribute(
        edge,
        'evidence',
        evidence.map((one) => ({ ...one, role: 'pretrain' as const })),
      )
      expect(kind).toBe('uses')
    })
    expect(paperSimilarity(paperFeatures(graph)).targets).toHaveLength(0)
  })

  it('takes a shared repository for company only in the same folder', () => {
    const similarity = similarityOf([
      { title: 'One', repository: 'lab/all#one' },
      { title: 'Two', repository: 'lab/all#two' },
      { title: 'Three', repository: 'lab/all#two' },
    ])
    expect(weight(similarity, 'one', 'two')).toBe(0)
    expect(weight(similarity, 'two', 'three')).toBeGreaterThan(0)
  })

  it('leaves venues and years out', () => {
    const similarity = similarityOf([
      { title: 'One', venue: 'CVPR', year: 2020 },
      { title: 'Two', venue: 'CVPR', year: 2020 },
    ])
    expect(similarity.targets).toHaveLength(0)
  })

  it('is symmetric, also where hubs are sampled and only the strongest are kept', () => {
    const { offsets, targets, weights } = similarityOf(samplePapers(600))
    const seen = new Map<string, number>()
    for (let i = 0; i < 600; i++) {
      for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) seen.set(`${i} ${targets[k]}`, weights[k] ?? 0)
    }
    expect(seen.size).toBe(targets.length)
    for (const [pair, value] of seen) expect(seen.get(pair.split(' ').reverse().join(' '))).toBe(value)
  })

  it('is empty for no papers', () => {
    expect(similarityOf([]).papers).toEqual([])
  })
})
