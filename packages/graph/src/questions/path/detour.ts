import { BinaryHeap } from './binary-heap.ts'
import type { Corridor } from './corridor.ts'
import { EQUAL_COST, type Walk } from './walk.ts'

/**
 * The cheapest way from the last of some nodes to the end that repeats none of them and does not go on with certain nodes; undefined
 * where none lies in the corridor. A* (Hart, Nilsson & Raphael 1968): what the way costs at least, without regard to what it
 * may not pass, is known from the corridor and exact unless those nodes are in its way.
 *
 * @param root nodes from the start on. @param before what it costs to get to the last of them, half of its own included.
 */
export function detour(
  corridor: Corridor,
  { to }: Pick<Walk, 'to'>,
  root: readonly number[],
  before: number,
  without: ReadonlySet<number>,
): readonly number[] | undefined {
  const start = root.at(-1) ?? to
  const barred = new Set(root)
  const parents = new Map<number, number>()
  const costs = new Map<number, number>([[start, before]])
  const done = new Set<number>()
  const queue = new BinaryHeap()
  queue.push(start, before)
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node === to) return trace(parents, to)
    if (done.has(node)) continue
    done.add(node)
    const cost = costs.get(node) ?? 0
    for (const step of corridor.stepsFrom(node)) {
      const total = cost + step.cost
      if (total > corridor.length + EQUAL_COST) break
      const { next } = step
      if (barred.has(next) || done.has(next) || (node === start && without.has(next))) continue
      const nextCost = total - corridor.toEnd(next)
      if (nextCost >= (costs.get(next) ?? Number.POSITIVE_INFINITY)) continue
      costs.set(next, nextCost)
      parents.set(next, node)
      queue.push(next, total)
    }
  }
  return undefined
}

/** From behind the start to a node. */
function trace(parents: ReadonlyMap<number, number>, to: number): readonly number[] {
  const nodes: number[] = []
  for (let at: number | undefined = to; at !== undefined && parents.has(at); at = parents.get(at)) nodes.push(at)
  return nodes.reverse()
}
