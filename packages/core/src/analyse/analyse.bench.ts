import { bench, describe } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { analyse } from './analyse.ts'
import { findCommunities } from './communities.ts'
import { paperFeatures } from './paper-features.ts'
import { sampleField, samplePapers } from './sample-fields.test-helper.ts'
import { type PaperSimilarity, paperSimilarity } from './similarity.ts'

function similarityOf(papers: Parameters<typeof sampleField>[0]): PaperSimilarity {
  return paperSimilarity(paperFeatures(sampleField(papers)))
}

function divisionOf(similarity: PaperSimilarity): ReadonlyMap<string, number> {
  const { communities } = findCommunities(similarity)
  return new Map(communities.flatMap(({ members }, c) => members.map((i) => [similarity.papers[i] ?? '', c] as const)))
}

/** What the communities of a field are worth: modularity, agreement of runs, and with those of five papers fewer. */
function quality(count: number): string {
  const papers = samplePapers(count)
  const similarity = similarityOf(papers)
  const { modularity, communities, partitions } = findCommunities(similarity)
  const mean = communities.reduce((sum, { stability }) => sum + stability, 0) / communities.length
  const after = divisionOf(similarity)
  const before = divisionOf(similarityOf(papers.slice(5)))
  const ari = adjustedRandIndex(Array.from(before, ([key, c]) => [c, after.get(key) ?? -1] as const))
  return [
    `modularity ${modularity.toFixed(3)}`,
    `${communities.length} communities`,
    `stability ${mean.toFixed(2)} of ${partitions.length} runs`,
    `adjusted Rand index with five papers fewer ${ari.toFixed(2)}`,
  ].join(', ')
}

// The smallest is the size of the seeds; the largest takes seconds, so it runs once.
for (const papers of [175, 1750, 17_500]) {
  const graph = sampleField(samplePapers(papers))
  const similarity = paperSimilarity(paperFeatures(graph))
  const once =
    papers > 1750 ? { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 } : { iterations: 10, time: 0 }
  describe(`${papers} papers: ${quality(papers)}`, () => {
    bench('analyse', () => void analyse(graph), once)
    bench('of which similarity', () => void paperSimilarity(paperFeatures(graph)), once)
    bench('of which communities', () => void findCommunities(similarity), once)
  })
}
