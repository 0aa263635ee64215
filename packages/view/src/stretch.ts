import type { Viewport } from './camera.ts'
import { type Box, boundsOf, type Point } from './geometry.ts'

/** How far regions are moved apart along each axis, ≥ 1; one of the two is 1. */
export interface Stretch {
  readonly x: number
  readonly y: number
}

export const NO_STRETCH: Stretch = { x: 1, y: 1 }

/** Beyond this, neighbours on the map would no longer look like neighbours. */
const MOST = 3
/** Steps, so that resizing a window does not lay out anew at every pixel. */
const STEP = 0.05

/** Width over height of the part of a stage that a map may fill, rounded so that near stages share a layout. */
export function aspectOf({ width, height }: Viewport): number {
  return Math.round(Math.max(160, width - 90) / Math.max(160, height - 110) / STEP) * STEP
}

/**
 * How to move regions apart so that the map takes the proportions of the stage: only their centres, only outwards, so
 * that no two come nearer and names find more room. `extra` is height (map units) that something else takes.
 */
export function stretchTo(aspect: number, centers: readonly Point[], bounds: Box, extra: number): Stretch {
  const spread = boundsOf(centers)
  if (spread === undefined || aspect <= 0) return NO_STRETCH
  const grow = (wanted: number, all: number, moving: number): number =>
    moving < 1 ? 1 : Math.min(MOST, Math.max(1, Math.round((wanted - (all - moving)) / moving / STEP) * STEP))
  const isWide = bounds.width / (bounds.height + extra) > aspect
  return isWide
    ? { x: 1, y: grow(bounds.width / aspect - extra, bounds.height, spread.height) }
    : { x: grow((bounds.height + extra) * aspect, bounds.width, spread.width), y: 1 }
}

/** A place after stretching round the origin. */
export function stretched({ x, y }: Point, by: Stretch): Point {
  return { x: x * by.x, y: y * by.y }
}
