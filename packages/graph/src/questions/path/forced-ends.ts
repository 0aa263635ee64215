import type { Walk } from './walk.ts'

/** A walk between what is left when its forced nodes are taken off, and those nodes. */
export interface FreeWalk {
  readonly walk: Walk
  /** Nodes before the start of the walk, and behind its end. */
  readonly head: readonly number[]
  readonly tail: readonly number[]
}

/**
 * Takes off what all paths begin and end with: from a node with one neighbour that may be passed through there is one way. Most
 * people stand on one paper; between two of the same paper all walks through the field are in vain, which only shows once
 * the paper is an end. Cost: the edges of the forced nodes.
 *
 * @param walk whose `open` is changed: what is taken off is closed.
 */
export function withoutForcedEnds(walk: Walk): FreeWalk {
  const head: number[] = []
  const tail: number[] = []
  let { from, to } = walk
  // An end counts as a neighbour of the other, even where nothing may pass through it.
  walk.open[from] = 1
  walk.open[to] = 1
  for (let next = onlyNeighbor(walk, from); next !== undefined && next !== to; next = onlyNeighbor(walk, from)) {
    walk.open[from] = 0
    head.push(from)
    from = next
  }
  for (let next = onlyNeighbor(walk, to); next !== undefined && next !== from; next = onlyNeighbor(walk, to)) {
    walk.open[to] = 0
    tail.unshift(to)
    to = next
  }
  return { walk: { ...walk, from, to }, head, tail }
}

/** The one neighbour of a node that may be passed through; undefined where there are several, or none. */
function onlyNeighbor({ graph, open, mask }: Walk, node: number): number | undefined {
  const { offsets, items, marks } = graph.neighbors
  const end = offsets[node + 1] ?? 0
  let only: number | undefined
  for (let at = offsets[node] ?? 0; at < end; at++) {
    const next = items[at] ?? 0
    if (open[next] === 0 || ((marks[at] ?? 0) & mask) === 0) continue
    if (only !== undefined) return undefined
    only = next
  }
  return only
}
