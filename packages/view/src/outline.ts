import { distance, type Point } from './geometry.ts'

/** Corners of an outline stand this far apart, in paddings: what smoothing takes away is then the same for all shapes. */
const STEP = 0.4
const CORNERS = { least: 24, most: 200 }
/** So often corners are smoothed that stand one step apart. */
const SMOOTHING = 6
/** Points on the circle round each member that the outline must enclose. */
const CIRCLE = 20

/**
 * The outline of a region: a closed, smooth-cornered, convex line that keeps `padding` from every member, as corners of
 * a quadratic B-spline (see `closedPath`). Empty for no members. O(n log n).
 */
export function outlineOf(members: readonly Point[], padding: number): readonly Point[] {
  if (members.length === 0) return []
  const reach = padding * 1.1 // what smoothing takes away at the corners
  const circles = members.flatMap(({ x, y }) =>
    Array.from({ length: CIRCLE }, (_, i) => {
      const angle = (2 * Math.PI * i) / CIRCLE
      return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) }
    }),
  )
  const hull = convexHull(circles)
  const length = hull.reduce((sum, point, i) => sum + distance(point, hull[(i + 1) % hull.length] ?? point), 0)
  const corners = Math.round(Math.min(CORNERS.most, Math.max(CORNERS.least, length / (STEP * padding))))
  // What smoothing takes away grows with the square of the step: corners farther apart are smoothed less often.
  const coarseness = length / corners / (STEP * padding)
  return smooth(resample(hull, corners), Math.max(1, Math.round(SMOOTHING / Math.max(1, coarseness ** 2))))
}

/** The convex hull, counter-clockwise where y points up (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}

/** The same closed line with `count` corners at equal distances along it. */
function resample(line: readonly Point[], count: number): readonly Point[] {
  const [first] = line
  if (first === undefined) return []
  const closed = [...line, first]
  const lengths = line.map((point, i) => distance(point, closed[i + 1] ?? first))
  const step = lengths.reduce((a, b) => a + b, 0) / count
  const result: Point[] = []
  let walked = 0
  lengths.forEach((length, i) => {
    const [a, b] = [line[i] ?? first, closed[i + 1] ?? first]
    while (result.length < count && result.length * step <= walked + length) {
      const t = length === 0 ? 0 : (result.length * step - walked) / length
      result.push({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) })
    }
    walked += length
  })
  return result
}

/** Moves each corner to the mean of itself (twice) and its two neighbours, some times over. */
function smooth(line: readonly Point[], times: number): readonly Point[] {
  let result = line
  for (let i = 0; i < times; i++) {
    const before = result
    result = before.map((b, at) => {
      const a = before.at(at - 1) ?? b
      const c = before[(at + 1) % before.length] ?? b
      return { x: (a.x + 2 * b.x + c.x) / 4, y: (a.y + 2 * b.y + c.y) / 4 }
    })
  }
  return result
}
