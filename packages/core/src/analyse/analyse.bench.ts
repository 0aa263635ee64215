import { bench, describe } from 'vitest'
import { analyse } from './analyse.ts'
import { findCommunities } from './communities.ts'
import { paperFeatures } from './paper-features.ts'
import { sampleField, samplePapers } from './sample-fields.ts'
import { paperSimilarity } from './similarity.ts'

// The smallest is the size of the seeds; the largest takes seconds, so it runs once.
for (const papers of [175, 1750, 17_500]) {
  const graph = sampleField(samplePapers(papers))
  const similarity = paperSimilarity(paperFeatures(graph))
  const { modularity, communities, runs } = findCommunities(similarity)
  const mean = communities.reduce((sum, { stability }) => sum + stability, 0) / communities.length
  const quality = `modularity ${modularity.toFixed(3)}, ${communities.length} communities, mean stability ${mean.toFixed(2)} of ${runs} runs`
  const once =
    papers > 1750 ? { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 } : { iterations: 5, time: 0 }
  describe(`${papers} papers: ${quality}`, () => {
    bench('analyse', () => void analyse(graph), once)
    bench('of which similarity', () => void paperSimilarity(paperFeatures(graph)), once)
    bench('of which communities', () => void findCommunities(similarity), once)
  })
}
