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
  const x = a.at.x - b.at.x
  const left = b.box.x - a.box.x - a.box.width
  const right = b.box.x + b.box.width - a.box.x
  if (isPast(x, left, right, from)) return 0
  const y = b.at.y - a.at.y
  const above = b.box.y - a.box.y - a.box.height
  const below = b.box.y + b.box.height - a.box.y
  if (isPast(y, above, below, from)) return 0
  const first = Math.max(firstScale(x, left, right), firstScale(y, above, below), from)
  const last = Math.min(lastScale(x, left, right), lastScale(y, above, below))
  return last > first ? last : 0
}

/** Whether `apart · scale` is out of the interval at `from` and moves further away: so it is with nearly all pairs. */
function isPast(apart: number, low: number, high: number, from: number): boolean {
  if (apart === 0) return low >= 0 || high <= 0
  return apart > 0 ? apart * from >= high : apart * from <= low
}

/** The ends of the scales ≥ 0 at which `apart · scale` lies strictly between `low` and `high`: none where last ≤ first. */
function firstScale(apart: number, low: number, high: number): number {
  return apart === 0 ? 0 : Math.max(0, apart > 0 ? low / apart : high / apart)
}

function lastScale(apart: number, low: number, high: number): number {
  if (apart === 0) return low < 0 && high > 0 ? Number.POSITIVE_INFINITY : 0
  return apart > 0 ? high / apart : low / apart
}

/** Where an anchored box is for a projection of the map. */
export function boxOnStage({ at, box }: AnchoredBox, toPixels: (point: Point) => Point): Box {
  const { x, y } = toPixels(at)
  return { x: x + box.x, y: y + box.y, width: box.width, height: box.height }
}
