import { type Box, boundsOf, distance, type Point, polygonContains } from './geometry.ts'
import type { LaidRegion, Layout } from './layout.ts'
import { convexHull } from './outline.ts'
import { type ConvexObstacle, rounded, shortestRoute } from './route.ts'

/** Steps of a band, in spacings: fine enough to cut it at the borders. */
const STEP = 0.2
/** How far a band may bow to the side, in parts of its length: a bow reads better than a ruler's line. */
const BOWS = [0.07, -0.07, 0.15, -0.15]
/** How far before a corner a band may begin to turn, in spacings: the rounder, the better. */
const TURNS = [3, 1.5, 0.7]
/** What a band keeps from regions that it passes, in spacings: at its turns, and at least; and in parts of their radius, as
 * a band cuts straight from corner to corner. */
const CLEARANCE = { turn: 0.5, least: 0.12, sag: 0.05 }
/** Corners of a region that a band may turn at. */
const CORNERS = 12

const routes = new WeakMap<Layout, Map<string, readonly Point[]>>()
const obstacles = new WeakMap<
  Layout,
  readonly (ConvexObstacle & { readonly region: LaidRegion; readonly box: Box })[]
>()

/**
 * The line of a band in map units: from border to border of two regions, round those between. Renderers draw regions
 * over bands, so what cannot be avoided passes under. Empty where the regions touch. Computed once a layout.
 */
export function bandLine(layout: Layout, from: LaidRegion, to: LaidRegion): readonly Point[] {
  const known = routes.get(layout) ?? new Map<string, readonly Point[]>()
  routes.set(layout, known)
  const key = JSON.stringify([from.id, to.id])
  const line = known.get(key) ?? route(layout, from, to)
  known.set(key, line)
  return line
}

function route(layout: Layout, from: LaidRegion, to: LaidRegion): readonly Point[] {
  const others = obstaclesOf(layout).filter(({ region }) => region !== from && region !== to)
  const step = STEP * layout.spacing
  const isClear = (line: readonly Point[]): boolean =>
    line.every((point) => !others.some((other) => isIn(other, point)))
  const bow = BOWS.map((by) => curve(from.center, to.center, by, step)).find(isClear)
  const line = bow ?? turning(shortestRoute(from.center, to.center, others), layout.spacing, isClear)
  // One step into each region, which is drawn over it, so that no gap shows between band and border.
  const start = line.findLastIndex((point) => polygonContains(from.outline, point))
  const end = line.findIndex((point, i) => i > start && polygonContains(to.outline, point))
  return start < 0 || end < 0 || end - start < 2 ? [] : line.slice(start, end + 1)
}

/** A line with corners as round as they can be without touching what it goes round. */
function turning(
  line: readonly Point[],
  spacing: number,
  isClear: (line: readonly Point[]) => boolean,
): readonly Point[] {
  const straight = dense(line, STEP * spacing)
  for (const reach of TURNS) {
    const round = dense(rounded(line, reach * spacing), STEP * spacing)
    if (isClear(round)) return round
  }
  return straight
}

function obstaclesOf(layout: Layout): readonly (ConvexObstacle & { readonly region: LaidRegion; readonly box: Box })[] {
  const known =
    obstacles.get(layout) ??
    layout.regions.map((region) => {
      const { outline, center } = region
      const hull = convexHull(outline)
      const core = hull.map((point) => outwards(center, point, CLEARANCE.least * layout.spacing))
      const every = Math.max(1, Math.floor(hull.length / CORNERS))
      const corners = hull
        .filter((_, i) => i % every === 0)
        .map((point) =>
          outwards(center, point, CLEARANCE.turn * layout.spacing + CLEARANCE.sag * distance(center, point)),
        )
      return { region, core, corners, box: boundsOf(core) ?? { x: 0, y: 0, width: 0, height: 0 } }
    })
  obstacles.set(layout, known)
  return known
}

function outwards(center: Point, point: Point, by: number): Point {
  const away = distance(center, point) || 1
  return { x: point.x + ((point.x - center.x) / away) * by, y: point.y + ((point.y - center.y) / away) * by }
}

function isIn({ core, box }: { readonly core: readonly Point[]; readonly box: Box }, point: Point): boolean {
  const near = point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  return near && polygonContains(core, point)
}

/** A quadratic Bézier curve from `a` to `b`, its middle control point `bow` lengths to the side. */
function curve(a: Point, b: Point, bow: number, step: number): readonly Point[] {
  const control = { x: (a.x + b.x) / 2 - (b.y - a.y) * bow, y: (a.y + b.y) / 2 + (b.x - a.x) * bow }
  const samples = Math.max(8, Math.min(200, Math.ceil(distance(a, b) / step)))
  return Array.from({ length: samples + 1 }, (_, i) => {
    const t = i / samples
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return { x: p * a.x + q * control.x + r * b.x, y: p * a.y + q * control.y + r * b.y }
  })
}

/** The same line with points at most `step` apart, 200 a segment. */
function dense(line: readonly Point[], step: number): readonly Point[] {
  return line.flatMap((b, i) => {
    const a = line[i - 1]
    if (a === undefined) return [b]
    const count = Math.max(1, Math.min(200, Math.ceil(distance(a, b) / step)))
    return Array.from({ length: count }, (_, j) => {
      const t = (j + 1) / count
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }
    })
  })
}
