import type { Viewport } from './camera.ts'
import { cornersOf } from './geometry.ts'
import type { LabelPlace, LabelRange } from './label-ranges.ts'
import type { LaidRegion, Layout } from './layout.ts'
import { type Candidate, type Candidates, candidatesOf, type Project, type Surroundings } from './region-candidates.ts'
import { segmentMeets } from './route.ts'
import { lastOverlap } from './scale-space.ts'

/** Orders that are tried: each lets those choose earlier that found no place in the one before. */
const ATTEMPTS = 14
/** How many others a name that found no place may choose before, the next time. */
const PROMOTION = 4
/** What it costs that a name comes late. */
const LATE = 9

/** A name that has its place. */
interface Settled {
  readonly region: LaidRegion
  readonly candidate: Candidate
  readonly range: LabelRange
}

/**
 * The names of regions (all, or those that may be named) with their places and the scales from which they show, the largest regions first. A name gets
 * the best place that is in view where all of the map fits, if there is one that stays free of other names for ever; the
 * larger choose first. Where some find none, they choose earlier the next time, and the order is kept that costs least
 * (squeaky wheel optimization: Joslin and Clements, 1999, doi:10.1613/jair.561). What then has no place appears at the
 * first enlargement where there is one. O(regions² × places).
 */
export function regionRanges(
  { regions }: Layout,
  viewport: Viewport,
  project: Project,
  surroundings: Surroundings,
): readonly LabelRange[] {
  const candidates = candidatesOf(regions, viewport, project, surroundings)
  const { named } = surroundings
  const largest = regions.filter(({ id }) => named === undefined || named.has(id)).sort(bySize)
  let order: readonly LaidRegion[] = largest
  let best: readonly Settled[] = []
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const settled = atHome(order, candidates, attempt === 0)
    const late = missingOf(order, settled)
    const cost =
      late.reduce((sum, region) => sum + LATE * weightOf(region), 0) +
      settled.reduce((sum, { region, candidate }) => sum + weightOf(region) * candidate.cost, 0)
    if (cost < least) [best, least] = [settled, cost]
    if (late.length === 0) break
    order = promoted(order, late)
  }
  const ranges = new Map(withLate(best, missingOf(largest, best), candidates).map(({ range }) => [range.key, range]))
  return largest.flatMap(({ id }) => ranges.get(id) ?? [])
}

/** Largest first; ties by id. */
function bySize(a: LaidRegion, b: LaidRegion): number {
  return b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}

/** How much the cost of a region's name counts: a large one that is misnamed is worse. */
function weightOf({ members }: LaidRegion): number {
  return 1 + members.length / 8
}

function missingOf(regions: readonly LaidRegion[], settled: readonly Settled[]): readonly LaidRegion[] {
  const there = new Set(settled.map(({ region }) => region))
  return regions.filter((region) => !there.has(region))
}

/** The order with some regions moved forward. */
function promoted(order: readonly LaidRegion[], late: readonly LaidRegion[]): readonly LaidRegion[] {
  const ranked = order.map((region, i) => ({ region, i, rank: i - (late.includes(region) ? PROMOTION : 0) }))
  return ranked.sort((a, b) => a.rank - b.rank || b.i - a.i).map(({ region }) => region)
}

/**
 * The cheapest place for each region, in order, where all of the map fits; those that find none are left out. `asWished` if
 * each is to be written in the first of its ways.
 */
function atHome(order: readonly LaidRegion[], candidates: Candidates, asWished: boolean): readonly Settled[] {
  const home = candidates.scales[0] ?? 0
  const settled: Settled[] = []
  for (const region of order) {
    for (const candidate of candidates.of(region, 0, asWished)) {
      const free = freeFrom(candidate.place, settled)
      if (free > home || crossesNames(candidate, settled)) continue
      settled.push({ region, candidate, range: rangeOf(region, candidate, free) })
      break
    }
  }
  return settled
}

/** Adds the names of other regions, each at the first step where it finds a place. */
function withLate(
  settled: readonly Settled[],
  late: readonly LaidRegion[],
  candidates: Candidates,
): readonly Settled[] {
  const all = [...settled]
  for (const region of late) {
    const found = lateRange(region, all, candidates)
    if (found !== undefined) all.push(found)
  }
  return all
}

function lateRange(region: LaidRegion, settled: readonly Settled[], candidates: Candidates): Settled | undefined {
  for (const [step, scale] of candidates.scales.entries()) {
    const candidate =
      step === 0 ? undefined : candidates.of(region, step, true).find(({ place }) => freeFrom(place, settled) <= scale)
    if (candidate !== undefined) return { region, candidate, range: rangeOf(region, candidate, scale) }
  }
  const [soonest] = candidates
    .anywhere(region)
    .map((candidate) => ({ candidate, free: freeFrom(candidate.place, settled) }))
    .sort((a, b) => a.free - b.free)
  if (soonest === undefined) return undefined
  const { candidate, free } = soonest
  return { region, candidate, range: rangeOf(region, candidate, Math.max(free, candidates.scales.at(-1) ?? 0)) }
}

function rangeOf({ id }: LaidRegion, { lines, place }: Candidate, from: number): LabelRange {
  return { key: id, of: 'region', lines, place, from }
}

/** The scale from which a place is free of all names so far, for ever. */
function freeFrom(place: LabelPlace, settled: readonly Settled[]): number {
  return settled.reduce((free, { range }) => Math.max(free, lastOverlap(place, range.place, range.from)), 0)
}

/** Whether the line to a name crosses another name, or lines to others cross it. */
function crossesNames({ onStage, leader }: Candidate, settled: readonly Settled[]): boolean {
  return settled.some(
    ({ candidate: other }) =>
      (leader !== undefined && segmentMeets(...leader, cornersOf(other.onStage))) ||
      (other.leader !== undefined && segmentMeets(...other.leader, cornersOf(onStage))),
  )
}
