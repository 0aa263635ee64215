import type { Viewport } from './camera.ts'
import { type Box, boxContains, boxesOverlap, type Point } from './geometry.ts'
import type { Occupancy } from './occupancy.ts'
import type { ColorToken } from './palette.ts'
import type { SceneLabel } from './scene-types.ts'
import { type FontWeight, LINE_HEIGHT, textWidth } from './text-width.ts'

export interface LabelText {
  readonly text: string
  readonly size: number
  readonly weight: FontWeight
  readonly color: ColorToken
}

/** Where a label could stand: `at` is the middle of the box's side (or its centre) that `anchor` and `sits` name. */
export interface LabelSpot {
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
  readonly sits: 'above' | 'beside' | 'below'
}

/** A label that wants a place. Earlier requests choose first; spots are in order of liking. */
export interface LabelRequest {
  readonly key: string
  readonly of: SceneLabel['of']
  readonly lines: readonly LabelText[]
  readonly spots: readonly LabelSpot[]
  readonly opacity: number
  /** The most that a spot may cost: 1 a mark that it covers, what `extraCost` says, and a little for its rank. */
  readonly tolerance: number
  readonly extraCost?: (box: Box) => number
}

/** A label and the spot that it got. */
export interface PlacedLabel {
  readonly label: SceneLabel
  readonly spot: LabelSpot
}

/** Names keep off the edges of the stage, and off its foot, where a legend may stand: in two lines on a narrow stage. */
const EDGE = { side: 5, foot: 40, narrowFoot: 58 }
/** Stages narrower than this have a narrow foot, lower ones than `low` one that is not, in pixels. */
const STAGES = { narrow: 500, low: 400 }

/** Where labels may stand on a stage. */
export function labelStage({ width, height }: Viewport): Box {
  const foot = width < STAGES.narrow && height >= STAGES.low ? EDGE.narrowFoot : EDGE.foot
  return { x: EDGE.side, y: EDGE.side, width: width - 2 * EDGE.side, height: height - EDGE.side - foot }
}

/** Blank kept round a text, in pixels. */
const PADDING = { x: 3, y: 1 }
/** Each later spot is liked this much less, so that a free one wins over a better-liked one that covers a mark. */
const RANK_COST = 0.1

/**
 * Gives each label, in order, the cheapest of its spots that lies in `stage` and overlaps no label placed before; labels
 * for which there is none are left out. So no two boxes of the result overlap. O(labels × spots × labels).
 */
export function placeLabels(requests: readonly LabelRequest[], marks: Occupancy, stage: Box): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const request of requests) {
    const size = sizeOfLines(request.lines)
    let best: { spot: LabelSpot; box: Box } | undefined
    let least = request.tolerance
    request.spots.forEach((spot, rank) => {
      const box = boxAt(spot, size)
      if (!boxContains(stage, box) || placed.some(({ label }) => boxesOverlap(label.box, box))) return
      const cost = marks.count(box, 20) + (request.extraCost?.(box) ?? 0) + RANK_COST * rank
      if (cost <= least) {
        best = { spot, box }
        least = cost - Number.EPSILON
      }
    })
    if (best !== undefined) placed.push({ label: labelAt(request, best.spot.anchor, best.box), spot: best.spot })
  }
  return placed
}

/** The size of the box that a label's lines take, in pixels, with the blank round them. */
export function sizeOfLines(lines: readonly LabelText[]): { width: number; height: number } {
  const width = Math.max(...lines.map(({ text, size, weight }) => textWidth(text, size, weight)))
  const height = lines.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0)
  return { width: width + 2 * PADDING.x, height: height + 2 * PADDING.y }
}

function boxAt({ at, anchor, sits }: LabelSpot, { width, height }: { width: number; height: number }): Box {
  const x = anchor === 'start' ? at.x : anchor === 'end' ? at.x - width : at.x - width / 2
  const y = sits === 'above' ? at.y - height : sits === 'below' ? at.y : at.y - height / 2
  return { x, y, width, height }
}

/** A label whose text is set into a box of its size. */
export function labelAt(
  { key, of, lines, opacity }: Pick<LabelRequest, 'key' | 'of' | 'lines' | 'opacity'>,
  anchor: SceneLabel['anchor'],
  box: Box,
): SceneLabel {
  const inner = { left: box.x + PADDING.x, right: box.x + box.width - PADDING.x }
  const x = anchor === 'start' ? inner.left : anchor === 'end' ? inner.right : (inner.left + inner.right) / 2
  let top = box.y + PADDING.y
  const placed = lines.map((line) => {
    const y = top + line.size // Inter's ascent is 0.97 em; the rest of the line height goes below and above in halves
    top += line.size * LINE_HEIGHT
    return { ...line, x, y }
  })
  return { key, of, lines: placed, anchor, opacity, box }
}
