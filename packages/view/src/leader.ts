import { type Box, type Point, polygonContains } from './geometry.ts'

/** From the border of a mark to the nearest side of a label. */
export function leaderOf(mark: Box, { x, y, width, height }: Box): readonly [Point, Point] {
  const from = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 }
  const to = { x: clamp(from.x, x + 2, x + width - 2), y: clamp(from.y, y + 2, y + height - 2) }
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const reach = Math.min(length, Math.min(mark.width, mark.height) / 2)
  return [{ x: from.x + ((to.x - from.x) / length) * reach, y: from.y + ((to.y - from.y) / length) * reach }, to]
}

/** Points along a leader at which it is asked what lies under it; the last lie under its name. */
const SAMPLES = { all: 15, asked: 13 }

/** Whether a leader leads through a region with this outline. */
export function crosses([from, to]: readonly [Point, Point], outline: readonly Point[]): boolean {
  for (let i = 0; i < SAMPLES.asked; i++) {
    const t = i / SAMPLES.all
    if (polygonContains(outline, { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) })) return true
  }
  return false
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
