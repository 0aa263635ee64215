import type { LabelText } from './label-layout.ts'
import { type AnchoredBox, lastOverlap } from './scale-space.ts'

/** A place that a label can take beside its mark, the same at every zoom. */
export interface LabelPlace extends AnchoredBox {
  /** Which side of the box its text is set against. */
  readonly anchor: 'start' | 'middle' | 'end'
  /** Whether a line should lead from the mark to the label. */
  readonly leader: boolean
}

/** A label that wants to be shown from a scale on. */
export interface LabelWish {
  readonly key: string
  readonly of: 'node' | 'region'
  readonly lines: readonly LabelText[]
  /** In order of liking. */
  readonly places: readonly LabelPlace[]
  /** The least scale, in pixels a map unit, at which it may show. */
  readonly from: number
}

/** A label, its place, and the scale from which it is shown, for ever. */
export interface LabelRange {
  readonly key: string
  readonly of: 'node' | 'region'
  readonly lines: readonly LabelText[]
  readonly place: LabelPlace
  readonly from: number
}

/** Something that labels may not cover from a scale on; the label of `key` itself may. */
export interface Obstacle extends AnchoredBox {
  readonly key: string
  readonly from: number
}

/** Nothing in the grid reaches farther from its place, in pixels: names are wide and low. What does is kept aside. */
const REACH = { x: 240, y: 32 }
/** Pixels of a cell of the grid at the least scale. */
const CELL = 80

/**
 * The active ranges of labels, the most wanted first: each takes the first of its places that is free of all obstacles
 * and earlier labels from its own scale on, else the one that becomes free soonest, and is shown from then on. So at any
 * scale no two shown labels overlap, and zooming in never takes one away. What cannot be shown up to the scale `most` is
 * left out. About linear in the wishes, as only those near each other are compared.
 */
export function activeRanges(
  wishes: readonly LabelWish[],
  obstacles: readonly Obstacle[],
  most: number,
): readonly LabelRange[] {
  const steps = activeRangesInSteps(wishes, obstacles, most)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Wishes that are looked at in one step. */
const STEP = 150

/** {@link activeRanges}, stopping now and then, for those who must not work long at a time. */
export function* activeRangesInSteps(
  wishes: readonly LabelWish[],
  obstacles: readonly Obstacle[],
  most: number,
): Generator<void, readonly LabelRange[]> {
  const least = wishes.reduce((soonest, { from }) => Math.min(soonest, from), most)
  if (least <= 0) throw new RangeError('A label must be wished for from a scale above 0.')
  const taken = new ScaleGrid(CELL / least)
  for (const obstacle of obstacles) taken.add(obstacle)
  const ranges: LabelRange[] = []
  for (const [i, wish] of wishes.entries()) {
    if (i % STEP === STEP - 1) yield
    const range = rangeOf(wish, taken, most)
    if (range === undefined) continue
    ranges.push(range)
    taken.add({ ...range.place, key: range.key, from: range.from })
  }
  return ranges
}

function rangeOf({ key, of, lines, places, from }: LabelWish, taken: ScaleGrid, most: number): LabelRange | undefined {
  let best: LabelPlace | undefined
  let soonest = most
  for (const place of places) {
    const free = taken.freeFrom(place, key, from, soonest)
    if (free >= soonest) continue
    ;[best, soonest] = [place, free]
    if (free <= from) break
  }
  return best && { key, of, lines, place: best, from: Math.max(from, soonest) }
}

/** Obstacles by where they are anchored, so that asking costs what is near. */
class ScaleGrid {
  private readonly cells = new Map<number, Obstacle[]>()
  private readonly large: Obstacle[] = []
  private readonly cell: number

  /** @param cell size of its cells, in map units. */
  constructor(cell: number) {
    this.cell = cell
  }

  add(obstacle: Obstacle): void {
    const { x, y } = reachOf(obstacle)
    if (x > REACH.x || y > REACH.y) {
      this.large.push(obstacle)
      return
    }
    const key = keyOf(this.cellAt(obstacle.at.x), this.cellAt(obstacle.at.y))
    const cell = this.cells.get(key)
    if (cell === undefined) this.cells.set(key, [obstacle])
    else cell.push(obstacle)
  }

  /** The scale from which a place is free for ever, looking from `from` on; at least `enough` where it is not before. */
  freeFrom(place: AnchoredBox, key: string, from: number, enough: number): number {
    let free = latest(this.large, place, key, from, 0, enough)
    const own = reachOf(place)
    const reach = { x: (own.x + REACH.x) / from, y: (own.y + REACH.y) / from }
    const [left, right] = [this.cellAt(place.at.x - reach.x), this.cellAt(place.at.x + reach.x)]
    const [bottom, top] = [this.cellAt(place.at.y - reach.y), this.cellAt(place.at.y + reach.y)]
    for (let x = left; x <= right && free < enough; x++) {
      for (let y = bottom; y <= top && free < enough; y++) {
        const near = this.cells.get(keyOf(x, y))
        if (near !== undefined) free = latest(near, place, key, from, free, enough)
      }
    }
    return free
  }

  private cellAt(coordinate: number): number {
    return Math.floor(coordinate / this.cell)
  }
}

/** The latest end of overlap of a place with obstacles, at least `free`; enough is enough. */
function latest(
  obstacles: readonly Obstacle[],
  place: AnchoredBox,
  key: string,
  from: number,
  free: number,
  enough: number,
): number {
  let result = free
  for (const obstacle of obstacles) {
    const last = lastOverlap(place, obstacle, Math.max(from, obstacle.from))
    if (last <= result || obstacle.key === key) continue
    result = last
    if (result >= enough) break
  }
  return result
}

function reachOf({ box: { x, y, width, height } }: AnchoredBox): { x: number; y: number } {
  return { x: Math.max(-x, x + width), y: Math.max(-y, y + height) }
}

/** Cells a million apart share a number, which costs time and no correctness. */
function keyOf(x: number, y: number): number {
  return x * 1e6 + y
}
