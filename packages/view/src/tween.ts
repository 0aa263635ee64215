import { boxAround, type Point } from './geometry.ts'
import type { Scene, SceneEdge, SceneLabel, SceneNode, SceneRegion } from './scene-types.ts'

/** What moves on the way from one scene to another. */
export interface TweenOptions {
  /**
   * Whether things go from their old places to their new ones, and what goes fades out (default); else all stands as in
   * `to`, where the camera moves it, and only looks change.
   */
  readonly places?: boolean
}

/**
 * A scene on the way from one to another: each mark that is in both moves straight, so that an eye can follow it; regions,
 * lines and names that are in both stay, all else fades out or in. No two names overlap on the way if none do at its ends.
 * `t` from 0 to 1.
 */
export function between(from: Scene, to: Scene, t: number, { places = true }: TweenOptions = {}): Scene {
  if (t >= 1) return to
  const way: Way = { t, places }
  const nodes = nodesBetween(from.nodes, to.nodes, way)
  const placeOf = new Map(nodes.map((node) => [node.key, { x: node.x, y: node.y }]))
  return {
    ...to,
    nodes,
    edges: edgesBetween(from.edges, to.edges, placeOf, way),
    regions: regionsBetween(from.regions, to.regions, way),
    labels: labelsBetween(from.labels, to.labels, way),
  }
}

interface Way {
  readonly t: number
  readonly places: boolean
}

function nodesBetween(from: readonly SceneNode[], to: readonly SceneNode[], { t, places }: Way): readonly SceneNode[] {
  const before = byKey(from)
  const nodes = to.map((node): SceneNode => {
    const start = before.get(node.key)
    if (start === undefined) return { ...node, opacity: node.opacity * t }
    const opacity = mix(start.opacity, node.opacity, t)
    const came = start.color === node.color ? {} : { came: { color: start.color, part: 1 - t } }
    if (!places) return { ...node, ...came, opacity }
    const place = mixPoints(start, node, t)
    const radius = mix(start.radius, node.radius, t)
    return { ...node, ...came, ...place, radius, opacity, box: boxAround(place, radius) }
  })
  return places ? [...leaving(from, to, 1 - t), ...nodes] : nodes
}

function edgesBetween(
  from: readonly SceneEdge[],
  to: readonly SceneEdge[],
  placeOf: ReadonlyMap<string, Point>,
  { t, places }: Way,
): readonly SceneEdge[] {
  const before = byKey(from)
  const gone: SceneEdge[] = places ? [...leaving(from, to, 1 - t)] : []
  const edges = to.map((edge): SceneEdge => {
    const start = before.get(edge.key)
    // Lines of another colour or course cross-fade.
    const stays = start !== undefined && start.color === edge.color && start.line.length === edge.line.length
    if (places && start !== undefined && !stays) gone.push({ ...start, opacity: start.opacity * (1 - t) })
    const opacity = stays ? mix(start.opacity, edge.opacity, t) : edge.opacity * t
    if (!places) return { ...edge, opacity }
    const ends = [placeOf.get(edge.source), placeOf.get(edge.target)].filter((place) => place !== undefined)
    if (edge.kind === 'relation' && ends.length === 2) return { ...edge, opacity, line: ends }
    return stays ? { ...edge, opacity, line: mixLines(start.line, edge.line, t) } : { ...edge, opacity }
  })
  return [...gone, ...edges]
}

function regionsBetween(
  from: readonly SceneRegion[],
  to: readonly SceneRegion[],
  { t, places }: Way,
): readonly SceneRegion[] {
  const before = byKey(from)
  const regions = to.map((region): SceneRegion => {
    const start = before.get(region.key)
    if (start === undefined) return { ...region, opacity: region.opacity * t }
    const opacity = mix(start.opacity, region.opacity, t)
    const keepsShape = places && start.outline.length === region.outline.length
    return { ...region, opacity, outline: keepsShape ? mixLines(start.outline, region.outline, t) : region.outline }
  })
  return places ? [...leaving(from, to, 1 - t), ...regions] : regions
}

/** In the first half the old names fade, in the second the new ones come: so they never lie over each other. */
function labelsBetween(
  from: readonly SceneLabel[],
  to: readonly SceneLabel[],
  { t, places }: Way,
): readonly SceneLabel[] {
  const [old, next] = [byKey(from), byKey(to)]
  if (!places) return to.map((label) => (old.has(label.key) ? label : { ...label, opacity: label.opacity * t }))
  if (t < 0.5) {
    return from.map((label) => {
      const end = next.get(label.key)
      return end !== undefined && isSamePlace(label, end) ? end : { ...label, opacity: label.opacity * (1 - 2 * t) }
    })
  }
  return to.map((label) => {
    const start = old.get(label.key)
    const stays = start !== undefined && isSamePlace(start, label)
    return stays ? label : { ...label, opacity: label.opacity * (2 * t - 1) }
  })
}

function isSamePlace({ box: a }: SceneLabel, { box: b }: SceneLabel): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** What is in `from` and not in `to`, fading. */
function leaving<T extends { readonly key: string; readonly opacity: number }>(
  from: readonly T[],
  to: readonly T[],
  part: number,
): readonly T[] {
  const stay = new Set(to.map(({ key }) => key))
  return from.flatMap((one) => (stay.has(one.key) ? [] : [{ ...one, opacity: one.opacity * part }]))
}

function byKey<T extends { readonly key: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.key, thing]))
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

function mixPoints(a: Point, b: Point, t: number): Point {
  return { x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) }
}

/** Two lines of as many points. */
function mixLines(from: readonly Point[], to: readonly Point[], t: number): readonly Point[] {
  return to.map((point, i) => mixPoints(from[i] ?? point, point, t))
}
