import type { Viewport } from './camera.ts'
import {
  type Box,
  boundsOf,
  boxContains,
  boxesOverlap,
  boxGap,
  cornersOf,
  type Point,
  polygonContains,
} from './geometry.ts'
import { type LabelText, labelStage, sizeOfLines } from './label-layout.ts'
import type { LabelPlace } from './label-ranges.ts'
import { type LaidRegion, NOT_PLACED } from './layout.ts'
import { leaderOf } from './leader.ts'
import { Occupancy } from './occupancy.ts'
import { regionNames } from './region-names.ts'
import { regionPlaces } from './region-places.ts'
import { segmentMeets } from './route.ts'
import { boxOnStage } from './scale-space.ts'

/** Enlargements at which a name that has no good place yet tries again. */
const STEPS = [1, 1.2, 1.5, 1.9, 2.4, 3, 4, 6, 10]
/**
 * Costs in covered marks: inside other regions altogether, over a border of one, nearer to another region, far off, a
 * region that its leader crosses, each later place, each later way to write it, a point of a band. Where names are picked,
 * as on a slide, what they touch most likely has none: `picked` is added.
 */
const COST = {
  foreign: 9,
  touch: 2.2,
  picked: 6,
  stray: 2,
  leader: 1.6,
  crossed: 3,
  rank: 0.08,
  written: 0.9,
  band: 0.25,
}

/** What names of regions should rather not cover, in map units. */
export interface Surroundings {
  readonly marks: readonly Point[]
  /** Points along the bands that show at rest. */
  readonly bands: readonly Point[]
  /** The ids of the regions that are named, without their sizes; left out: all, with sizes. */
  readonly named?: ReadonlySet<string> | undefined
}

/** How the map stands on the stage, enlarged so many times. */
export type Project = (enlargement: number) => { readonly scale: number; readonly toPixels: (point: Point) => Point }

/** One place for one way to write a name, and what it would cost at a scale. */
export interface Candidate {
  readonly lines: readonly LabelText[]
  readonly place: LabelPlace
  readonly onStage: Box
  readonly leader: readonly [Point, Point] | undefined
  readonly cost: number
}

/** The candidates of all regions, worked out when they are asked for. */
export interface Candidates {
  /** Of the steps, in pixels a map unit. */
  readonly scales: readonly number[]
  /** Those that are good enough at a step, the cheapest first; `asWished` of the first way to write it alone. */
  readonly of: (region: LaidRegion, step: number, asWished: boolean) => readonly Candidate[]
  /** All places of the first way to write it. */
  readonly anywhere: (region: LaidRegion) => readonly Candidate[]
}

/** Where the names of regions could stand on a stage. O(regions² × places) for a step, worked out once. */
export function candidatesOf(
  regions: readonly LaidRegion[],
  viewport: Viewport,
  project: Project,
  { marks, bands, named }: Surroundings,
): Candidates {
  const stage = labelStage(viewport)
  const steps = STEPS.map((enlargement) => {
    const { scale, toPixels } = project(enlargement)
    return { scale, toPixels, seen: once(() => seenAt(regions, toPixels, marks, bands)) }
  })
  const known = new Map<string, readonly Candidate[]>()
  const at = (region: LaidRegion, step: number, asWished: boolean, most: number): readonly Candidate[] => {
    const { toPixels, seen } = steps[step] ?? { toPixels: (point: Point) => point, seen: () => NOTHING }
    const isHome = step === 0
    const around = seen()
    const own = around.regions.get(region)
    if (own === undefined) return []
    const names = regionNames(region, viewport, { asWished, isSized: named === undefined })
    const box = boxOf(region)
    const found = names.flatMap((lines, way) =>
      regionPlaces(box, sizeOfLines(lines)).flatMap((place, rank): readonly Candidate[] => {
        const onStage = boxOnStage(place, toPixels)
        if (isHome && !boxContains(stage, onStage)) return []
        const leader = place.leader ? leaderOf(own.box, onStage) : undefined
        const fixed = COST.written * way + COST.rank * rank + (leader === undefined ? 0 : COST.leader)
        if (fixed > most) return []
        const cost =
          fixed +
          around.marks.count(onStage, 20) +
          COST.band * around.bands.count(onStage, 6) +
          neighborCost(
            onStage,
            own,
            around.regions.values(),
            leader,
            COST.touch + (named === undefined ? 0 : COST.picked),
          )
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
function toleranceOf({ id, members: { length } }: LaidRegion): number {
  return length < 4 || id === NOT_PLACED ? 4.2 : length < 10 ? 5 : 20
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
  touch: number,
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
    touch * touched +
    COST.crossed * crossed +
    (stray && leader === undefined ? COST.stray : 0)
  )
}
