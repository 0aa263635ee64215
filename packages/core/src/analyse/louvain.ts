/**
 * A weighted, undirected graph in rows: the neighbours of node `i` are `targets[k]` with `weights[k]` > 0 for `k` in
 * `offsets[i]` … `offsets[i + 1] − 1`. Every edge stands in both rows, none is a loop.
 */
export interface WeightedRows {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
}

/** Of each node its group, numbered 0, 1, … in order of first appearance. */
export type Partition = Int32Array

/** A partition and its modularity (Newman & Girvan) at resolution 1, −0.5..1; 0 without edges. */
export interface LouvainRun {
  readonly partition: Partition
  /** Rounded to nine decimals, so that no last bit decides. */
  readonly modularity: number
}

/** Nodes of one level: those of the graph, or groups of them. */
interface Level extends WeightedRows {
  /** Of each node the weight of all its ends, loops included: sums to `total`. */
  readonly strength: Float64Array
  readonly total: number
}

/**
 * Communities by modularity: Louvain (Blondel et al. 2008, "Fast unfolding of communities in large networks"), nodes
 * visited in the order given, later only those whose neighbours moved; then once more from the top with the partition
 * found as the start, until nothing moves (multilevel refinement, Rotta & Noack 2011). The result is a function of the
 * rows and the order alone; of equal moves the one into the group of the earliest node is taken. So orders that hang on
 * what a node is, not on how many there are, keep runs alike when nodes come and go. Nodes without edges stay alone.
 * About linear in edges for each of a few levels.
 *
 * @param order all nodes, each once.
 */
export function louvain(rows: WeightedRows, order: readonly number[]): LouvainRun {
  const nodes = levelOf(rows, order)
  const groups = Int32Array.from(order, (_, i) => i)
  if (nodes.total === 0) return { partition: groups, modularity: 0 }
  while (moveNodes(nodes, groups)) mergeGroups(nodes, groups)
  const found = new Int32Array(order.length)
  order.forEach((node, i) => {
    found[node] = groups[i] ?? 0
  })
  return { partition: renumber(found), modularity: Math.round(modularityOf(nodes, groups) * 1e9) / 1e9 }
}

/** The rows with node `order[i]` as number `i`. */
function levelOf({ offsets, targets, weights }: WeightedRows, order: readonly number[]): Level {
  const rank = new Int32Array(order.length)
  order.forEach((node, i) => {
    rank[node] = i
  })
  const starts = new Int32Array(order.length + 1)
  const [ends, values] = [new Int32Array(targets.length), new Float64Array(targets.length)]
  const strength = new Float64Array(order.length)
  let end = 0
  order.forEach((node, i) => {
    for (let k = at(offsets, node); k < at(offsets, node + 1); k++) {
      ends[end] = at(rank, at(targets, k))
      values[end] = at(weights, k)
      strength[i] = at(strength, i) + at(weights, k)
      end++
    }
    starts[i + 1] = end
  })
  return { offsets: starts, targets: ends, weights: values, strength, total: sum(strength) }
}

/** A gain of modularity, as a share of all weight, below which a move is none: rounding must not go round in circles. */
const LEAST_GAIN = 1e-12

/** Moves single nodes to the group where modularity gains most, until none gains. Returns whether any moved. */
function moveNodes({ offsets, targets, weights, strength, total }: Level, groups: Int32Array): boolean {
  const order = groups.length
  const [held, sizes] = [new Float64Array(order), new Int32Array(order)]
  groups.forEach((group, i) => {
    held[group] = at(held, group) + at(strength, i)
    sizes[group] = at(sizes, group) + 1
  })
  const queue = Int32Array.from(groups, (_, i) => i)
  const waiting = new Uint8Array(order).fill(1)
  const links = new Float64Array(order)
  const least = LEAST_GAIN * total
  let moved = false
  let [head, length] = [0, order]
  while (length > 0) {
    const node = at(queue, head)
    head = (head + 1) % order
    length--
    waiting[node] = 0
    const own = at(groups, node)
    const near: number[] = []
    for (let k = at(offsets, node); k < at(offsets, node + 1); k++) {
      const target = at(targets, k)
      if (target === node) continue
      const group = at(groups, target)
      if (links[group] === 0) near.push(group)
      links[group] = at(links, group) + at(weights, k)
    }
    held[own] = at(held, own) - at(strength, node)
    const gainOf = (group: number): number => at(links, group) - (at(strength, node) * at(held, group)) / total
    let [best, gain] = [own, gainOf(own)]
    for (const group of near) {
      const other = gainOf(group)
      const better = other - gain
      if (better > least || (better > -least && best !== own && group < best)) [best, gain] = [group, other]
    }
    if (gain < -least && at(sizes, own) > 1) best = sizes.indexOf(0)
    for (const group of near) links[group] = 0
    held[best] = at(held, best) + at(strength, node)
    if (best === own) continue
    moved = true
    sizes[own] = at(sizes, own) - 1
    sizes[best] = at(sizes, best) + 1
    groups[node] = best
    for (let k = at(offsets, node); k < at(offsets, node + 1); k++) {
      const target = at(targets, k)
      if (waiting[target] === 1 || groups[target] === best) continue
      waiting[target] = 1
      queue[(head + length) % order] = target
      length++
    }
  }
  return moved
}

/** Moves whole groups, then groups of groups, until none gains. */
function mergeGroups(nodes: Level, groups: Int32Array): void {
  for (;;) {
    groups.set(renumber(groups))
    const level = levelAbove(nodes, groups)
    const joined = Int32Array.from(level.strength, (_, i) => i)
    if (!moveNodes(level, joined)) return
    groups.forEach((group, i) => {
      groups[i] = at(joined, group)
    })
  }
}

/** Groups as nodes, with the weight inside a group as its loop. */
function levelAbove({ offsets, targets, weights, strength, total }: Level, groups: Int32Array): Level {
  const members = Array.from(
    { length: groups.reduce((most, group) => Math.max(most, group + 1), 0) },
    (): number[] => [],
  )
  groups.forEach((group, i) => {
    members[group]?.push(i)
  })
  const starts = new Int32Array(members.length + 1)
  const [ends, values]: [number[], number[]] = [[], []]
  const held = new Float64Array(members.length)
  const links = new Float64Array(members.length)
  members.forEach((nodes, group) => {
    const near: number[] = []
    for (const i of nodes) {
      held[group] = at(held, group) + at(strength, i)
      for (let k = at(offsets, i); k < at(offsets, i + 1); k++) {
        const other = at(groups, at(targets, k))
        if (links[other] === 0) near.push(other)
        links[other] = at(links, other) + at(weights, k)
      }
    }
    for (const other of near) {
      ends.push(other)
      values.push(at(links, other))
      links[other] = 0
    }
    starts[group + 1] = ends.length
  })
  return {
    offsets: starts,
    targets: Int32Array.from(ends),
    weights: Float64Array.from(values),
    strength: held,
    total,
  }
}

/** Share of weight inside groups, less what chance would give. */
function modularityOf({ offsets, targets, weights, strength, total }: Level, groups: Int32Array): number {
  const held = new Float64Array(groups.length)
  let inside = 0
  groups.forEach((group, i) => {
    held[group] = at(held, group) + at(strength, i)
    for (let k = at(offsets, i); k < at(offsets, i + 1); k++) {
      if (groups[at(targets, k)] === group) inside += at(weights, k)
    }
  })
  return inside / total - held.reduce((expected, value) => expected + (value / total) * (value / total), 0)
}

/** Groups numbered in order of first appearance, so that equal partitions are equal arrays. */
function renumber(partition: Int32Array): Partition {
  const names = new Map<number, number>()
  return partition.map((group) => {
    const name = names.get(group) ?? names.size
    names.set(group, name)
    return name
  })
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}
