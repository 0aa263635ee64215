/** A place on the map, in map units rounded to 0.1. */
export type Place = [x: number, y: number]

/** Largest coordinates of the map, in map units. */
export const MAP_HALF_WIDTH = 1000
export const MAP_HALF_HEIGHT = 620

/**
 * Gives out places, each once: a wish is rounded to 0.1 and kept on the map; where the place is taken, the next free one
 * on growing squares round it is given. Who asks first has it, so ask in order of key. Linear but for crowds.
 */
export class PlaceBook {
  private readonly taken = new Set<number>()

  claim(x: number, y: number): Place {
    const column = tenths(x, MAP_HALF_WIDTH)
    const row = tenths(y, MAP_HALF_HEIGHT)
    if (this.take(column, row)) return [column / 10, row / 10]
    for (let ring = 1; ; ring++) {
      for (const [dx, dy] of squareRing(ring)) {
        if (this.take(column + dx, row + dy)) return [(column + dx) / 10, (row + dy) / 10]
      }
    }
  }

  private take(column: number, row: number): boolean {
    if (Math.abs(column) > MAP_HALF_WIDTH * 10 || Math.abs(row) > MAP_HALF_HEIGHT * 10) return false
    const cell = (column + 20_000) * 40_000 + row + 20_000
    if (this.taken.has(cell)) return false
    this.taken.add(cell)
    return true
  }
}

function tenths(value: number, limit: number): number {
  // + 0 makes a plain zero of −0, which JSON and readers would tell apart.
  return Math.round(Math.max(-limit, Math.min(limit, value)) * 10) + 0
}

/** The cells at a distance ≥ 1 from the origin, counted along rows and columns, in a fixed order. */
function* squareRing(distance: number): Generator<readonly [number, number]> {
  for (let step = -distance; step < distance; step++) {
    yield [distance, step]
    yield [-step, distance]
    yield [-distance, -step]
    yield [step, -distance]
  }
}
