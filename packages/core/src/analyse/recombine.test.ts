import { describe, expect, it } from 'vitest'
import { louvainRuns } from './communities.ts'
import { modularityOf, withoutLoops } from './local-moves.ts'
import { paperFeatures } from './paper-features.ts'
import { bestOfRuns } from './recombine.ts'
import { sampleField, samplePapers } from './sample-fields.test-helper.ts'
import { paperSimilarity } from './similarity.ts'

describe('bestOfRuns', () => {
  const rows = paperSimilarity(paperFeatures(sampleField(samplePapers(180))))
  const runs = louvainRuns(rows, rows.papers, 16)
  const best = bestOfRuns(rows, rows.papers, runs)

  it('is no worse than any of the runs', () => {
    expect(best.modularity).toBeGreaterThanOrEqual(Math.max(...runs.map(({ modularity }) => modularity)))
  })

  it('rates a partition as Louvain does', () => {
    for (const { partition, modularity } of runs) {
      expect(modularityOf(withoutLoops(rows), partition)).toBeCloseTo(modularity, 8)
    }
  })

  it('improves a run alone, and takes one that stands twice once', () => {
    const one = louvainRuns(rows, rows.papers, 1)
    const alone = bestOfRuns(rows, rows.papers, one)
    expect(alone.modularity).toBeGreaterThanOrEqual(one[0]?.modularity ?? 1)
    expect([...alone.partition]).toEqual([...bestOfRuns(rows, rows.papers, [...one, ...one]).partition])
  })
})
