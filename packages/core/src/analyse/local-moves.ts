import type { Partition, WeightedRows } from './louvain.ts'

/** Rows of which nodes may be groups: what they hold inside, counted from both ends, is in `loops`. */
export interface GroupRows extends WeightedRows {
  readonly loops: Float64Array
}

/** The strengths of nodes (weighted degrees, loops counted from both ends) and their sum. */
interface Strengths {
  readonly of: Float64Array
  readonly total: number
}

/** Gains below this share of the total strength are none, so that no last bit moves a node to and fro. */
const LEAST_GAIN = 1e-12
const MOST_ROUNDS = 50

/** Rows without loops, as {@link GroupRows}. */
export function withoutLoops(rows: WeightedRows): GroupRows {
  return { ...rows, loops: new Float64Array(rows.offsets.length - 1) }
}

/**
 * Moves single nodes, in an order, to the neighbouring group where modularity at resolution 1 gains most, until none
 * gains (the local phase of Louvain, from any start). So the result is never worse than the start. The groups are
 * numbered by first appearance. Rounds × edges, few rounds; 50 at most.
 *
 * @param start groups of all nodes, each below the number of nodes. @param order all nodes, each once.
 */
export function moveNodes(rows: GroupRows, start: Partition, order: readonly number[]): Partition {
  const { offsets, targets, weights } = rows
  const strengths = strengthsOf(rows)
  const least = LEAST_GAIN * strengths.total
  const partition = Int32Array.from(start)
  const sums = new Float64Array(partition.length)
  partition.forEach((group, i) => {
    sums[group] = (sums[group] ?? 0) + (strengths.of[i] ?? 0)
  })
  const ties = new Float64Array(partition.length)
  // The groups next to a node: one array for all nodes, as this is where the time goes.
  const near = new Int32Array(partition.length)
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false
    for (const i of order) {
      const own = partition[i] ?? 0
      const expected = (strengths.of[i] ?? 0) / strengths.total
      let groups = 0
      for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
        const group = partition[targets[k] ?? 0] ?? 0
        if (ties[group] === 0) near[groups++] = group
        ties[group] = (ties[group] ?? 0) + (weights[k] ?? 0)
      }
      sums[own] = (sums[own] ?? 0) - (strengths.of[i] ?? 0)
      let best = own
      let most = (ties[own] ?? 0) - expected * (sums[own] ?? 0) + least
      for (let k = 0; k < groups; k++) {
        const group = near[k] ?? 0
        const gain = (ties[group] ?? 0) - expected * (sums[group] ?? 0)
        if (gain > most) {
          best = group
          most = gain
        }
        ties[group] = 0
      }
      sums[best] = (sums[best] ?? 0) + (strengths.of[i] ?? 0)
      if (best === own) continue
      partition[i] = best
      moved = true
    }
  }
  return renumber(partition)
}

/** The graph whose nodes are the groups of a partition, numbered 0, 1, …. Linear but for sorting. */
export function contract(rows: GroupRows, partition: Partition): GroupRows {
  const { starts, members } = membersOf(partition)
  const groups = starts.length - 1
  const loops = new Float64Array(groups)
  const offsets = new Int32Array(groups + 1)
  const targets = new Int32Array(rows.targets.length)
  const weights = new Float64Array(rows.targets.length)
  const ties = new Float64Array(groups)
  let ends = 0
  for (let group = 0; group < groups; group++) {
    let inside = 0
    for (let place = starts[group] ?? 0; place < (starts[group + 1] ?? 0); place++) {
      const i = members[place] ?? 0
      inside += rows.loops[i] ?? 0
      for (let k = rows.offsets[i] ?? 0; k < (rows.offsets[i + 1] ?? 0); k++) {
        const other = partition[rows.targets[k] ?? 0] ?? 0
        const weight = rows.weights[k] ?? 0
        if (other === group) inside += weight
        else {
          if (ties[other] === 0) targets[ends++] = other
          ties[other] = (ties[other] ?? 0) + weight
        }
      }
    }
    loops[group] = inside
    offsets[group + 1] = ends
    const row = targets.subarray(offsets[group], ends).sort()
    row.forEach((other, k) => {
      weights[(offsets[group] ?? 0) + k] = ties[other] ?? 0
      ties[other] = 0
    })
  }
  return { offsets, targets: targets.slice(0, ends), weights: weights.slice(0, ends), loops }
}

/** The nodes of each group, ascending: group `g` has `members[k]` for `k` in `starts[g]` … `starts[g + 1] − 1`. */
function membersOf(partition: Partition): { readonly starts: Int32Array; readonly members: Int32Array } {
  const groups = partition.reduce((most, group) => Math.max(most, group + 1), 0)
  const starts = new Int32Array(groups + 1)
  for (const group of partition) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let group = 0; group < groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const filled = starts.slice()
  const members = new Int32Array(partition.length)
  partition.forEach((group, i) => {
    const place = filled[group] ?? 0
    members[place] = i
    filled[group] = place + 1
  })
  return { starts, members }
}

/** Modularity (Newman & Girvan) of a partition at resolution 1, rounded to nine decimals; 0 without edges. Linear. */
export function modularityOf(rows: GroupRows, partition: Partition): number {
  const strengths = strengthsOf(rows)
  if (strengths.total === 0) return 0
  const sums = new Float64Array(partition.length)
  let inside = 0
  for (let i = 0; i < partition.length; i++) {
    const group = partition[i] ?? 0
    sums[group] = (sums[group] ?? 0) + (strengths.of[i] ?? 0)
    inside += rows.loops[i] ?? 0
    for (let k = rows.offsets[i] ?? 0; k < (rows.offsets[i + 1] ?? 0); k++) {
      if (partition[rows.targets[k] ?? 0] === group) inside += rows.weights[k] ?? 0
    }
  }
  const expected = sums.reduce((sum, strength) => sum + (strength / strengths.total) ** 2, 0)
  return Math.round((inside / strengths.total - expected) * 1e9) / 1e9
}

/** Groups numbered in order of first appearance, so that equal partitions are equal arrays. */
export function renumber(partition: Int32Array): Partition {
  const names = new Map<number, number>()
  return partition.map((group) => {
    const name = names.get(group) ?? names.size
    names.set(group, name)
    return name
  })
}

function strengthsOf({ offsets, weights, loops }: GroupRows): Strengths {
  const of = Float64Array.from(loops, (loop, i) => {
    let sum = loop
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) sum += weights[k] ?? 0
    return sum
  })
  return { of, total: of.reduce((sum, strength) => sum + strength, 0) }
}
