/** A place: in map units y points up, in pixels down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An upright box; `x`, `y` is its corner with the least coordinates. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The least box round some points; `undefined` for none. */
export function boundsOf(points: Iterable<Point>): Box | undefined {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** How far two boxes stand apart; negative by how deep they overlap. */
export function boxGap(a: Box, b: Box): number {
  const dx = Math.max(b.x - a.x - a.width, a.x - b.x - b.width)
  const dy = Math.max(b.y - a.y - a.height, a.y - b.y - b.height)
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy)
}

/** Whether `inner` lies in `outer` with `margin` to spare. */
export function boxContains(outer: Box, inner: Box, margin = 0): boolean {
  return (
    inner.x >= outer.x + margin &&
    inner.y >= outer.y + margin &&
    inner.x + inner.width <= outer.x + outer.width - margin &&
    inner.y + inner.height <= outer.y + outer.height - margin
  )
}

export function boxAround({ x, y }: Point, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}

export function centerOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The corners of a box, in turn. */
export function cornersOf({ x, y, width, height }: Box): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}

/** The mean of some points; the origin for none. */
export function meanOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 }
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Whether a point lies in a polygon (even–odd rule). Linear in its corners. */
export function polygonContains(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  let a = polygon.at(-1)
  for (const b of polygon) {
    if (a !== undefined && a.y > y !== b.y > y && x < ((a.x - b.x) * (y - b.y)) / (a.y - b.y) + b.x) inside = !inside
    a = b
  }
  return inside
}

/** The distance from a point to the nearest place of a polyline; infinite for one without points. */
export function distanceToPolyline(line: readonly Point[], point: Point): number {
  let least = Number.POSITIVE_INFINITY
  let a = line[0]
  for (const b of line) {
    if (a !== undefined) least = Math.min(least, distanceToSegment(a, b, point))
    a = b
  }
  return least
}

function distanceToSegment(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square))
  return distance({ x: a.x + t * dx, y: a.y + t * dy }, point)
}
