import { type LouvainRun, louvain, type Partition, type WeightedRows } from './louvain.ts'
import { bestOfRuns } from './recombine.ts'
import { hashOrder } from './rng.ts'
import type { PaperSimilarity } from './similarity.ts'

/** A group of papers that keep company with each other more than chance would have it. */
export interface FoundCommunity {
  /** Indices of papers, ascending, at least three. */
  readonly members: readonly number[]
  /** 0..1: how like it the group most like it is, mean over the runs; 1 where every run finds it as it is. */
  readonly stability: number
}

export interface CommunityResult {
  /** Largest first, then by smallest member. */
  readonly communities: readonly FoundCommunity[]
  /** Of the chosen partition, −0.5..1; 0 without edges. */
  readonly modularity: number
  /** Of each of the Louvain runs. */
  readonly partitions: readonly Partition[]
}

/** A community is a claim about company; one paper or a pair makes none. */
const SMALLEST = 3
const RUNS = 32
const FEWEST_RUNS = 6
/** Ends of edges that all runs together may visit, a second or two: 32 runs up to about 2,700 papers, 6 from about 14,000 on. */
const EDGE_BUDGET = 6_000_000

/**
 * Communities by Louvain at resolution 1: the best partition made of 32 seeded runs, see {@link bestOfRuns}. A function
 * of the similarity alone, whose rows are sorted by key.
 *
 * Groups of fewer than 3 papers, and papers that share nothing, are in no community: they are shown as not placed.
 * None without edges. Large graphs get fewer runs, by a budget of edges; linear in edges times runs.
 */
export function findCommunities(similarity: PaperSimilarity): CommunityResult {
  const ends = similarity.targets.length
  if (ends === 0) return { communities: [], modularity: 0, partitions: [] }
  const runs = louvainRuns(
    similarity,
    similarity.papers,
    Math.max(FEWEST_RUNS, Math.min(RUNS, Math.floor(EDGE_BUDGET / ends))),
  )
  const best = bestOfRuns(similarity, similarity.papers, runs)
  const partitions = runs.map(({ partition }) => partition)
  const counted = partitions.map(sized)
  const communities = groupsOf(best.partition)
    .filter((members) => members.length >= SMALLEST)
    .map((members) => ({ members, stability: stabilityOf(members, counted) }))
  communities.sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))
  return { communities, modularity: best.modularity, partitions }
}

/**
 * Some Louvain runs, each with an order of its own: by the hash of its number and the nodes' keys. So a paper more or
 * less leaves the order of all others as it is.
 */
export function louvainRuns(rows: WeightedRows, keys: readonly string[], count: number): readonly LouvainRun[] {
  return Array.from({ length: count }, (_, run) => louvain(rows, hashOrder(keys, run)))
}

function groupsOf(partition: Partition): readonly (readonly number[])[] {
  const groups: number[][] = []
  partition.forEach((group, i) => {
    const members = groups[group]
    if (members === undefined) groups[group] = [i]
    else members.push(i)
  })
  return groups
}

/**
 * How well a community is found again (Hennig 2007, "Cluster-wise assessment of cluster stability"): of each run the
 * group most like it, by Jaccard's index, and the mean of these. Linear in members and runs. Rounded to 0.001.
 */
function stabilityOf(members: readonly number[], partitions: readonly Sized[]): number {
  let total = 0
  for (const { partition, sizes } of partitions) {
    const shared = new Map<number, number>()
    for (const i of members) shared.set(partition[i] ?? -1, (shared.get(partition[i] ?? -1) ?? 0) + 1)
    let most = 0
    for (const [group, both] of shared) most = Math.max(most, both / (members.length + (sizes[group] ?? 0) - both))
    total += most
  }
  return Math.round((total / partitions.length) * 1000) / 1000
}

interface Sized {
  readonly partition: Partition
  /** Nodes of each group. */
  readonly sizes: Int32Array
}

function sized(partition: Partition): Sized {
  const sizes = new Int32Array(partition.length)
  for (const group of partition) sizes[group] = (sizes[group] ?? 0) + 1
  return { partition, sizes }
}
