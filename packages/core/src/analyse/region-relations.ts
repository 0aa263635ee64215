import type { Region } from '@fieldmap/graph'
import type { Points, Relations } from './anchored-smoothing.ts'
import type { PaperSimilarity } from './similarity.ts'

/** What the similarity of papers says about regions. */
export interface RegionRelations {
  /** Strength between regions, 0..1: Salton's cosine, shared strength over the root of the product of both strengths. */
  readonly between: Relations
  /** Of each region, the similarity among its members, by their place in `members`. */
  readonly inside: readonly Relations[]
  /** Of each member of a region, the mean direction to the regions of its related papers elsewhere, length 0..1. */
  readonly leansOf: (region: number, centres: Points) => Points
}

/** Sums the paper–paper similarity by region. Papers of no region count nowhere. Linear in the similarity. */
export function regionRelations(similarity: PaperSimilarity, regions: readonly Region[]): RegionRelations {
  const { papers, offsets, targets, weights } = similarity
  const indexOf = new Map(papers.map((key, i) => [key, i]))
  const regionOf = new Int32Array(papers.length).fill(-1)
  const placeOf = new Int32Array(papers.length)
  const members = regions.map((region) => region.members.map((key) => indexOf.get(key) ?? -1).filter((i) => i >= 0))
  members.forEach((indices, region) => {
    indices.forEach((i, place) => {
      regionOf[i] = region
      placeOf[i] = place
    })
  })
  const row = (i: number): (readonly [number, number])[] => {
    const pairs: (readonly [number, number])[] = []
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) pairs.push([targets[k] ?? 0, weights[k] ?? 0])
    return pairs
  }
  const regionAt = (i: number): number => regionOf[i] ?? -1

  const shared = regions.map(() => new Map<number, number>())
  const totals = new Float64Array(regions.length)
  const inside = members.map((indices, region) =>
    indices.map((i) => {
      for (const [j, weight] of row(i)) {
        const other = regionAt(j)
        if (other < 0) continue
        totals[region] = (totals[region] ?? 0) + weight
        if (other !== region) shared[region]?.set(other, (shared[region]?.get(other) ?? 0) + weight)
      }
      return row(i).flatMap(([j, weight]) => (regionAt(j) === region ? [[placeOf[j] ?? 0, weight] as const] : []))
    }),
  )
  const between = shared.map((others, a) => {
    const strengths = [...others].sort(([b], [c]) => b - c)
    return strengths.map(([b, weight]) => [b, weight / Math.sqrt((totals[a] ?? 1) * (totals[b] ?? 1))] as const)
  })

  const leansOf = (region: number, centres: Points): Points => {
    const leans = (members[region] ?? []).map((i) => {
      let [sumX, sumY, sum] = [0, 0, 0]
      for (const [j, weight] of row(i)) {
        sum += weight
        const other = regionAt(j)
        if (other < 0 || other === region) continue
        const dx = (centres.x[other] ?? 0) - (centres.x[region] ?? 0)
        const dy = (centres.y[other] ?? 0) - (centres.y[region] ?? 0)
        const distance = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy))
        sumX += (weight * dx) / distance
        sumY += (weight * dy) / distance
      }
      return sum === 0 ? [0, 0] : [sumX / sum, sumY / sum]
    })
    return { x: Float64Array.from(leans, ([x]) => x ?? 0), y: Float64Array.from(leans, ([, y]) => y ?? 0) }
  }
  return { between, inside, leansOf }
}
