/** Coordinates of some things, by index. */
export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Of each thing its relations to others, with weights > 0; they need not be symmetric. */
export type Relations = readonly (readonly (readonly [other: number, weight: number])[])[]

const ROUNDS = 40

/**
 * Draws related things together from where they are anchored: each ends at `anchor · a + (1 − anchor) · mean of its
 * relations`, weighted. This is the one minimum of a convex energy (harmonic smoothing with a fixed share of the start,
 * as Zhou et al. 2004, "Learning with local and global consistency"), so it depends continuously on the anchors and
 * weights: a new thing moves the others a little, never tips them into another solution. 40 rounds of the fixed-point
 * iteration leave (1 − anchor)⁴⁰ of the start. A thing without relations stays. Cost: rounds × relations.
 *
 * @param anchor share of the start that is kept, 0..1.
 */
export function smoothPoints(anchors: Points, relations: Relations, anchor: number): Points {
  const sums = relations.map((row) => row.reduce((sum, [, weight]) => sum + weight, 0))
  let { x, y } = anchors
  for (let round = 0; round < ROUNDS; round++) {
    const nextX = Float64Array.from(anchors.x)
    const nextY = Float64Array.from(anchors.y)
    relations.forEach((row, i) => {
      const sum = sums[i] ?? 0
      if (sum === 0) return
      let meanX = 0
      let meanY = 0
      for (const [other, weight] of row) {
        meanX += (x[other] ?? 0) * weight
        meanY += (y[other] ?? 0) * weight
      }
      nextX[i] = anchor * (anchors.x[i] ?? 0) + ((1 - anchor) * meanX) / sum
      nextY[i] = anchor * (anchors.y[i] ?? 0) + ((1 - anchor) * meanY) / sum
    })
    x = nextX
    y = nextY
  }
  return { x, y }
}

/** So that points on a line, or in one place, are not blown up. */
const RIDGE = 0.05

/**
 * Centres points and takes the slant out of them, so that their weighted variance is near 1 in every direction (whitening
 * by the inverse square root of the 2×2 covariance, in closed form). Points on one line stay on a line. Linear.
 *
 * @param weights > 0; what weighs little, and may come or go, changes little.
 */
export function whitenPoints({ x, y }: Points, weights: Float64Array): Points {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (values: (i: number) => number): number =>
    weights.reduce((sum, weight, i) => sum + weight * values(i), 0) / Math.max(1e-9, total)
  const [meanX, meanY] = [mean((i) => x[i] ?? 0), mean((i) => y[i] ?? 0)]
  const dx = x.map((value) => value - meanX)
  const dy = y.map((value) => value - meanY)
  const [xx, xy, yy] = [
    mean((i) => (dx[i] ?? 0) * (dx[i] ?? 0)),
    mean((i) => (dx[i] ?? 0) * (dy[i] ?? 0)),
    mean((i) => (dy[i] ?? 0) * (dy[i] ?? 0)),
  ]
  const ridge = RIDGE * (xx + yy) + 1e-9
  const [p, q] = [xx + ridge, yy + ridge]
  // The square root of M = [[p, xy], [xy, q]] is (M + √det · 1) / √(trace + 2 √det); its inverse is wanted.
  const root = Math.sqrt(Math.max(0, p * q - xy * xy))
  const scale = 1 / (root * Math.sqrt(p + q + 2 * root))
  const [a, b, c] = [(q + root) * scale, -xy * scale, (p + root) * scale]
  return {
    x: dx.map((value, i) => a * value + b * (dy[i] ?? 0)),
    y: dx.map((value, i) => b * value + c * (dy[i] ?? 0)),
  }
}
