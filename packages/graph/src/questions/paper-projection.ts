import type { NodeName } from './answer.ts'
import { choiceMask, type EvidenceChoice } from './field-index/evidence-mark.ts'
import type { Channel, FieldIndex } from './field-index/field-index.ts'
import { firstSorted } from './field-index/first-sorted.ts'
import { eachItem } from './field-index/rows.ts'

export interface ProjectionOptions extends EvidenceChoice {
  /** Which shared things count, with the weight of each kind, > 0. By default tasks, datasets, authors, repositories 1, title terms 0.5. */
  readonly weights?: Readonly<Partial<Record<Channel, number>>>
  /** Things of more papers are hubs and are skipped, integer ≥ 2; 1,000 by default. */
  readonly hubCutOff?: number
}

/** A paper that shares something with another. */
export interface ProjectionNeighbor {
  /** Key of the paper. */
  readonly key: string
  /** Rarity of what both have, > 0: the sum of `weight(kind) · ln(1 + papers / papers that have it)`. */
  readonly weight: number
  /** `weight` over the geometric mean of the rarity of all that each has, in 0..1 (Salton's cosine of the weighted sets). */
  readonly cosine: number
  /** Ids of the shared things, rarest first: keys, of repositories with `#` and sub-folder, `term:<words>`. */
  readonly shared: readonly string[]
}

/** The graph among papers that shared things make, one row at a time. */
export interface PaperProjection {
  /** Papers that share something with one, by cosine, then weight, then key. None for an unknown key. */
  readonly of: (paper: string, limit?: number) => readonly ProjectionNeighbor[]
  /** Hubs that were skipped, most papers first. */
  readonly skipped: readonly (Pick<NodeName, 'key'> & { readonly channel: Channel; readonly papers: number })[]
}

const WEIGHTS: Readonly<Partial<Record<Channel, number>>> = { task: 1, dataset: 1, author: 1, repository: 1, term: 0.5 }
/** At 1,000 papers a thing alone makes half a million pairs, of `ln(1 + N / 1000)` each: much work that says little. */
const HUB_CUT_OFF = 1000

/** A thing that is no hub, in the pruned inverted index. */
interface Feature {
  readonly id: string
  readonly channel: Channel
  readonly thing: number
  readonly weight: number
}

/**
 * The projection of papers and what they have onto papers: two are neighbours if they share a task, a dataset, an author,
 * a repository with the same sub-folder (two papers in different folders of one repository are not alike), or a term of
 * one or two words of their titles. Weights are inverse document frequencies (Spärck Jones 1972) over all papers.
 *
 * Things that only one paper has are left out, and so are hubs: what more than `hubCutOff` papers have, reported as
 * `skipped`. So a row costs at most (things of the paper) × `hubCutOff`, and no table of all pairs ever stands. Making
 * the projection is linear in the pairs paper–thing.
 */
export function paperProjection(index: FieldIndex, options: ProjectionOptions = {}): PaperProjection {
  const { weights = WEIGHTS, hubCutOff = HUB_CUT_OFF } = options
  const mask = choiceMask(options)
  const features: Feature[] = []
  const skipped: PaperProjection['skipped'][number][] = []
  const featuresOf = index.papers.map((): number[] => [])
  const norms = new Float64Array(index.papers.length)
  const counts = (channel: Channel, mark: number): boolean => channel !== 'dataset' || (mark & mask) !== 0
  for (const channel of channelsOf(weights)) {
    const { keys, papers } = index.incidence(channel)
    keys.forEach((id, thing) => {
      let users = 0
      eachItem(papers, thing, (_, mark) => {
        if (counts(channel, mark)) users++
      })
      if (users < 2) return
      if (users > hubCutOff) {
        skipped.push({ key: id, channel, papers: users })
        return
      }
      const weight = (weights[channel] ?? 0) * Math.log(1 + index.papers.length / users)
      eachItem(papers, thing, (paper, mark) => {
        if (!counts(channel, mark)) return
        featuresOf[paper]?.push(features.length)
        norms[paper] = (norms[paper] ?? 0) + weight
      })
      features.push({ id, channel, thing, weight })
    })
  }
  skipped.sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1))
  return { of: (paper, limit) => neighborsOf(paper, limit), skipped }

  function neighborsOf(key: string, limit = Number.POSITIVE_INFINITY): readonly ProjectionNeighbor[] {
    const paper = index.paperIndex.get(key)
    if (paper === undefined) return []
    const own = (featuresOf[paper] ?? []).flatMap((feature) => features[feature] ?? [])
    const sums = new Map<number, number>()
    for (const { channel, thing, weight } of own) {
      eachItem(index.incidence(channel).papers, thing, (other, mark) => {
        if (other !== paper && counts(channel, mark)) sums.set(other, (sums.get(other) ?? 0) + weight)
      })
    }
    const rows = Array.from(sums, ([other, weight]) => {
      return { other, weight, cosine: weight / Math.sqrt((norms[paper] ?? 0) * (norms[other] ?? 0)) }
    })
    const best = firstSorted(rows, (a, b) => b.cosine - a.cosine || b.weight - a.weight || a.other - b.other, limit)
    return best.map(({ other, weight, cosine }) => {
      const theirs = new Set(featuresOf[other])
      const shared = (featuresOf[paper] ?? []).filter((feature) => theirs.has(feature)).map((f) => features[f])
      shared.sort((a, b) => (b?.weight ?? 0) - (a?.weight ?? 0))
      return { key: index.papers[other] ?? '', weight, cosine, shared: shared.flatMap((f) => f?.id ?? []) }
    })
  }
}

function channelsOf(weights: Readonly<Partial<Record<Channel, number>>>): readonly Channel[] {
  const all: readonly Channel[] = ['task', 'dataset', 'author', 'repository', 'venue', 'term']
  return all.filter((channel) => (weights[channel] ?? 0) > 0)
}
