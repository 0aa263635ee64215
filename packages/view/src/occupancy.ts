import { type Box, boxesOverlap } from './geometry.ts'

/** Cells of the grid, about the size of a short label. */
const CELL = 48

/** Boxes that are taken, in a grid, so that asking costs what is near and not what there is. */
export class Occupancy {
  private readonly cells = new Map<string, Box[]>()

  add(box: Box): void {
    this.eachCell(box, (boxes, key) => {
      if (boxes === undefined) this.cells.set(key, [box])
      else boxes.push(box)
    })
  }

  /** Whether any box overlaps. */
  hits(box: Box): boolean {
    return this.count(box, 1) > 0
  }

  /** How many boxes overlap, counted to `most`. */
  count(box: Box, most: number): number {
    const found = new Set<Box>()
    this.eachCell(box, (boxes) => {
      if (found.size >= most) return
      for (const other of boxes ?? []) if (boxesOverlap(box, other)) found.add(other)
    })
    return Math.min(most, found.size)
  }

  private eachCell(box: Box, visit: (boxes: Box[] | undefined, key: string) => void): void {
    for (let x = Math.floor(box.x / CELL); x <= (box.x + box.width) / CELL; x++) {
      for (let y = Math.floor(box.y / CELL); y <= (box.y + box.height) / CELL; y++) {
        const key = `${x}:${y}`
        visit(this.cells.get(key), key)
      }
    }
  }
}
