import type { WeightedRows } from './louvain.ts'
import type { PaperSimilarity } from './similarity.ts'

/** The groups of one run, by paper; −1 for papers that the run left out. */
export type SampledRun = Int32Array

/** Pairs that stand together in fewer runs than this share are no company. */
const CHANCE = 0.2
/** Up to this many papers all pairs are compared, beyond it only those that share something. */
const ALL_PAIRS = 1500

/**
 * Joins papers as often as they stand together: weight = runs in which both are in one group over runs that have both,
 * 0.2..1, else no edge (Lancichinetti & Fortunato 2012, with their threshold; over the edges of the network only, in
 * large ones, as Tandon et al. 2019, "Fast consensus clustering in complex networks"). Cost: runs × pairs.
 */
export function consensusGraph(
  { papers, offsets, targets }: PaperSimilarity,
  runs: readonly SampledRun[],
): WeightedRows {
  const everyone = papers.map((_, i) => i)
  const table = groupsByPaper(papers.length, runs)
  const joinedOffsets = new Int32Array(papers.length + 1)
  const joinedTargets: number[] = []
  const joinedWeights: number[] = []
  for (const i of everyone) {
    const others = papers.length <= ALL_PAIRS ? everyone : targets.subarray(offsets[i] ?? 0, offsets[i + 1] ?? 0)
    for (const j of others) {
      const weight = i === j ? 0 : agreement(table, runs.length, i, j)
      if (weight < CHANCE) continue
      joinedTargets.push(j)
      joinedWeights.push(weight)
    }
    joinedOffsets[i + 1] = joinedTargets.length
  }
  return {
    offsets: joinedOffsets,
    targets: Int32Array.from(joinedTargets),
    weights: Float64Array.from(joinedWeights),
  }
}

/** The runs with all groups of a paper side by side: most of the time goes into reading them. */
function groupsByPaper(papers: number, runs: readonly SampledRun[]): Int32Array {
  const table = new Int32Array(papers * runs.length)
  runs.forEach((run, r) => {
    for (let i = 0; i < papers; i++) table[i * runs.length + r] = run[i] ?? -1
  })
  return table
}

function agreement(table: Int32Array, runs: number, i: number, j: number): number {
  let both = 0
  let together = 0
  for (let r = 0; r < runs; r++) {
    const a = table[i * runs + r] ?? -1
    const b = table[j * runs + r] ?? -1
    if (a < 0 || b < 0) continue
    both++
    if (a === b) together++
  }
  return both === 0 ? 0 : together / both
}
