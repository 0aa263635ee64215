import type { Points } from './anchored-smoothing.ts'

/** Two discs that overlap: their indices, how far apart the centres are, and by how much too near. */
export interface Overlap {
  readonly i: number
  readonly j: number
  readonly distance: number
  readonly depth: number
}

/**
 * Every pair of discs that overlap, each once, found by a grid with cells of the largest diameter: a disc is compared
 * with those of its own cell and of four of the eight around. Linear for discs of like size that do not crowd.
 */
export function forEachOverlap({ x, y }: Points, radii: Float64Array, visit: (overlap: Overlap) => void): void {
  const { columns, rows, starts, order } = gridOf({ x, y }, radii)
  const compare = (i: number, cell: number, from: number): void => {
    const [xi, yi, ri] = [x[i] ?? 0, y[i] ?? 0, radii[i] ?? 0]
    for (let place = from; place < (starts[cell + 1] ?? 0); place++) {
      const j = order[place] ?? 0
      const [dx, dy, reach] = [(x[j] ?? 0) - xi, (y[j] ?? 0) - yi, ri + (radii[j] ?? 0)]
      const square = dx * dx + dy * dy
      if (square >= reach * reach) continue
      const distance = Math.sqrt(square)
      visit({ i, j, distance, depth: reach - distance })
    }
  }
  for (let cell = 0; cell < columns * rows; cell++) {
    const column = cell % columns
    const last = cell + columns >= columns * rows
    for (let place = starts[cell] ?? 0; place < (starts[cell + 1] ?? 0); place++) {
      const i = order[place] ?? 0
      compare(i, cell, place + 1)
      if (column + 1 < columns) compare(i, cell + 1, starts[cell + 1] ?? 0)
      if (last) continue
      for (let next = Math.max(0, column - 1); next <= Math.min(columns - 1, column + 1); next++) {
        const below = cell + columns - column + next
        compare(i, below, starts[below] ?? 0)
      }
    }
  }
}

interface Grid {
  readonly columns: number
  readonly rows: number
  /** Of each cell the place in `order` where its discs begin; one more at the end. */
  readonly starts: Int32Array
  /** Indices of discs by cell, ascending within one. */
  readonly order: Int32Array
}

function gridOf({ x, y }: Points, radii: Float64Array): Grid {
  const [left, right] = rangeOf(x)
  const [bottom, top] = rangeOf(y)
  const widest = radii.reduce((most, r) => Math.max(most, 2 * r), 1e-9)
  // No more cells than about four a disc, however far apart a few of them stand.
  const side = Math.max(
    widest,
    Math.sqrt(((right - left) * (top - bottom)) / (4 * x.length + 1)),
    (right - left) / 4096,
  )
  const columns = Math.floor((right - left) / side) + 1
  const rows = Math.max(1, Math.min(4096, Math.floor((top - bottom) / side) + 1))
  const cells = Int32Array.from(x, (value, i) => {
    const row = Math.min(rows - 1, Math.floor(((y[i] ?? 0) - bottom) / side))
    return row * columns + Math.floor((value - left) / side)
  })
  const starts = new Int32Array(columns * rows + 1)
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0)
  const filled = starts.slice()
  const order = new Int32Array(x.length)
  cells.forEach((cell, i) => {
    const place = filled[cell] ?? 0
    order[place] = i
    filled[cell] = place + 1
  })
  return { columns, rows, starts, order }
}

function rangeOf(values: Float64Array): readonly [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return values.length === 0 ? [0, 0] : [low, high]
}

/** Depth, relative to the sum of two radii, below which discs count as apart. */
const TOLERANCE = 2e-3

/**
 * Pushes overlapping discs apart, in place: every pair parts by its depth, the lighter disc more, all pairs of a round at
 * once, so that the order of discs does not matter; after each round `confine` brings them back inside. Ends when none
 * overlaps, else after `rounds`. Coincident discs part along x, by index.
 *
 * @param masses of each disc, > 0: of two each gives way by the other's share.
 * @param from two discs part along the line between these points of theirs; their centres, if left out.
 * @returns whether all are apart.
 */
export function separateDiscs(
  points: Points,
  radii: Float64Array,
  rounds: number,
  confine: (points: Points) => void,
  masses: ArrayLike<number>,
  from: Points = points,
): boolean {
  const { x, y } = points
  const [moveX, moveY] = [new Float64Array(x.length), new Float64Array(x.length)]
  for (let round = 0; round < rounds; round++) {
    let apart = true
    moveX.fill(0)
    moveY.fill(0)
    forEachOverlap(points, radii, ({ i, j, depth }) => {
      const reach = (radii[i] ?? 0) + (radii[j] ?? 0)
      if (depth > TOLERANCE * reach) apart = false
      const [ux, uy] = directionOf(from, i, j)
      const push = reach - ux * ((x[j] ?? 0) - (x[i] ?? 0)) - uy * ((y[j] ?? 0) - (y[i] ?? 0))
      const shareI = (masses[j] ?? 1) / ((masses[i] ?? 1) + (masses[j] ?? 1))
      moveX[i] = (moveX[i] ?? 0) - ux * push * shareI
      moveY[i] = (moveY[i] ?? 0) - uy * push * shareI
      moveX[j] = (moveX[j] ?? 0) + ux * push * (1 - shareI)
      moveY[j] = (moveY[j] ?? 0) + uy * push * (1 - shareI)
    })
    if (apart) return true
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] ?? 0) + GIVE * (moveX[i] ?? 0)
      y[i] = (y[i] ?? 0) + GIVE * (moveY[i] ?? 0)
    }
    confine(points)
  }
  return false
}

/** Share of a push that is carried out at once; a disc pushed from many sides would leap with all of it. */
const GIVE = 0.6

/** The unit vector from one point to another; of coincident ones along x, by index. */
function directionOf({ x, y }: Points, i: number, j: number): readonly [number, number] {
  const [dx, dy] = [(x[j] ?? 0) - (x[i] ?? 0), (y[j] ?? 0) - (y[i] ?? 0)]
  const distance = Math.sqrt(dx * dx + dy * dy)
  return distance > 0 ? [dx / distance, dy / distance] : [i < j ? 1 : -1, 0]
}
