import type { Viewport } from './camera.ts'
import { type Box, boundsOf, boxContains, boxesOverlap, boxGap, type Point, polygonContains } from './geometry.ts'
import { type LabelText, labelStage, sizeOfLines } from './label-layout.ts'
import type { LabelPlace, LabelRange } from './label-ranges.ts'
import { type LaidRegion, type Layout, NOT_PLACED } from './layout.ts'
import { crosses, leaderOf } from './leader.ts'
import { Occupancy } from './occupancy.ts'
import { regionColor } from './palette.ts'
import { boxOnStage, lastOverlap } from './scale-space.ts'
import { wrapEvenly } from './text-width.ts'
import { counted } from './words.ts'

/** Enlargements at which a name that has no good place yet tries again. */
const STEPS = [1, 1.2, 1.5, 1.9, 2.4, 3, 4, 6, 10]
/** Costs in covered marks: inside other regions altogether, over a border of one, nearer to another region, far off, each later place, a line across another region. */
const COST = { foreign: 9, crossing: 6, touch: 2.2, stray: 2, leader: 1.6, rank: 0.1, band: 0.25 }
/** A smaller stage has smaller names. */
const STAGES = { phone: 500, small: 700 }

/** What names of regions should rather not cover, in map units. */
export interface Surroundings {
  readonly marks: readonly Point[]
  /** Points along the bands that show at rest. */
  readonly bands: readonly Point[]
  /** The ids of the regions that are named, without their sizes; left out: all, with sizes. */
  readonly named?: ReadonlySet<string> | undefined
}

/**
 * The names of all regions with their places and the scales from which they show: largest regions first. A name gets the
 * best place that is in view where all of the map fits, if there is one that stays free of other names for ever; else
 * it appears at the first enlargement where there is. O(regions² × places).
 */
export function regionRanges(
  { regions }: Layout,
  viewport: Viewport,
  project: (enlargement: number) => { readonly scale: number; readonly toPixels: (point: Point) => Point },
  { marks, bands, named }: Surroundings,
): readonly LabelRange[] {
  const stage = labelStage(viewport)
  const placed: LabelRange[] = []
  const steps = STEPS.map((step) => {
    const { scale, toPixels } = project(step)
    let grounds: { readonly marks: Occupancy; readonly bands: Occupancy } | undefined
    return {
      scale,
      toPixels,
      isHome: step === 1,
      grounds: () => {
        grounds ??= { marks: occupied(marks, toPixels, 5), bands: occupied(bands, toPixels, 3) }
        return grounds
      },
    }
  })
  const outlined = regions.map((region) => ({ region, box: boxOf(region) }))
  const wanted = outlined.filter(({ region }) => named === undefined || named.has(region.id))
  for (const { region, box } of wanted.toSorted((a, b) => bySize(a.region, b.region))) {
    const lines = linesOf(region, viewport, named === undefined)
    const others = outlined.filter((other) => other.region !== region)
    const places = placesOf(box, sizeOfLines(lines)).map((place) => ({
      place,
      free: placed.reduce((free, other) => Math.max(free, lastOverlap(place, other.place, other.from)), 0),
    }))
    const tolerance = region.members.length < 4 ? 3.2 : region.members.length < 10 ? 5 : 20
    const range = (place: LabelPlace, from: number): LabelRange => ({
      key: region.id,
      of: 'region',
      lines,
      place,
      from,
    })
    let found: LabelRange | undefined
    for (const { scale, toPixels, isHome, grounds } of steps) {
      let least = tolerance
      places.forEach(({ place, free }, rank) => {
        if (free > scale) return
        const onStage = boxOnStage(place, toPixels)
        if (isHome && !boxContains(stage, onStage)) return
        const { marks: covered, bands: crossed } = grounds()
        const cost =
          covered.count(onStage, 20) +
          COST.band * crossed.count(onStage, 6) +
          COST.rank * rank +
          (place.leader ? COST.leader : 0) +
          neighborCost(onStage, box, others, toPixels, place.leader)
        if (cost > least) return
        found = range(place, isHome ? free : scale)
        least = cost - Number.EPSILON
      })
      if (found !== undefined) break
    }
    if (found === undefined) {
      const soonest = places.toSorted((a, b) => a.free - b.free)[0]
      if (soonest !== undefined) found = range(soonest.place, Math.max(soonest.free, steps.at(-1)?.scale ?? 0))
    }
    if (found !== undefined) placed.push(found)
  }
  return placed
}

/** Largest first; ties by id. */
function bySize(a: LaidRegion, b: LaidRegion): number {
  return b.members.length - a.members.length || (a.id < b.id ? -1 : 1)
}

/** The name of a region over its size, where there is room for sizes. Large regions have larger names, so that a glance finds them first. */
function linesOf(region: LaidRegion, { width }: Viewport, sized: boolean): readonly LabelText[] {
  const size = sizeOf(region, width)
  const color = regionColor('name', region.hue)
  const wide = width < STAGES.phone ? { width: 9, lines: 4 } : { width: 12, lines: 3 }
  const name = wrapEvenly(region.label, wide.width * size, wide.lines, size, 600)
  const lines = name.map((text) => ({ text, size, weight: 600, color }) as const)
  if (!sized) return lines
  const count = counted('paper', region.members.length)
  return [...lines, { text: count, size: width < STAGES.phone ? 11 : 12, weight: 400, color: 'quiet' }]
}

function sizeOf({ id, members: { length } }: LaidRegion, width: number): number {
  if (width < STAGES.phone) return id === NOT_PLACED || length < 10 ? 11 : 13
  if (id === NOT_PLACED || length < 4) return 12
  if (width < STAGES.small) return length < 10 ? 12 : 13.5
  return length < 10 ? 13.5 : 15
}

function boxOf({ outline }: LaidRegion): Box {
  return boundsOf(outline) ?? { x: 0, y: 0, width: 0, height: 0 }
}

/** Over the region, then under, beside, at its corners, then farther off with a leader; `box` in map units. */
function placesOf(box: Box, { width, height }: { width: number; height: number }): readonly LabelPlace[] {
  const gap = 3
  const places: LabelPlace[] = []
  const add = (fx: number, fy: number, anchor: LabelPlace['anchor'], dx: number, dy: number, leader = false): void => {
    places.push({
      at: { x: box.x + fx * box.width, y: box.y + fy * box.height },
      box: { x: anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2, y: dy, width, height },
      anchor,
      leader,
    })
  }
  for (const shift of [0, 0.3, -0.3]) {
    add(0.5 + shift, 1, 'middle', 0, -gap - height)
    add(0.5 + shift, 0, 'middle', 0, gap)
    add(1, 0.5 + shift, 'start', gap, -height / 2)
    add(0, 0.5 + shift, 'end', -gap, -height / 2)
  }
  for (const [fx, anchor] of [
    [0.9, 'start'],
    [0.1, 'end'],
  ] as const) {
    add(fx, 0.9, anchor, 0, -height)
    add(fx, 0.1, anchor, 0, 0)
  }
  for (const reach of [22, 44]) {
    add(1, 0.5, 'start', reach, -height / 2, true)
    add(0, 0.5, 'end', -reach, -height / 2, true)
    add(0.5, 1, 'middle', 0, -reach - height, true)
    add(0.5, 0, 'middle', 0, reach, true)
    for (const [fx, anchor, side] of [
      [0.85, 'start', 1],
      [0.15, 'end', -1],
    ] as const) {
      add(fx, 0.85, anchor, 0.7 * side * reach, -0.7 * reach - height, true)
      add(fx, 0.15, anchor, 0.7 * side * reach, 0.7 * reach, true)
    }
  }
  return places
}

function occupied(points: readonly Point[], toPixels: (point: Point) => Point, radius: number): Occupancy {
  const taken = new Occupancy()
  for (const point of points) {
    const { x, y } = toPixels(point)
    taken.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })
  }
  return taken
}

/** What it costs a name to stand in other regions (of nine samples), or nearer to one than to its own. */
function neighborCost(
  onStage: Box,
  own: Box,
  others: readonly { readonly region: LaidRegion; readonly box: Box }[],
  toPixels: (point: Point) => Point,
  leader: boolean,
): number {
  const gap = boxGap(onStage, pixelsOf(own, toPixels))
  const line = leader ? leaderOf(pixelsOf(own, toPixels), onStage) : undefined
  let [inside, touched, crossed, stray] = [0, 0, 0, false]
  for (const { region, box } of others) {
    const other = pixelsOf(box, toPixels)
    const apart = boxGap(onStage, other)
    if (apart < gap) stray = true
    if (
      line !== undefined &&
      boxesOverlap(other, boundsOf(line) ?? other) &&
      crosses(line, region.outline.map(toPixels))
    )
      crossed++
    if (apart >= 0 || !boxesOverlap(other, onStage)) continue
    const outline = region.outline.map(toPixels)
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
    (COST.foreign * inside) / 9 + COST.touch * touched + COST.crossing * crossed + (stray && !leader ? COST.stray : 0)
  )
}

function pixelsOf({ x, y, width, height }: Box, toPixels: (point: Point) => Point): Box {
  const [corner, other] = [toPixels({ x, y: y + height }), toPixels({ x: x + width, y })]
  return { x: corner.x, y: corner.y, width: other.x - corner.x, height: other.y - corner.y }
}
