import { type Box, boundsOf, distance, type Point, polygonContains } from './geometry.ts'
import type { LaidRegion, Layout } from './layout.ts'

/** Points along a band before its ends are cut. */
const SAMPLES = 40
/** How far a band may bow to the side, in parts of its length; the straightest that meets no region wins. */
const BOWS = [0.08, -0.08, 0.2, -0.2, 0.34, -0.34]

const routes = new WeakMap<Layout, Map<string, readonly Point[]>>()

/**
 * The line of a band in map units: from border to border of two regions, bowed round those between where a bow does it.
 * Renderers draw regions over bands, so what cannot be avoided passes under. Empty where the regions touch.
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
  const others = layout.regions
    .filter((region) => region !== from && region !== to)
    .map(({ outline }) => ({ outline, box: boundsOf(outline) ?? { x: 0, y: 0, width: 0, height: 0 } }))
  let best: readonly Point[] = []
  let least = Number.POSITIVE_INFINITY
  for (const bow of BOWS) {
    const line = curve(from.center, to.center, bow)
    const inside = line.filter((point) => others.some((other) => isIn(other, point))).length
    const cost = inside + Math.abs(bow) // a bow costs less than one step through a region
    if (cost < least) [best, least] = [line, cost]
    if (inside === 0) break
  }
  // One step into each region, which is drawn over it, so that no gap shows between band and border.
  const start = best.findIndex((point) => !polygonContains(from.outline, point))
  const end = best.findLastIndex((point) => !polygonContains(to.outline, point))
  return start < 0 || end < start ? [] : best.slice(Math.max(0, start - 1), end + 2)
}

function isIn({ outline, box }: { outline: readonly Point[]; box: Box }, point: Point): boolean {
  const near = point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  return near && polygonContains(outline, point)
}

/** A quadratic Bézier curve from `a` to `b`, its middle control point `bow` lengths to the side. */
function curve(a: Point, b: Point, bow: number): readonly Point[] {
  const length = distance(a, b) || 1
  const control = {
    x: (a.x + b.x) / 2 - ((b.y - a.y) / length) * bow * length,
    y: (a.y + b.y) / 2 + ((b.x - a.x) / length) * bow * length,
  }
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const t = i / SAMPLES
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return { x: p * a.x + q * control.x + r * b.x, y: p * a.y + q * control.y + r * b.y }
  })
}
