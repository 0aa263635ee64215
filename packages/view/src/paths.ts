import type { Point } from './geometry.ts'

/** SVG path data of a closed quadratic B-spline with the given corners: smooth everywhere, inside their hull. */
export function closedPath(corners: readonly Point[]): string {
  const last = corners.at(-1)
  if (last === undefined) return ''
  const start = middle(last, corners[0] ?? last)
  const arcs = corners.map((corner, i) => {
    const end = middle(corner, corners[(i + 1) % corners.length] ?? last)
    return `Q${at(corner)} ${at(end)}`
  })
  return `M${at(start)}${arcs.join('')}Z`
}

/** SVG path data of a straight-sided open line. */
export function openPath(points: readonly Point[]): string {
  return points.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point)}`).join('')
}

/** Pixels with two decimals are finer than any screen; the same picture is then the same text. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
