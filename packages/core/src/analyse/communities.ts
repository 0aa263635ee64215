import { createLouvain, type LouvainRun, type Partition, type WeightedRows } from './louvain.ts'
import { createRng, hash32 } from './rng.ts'
import type { PaperSimilarity } from './similarity.ts'

/** A group of papers that keep company with each other more than chance would have it. */
export interface FoundCommunity {
  /** Indices of papers, ascending, at least three. */
  readonly members: readonly number[]
  /** 0..1: in how many of the runs two of its papers stand together, mean over its pairs. */
  readonly stability: number
}

export interface CommunityResult {
  /** Largest first, then by smallest member. */
  readonly communities: readonly FoundCommunity[]
  /** Of the chosen partition, −0.5..1; 0 without edges. */
  readonly modularity: number
  /** Number of seeded runs. */
  readonly runs: number
}

/** A community is a claim about company; one paper or a pair makes none. */
const SMALLEST = 3
const RUNS = 32
const FEWEST_RUNS = 6
/** Ends of edges that all runs together may visit: 32 runs up to about 2,500 papers, 6 from about 15,000 on. */
const EDGE_BUDGET = 10_000_000

/**
 * Communities by Louvain at resolution 1: the partition of best modularity of 32 seeded runs (of equal ones, to nine
 * decimals, the smaller in order of papers). A function of the similarity alone, whose rows are sorted by key.
 *
 * Groups of fewer than 3 papers, and papers that share nothing, are in no community: they are shown as not placed.
 * None without edges. Large graphs get fewer runs, by a budget of edges; linear in edges times runs.
 */
export function findCommunities(similarity: PaperSimilarity): CommunityResult {
  const ends = similarity.targets.length
  if (ends === 0) return { communities: [], modularity: 0, runs: 0 }
  const runs = louvainRuns(similarity, Math.max(FEWEST_RUNS, Math.min(RUNS, Math.floor(EDGE_BUDGET / ends))))
  const best = bestRun(runs)
  const partitions = runs.map(({ partition }) => partition)
  const communities = groupsOf(best.partition)
    .filter((members) => members.length >= SMALLEST)
    .map((members) => ({ members, stability: stabilityOf(members, partitions) }))
  communities.sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))
  return { communities, modularity: best.modularity, runs: runs.length }
}

/** Some Louvain runs, each seeded by its number. */
export function louvainRuns(rows: WeightedRows, count: number): readonly LouvainRun[] {
  const louvain = createLouvain(rows)
  return Array.from({ length: count }, (_, run) => louvain(createRng(hash32(`louvain ${run}`))))
}

/** The run of best modularity. @throws {TypeError} for no runs. */
export function bestRun(runs: readonly LouvainRun[]): LouvainRun {
  return runs.reduce((best, run) => (isBetter(run, best) ? run : best))
}

function isBetter(a: LouvainRun, b: LouvainRun): boolean {
  if (a.modularity !== b.modularity) return a.modularity > b.modularity
  const differs = a.partition.findIndex((group, i) => group !== b.partition[i])
  return differs >= 0 && (a.partition[differs] ?? 0) < (b.partition[differs] ?? 0)
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

/** Pairs are counted by group, not one by one: linear in members and runs. Rounded to 0.001. */
function stabilityOf(members: readonly number[], partitions: readonly Partition[]): number {
  let together = 0
  for (const partition of partitions) {
    const counts = new Map<number, number>()
    for (const i of members) counts.set(partition[i] ?? -1, (counts.get(partition[i] ?? -1) ?? 0) + 1)
    for (const count of counts.values()) together += (count * (count - 1)) / 2
  }
  const pairs = (members.length * (members.length - 1)) / 2
  return Math.round((together / (pairs * partitions.length)) * 1000) / 1000
}
