import type { Rng } from './rng.ts'

/**
 * A weighted, undirected graph in rows: the neighbours of node `i` are `targets[k]` with `weights[k]` > 0 for `k` in
 * `offsets[i]` … `offsets[i + 1] − 1`. Every edge stands in both rows; a loop stands once, with twice its weight.
 */
export interface WeightedRows {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

/** Of each node its group, numbered 0, 1, … in order of first appearance. */
export type Partition = Int32Array

/** A move must gain more than this share of the total weight: ties, and sums that differ in the last bit, move nothing. */
const GAIN = 1e-12

/**
 * Communities by modularity: Louvain (Blondel et al. 2008, "Fast unfolding of communities in large networks"), with
 * nodes visited in an order drawn from `rng` and a queue of those whose neighbours moved (Traag et al. 2019). It reads
 * rows of typed arrays, the form that the similarity has: `graphology-communities-louvain` finds the same quality
 * in the same time, but needs a graph object of a million edges for 100,000 papers. A function of rows and rng alone. Nodes
 * without edges stay alone. About linear in edges for each of a few levels.
 */
export function louvain(rows: WeightedRows, rng: Rng): Partition {
  let level = rows
  let partition = Int32Array.from({ length: rows.offsets.length - 1 }, (_, i) => i)
  for (;;) {
    const groups = moveNodes(level, rng)
    const count = groups.reduce((most, group) => Math.max(most, group + 1), 0)
    partition = partition.map((node) => groups[node] ?? 0)
    if (count === groups.length) return renumber(partition)
    level = aggregate(level, groups, count)
  }
}

/** Newman & Girvan's modularity of a partition at resolution 1, −0.5..1; 0 without edges. Linear in edges. */
export function modularity({ offsets, targets, weights }: WeightedRows, partition: Partition): number {
  const strength = new Map<number, number>()
  let inside = 0
  let total = 0
  partition.forEach((group, i) => {
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const weight = weights[k] ?? 0
      total += weight
      strength.set(group, (strength.get(group) ?? 0) + weight)
      if (partition[targets[k] ?? 0] === group) inside += weight
    }
  })
  if (total === 0) return 0
  let expected = 0
  for (const s of strength.values()) expected += (s / total) * (s / total)
  return inside / total - expected
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

/** One level: nodes move to the neighbouring group of greatest gain until none gains. */
function moveNodes({ offsets, targets, weights }: WeightedRows, rng: Rng): Partition {
  const n = offsets.length - 1
  const groups = Int32Array.from({ length: n }, (_, i) => i)
  const strength = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) strength[i] = (strength[i] ?? 0) + (weights[k] ?? 0)
  }
  const groupStrength = Float64Array.from(strength)
  const total = strength.reduce((sum, s) => sum + s, 0)
  const toGroup = new Float64Array(n)
  const queue = shuffled(n, rng)
  const waiting = new Uint8Array(n).fill(1)
  for (let head = 0, length = n; length > 0; head = (head + 1) % n, length--) {
    const i = queue[head] ?? 0
    waiting[i] = 0
    const own = groups[i] ?? 0
    const si = strength[i] ?? 0
    const seen = [own]
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const j = targets[k] ?? 0
      if (j === i) continue
      const group = groups[j] ?? 0
      if (toGroup[group] === 0 && group !== own) seen.push(group)
      toGroup[group] = (toGroup[group] ?? 0) + (weights[k] ?? 0)
    }
    groupStrength[own] = (groupStrength[own] ?? 0) - si
    let best = own
    let bestGain = Number.NEGATIVE_INFINITY
    for (const group of seen) {
      const gain = (toGroup[group] ?? 0) - (si * (groupStrength[group] ?? 0)) / total
      if (gain > bestGain + GAIN * total) [best, bestGain] = [group, gain]
      toGroup[group] = 0
    }
    groupStrength[best] = (groupStrength[best] ?? 0) + si
    if (best === own) continue
    groups[i] = best
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const j = targets[k] ?? 0
      if (waiting[j] === 1 || groups[j] === best) continue
      waiting[j] = 1
      queue[(head + length) % n] = j
      length++
    }
  }
  return renumber(groups)
}

/** 0 … n − 1 in random order (Fisher–Yates). */
function shuffled(n: number, rng: Rng): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1))
    const swapped = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = swapped
  }
  return order
}

/** Each group becomes a node, edges inside it a loop. */
function aggregate({ offsets, targets, weights }: WeightedRows, groups: Partition, count: number): WeightedRows {
  const members: number[][] = Array.from({ length: count }, () => [])
  groups.forEach((group, i) => {
    members[group]?.push(i)
  })
  const sums = new Float64Array(count)
  const nextOffsets = new Int32Array(count + 1)
  const nextTargets: number[] = []
  const nextWeights: number[] = []
  members.forEach((nodes, group) => {
    const seen: number[] = []
    for (const i of nodes) {
      for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
        const other = groups[targets[k] ?? 0] ?? 0
        if (sums[other] === 0) seen.push(other)
        sums[other] = (sums[other] ?? 0) + (weights[k] ?? 0)
      }
    }
    for (const other of seen.sort((a, b) => a - b)) {
      nextTargets.push(other)
      nextWeights.push(sums[other] ?? 0)
      sums[other] = 0
    }
    nextOffsets[group + 1] = nextTargets.length
  })
  return { offsets: nextOffsets, targets: Int32Array.from(nextTargets), weights: Float64Array.from(nextWeights) }
}
