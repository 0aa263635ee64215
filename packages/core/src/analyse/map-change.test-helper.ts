import type { FieldGraph, FieldMap, GroupingName } from '@fieldmap/graph'
import { hash32 } from './rng.ts'

const DIAGONAL = Math.hypot(2000, 1240)

/** Share of the papers of both maps that stand elsewhere: by more than 2 % of the diagonal. For tests and benches. */
export function movedShare(before: FieldMap, after: FieldMap, grouping: GroupingName): number {
  const places = Object.entries(before.groupings[grouping].positions).filter(([key]) => key.startsWith('paper:'))
  const far = places.filter(([key, [x, y]]) => {
    const [toX, toY] = after.groupings[grouping].positions[key] ?? [x, y]
    return Math.hypot(toX - x, toY - y) > 0.02 * DIAGONAL
  })
  return far.length / places.length
}

/** Share of the papers whose community is not the one that holds most of their former company. For tests and benches. */
export function changedShare(before: FieldMap, after: FieldMap): number {
  const formerly = new Map(before.communities.flatMap(({ id, members }) => members.map((key) => [key, id] as const)))
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
  return 1 - same / formerly.size
}

/** The middle value; of an even number the upper of the two. 0 for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
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
