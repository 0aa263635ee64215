import type { FieldGraph, NodeKind } from '@fieldmap/graph'
import { bandLine } from './band.ts'
import { bandKey, type Connection } from './connections.ts'
import type { Focus } from './focus.ts'
import type { Point } from './geometry.ts'
import type { Layout } from './layout.ts'
import { NOW, type Presence } from './past/moment.ts'
import type { SceneEdge, SceneNode } from './scene-types.ts'
import { counted, relationWord } from './words.ts'

/** Home shows this many bands for each region: a few strong roads instead of a net. */
const BANDS_PER_REGION = 0.6
/** Of lines that answer the question: they let through what they cross, and keep a contrast of 3 to the ground. */
export const STRONG = 0.66

/** The connections whose bands show when nothing is asked: the strongest. */
export function restingBands(
  { regions, connections: all }: Pick<Layout, 'connections' | 'regions'>,
  connections: readonly Connection[] = all,
): readonly Connection[] {
  return connections.slice(0, Math.ceil(BANDS_PER_REGION * regions.length))
}

/** What a connection carries, in words: `1 paper, 6 datasets, 4 authors`. */
export function connectionWords({ papers, datasets, authors }: Connection): string {
  const parts: readonly (readonly [NodeKind, number])[] = [
    ['paper', papers.length],
    ['dataset', datasets.length],
    ['author', authors.length],
  ]
  return parts.flatMap(([kind, count]) => (count === 0 ? [] : [counted(kind, count)])).join(', ')
}

/**
 * The bands between regions in pixels, weakest first: at rest the strongest; with a region chosen or pointed at all of
 * its own, with several chosen those between them. Width grows with the square root of what they carry.
 *
 * @param connections what connects the regions, strongest first, where that is not what connects them now.
 */
export function bandsOf(
  layout: Layout,
  focus: Focus,
  hover: string | undefined,
  toPixels: (point: Point) => Point,
  unit: number,
  connections: readonly Connection[] = layout.connections,
): readonly SceneEdge[] {
  const chosen = new Set(focus.regions.map(({ id }) => id))
  const isChosen = ({ a, b }: Connection): boolean =>
    chosen.size > 1 ? chosen.has(a) && chosen.has(b) : chosen.has(a) || chosen.has(b)
  const isPointed = ({ key, a, b }: Connection): boolean => hover !== undefined && [key, a, b].includes(hover)
  const resting = new Set(restingBands(layout, connections))
  const shown = connections.filter(
    (connection) => resting.has(connection) || isChosen(connection) || isPointed(connection),
  )
  return shown.toReversed().flatMap((connection): readonly SceneEdge[] => {
    const [from, to] = [layout.regionById.get(connection.a), layout.regionById.get(connection.b)]
    if (from === undefined || to === undefined) return []
    const line = bandLine(layout, from, to)
    if (line.length < 2) return []
    const strong = isChosen(connection) || isPointed(connection)
    const width = Math.min(16, (0.6 + 1.5 * Math.sqrt(connection.strength)) * unit)
    return [
      {
        key: bandKey(connection.a, connection.b),
        kind: 'band',
        source: connection.a,
        target: connection.b,
        line: line.map(toPixels),
        words: connectionWords(connection),
        width: Math.max(1.2, width),
        color: strong ? 'accent' : 'band',
        opacity: strong ? STRONG : focus.active ? 0.45 : 1,
        emphasis: strong ? 'near' : focus.active ? 'faded' : 'normal',
      },
    ]
  })
}

/** The edges of a neighbourhood whose ends are drawn; those of the chosen nodes stand out, and those that have just come. */
export function relationsOf(
  graph: FieldGraph,
  focus: Focus,
  nodes: ReadonlyMap<string, SceneNode>,
  { isNew }: Presence = NOW,
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
        words: relationWord(graph.getEdgeAttribute(key, 'kind')),
        width: first ? 1.2 : 0.8,
        color: isNew(key) ? 'accent' : 'relation',
        opacity: first ? STRONG : 0.22,
        emphasis: first ? 'near' : 'normal',
      },
    ]
  })
}
