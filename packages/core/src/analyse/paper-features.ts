import { byCodeUnits, type FieldGraph, titleTerms } from '@fieldmap/graph'

/** What two papers can share. Venues and years are no channels: they say when and where, not what about. */
export const CHANNELS = ['task', 'dataset', 'author', 'repository', 'term'] as const
export type Channel = (typeof CHANNELS)[number]

/** One thing that at least two papers share. */
export interface Feature {
  /** Key of the node; of a repository with the sub-folder, `…#path`; of a title term `term:<words>`. */
  readonly id: string
  readonly channel: Channel
  /** Indices into {@link PaperFeatures.papers}, ascending, at least two. */
  readonly papers: readonly number[]
}

/** Papers and what they share: a bipartite graph, sorted. */
export interface PaperFeatures {
  /** Keys of all papers, by code units. */
  readonly papers: readonly string[]
  /** By id, by code units. */
  readonly features: readonly Feature[]
}

/** A title term is dropped where more than this share of the papers has it: it names the field, not a part of it. */
const FIELD_WIDE = 0.15
/** A field this small shares everything; no term is field-wide in fewer papers. */
const FIELD_WIDE_MINIMUM = 5

/**
 * What papers share: tasks, datasets, authors, repositories (only with the same sub-folder: some repositories hold many
 * papers) and rare title terms of one or two words. Empty for a graph without papers. Linear in papers and edges, but
 * for sorting.
 *
 * @param channels those to use; all by default. Leave out `task` to compare found groups with the lists' sections.
 */
export function paperFeatures(graph: FieldGraph, channels: readonly Channel[] = CHANNELS): PaperFeatures {
  const papers = graph.filterNodes((_, { kind }) => kind === 'paper').sort(byCodeUnits)
  const wanted = new Set(channels)
  const sharers = new Map<string, { channel: Channel; papers: number[] }>()
  papers.forEach((key, index) => {
    const ids = featureIds(graph, key)
    for (const [id, channel] of ids) {
      if (!wanted.has(channel)) continue
      const feature = sharers.get(id)
      if (feature === undefined) sharers.set(id, { channel, papers: [index] })
      else feature.papers.push(index)
    }
  })
  const mostTerms = Math.max(FIELD_WIDE_MINIMUM, papers.length * FIELD_WIDE)
  const features = Array.from(sharers, ([id, feature]) => ({ id, ...feature })).filter(
    (feature) => feature.papers.length > 1 && (feature.channel !== 'term' || feature.papers.length <= mostTerms),
  )
  return { papers, features: features.sort((a, b) => byCodeUnits(a.id, b.id)) }
}

function featureIds(graph: FieldGraph, paper: string): ReadonlyMap<string, Channel> {
  const ids = new Map<string, Channel>()
  graph.forEachOutEdge(paper, (_, edge, __, target) => {
    switch (edge.kind) {
      case 'addresses':
        ids.set(target, 'task')
        break
      case 'introduces':
      case 'uses':
        // What a network was pretrained on (faces, objects) says how it was made, not what it is about.
        if (!edge.evidence.every(({ role }) => role === 'pretrain')) ids.set(target, 'dataset')
        break
      case 'written_by':
        ids.set(target, 'author')
        break
      case 'implemented_in':
        ids.set(`${target}#${edge.path ?? ''}`, 'repository')
        break
      default:
        // Venues, institutions and the like are no likeness of papers.
        break
    }
  })
  for (const { term } of titleTerms(graph.getNodeAttribute(paper, 'label'), 2)) ids.set(`term:${term}`, 'term')
  return ids
}
