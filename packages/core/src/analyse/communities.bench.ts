import { fileURLToPath } from 'node:url'
import { bench, describe } from 'vitest'
import { build } from '../build.ts'
import { readSources } from '../read/index.ts'
import { adjustedRandIndex } from './adjusted-rand-index.ts'
import { findCommunities } from './communities.ts'
import { groupPapers } from './groupings.ts'
import { normalizedMutualInformation } from './normalized-mutual-information.ts'
import { CHANNELS, type Channel, paperFeatures } from './paper-features.ts'
import { paperSimilarity } from './similarity.ts'

const ONCE = { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 }

// What the communities of the seeds are worth. Sections are where the lists put a paper (the first grouping).
const { graph } = build(await readSources([fileURLToPath(new URL('../../../../seeds', import.meta.url))], {}), () => 0)
const sectionOf = new Map(groupPapers(graph, []).task.flatMap(({ id, members }) => members.map((key) => [key, id])))

function quality(channels: readonly Channel[]): string {
  const similarity = paperSimilarity(paperFeatures(graph, channels))
  const { communities, modularity, partitions } = findCommunities(similarity)
  const agreements = partitions.flatMap((one, a) =>
    partitions.slice(0, a).map((other) => adjustedRandIndex(Array.from(one, (group, i) => [group, other[i] ?? -1]))),
  )
  const sections = communities.flatMap(({ members }, community) =>
    members.flatMap((i): (readonly [number, string])[] => {
      const section = sectionOf.get(similarity.papers[i] ?? '')
      return section === undefined ? [] : [[community, section]]
    }),
  )
  const mean = agreements.reduce((sum, value) => sum + value, 0) / agreements.length
  return [
    `modularity ${modularity.toFixed(3)}`,
    `${communities.length} communities`,
    `agreement of ${partitions.length} runs ${mean.toFixed(2)} (mean adjusted Rand index of pairs)`,
    `with the lists' sections ${adjustedRandIndex(sections).toFixed(2)} (adjusted Rand index)`,
    `${normalizedMutualInformation(sections).toFixed(2)} (normalised mutual information) over ${sections.length} papers`,
  ].join(', ')
}

for (const [name, channels] of [
  ['with the section edges (so agreement with sections is circular)', CHANNELS],
  ['without the section edges', CHANNELS.filter((channel) => channel !== 'task')],
] as const) {
  const similarity = paperSimilarity(paperFeatures(graph, channels))
  describe(`communities of the seeds ${name}: ${quality(channels)}`, () => {
    bench('find communities', () => void findCommunities(similarity), ONCE)
  })
}
