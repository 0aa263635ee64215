import type { Box, Point } from './geometry.ts'

/**
 * A box of a fixed size in pixels that goes with a place of the map: at `scale` pixels a map unit it is `box` moved to
 * where the place is. `at` in map units, y upwards; `box` relative to it in pixels, y downwards.
 */
export interface AnchoredBox {
  readonly at: Point
  readonly box: Box
}

/**
 * The scale at and above which two anchored boxes no longer overlap, looking only at scales from `from` on: `from` or
 * less where they never do, infinite where they always will. While one zooms in, places move apart linearly; so two
 * boxes overlap during at most one interval of scales, and this is its end (Been, Daiches and Yap, Dynamic Map Labeling,
 * 2006, doi:10.1109/TVCG.2006.136).
 */
export function lastOverlap(a: AnchoredBox, b: AnchoredBox, from: number): number {
  const x = overlapScales(a.at.x - b.at.x, b.box.x - a.box.x - a.box.width, b.box.x + b.box.width - a.box.x)
  if (x === undefined) return 0
  const y = overlapScales(b.at.y - a.at.y, b.box.y - a.box.y - a.box.height, b.box.y + b.box.height - a.box.y)
  if (y === undefined) return 0
  const last = Math.min(x.last, y.last)
  return last > Math.max(x.first, y.first, from) ? last : 0
}

interface Interval {
  readonly first: number
  readonly last: number
}

/** The scales ≥ 0 at which `apart · scale` lies strictly between `low` and `high`. */
function overlapScales(apart: number, low: number, high: number): Interval | undefined {
  if (apart === 0) return low < 0 && high > 0 ? { first: 0, last: Number.POSITIVE_INFINITY } : undefined
  const [first, last] = apart > 0 ? [low / apart, high / apart] : [high / apart, low / apart]
  return last <= 0 ? undefined : { first: Math.max(0, first), last }
}

/** Where an anchored box is for a projection of the map. */
export function boxOnStage({ at, box }: AnchoredBox, toPixels: (point: Point) => Point): Box {
  const { x, y } = toPixels(at)
  return { x: x + box.x, y: y + box.y, width: box.width, height: box.height }
}
