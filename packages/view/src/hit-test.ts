import { type Box, distance, distanceToPolyline, type Point, polygonContains } from './geometry.ts'
import type { Scene, SceneNode } from './scene-types.ts'

/** What lies under a pointer. */
export interface Hit {
  readonly kind: 'node' | 'region' | 'band'
  readonly key: string
  /** Of a band: the regions that it joins. */
  readonly ends?: readonly [string, string]
}

/** How far beside a mark a pointer may be, in pixels: a mouse is precise, a thumb is not. */
export const TOLERANCE = { mouse: 4, touch: 14 } as const

/**
 * What is under a point of the scene, as one sees it: the nearest mark within `tolerance` (faded ones only where they
 * are hit squarely), then labels, regions, bands. A name that a thumb is on wins over a mark that is merely near it.
 */
export function hitTest(scene: Scene, point: Point, tolerance: number = TOLERANCE.mouse): Hit | undefined {
  const node = nearestNode(scene.nodes, point, tolerance)
  const label = scene.labels.find(({ box }) => boxHas(box, point))
  const isOnName = label !== undefined && label.of !== 'edge'
  if (node !== undefined && (!isOnName || distance(node, point) - node.radius <= TOLERANCE.mouse))
    return { kind: 'node', key: node.key }
  if (label !== undefined && label.of !== 'edge') return { kind: label.of, key: label.key }
  const region = scene.regions.findLast(({ outline }) => polygonContains(outline, point))
  if (region !== undefined) return { kind: 'region', key: region.key }
  const band = scene.edges.findLast(
    ({ key, kind, line, width }) =>
      kind === 'band' && (key === label?.key || distanceToPolyline(line, point) <= width / 2 + tolerance / 2),
  )
  return band === undefined ? undefined : { kind: 'band', key: band.key, ends: [band.source, band.target] }
}

function nearestNode(nodes: readonly SceneNode[], point: Point, tolerance: number): SceneNode | undefined {
  let best: SceneNode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const reach = node.emphasis === 'faded' ? 0 : tolerance
    const away = distance(node, point) - node.radius
    if (away <= reach && away <= least) [best, least] = [node, away]
  }
  return best
}

function boxHas(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}
