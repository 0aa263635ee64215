import type { Adjacency } from './adjacency.ts'
import { BidirectionalSearch, costOfPath, type NodePath, type Walk } from './bidirectional-search.ts'
import { firstSorted } from './first-sorted.ts'

/** Sums of the same costs in another order differ in their last bits. */
const EQUAL_COST = 1e-9

/** From this number of paths on a search for a bound is less work than it saves. */
const MANY = 10

/** A path, and the place where it leaves the path of which it is a detour. */
interface Detour extends NodePath {
  readonly spur: number
}

/**
 * The `count` cheapest paths without repeated nodes, cheapest first. Fewer where there are fewer, none where the ends are
 * not connected. Among paths of equal cost the choice is the same every time: it depends on the numbers of nodes alone.
 *
 * Yen 1971, "Finding the K shortest loopless paths in a network", Management Science 17, over a bidirectional search. As
 * Lawler 1972 (Management Science 18) says, a path is left only at or behind the place where it left another: what lies
 * before was looked for with that one. No detour is looked for that would cost more than enough known ones do.
 */
export function shortestPaths(
  graph: Adjacency,
  from: number,
  to: number,
  count: number,
  walk: Walk,
): readonly NodePath[] {
  const search = new BidirectionalSearch(graph, walk)
  const first = search.cheapest(from, to)
  if (first === undefined || count <= 0) return []
  const bound = count >= MANY && count < Number.POSITIVE_INFINITY ? search.boundOf(from, to, count) : Infinity
  const found: Detour[] = [{ ...first, spur: 0 }]
  const candidates = new Map<string, Detour>()
  while (found.length < count) {
    const last = found.at(-1)
    if (last === undefined) break
    for (let spur = last.spur; spur + 1 < last.nodes.length; spur++) {
      const known = firstSorted(candidates.values(), (a, b) => a.cost - b.cost, count - found.length)
      const enough = known[count - found.length - 1]?.cost ?? Number.POSITIVE_INFINITY
      const detour = detourOf(search, found, spur, walk, Math.min(bound, enough))
      if (detour !== undefined) candidates.set(detour.nodes.join(' '), detour)
    }
    const [next] = [...candidates.values()].sort(comparePaths)
    if (next === undefined) break
    candidates.delete(next.nodes.join(' '))
    found.push(next)
  }
  return found.map(({ nodes, cost }) => ({ nodes, cost }))
}

/** The cheapest path that leaves the last found path at a place, on a way that no found path takes, unless it costs more than `most`. */
function detourOf(
  search: BidirectionalSearch,
  found: readonly NodePath[],
  spur: number,
  walk: Walk,
  most: number,
): Detour | undefined {
  const last = found.at(-1)?.nodes ?? []
  const root = last.slice(0, spur + 1)
  const seconds = found
    .filter(({ nodes }) => root.every((node, i) => nodes[i] === node))
    .flatMap(({ nodes }) => nodes[spur + 1] ?? [])
  const bans = { nodes: new Set(root.slice(0, -1)), seconds: new Set(seconds) }
  const [at, to] = [last[spur] ?? 0, last.at(-1) ?? 0]
  const rootCost = costOfPath([...root, to], walk)
  const rest = search.cheapest(at, to, bans, most - rootCost + EQUAL_COST * 2)
  if (rest === undefined) return undefined
  const nodes = [...root.slice(0, -1), ...rest.nodes]
  return { nodes, cost: costOfPath(nodes, walk), spur }
}

function comparePaths(a: NodePath, b: NodePath): number {
  const byNodes = a.nodes.length - b.nodes.length
  const at = a.nodes.findIndex((node, i) => node !== b.nodes[i])
  const byCost = Math.abs(a.cost - b.cost) < EQUAL_COST ? 0 : a.cost - b.cost
  return byCost || byNodes || (at === -1 ? 0 : (a.nodes[at] ?? 0) - (b.nodes[at] ?? 0))
}
