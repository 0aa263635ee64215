import type { FieldGraph, FieldMap, GroupingName } from '@fieldmap/graph'
import { hash32 } from './rng.ts'

const DIAGONAL = Math.hypot(2000, 1240)

/** How far each paper of both maps moved, as a share of the diagonal. For tests and benches. */
export function moves(before: FieldMap, after: FieldMap, grouping: GroupingName): readonly number[] {
  return Object.entries(before.groupings[grouping].positions).flatMap(([key, [x, y]]) => {
    const place = after.groupings[grouping].positions[key]
    if (place === undefined || !key.startsWith('paper:')) return []
    return [Math.hypot(place[0] - x, place[1] - y) / DIAGONAL]
  })
}

/** Share of the papers of both maps that moved by more than 2 % of the diagonal; 0 for none. For tests and benches. */
export function movedShare(before: FieldMap, after: FieldMap, grouping: GroupingName): number {
  const all = moves(before, after, grouping)
  return all.filter((move) => move > 0.02).length / Math.max(1, all.length)
}

/**
 * Share of the papers of both maps whose community is not the one that holds most of their former company; 0 for none.
 * For tests and benches.
 */
export function changedShare(before: FieldMap, after: FieldMap): number {
  const { positions } = after.groupings.community
  const stayed = before.communities.map(({ id, members }) => ({
    id,
    members: members.filter((key) => key in positions),
  }))
  const formerly = new Map(stayed.flatMap(({ id, members }) => members.map((key) => [key, id] as const)))
  const pairs = after.communities.flatMap(({ id, members }) => {
    const counts = new Map<string, number>()
    for (const key of members) {
      const former = formerly.get(key)
      if (former !== undefined) counts.set(former, (counts.get(former) ?? 0) + 1)
    }
    return Array.from(counts, ([former, count]) => ({ former, id, count }))
  })
  const [used, matched] = [new Set<string>(), new Set<string>()]
  let same = 0
  for (const { former, id, count } of pairs.sort((a, b) => b.count - a.count)) {
    if (used.has(former) || matched.has(id)) continue
    used.add(former)
    matched.add(id)
    same += count
  }
  return formerly.size === 0 ? 0 : 1 - same / formerly.size
}

/** The value below which a share of all lie, 0 ≤ share < 1. 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? 0
}

/** The middle value; of an even number the upper of the two. 0 for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The graph without some papers, drawn by number, and without what only they named. For tests and benches. */
export function withoutPapers(graph: FieldGraph, count: number, draw: number): FieldGraph {
  const rest = graph.copy()
  const papers = graph.filterNodes((_, { kind }) => kind === 'paper')
  const hashed = papers.map((key) => ({ key, hash: hash32(`draw ${draw} ${key}`) })).sort((a, b) => a.hash - b.hash)
  for (const { key } of hashed.slice(0, count)) rest.dropNode(key)
  for (const key of rest.filterNodes((node) => rest.degree(node) === 0 && graph.degree(node) > 0)) rest.dropNode(key)
  return rest
}
