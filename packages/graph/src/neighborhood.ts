import type { FieldGraph } from './field-graph.ts'
import { byCodeUnits } from './keys.ts'

/** A node of an ego network and its distance in edges from the chosen nodes. */
export interface NeighborhoodNode {
  readonly key: string
  readonly distance: number
}

export interface Neighborhood {
  /** By distance, then by key. */
  readonly nodes: readonly NeighborhoodNode[]
  /** Keys of the edges among the nodes, sorted. */
  readonly edges: readonly string[]
}

/**
 * The ego network of some nodes: they, their neighbours to `depth` edges whatever their direction, and all edges among
 * them. Unknown keys are passed over; empty for no known key. Linear in the size of the result.
 *
 * @param depth edges to walk, integer ≥ 0.
 * @param keep whether a node other than the chosen ones is taken, and walked through; by default all are.
 * @param holds whether an edge is taken, and walked along; by default all are.
 */
export function neighborhood(
  graph: FieldGraph,
  keys: readonly string[],
  depth: number,
  keep: (key: string) => boolean = () => true,
  holds?: (edge: string) => boolean,
): Neighborhood {
  const distances = distancesFrom(graph, keys, depth, keep, holds)
  const nodes = Array.from(distances, ([key, distance]) => ({ key, distance }))
  nodes.sort((a, b) => a.distance - b.distance || byCodeUnits(a.key, b.key))
  const edges: string[] = []
  for (const { key } of nodes) {
    graph.forEachOutEdge(key, (edge, _, __, target) => {
      if (distances.has(target) && (holds === undefined || holds(edge))) edges.push(edge)
    })
  }
  return { nodes, edges: edges.sort(byCodeUnits) }
}

/** The nodes of an ego network with their distance, as {@link neighborhood} walks to them; the nearest first. */
export function distancesFrom(
  graph: FieldGraph,
  keys: readonly string[],
  depth: number,
  keep: (key: string) => boolean = () => true,
  holds?: (edge: string) => boolean,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>()
  let frontier = keys.filter((key) => graph.hasNode(key))
  for (const key of frontier) distances.set(key, 0)
  for (let distance = 1; distance <= depth && frontier.length > 0; distance++) {
    const next: string[] = []
    for (const key of frontier) {
      const reach = (neighbor: string): void => {
        if (distances.has(neighbor) || !keep(neighbor)) return
        distances.set(neighbor, distance)
        next.push(neighbor)
      }
      if (holds === undefined) graph.forEachNeighbor(key, reach)
      else graph.forEachEdge(key, (edge, _, source, target) => holds(edge) && reach(source === key ? target : source))
    }
    frontier = next
  }
  return distances
}
