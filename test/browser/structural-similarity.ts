/** The luma of a picture, 0–255, row by row. */
export interface Luma {
  readonly width: number
  readonly height: number
  readonly values: readonly number[]
}

/** How alike two pictures are. */
export interface Similarity {
  /** Mean over all windows. */
  readonly mean: number
  /** Mean over the windows in which either picture shows more than plain ground. */
  readonly drawn: number
}

const WINDOW = 8
const STEP = 4
/** (0.01 · 255)² and (0.03 · 255)². */
const [C1, C2] = [6.5025, 58.5225]

/**
 * The structural similarity of two pictures of one size (Wang, Bovik, Sheikh, Simoncelli 2004: equation 13, windows of
 * 8 × 8 pixels, here 4 apart). Both means are −1 to 1, and 1 for equal pictures.
 *
 * @throws {RangeError} for pictures of different sizes
 */
export function structuralSimilarity(a: Luma, b: Luma): Similarity {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`${a.width} × ${a.height} is not ${b.width} × ${b.height}`)
  let [all, windows, drawn, drawnWindows] = [0, 0, 0, 0]
  for (let y = 0; y + WINDOW <= a.height; y += STEP) {
    for (let x = 0; x + WINDOW <= a.width; x += STEP) {
      const { value, isPlain } = windowAt(a, b, x, y)
      all += value
      windows++
      if (isPlain) continue
      drawn += value
      drawnWindows++
    }
  }
  return { mean: all / windows, drawn: drawn / Math.max(1, drawnWindows) }
}

function windowAt(a: Luma, b: Luma, left: number, top: number): { value: number; isPlain: boolean } {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let y = top; y < top + WINDOW; y++) {
    for (let x = left; x < left + WINDOW; x++) {
      const p = a.values[y * a.width + x] ?? 0
      const q = b.values[y * b.width + x] ?? 0
      sumA += p
      sumB += q
      squaresA += p * p
      squaresB += q * q
      products += p * q
    }
  }
  const n = WINDOW * WINDOW
  const [meanA, meanB] = [sumA / n, sumB / n]
  const varianceA = (squaresA - n * meanA * meanA) / (n - 1)
  const varianceB = (squaresB - n * meanB * meanB) / (n - 1)
  const covariance = (products - n * meanA * meanB) / (n - 1)
  const likeness = (2 * meanA * meanB + C1) * (2 * covariance + C2)
  const size = (meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2)
  return { value: likeness / size, isPlain: varianceA < 1 && varianceB < 1 }
}
