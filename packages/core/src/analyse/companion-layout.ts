import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'
import type { Place, PlaceBook } from './place-book.ts'
import { hashPoint } from './rng.ts'

/** How far from the middle of its papers a node stands at most, in units: beside a paper, not on it. */
const ASIDE = 0.5
/** How many edges a node may be away from the papers that place it. */
const STEPS = 3

/**
 * Places every node that is no paper at the mean of its papers that stand in a region (else of its other papers), one
 * edge each; then those that only other nodes know (a version of a dataset, a venue of a challenge) at the mean of these. Each is moved
 * aside in a direction hashed from its key. Returns the keys that nothing places, sorted. Linear in edges.
 *
 * @param places of the papers; the new ones are added. @param unit room of a paper, map units.
 */
export function placeCompanions(
  graph: FieldGraph,
  places: Map<string, Place>,
  inRegion: ReadonlySet<string>,
  unit: number,
  book: PlaceBook,
): readonly string[] {
  let waiting: readonly string[] = graph.filterNodes((key) => !places.has(key)).sort(byCodeUnits)
  for (let step = 0; step < STEPS && waiting.length > 0; step++) {
    const wishes = waiting.map((key) => ({ key, mean: meanPlace(graph, key, places, inRegion) }))
    const next: string[] = []
    for (const { key, mean } of wishes) {
      if (mean === undefined) next.push(key)
      else {
        const [dx, dy] = hashPoint(key)
        places.set(key, book.claim(mean[0] + ASIDE * unit * dx, mean[1] + ASIDE * unit * dy))
      }
    }
    waiting = next
  }
  return waiting
}

function meanPlace(
  graph: FieldGraph,
  key: string,
  places: ReadonlyMap<string, Place>,
  inRegion: ReadonlySet<string>,
): Place | undefined {
  const known = graph
    .mapEdges(key, (edge) => [edge, graph.opposite(key, edge)] as const)
    .filter(([, neighbor]) => places.has(neighbor))
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, neighbor]) => neighbor)
  const placed = known.filter((neighbor) => inRegion.has(neighbor))
  const company = placed.length > 0 ? placed : known
  if (company.length === 0) return undefined
  let [sumX, sumY] = [0, 0]
  for (const neighbor of company) {
    const [x, y] = places.get(neighbor) ?? [0, 0]
    sumX += x
    sumY += y
  }
  return [sumX / company.length, sumY / company.length]
}
