import { type Box, boxContains, boxesOverlap, boxGap, type Point } from './geometry.ts'
import { type LabelText, labelAt, sizeOfLines } from './label-layout.ts'
import type { Occupancy } from './occupancy.ts'
import { segmentMeets } from './route.ts'
import type { SceneLabel } from './scene-types.ts'
import { shorten } from './text-width.ts'

/** A label that cannot stand where it was planned: its mark, and where that is on the stage. */
export interface MovedLabel {
  readonly key: string
  readonly of: SceneLabel['of']
  readonly lines: readonly LabelText[]
  /** The box of the mark, or of the part of the region that is in view. */
  readonly mark: Box
  /** Where it would stand best. */
  readonly wanted: Box
}

/** Narrower than this a name says nothing. */
const LEAST_WIDTH = 48
/** How far beside its mark a label may stand, in pixels; from the second on a line leads to it. */
const REACHES = [3, 16, 34, 58, 90]
/** Steps of the search over the whole stage. */
const SCAN = { x: 24, y: 12 }
/** Farther from its region than this, in pixels, a name seems to be that of another one, unless a line leads to it. */
const FAR = 12

/**
 * The best free place for a label on a stage: beside its mark, then farther off with a leader, then anywhere near, and
 * the same again with its name shortened; if it can be, over no mark. `undefined` where the stage has no room even for a
 * few letters.
 */
export function moveLabel(
  label: MovedLabel,
  taken: readonly Box[],
  marks: Occupancy,
  stage: Box,
): SceneLabel | undefined {
  const near = taken.filter((box) => boxesOverlap(box, stage))
  const isFree = (box: Box): boolean => boxContains(stage, box) && !near.some((other) => boxesOverlap(other, box))
  const isBlank = (box: Box): boolean => isFree(box) && !marks.hits(box)
  const isClear = ([from, to]: readonly [Point, Point]): boolean =>
    !near.some((box) => segmentMeets(from, to, cornersOf(box)))
  for (const [width, isGood] of [
    [Number.POSITIVE_INFINITY, isBlank],
    [110, isBlank],
    [Number.POSITIVE_INFINITY, isFree],
    [64, isFree],
    [LEAST_WIDTH, isFree],
  ] as const) {
    const lines = width === Number.POSITIVE_INFINITY ? label.lines : shortened(label.lines, width)
    const size = sizeOfLines(lines)
    const place =
      label.of === 'region' ? regionPlace(label, size, stage, isGood, isClear) : nodePlace(label, size, isGood, isClear)
    if (place !== undefined) return withLeader(label, lines, place)
  }
  const lines = shortened(label.lines.slice(0, 1), LEAST_WIDTH)
  const place = scan(label.wanted, sizeOfLines(lines), stage, isFree)
  return place && withLeader(label, lines, { box: place, anchor: 'middle', leader: label.of !== 'region' })
}

interface Place {
  readonly box: Box
  readonly anchor: SceneLabel['anchor']
  readonly leader: boolean
}

type Size = Pick<Box, 'width' | 'height'>

function shortened(lines: readonly LabelText[], width: number): readonly LabelText[] {
  return lines.map((line) => ({ ...line, text: shorten(line.text, width, line.size, line.weight) }))
}

function nodePlace(
  { mark }: MovedLabel,
  { width, height }: Size,
  isFree: (box: Box) => boolean,
  isClear: (leader: readonly [Point, Point]) => boolean,
): Place | undefined {
  const x = { left: mark.x - width, middle: mark.x + mark.width / 2 - width / 2, right: mark.x + mark.width }
  const y = { above: mark.y - height, middle: mark.y + mark.height / 2 - height / 2, below: mark.y + mark.height }
  for (const reach of REACHES) {
    const leader = reach !== REACHES[0]
    const aslant = 0.7 * reach
    const places: readonly (readonly [x: number, y: number, anchor: Place['anchor']])[] = [
      [x.right + reach, y.middle, 'start'],
      [x.left - reach, y.middle, 'end'],
      [x.middle, y.above - reach, 'middle'],
      [x.middle, y.below + reach, 'middle'],
      [x.right + aslant, y.above - aslant, 'start'],
      [x.right + aslant, y.below + aslant, 'start'],
      [x.left - aslant, y.above - aslant, 'end'],
      [x.left - aslant, y.below + aslant, 'end'],
    ]
    for (const [left, top, anchor] of places) {
      const box = { x: left, y: top, width, height }
      if (isFree(box) && (!leader || isClear(leaderOf(mark, box)))) return { box, anchor, leader }
    }
  }
  return undefined
}

/**
 * Where it is wanted, moved into the stage; else in the part of the region that is in view; else anywhere. Far off with a
 * leader, unless that would cross another name.
 */
function regionPlace(
  { mark, wanted }: MovedLabel,
  { width, height }: Size,
  stage: Box,
  isFree: (box: Box) => boolean,
  isClear: (leader: readonly [Point, Point]) => boolean,
): Place | undefined {
  const placed = (box: Box): Place => {
    const leader = boxGap(box, mark) > FAR && isClear(leaderOf(mark, box))
    return { box, anchor: 'middle', leader }
  }
  const target = {
    x: clamp(wanted.x + (wanted.width - width) / 2, stage.x, stage.x + stage.width - width),
    y: clamp(wanted.y + (wanted.height - height) / 2, stage.y, stage.y + stage.height - height),
    width,
    height,
  }
  if (isFree(target)) return placed(target)
  const left = Math.max(stage.x, mark.x)
  const top = Math.max(stage.y, mark.y)
  const seen = {
    x: left,
    y: top,
    width: Math.min(stage.x + stage.width, mark.x + mark.width) - left,
    height: Math.min(stage.y + stage.height, mark.y + mark.height) - top,
  }
  const box = scan(target, { width, height }, seen, isFree) ?? scan(target, { width, height }, stage, isFree)
  return box && placed(box)
}

/** The free box of a size in an area that is nearest to where it is wanted. */
function scan(wanted: Box, { width, height }: Size, area: Box, isFree: (box: Box) => boolean): Box | undefined {
  let best: Box | undefined
  let least = Number.POSITIVE_INFINITY
  for (let y = area.y; y + height <= area.y + area.height; y += SCAN.y) {
    for (let x = area.x; x + width <= area.x + area.width; x += SCAN.x) {
      const away = Math.abs(x - wanted.x) + 2 * Math.abs(y - wanted.y)
      const box = { x, y, width, height }
      if (away < least && isFree(box)) [best, least] = [box, away]
    }
  }
  return best
}

function withLeader({ key, of, mark }: MovedLabel, lines: readonly LabelText[], place: Place): SceneLabel {
  const label = labelAt({ key, of, lines, opacity: 1 }, place.anchor, place.box)
  return place.leader ? { ...label, leader: leaderOf(mark, place.box) } : label
}

/** From the border of a mark to the nearest side of a label. */
export function leaderOf(mark: Box, { x, y, width, height }: Box): readonly [Point, Point] {
  const from = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 }
  const to = { x: clamp(from.x, x + 2, x + width - 2), y: clamp(from.y, y + 2, y + height - 2) }
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const reach = Math.min(length, Math.min(mark.width, mark.height) / 2)
  return [{ x: from.x + ((to.x - from.x) / length) * reach, y: from.y + ((to.y - from.y) / length) * reach }, to]
}

export function cornersOf({ x, y, width, height }: Box): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
