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

/** No label with what leads to it reaches farther from its place, in pixels: for the grid. */
const REACH = 300

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
  const least = Math.max(1e-9, Math.min(most, ...wishes.map(({ from }) => from)))
  const taken = new ScaleGrid((2 * REACH) / least)
  for (const obstacle of obstacles) taken.add(obstacle)
  const ranges: LabelRange[] = []
  for (const wish of wishes) {
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
  private readonly cells = new Map<number, Map<number, Obstacle[]>>()
  private readonly cell: number

  /** @param cell map units within which obstacles can matter to each other. */
  constructor(cell: number) {
    this.cell = cell
  }

  add(obstacle: Obstacle): void {
    const [x, y] = [Math.floor(obstacle.at.x / this.cell), Math.floor(obstacle.at.y / this.cell)]
    const column = this.cells.get(x) ?? new Map<number, Obstacle[]>()
    this.cells.set(x, column)
    const cell = column.get(y)
    if (cell === undefined) column.set(y, [obstacle])
    else cell.push(obstacle)
  }

  /** The scale from which a place is free for ever, looking from `from` on; at least `enough` where it is not before. */
  freeFrom(place: AnchoredBox, key: string, from: number, enough: number): number {
    const [column, row] = [Math.floor(place.at.x / this.cell), Math.floor(place.at.y / this.cell)]
    let free = 0
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const obstacle of this.cells.get(x)?.get(y) ?? []) {
          const last = lastOverlap(place, obstacle, Math.max(from, obstacle.from))
          if (last <= free || obstacle.key === key) continue
          free = last
          if (free >= enough) return free
        }
      }
    }
    return free
  }
}
