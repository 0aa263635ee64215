import { distance, type Point } from './geometry.ts'

/** Distance between neighbours where nothing tells: a region of one. */
const DEFAULT_SPACING = 60

/** The median distance from a point to the nearest of its own cluster, > 0. O(Σ n²) over the clusters. */
export function typicalSpacing(clusters: readonly (readonly Point[])[]): number {
  const nearest = clusters.flatMap((points) =>
    points.length < 2 ? [] : points.map((point) => nearestOf(point, points)),
  )
  nearest.sort((a, b) => a - b)
  const median = nearest[nearest.length >> 1] ?? DEFAULT_SPACING
  return median > 0 ? median : DEFAULT_SPACING
}

/**
 * For each cluster the least distance of its points to those of any other; infinite where that is over four times
 * `spacing`, which leaves an outline all the room it wants. Sweeps along x.
 */
export function gapsBetween(clusters: readonly (readonly Point[])[], spacing: number): readonly number[] {
  const reach = 4 * spacing
  const gaps = clusters.map(() => Number.POSITIVE_INFINITY)
  const points = clusters.flatMap((cluster, group) => cluster.map((point) => ({ point, group })))
  points.sort((a, b) => a.point.x - b.point.x)
  points.forEach(({ point, group }, i) => {
    for (let j = i + 1; j < points.length; j++) {
      const other = points[j]
      if (other === undefined || other.point.x - point.x > reach) break
      if (other.group === group) continue
      const gap = distance(point, other.point)
      gaps[group] = Math.min(gaps[group] ?? gap, gap)
      gaps[other.group] = Math.min(gaps[other.group] ?? gap, gap)
    }
  })
  return gaps
}

function nearestOf(point: Point, others: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const other of others) {
    if (other === point) continue
    least = Math.min(least, (other.x - point.x) ** 2 + (other.y - point.y) ** 2)
  }
  return Math.sqrt(least)
}
