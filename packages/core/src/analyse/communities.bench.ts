import { bench, describe } from 'vitest'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { bestPartition, findCommunities } from './communities.ts'
import { modularity } from './louvain.ts'
import { paperFeatures } from './paper-features.ts'
import { createRng } from './rng.ts'
import { sampleField, samplePapers, shuffle } from './sample-fields.ts'
import { type PaperSimilarity, paperSimilarity } from './similarity.ts'

type Division = ReadonlyMap<string, number>

function best(similarity: PaperSimilarity): Division {
  const partition = bestPartition(similarity, 24)
  return new Map(similarity.papers.map((key, i) => [key, partition[i] ?? -1]))
}

function consensus(similarity: PaperSimilarity): Division {
  const { communities } = findCommunities(similarity)
  return new Map(communities.flatMap(({ members }, c) => members.map((i) => [similarity.papers[i] ?? '', c] as const)))
}

/** Mean agreement of the communities of 175 papers with those of 180. */
function steadiness(divide: (similarity: PaperSimilarity) => Division): string {
  const trials = Array.from({ length: 12 }, (_, trial) => {
    const papers = shuffle(samplePapers(180, 1 + (trial % 3)), createRng(trial))
    const [before, after] = [papers.slice(5), papers].map((some) => divide(similarityOf(some)))
    return adjustedRandIndex([...(before ?? [])].flatMap(([key, c]) => [[c, after?.get(key) ?? -1] as const]))
  })
  return (trials.reduce((sum, ari) => sum + ari, 0) / trials.length).toFixed(3)
}

function similarityOf(papers: Parameters<typeof sampleField>[0]): PaperSimilarity {
  return paperSimilarity(paperFeatures(sampleField(papers)))
}

const similarity = similarityOf(samplePapers(175))
const qualityOfBest = modularity(similarity, bestPartition(similarity, 24)).toFixed(4)
const qualityOfConsensus = findCommunities(similarity).modularity.toFixed(4)

describe('175 papers', () => {
  bench(`best of 24 runs: modularity ${qualityOfBest}, agreement after five papers more ${steadiness(best)}`, () => {
    best(similarity)
  })
  bench(
    `consensus: modularity ${qualityOfConsensus}, agreement after five papers more ${steadiness(consensus)}`,
    () => {
      consensus(similarity)
    },
  )
})
