import { type Community, type FieldGraph, type FieldMap, MAP_FORMAT, MAP_VERSION } from '@fieldmap/graph'
import { findCommunities } from './communities.ts'
import { nameCommunities } from './community-names.ts'
import { groupPapers, mapGroupings } from './groupings.ts'
import { layoutGroupings } from './layout.ts'
import { paperFeatures } from './paper-features.ts'
import { type PaperSimilarity, paperSimilarity } from './similarity.ts'

/**
 * The map of a graph: communities with names and stability, and for each grouping regions and the place of every node.
 * A function of the graph's content alone: neither the order of its nodes nor clock, locale or engine show.
 *
 * Empty groupings for an empty graph. Cost: near-linear in papers and edges; what is not (Louvain runs, rounds of
 * separation) has a work budget by counts: see the functions called here.
 */
export function analyse(graph: FieldGraph): FieldMap {
  const features = paperFeatures(graph)
  const similarity = paperSimilarity(features)
  const communities = communitiesOf(graph, similarity)
  const regions = groupPapers(graph, communities)
  const layouts = layoutGroupings(graph, features, similarity, regions)
  return {
    format: MAP_FORMAT,
    version: MAP_VERSION,
    communities,
    groupings: mapGroupings((name) => ({ regions: [...regions[name]], positions: layouts[name].positions })),
  }
}

function communitiesOf(graph: FieldGraph, similarity: PaperSimilarity): Community[] {
  const found = findCommunities(similarity).communities
  const groups = found.map(({ members }) => members.flatMap((i) => similarity.papers[i] ?? []))
  const names = nameCommunities(graph, groups)
  return found.map(({ stability }, index) => {
    const members = groups[index] ?? []
    const { label, terms, proof } = names[index] ?? { label: `Group ${index + 1}`, terms: [], proof: [] }
    return {
      id: `c${index + 1}`,
      label,
      terms: [...terms],
      proof: proof.map(({ display, kind, key, count, of }) => {
        return { label: display, kind, count, of, ...(key === undefined ? {} : { key }) }
      }),
      size: members.length,
      stability,
      members,
    }
  })
}
