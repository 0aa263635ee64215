import type { FieldGraph, NodeAttributes } from '@fieldmap/graph'
import { passes } from './filters.ts'
import type { Focus } from './focus.ts'
import { boxAround, type Point } from './geometry.ts'
import type { Layout } from './layout.ts'
import { regionColor } from './palette.ts'
import { hasCodeThen } from './past/code-then.ts'
import { NOW, type Presence } from './past/moment.ts'
import type { Emphasis, SceneNode } from './scene-types.ts'
import type { Filters } from './state.ts'

/** Radius of a paper against that of one without importance, by importance 0–3. */
const GROWTH = [0.86, 1, 1.22, 1.5]
/** What is out of the question still shows where the papers are, at half the contrast of the others or less. */
const OPACITY: Readonly<Record<Emphasis, number>> = { chosen: 1, near: 1, normal: 1, faded: 0.55 }

/** The radius of a plain mark, in pixels, for the pixels between neighbours: they stay apart, yet never grow to blots. */
export function markRadius(spacing: number): number {
  return spacing < 19 ? Math.max(1.4, 0.31 * spacing) : Math.min(9, 5.9 * (spacing / 19) ** 0.35)
}

/** Radius of the mark of a dataset, venue or other thing, in pixels. */
export const ENTITY_RADIUS = 4.2

/** The radius of the mark of a node where that of a plain paper is `radius`: papers grow with their importance. */
export function radiusOfPaper(node: NodeAttributes, radius: number): number {
  return radius * (node.kind === 'paper' ? (GROWTH[node.importance ?? 0] ?? 1) : 1)
}

/** One mark at a place in pixels. What is chosen and not there is an outline, so that one sees where it will be. */
export function markOf(
  graph: FieldGraph,
  layout: Layout,
  key: string,
  place: Point,
  look: { readonly emphasis: Emphasis; readonly radius: number },
  presence: Presence = NOW,
): SceneNode {
  const node = graph.getNodeAttributes(key)
  const isPaper = node.kind === 'paper'
  const radius = radiusOfPaper(node, look.radius)
  const isThere = presence.hasNode(key)
  return {
    key,
    kind: node.kind,
    x: place.x,
    y: place.y,
    radius,
    shape: isPaper ? 'circle' : 'square',
    filled: isThere && (!isPaper || hasCodeThen(graph, key, presence)),
    color: isPaper ? regionColor('mark', layout.regionOf.get(key)?.hue ?? null) : 'entity',
    emphasis: look.emphasis,
    opacity: isThere ? OPACITY[look.emphasis] : OPACITY.faded,
    ...(presence.isNew(key) ? { isNew: true as const } : {}),
    label: node.label,
    box: boxAround(place, radius),
  }
}

/** How much a paper matters under a selection and filters. */
export function emphasisOf(
  graph: FieldGraph,
  key: string,
  node: NodeAttributes,
  focus: Focus,
  filters: Filters,
  presence: Presence = NOW,
): Emphasis {
  if (focus.nodes.includes(key)) return 'chosen'
  if (node.kind === 'paper' && !passes(graph, key, node, filters, presence)) return 'faded'
  if (focus.near.has(key)) return 'near'
  return focus.active ? 'faded' : 'normal'
}
