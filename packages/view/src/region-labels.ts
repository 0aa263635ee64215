import type { Viewport } from './camera.ts'
import { type Box, boundsOf, boxContains, boxesOverlap, boxGap, type Point, polygonContains } from './geometry.ts'
import { type LabelText, labelStage, sizeOfLines } from './label-layout.ts'
import { cornersOf, leaderOf } from './label-moves.ts'
import type { LabelPlace, LabelRange } from './label-ranges.ts'
import type { LaidRegion, Layout } from './layout.ts'
import { Occupancy } from './occupancy.ts'
import { regionNames } from './region-names.ts'
import { regionPlaces } from './region-places.ts'
import { segmentMeets } from './route.ts'
import { boxOnStage, lastOverlap } from './scale-space.ts'

/** Enlargements at which a name that has no good place yet tries again. */
const STEPS = [1, 1.2, 1.5, 1.9, 2.4, 3, 4, 6, 10]
/**
 * Costs in covered marks: inside other regions altogether, over a border of one, nearer to another region, far off, a
 * region that its leader crosses, each later place, each later way to write it, a point of a band.
 */
const COST = { foreign: 9, touch: 2.2, stray: 2, leader: 1.6, crossed: 3, rank: 0.08, written: 0.5, band: 0.25 }
/** Orders that are tried: each lets those choose first that found no place in the one before. */
const ATTEMPTS = 10

/** A name that comes late counts as much as so many papers, besides those of its region. */
const LATE = 4

/** What names of regions should rather not cover, in map units. */
export interface Surroundings {
  readonly marks: readonly Point[]
  /** Points along the bands that show at rest. */
  readonly bands: readonly Point[]
}

type Project = (enlargement: number) => { readonly scale: number; readonly toPixels: (point: Point) => Point }

/** One place for one way to write a name, and what it would cost at a scale. */
interface Candidate {
  readonly lines: readonly LabelText[]
  readonly place: LabelPlace
  readonly onStage: Box
  readonly leader: readonly [Point, Point] | undefined
  readonly cost: number
}

/** A name that has its place. */
interface Settled {
  readonly range: LabelRange
  readonly candidate: Candidate
  readonly isHome: boolean
}

/**
 * The names of all regions with their places and the scales from which they show: largest regions first. A name gets the
 * best place that is in view where all of the map fits, if there is one that stays free of other names for ever; else
 * it appears at the first enlargement where there is. Where some find none at first, they choose before the others the
 * next time, and the order that names most from the start is kept (squeaky wheel optimization: Joslin and Clements, 1999,
 * doi:10.1613/jair.561). O(regions² × places).
 */
export function regionRanges(
  { regions }: Layout,
  viewport: Viewport,
  project: Project,
  surroundings: Surroundings,
): readonly LabelRange[] {
  const candidates = candidatesOf(regions, viewport, project, surroundings)
  let order: readonly LaidRegion[] = regions.toSorted(bySize)
  let best: readonly Settled[] = []
  let least: readonly number[] = [Number.POSITIVE_INFINITY]
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const settled = settle(order, candidates, attempt === 0)
    const late = order.filter((region) => !settled.some(({ range, isHome }) => isHome && range.key === region.id))
    const badness = [
      late.reduce((sum, { members }) => sum + LATE + members.length, 0),
      settled.reduce((sum, { candidate }) => sum + candidate.cost, 0),
    ]
    if (isLess(badness, least)) [best, least] = [settled, badness]
    if (late.length === 0) break
    order = [...late, ...order.filter((region) => !late.includes(region))]
  }
  const rank = new Map(regions.toSorted(bySize).map(({ id }, i) => [id, i]))
  return best.map(({ range }) => range).sort((a, b) => (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0))
}

/** Largest first; ties by id. */
function bySize(a: LaidRegion, b: LaidRegion): number {
  return b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** The cheapest free place for each region, in order; `asWished` if each is to be written in the first of its ways. */
function settle(order: readonly LaidRegion[], candidates: Candidates, asWished: boolean): readonly Settled[] {
  const settled: Settled[] = []
  for (const region of order) {
    const range = ({ lines, place }: Candidate, from: number): LabelRange => ({
      key: region.id,
      of: 'region',
      lines,
      place,
      from,
    })
    let found: Settled | undefined
    for (const [step, scale] of candidates.scales.entries()) {
      for (const candidate of candidates.of(region, step, asWished)) {
        const free = freeFrom(candidate.place, settled)
        if (free > scale || crossesNames(candidate, settled)) continue
        found = { range: range(candidate, step === 0 ? free : scale), candidate, isHome: step === 0 }
        break
      }
      if (found !== undefined) break
    }
    found ??= soonest(candidates.anywhere(region), settled, candidates.scales.at(-1) ?? 0, range)
    if (found !== undefined) settled.push(found)
  }
  return settled
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

function soonest(
  places: readonly Candidate[],
  settled: readonly Settled[],
  least: number,
  range: (candidate: Candidate, from: number) => LabelRange,
): Settled | undefined {
  const [first] = places
    .map((candidate) => ({ candidate, free: freeFrom(candidate.place, settled) }))
    .sort((a, b) => a.free - b.free)
  return first && { ...first, range: range(first.candidate, Math.max(first.free, least)), isHome: false }
}

interface Candidates {
  /** Of the steps, in pixels a map unit. */
  readonly scales: readonly number[]
  /** Those that are good enough at a step, the cheapest first. */
  readonly of: (region: LaidRegion, step: number, asWished: boolean) => readonly Candidate[]
  /** All places of the first way to write it. */
  readonly anywhere: (region: LaidRegion) => readonly Candidate[]
}

function candidatesOf(
  regions: readonly LaidRegion[],
  viewport: Viewport,
  project: Project,
  { marks, bands }: Surroundings,
): Candidates {
  const stage = labelStage(viewport)
  const steps = STEPS.map((enlargement) => {
    const { scale, toPixels } = project(enlargement)
    return { scale, toPixels, seen: once(() => seenAt(regions, toPixels, marks, bands)) }
  })
  const written = new Map(
    regions.map((region) => {
      const box = boxOf(region)
      const names = regionNames(region, viewport)
      const places = names.map((lines) => ({ lines, places: regionPlaces(box, sizeOfLines(lines)) }))
      return [region, places] as const
    }),
  )
  const known = new Map<string, readonly Candidate[]>()
  const at = (region: LaidRegion, step: number, asWished: boolean, most: number): readonly Candidate[] => {
    const { toPixels, seen } = steps[step] ?? { toPixels: (point: Point) => point, seen: () => NOTHING }
    const isHome = step === 0
    const around = seen()
    const own = around.regions.get(region)
    if (own === undefined) return []
    const ways = (written.get(region) ?? []).slice(0, asWished ? 1 : undefined)
    const found = ways.flatMap(({ lines, places }, way) =>
      places.flatMap((place, rank): readonly Candidate[] => {
        const onStage = boxOnStage(place, toPixels)
        if (isHome && !boxContains(stage, onStage)) return []
        const leader = place.leader ? leaderOf(own.box, onStage) : undefined
        const fixed = COST.written * way + COST.rank * rank + (leader === undefined ? 0 : COST.leader)
        if (fixed > most) return []
        const cost =
          fixed +
          around.marks.count(onStage, 20) +
          COST.band * around.bands.count(onStage, 6) +
          neighborCost(onStage, own, around.regions.values(), leader)
        return cost > most ? [] : [{ lines, place, onStage, leader, cost }]
      }),
    )
    return found.sort((a, b) => a.cost - b.cost)
  }
  return {
    scales: steps.map(({ scale }) => scale),
    of(region, step, asWished) {
      const one = asWished || step > 0 // farther in there is room
      const key = `${step} ${one} ${region.id}`
      const result = known.get(key) ?? at(region, step, one, toleranceOf(region))
      known.set(key, result)
      return result
    },
    anywhere: (region) => at(region, STEPS.length - 1, true, Number.POSITIVE_INFINITY),
  }
}

/** What the name of a region may cost: a small one rather comes later than over much else. */
function toleranceOf({ members: { length } }: LaidRegion): number {
  return length < 4 ? 4.2 : length < 10 ? 5 : 20
}

/** What there is on the stage at a scale. */
interface Seen {
  readonly regions: ReadonlyMap<LaidRegion, SeenRegion>
  readonly marks: Occupancy
  readonly bands: Occupancy
}

interface SeenRegion {
  readonly outline: readonly Point[]
  readonly box: Box
}

const NOTHING: Seen = { regions: new Map(), marks: new Occupancy(), bands: new Occupancy() }

function seenAt(
  regions: readonly LaidRegion[],
  toPixels: (point: Point) => Point,
  marks: readonly Point[],
  bands: readonly Point[],
): Seen {
  return {
    regions: new Map(
      regions.map((region) => {
        const outline = region.outline.map(toPixels)
        return [region, { outline, box: boundsOf(outline) ?? EMPTY }] as const
      }),
    ),
    marks: occupied(marks, toPixels, 5),
    bands: occupied(bands, toPixels, 3),
  }
}

const EMPTY: Box = { x: 0, y: 0, width: 0, height: 0 }

function boxOf({ outline }: LaidRegion): Box {
  return boundsOf(outline) ?? EMPTY
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function occupied(points: readonly Point[], toPixels: (point: Point) => Point, radius: number): Occupancy {
  const taken = new Occupancy()
  for (const point of points) {
    const { x, y } = toPixels(point)
    taken.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })
  }
  return taken
}

/** What it costs a name to stand in other regions (of nine samples), nearer to one than to its own, or to lead over one. */
function neighborCost(
  onStage: Box,
  own: SeenRegion,
  regions: Iterable<SeenRegion>,
  leader: readonly [Point, Point] | undefined,
): number {
  const gap = boxGap(onStage, own.box)
  let [inside, touched, crossed, stray] = [0, 0, 0, false]
  for (const other of regions) {
    if (other === own) continue
    const { outline, box } = other
    if (leader !== undefined && segmentMeets(...leader, cornersOf(box))) crossed++
    const apart = boxGap(onStage, box)
    if (apart < gap) stray = true
    if (apart >= 0 || !boxesOverlap(box, onStage)) continue
    const isIn = ({ x, y }: Point): boolean => boxesOverlap(onStage, { x, y, width: 0.1, height: 0.1 })
    if (outline.some(isIn)) touched++
    for (const fx of [0, 0.5, 1]) {
      for (const fy of [0, 0.5, 1]) {
        if (polygonContains(outline, { x: onStage.x + fx * onStage.width, y: onStage.y + fy * onStage.height }))
          inside++
      }
    }
  }
  return (
    (COST.foreign * inside) / 9 +
    COST.touch * touched +
    COST.crossed * crossed +
    (stray && leader === undefined ? COST.stray : 0)
  )
}
