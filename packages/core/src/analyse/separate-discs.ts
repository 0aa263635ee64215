import type { Points } from './anchored-smoothing.ts'

/** Two discs that overlap: their indices, how far apart the centres are, and by how much too near. */
export interface Overlap {
  readonly i: number
  readonly j: number
  readonly distance: number
  readonly depth: number
}

/**
 * Every pair of discs that overlap, by sweep and prune along x (Baraff 1992): sorted by left edge, each disc is compared
 * with those that begin before it ends. Near-linear where discs are small against the whole.
 */
export function forEachOverlap({ x, y }: Points, radii: Float64Array, visit: (overlap: Overlap) => void): void {
  const left = x.map((value, i) => value - (radii[i] ?? 0))
  const order = Array.from(x.keys()).sort((i, j) => (left[i] ?? 0) - (left[j] ?? 0) || i - j)
  for (let from = 0; from < order.length; from++) {
    const i = order[from] ?? 0
    const [xi, yi, ri] = [x[i] ?? 0, y[i] ?? 0, radii[i] ?? 0]
    for (let next = from + 1; next < order.length; next++) {
      const j = order[next] ?? 0
      if ((left[j] ?? 0) >= xi + ri) break
      const reach = ri + (radii[j] ?? 0)
      const [dx, dy] = [(x[j] ?? 0) - xi, (y[j] ?? 0) - yi]
      const square = dx * dx + dy * dy
      if (square >= reach * reach) continue
      const distance = Math.sqrt(square)
      visit({ i, j, distance, depth: reach - distance })
    }
  }
}

/** Depth, relative to the sum of two radii, below which discs count as apart. */
const TOLERANCE = 1e-4

/**
 * Pushes overlapping discs apart, in place: every pair gives way by half its depth (the smaller disc more), all pairs of
 * a round at once, so that the order of discs does not matter; after each round `confine` brings them back inside. Ends
 * when none overlaps, else after `rounds`. Coincident discs part along x, by index.
 *
 * @returns whether all are apart.
 */
export function separateDiscs(
  points: Points,
  radii: Float64Array,
  rounds: number,
  confine: (points: Points) => void,
): boolean {
  const { x, y } = points
  const [moveX, moveY] = [new Float64Array(x.length), new Float64Array(x.length)]
  for (let round = 0; round < rounds; round++) {
    let apart = true
    moveX.fill(0)
    moveY.fill(0)
    forEachOverlap(points, radii, ({ i, j, distance, depth }) => {
      const [ri, rj] = [radii[i] ?? 0, radii[j] ?? 0]
      if (depth > TOLERANCE * (ri + rj)) apart = false
      const [ux, uy] =
        distance > 0
          ? [((x[j] ?? 0) - (x[i] ?? 0)) / distance, ((y[j] ?? 0) - (y[i] ?? 0)) / distance]
          : [i < j ? 1 : -1, 0]
      const shareI = (rj * rj) / (ri * ri + rj * rj)
      moveX[i] = (moveX[i] ?? 0) - ux * depth * shareI
      moveY[i] = (moveY[i] ?? 0) - uy * depth * shareI
      moveX[j] = (moveX[j] ?? 0) + ux * depth * (1 - shareI)
      moveY[j] = (moveY[j] ?? 0) + uy * depth * (1 - shareI)
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
