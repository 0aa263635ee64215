import type { Box } from './geometry.ts'
import type { LabelPlace } from './label-ranges.ts'

/** From the border of a region to its name, in pixels. */
const GAP = 3
/** How far a name that goes inwards stands out, in pixels. */
const INWARDS = 10
/** How far off names with a leader stand, in pixels. */
const REACHES = [22, 44, 72]

/**
 * Where the name of a region may stand: over it, then under, beside, at its corners, then farther off with a leader.
 *
 * @param box of the region, in map units.
 * @param size of the name, in pixels.
 */
export function regionPlaces(box: Box, { width, height }: { width: number; height: number }): readonly LabelPlace[] {
  const places: LabelPlace[] = []
  const add = (fx: number, fy: number, anchor: LabelPlace['anchor'], dx: number, dy: number, leader = false): void => {
    places.push({
      at: { x: box.x + fx * box.width, y: box.y + fy * box.height },
      box: { x: anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2, y: dy, width, height },
      anchor,
      leader,
    })
  }
  for (const shift of [0, 0.3, -0.3]) {
    add(0.5 + shift, 1, 'middle', 0, -GAP - height)
    add(0.5 + shift, 0, 'middle', 0, GAP)
    add(1, 0.5 + shift, 'start', GAP, -height / 2)
    add(0, 0.5 + shift, 'end', -GAP, -height / 2)
  }
  // At an edge of the stage a name goes inwards from the border of its region.
  for (const [fx, anchor, out] of [
    [1, 'end', INWARDS],
    [0, 'start', -INWARDS],
  ] as const) {
    add(fx, 1, anchor, out, -GAP - height)
    add(fx, 0, anchor, out, GAP)
  }
  for (const [fx, anchor] of [
    [0.9, 'start'],
    [0.1, 'end'],
  ] as const) {
    add(fx, 0.9, anchor, 0, -height)
    add(fx, 0.1, anchor, 0, 0)
  }
  for (const reach of REACHES) {
    add(1, 0.5, 'start', reach, -height / 2, true)
    add(0, 0.5, 'end', -reach, -height / 2, true)
    add(0.5, 1, 'middle', 0, -reach - height, true)
    add(0.5, 0, 'middle', 0, reach, true)
    for (const [fx, anchor, side] of [
      [0.85, 'start', 1],
      [0.15, 'end', -1],
    ] as const) {
      add(fx, 0.85, anchor, 0.7 * side * reach, -0.7 * reach - height, true)
      add(fx, 0.15, anchor, 0.7 * side * reach, 0.7 * reach, true)
    }
  }
  return places
}
