import type { FieldGraph } from '@fieldmap/graph'
import { bandLine } from './band.ts'
import { bandKey, type Connection } from './connections.ts'
import type { Focus } from './focus.ts'
import type { Point } from './geometry.ts'
import type { Layout } from './layout.ts'
import type { SceneEdge, SceneNode } from './scene-types.ts'

/** Home shows this many bands for each region: a few strong roads instead of a net. */
const BANDS_PER_REGION = 0.75

/**
 * The bands between regions in pixels, weakest first: at home the strongest, with a region chosen all of its own,
 * with several those between them. Width
 * grows with the square root of what they carry.
 */
export function bandsOf(
  layout: Layout,
  focus: Focus,
  hover: string | undefined,
  toPixels: (point: Point) => Point,
  unit: number,
): readonly SceneEdge[] {
  const chosen = new Set(focus.regions.map(({ id }) => id))
  const isChosen = ({ a, b }: Connection): boolean =>
    chosen.size > 1 ? chosen.has(a) && chosen.has(b) : chosen.has(a) || chosen.has(b)
  const most = Math.ceil(BANDS_PER_REGION * layout.regions.length)
  const shown = layout.connections.filter(
    (connection, i) => (chosen.size > 0 && isChosen(connection)) || i < most || connection.key === hover,
  )
  return shown.toReversed().flatMap((connection): readonly SceneEdge[] => {
    const [from, to] = [layout.regionById.get(connection.a), layout.regionById.get(connection.b)]
    if (from === undefined || to === undefined) return []
    const line = bandLine(layout, from, to)
    if (line.length < 2) return []
    const strong = isChosen(connection) || connection.key === hover
    const width = Math.min(16, (0.6 + 1.5 * Math.sqrt(connection.strength)) * unit)
    return [
      {
        key: bandKey(connection.a, connection.b),
        kind: 'band',
        source: connection.a,
        target: connection.b,
        line: line.map(toPixels),
        width: Math.max(1.2, width),
        color: strong ? 'accent' : 'band',
        opacity: strong ? 0.42 : focus.active ? 0.45 : 1,
        emphasis: strong ? 'near' : focus.active ? 'faded' : 'normal',
      },
    ]
  })
}

/** The edges of a neighbourhood whose ends are drawn; those of the chosen nodes stand out. */
export function relationsOf(
  graph: FieldGraph,
  focus: Focus,
  nodes: ReadonlyMap<string, SceneNode>,
): readonly SceneEdge[] {
  return focus.edges.flatMap((key): readonly SceneEdge[] => {
    const [source, target] = [nodes.get(graph.source(key)), nodes.get(graph.target(key))]
    if (source === undefined || target === undefined) return []
    const first = source.emphasis === 'chosen' || target.emphasis === 'chosen'
    return [
      {
        key,
        kind: 'relation',
        relation: graph.getEdgeAttribute(key, 'kind'),
        source: source.key,
        target: target.key,
        line: [source, target].map(({ x, y }) => ({ x, y })),
        width: first ? 1.2 : 0.8,
        color: 'relation',
        opacity: first ? 0.5 : 0.22,
        emphasis: first ? 'near' : 'normal',
      },
    ]
  })
}
