import { contract, type GroupRows, modularityOf, moveNodes, renumber, withoutLoops } from './local-moves.ts'
import type { LouvainRun, Partition, WeightedRows } from './louvain.ts'
import { hashOrder } from './rng.ts'

/** Runs that are kept from one generation to the next. */
const KEPT = 16
const GENERATIONS = 2
/** Pairs that are joined in a generation, as a share of the runs. */
const PAIRS = 0.75

/**
 * The best partition that can be made of some Louvain runs. Each run is improved node by node; then, twice, the best
 * are taken in pairs: papers that both keep together are one node of a smaller graph, which is divided anew, and the
 * result improved node by node (core groups: Ovelgönne & Geyer-Schulz 2012, "An ensemble learning strategy for graph
 * clustering"). What two good partitions agree on is kept, and only the rest is searched, so that this ends at or near
 * the one best partition, where the best of single runs is one of many that are nearly as good: which of these it is
 * changes with any paper. Never worse than the best run. Cost: (runs × 2.5) × edges.
 *
 * @param keys of the nodes. @throws {TypeError} for no runs.
 */
export function bestOfRuns(rows: WeightedRows, keys: readonly string[], runs: readonly LouvainRun[]): LouvainRun {
  const graph = withoutLoops(rows)
  const rate = (partition: Partition): LouvainRun => ({ partition, modularity: modularityOf(graph, partition) })
  let kept = fittest(runs.map(({ partition }, run) => rate(moveNodes(graph, partition, hashOrder(keys, run)))))
  for (let generation = 0; generation < GENERATIONS; generation++) {
    const joined = pairsOf(kept, PAIRS * runs.length).map(([a, b], pair) => rate(join(graph, keys, a, b, pair)))
    kept = fittest([...kept, ...joined])
  }
  return kept.reduce((best) => best)
}

function join(graph: GroupRows, keys: readonly string[], a: Partition, b: Partition, pair: number): Partition {
  const cores = overlapsOf(a, b)
  const small = contract(graph, cores)
  const names: string[] = []
  cores.forEach((core, i) => {
    names[core] ??= keys[i] ?? ''
  })
  const divided = moveNodes(
    small,
    Int32Array.from(names, (_, core) => core),
    hashOrder(names, pair),
  )
  return moveNodes(graph, renumber(cores.map((core) => divided[core] ?? 0)), hashOrder(keys, pair))
}

/** The groups of papers that two partitions both keep together. */
function overlapsOf(a: Partition, b: Partition): Partition {
  const names = new Map<number, number>()
  return a.map((group, i) => {
    const pair = group * a.length + (b[i] ?? 0)
    const name = names.get(pair) ?? names.size
    names.set(pair, name)
    return name
  })
}

/** The best partitions, each once, best first; of equal modularity the smaller in order of papers. */
function fittest(runs: readonly LouvainRun[]): readonly LouvainRun[] {
  const sorted = runs.toSorted((a, b) => b.modularity - a.modularity || compare(a.partition, b.partition))
  return sorted.filter(({ partition }, i) => compare(partition, sorted[i - 1]?.partition) !== 0).slice(0, KEPT)
}

function compare(a: Partition, b: Partition | undefined): number {
  if (b === undefined) return -1
  const differs = a.findIndex((group, i) => group !== b[i])
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0)
}

/** Pairs of the best first: (0, 1), (0, 2), (0, 3), (1, 2), … by the sum of their ranks. */
function pairsOf(runs: readonly LouvainRun[], most: number): readonly (readonly [Partition, Partition])[] {
  const pairs = runs.flatMap((a, i) =>
    runs.slice(0, i).map((b, j) => ({ ranks: i + j, pair: [b.partition, a.partition] as const })),
  )
  return pairs
    .sort((a, b) => a.ranks - b.ranks)
    .slice(0, Math.floor(most))
    .map(({ pair }) => pair)
}
