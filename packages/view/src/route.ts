import { distance, type Point } from './geometry.ts'

/** A convex shape that lines should go round, its corners in order. */
export interface ConvexObstacle {
  /** What no line may cross. */
  readonly core: readonly Point[]
  /** Where a line that goes round may turn: the core with some clearance. */
  readonly corners: readonly Point[]
}

/**
 * The shortest line from `start` to `end` round convex obstacles: a search in the visibility graph of the obstacles that
 * lie in the way, found by adding those that the line so far crosses (Lozano-Pérez and Wesley, 1979,
 * doi:10.1145/359156.359164). Where there is no way round, straight. O(n²·m) for n corners of the m obstacles in the way.
 */
export function shortestRoute(start: Point, end: Point, obstacles: readonly ConvexObstacle[]): readonly Point[] {
  const inWay: ConvexObstacle[] = []
  let line: readonly Point[] = [start, end]
  for (;;) {
    const path = line
    const met = obstacles.filter((obstacle) => !inWay.includes(obstacle) && crosses(path, obstacle.core))
    if (met.length === 0) return line
    inWay.push(...met)
    const round = searchRoute(start, end, inWay)
    if (round === undefined) return line
    line = round
  }
}

function crosses(line: readonly Point[], core: readonly Point[]): boolean {
  return line.some((b, i) => {
    const a = line[i - 1]
    return a !== undefined && segmentMeets(a, b, core)
  })
}

/** Dijkstra's algorithm from `end` back, so that ties fall the same way for the same line. */
function searchRoute(start: Point, end: Point, obstacles: readonly ConvexObstacle[]): readonly Point[] | undefined {
  const cores = obstacles.map(({ core }) => core)
  const corners = obstacles.flatMap((own) =>
    own.corners.filter((corner) => !cores.some((core) => core !== own.core && segmentMeets(corner, corner, core))),
  )
  const points = [start, end, ...corners]
  const cost = points.map((_, i) => (i === 0 ? 0 : Number.POSITIVE_INFINITY))
  const before: (number | undefined)[] = points.map(() => undefined)
  const done = new Set<number>()
  for (;;) {
    let at = -1
    cost.forEach((value, i) => {
      if (!done.has(i) && value < (at < 0 ? Number.POSITIVE_INFINITY : (cost[at] ?? 0))) at = i
    })
    const here = points[at]
    if (here === undefined) return undefined
    if (at === 1) break
    done.add(at)
    points.forEach((there, i) => {
      const through = (cost[at] ?? 0) + distance(here, there)
      if (done.has(i) || through >= (cost[i] ?? 0)) return
      if (cores.some((core) => segmentMeets(here, there, core))) return
      cost[i] = through
      before[i] = at
    })
  }
  const line: Point[] = []
  for (let at: number | undefined = 1; at !== undefined; at = before[at]) line.unshift(points[at] ?? end)
  return line
}

/** Whether a segment has a point inside a convex polygon (Cyrus and Beck's clipping, 1978); touching is not inside. */
export function segmentMeets(a: Point, b: Point, polygon: readonly Point[]): boolean {
  const turn = Math.sign(signedArea(polygon))
  if (turn === 0) return false
  let [enter, leave] = [0, 1]
  let p = polygon.at(-1)
  for (const q of polygon) {
    if (p !== undefined) {
      const normal = { x: turn * (p.y - q.y), y: turn * (q.x - p.x) } // inwards
      const inside = (a.x - p.x) * normal.x + (a.y - p.y) * normal.y
      const along = (b.x - a.x) * normal.x + (b.y - a.y) * normal.y
      if (along === 0) {
        if (inside <= 1e-9) return false
      } else if (along > 0) enter = Math.max(enter, -inside / along)
      else leave = Math.min(leave, -inside / along)
      if (enter > leave) return false
    }
    p = q
  }
  return a.x === b.x && a.y === b.y ? true : leave - enter > 1e-6
}

function signedArea(polygon: readonly Point[]): number {
  let area = 0
  let p = polygon.at(-1)
  for (const q of polygon) {
    if (p !== undefined) area += p.x * q.y - q.x * p.y
    p = q
  }
  return area
}

/** A line with its corners rounded by arcs that begin at most `reach` before them. */
export function rounded(line: readonly Point[], reach: number): readonly Point[] {
  return line.flatMap((corner, i): readonly Point[] => {
    const [before, after] = [line[i - 1], line[i + 1]]
    if (before === undefined || after === undefined) return [corner]
    const start = towards(corner, before, reach)
    const end = towards(corner, after, reach)
    return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
      x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * corner.x + t ** 2 * end.x,
      y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * corner.y + t ** 2 * end.y,
    }))
  })
}

function towards(from: Point, to: Point, reach: number): Point {
  const length = distance(from, to)
  const t = length === 0 ? 0 : Math.min(0.5, reach / length)
  return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }
}
