import type { Viewport } from './camera.ts'
import { type Box, boxContains, boxesOverlap, boxGap, centerOf, polygonContains } from './geometry.ts'
import { type LabelRequest, type LabelSpot, labelStage, placeLabels } from './label-layout.ts'
import { type Layout, NOT_PLACED } from './layout.ts'
import type { Occupancy } from './occupancy.ts'
import type { SceneRegion } from './scene-types.ts'
import { wrapEvenly } from './text-width.ts'
import { counted } from './words.ts'

/** A region that is wider on screen may carry its name inside, at its top, once its border is out of view. */
const INSIDE_FROM = 200
/** A spot inside other regions altogether costs as much as this many covered marks. */
const FOREIGN_COST = 9

/** The name and size of a region. Large regions have larger names, so that a glance finds them first. */
export function regionLabel(
  region: SceneRegion,
  regions: readonly SceneRegion[],
  stage: Box,
  favourite: number,
): LabelRequest {
  const size = sizeOf(region, stage)
  const reach = {
    x: region.box.x - 160,
    y: region.box.y - 80,
    width: region.box.width + 320,
    height: region.box.height + 160,
  }
  const others = regions.filter((other) => other !== region && boxesOverlap(other.box, reach))
  const spots = regionSpots(region.box, stage)
  const first = spots[favourite]
  return {
    key: region.key,
    of: 'region',
    lines: [
      ...wrapEvenly(region.label, (stage.width < STAGES.phone ? 10 : 12) * size, 3, size, 600).map(
        (text) => ({ text, size, weight: 600, color: region.ink }) as const,
      ),
      { text: counted('paper', region.count), size: 12, weight: 400, color: 'quiet' },
    ],
    spots: first === undefined ? spots : [first, ...spots.filter((spot) => spot !== first)],
    opacity: region.emphasis === 'faded' ? 0.6 : 1,
    tolerance: region.count < 4 ? 2.5 : region.count < 10 ? 5 : 9,
    extraCost: (box) => FOREIGN_COST * shareInside(box, others) + strayCost(box, region, others),
  }
}

/** A smaller stage has smaller names, and rather none than one that covers too much. */
const STAGES = { phone: 500, small: 700 }

function sizeOf({ key, count }: SceneRegion, { width }: Box): number {
  if (key === NOT_PLACED || count < 4) return 12
  if (width < STAGES.small) return count < 10 ? 12 : 13.5
  return count < 10 ? 13.5 : 15
}

const favourites = new WeakMap<Layout, Map<string, ReadonlyMap<string, number>>>()

/**
 * Which spot each region's name likes best: the one that it gets where all of the map fits and nothing is chosen. Names
 * then keep their side when one zooms or chooses. Computed once a layout and stage.
 */
export function favouriteSpots(
  layout: Layout,
  viewport: Viewport,
  home: () => { readonly regions: readonly SceneRegion[]; readonly marks: Occupancy },
): ReadonlyMap<string, number> {
  const stages = favourites.get(layout) ?? new Map<string, ReadonlyMap<string, number>>()
  favourites.set(layout, stages)
  const key = JSON.stringify(viewport)
  const known = stages.get(key) ?? computeFavourites(viewport, home())
  if (stages.size > 50) stages.clear() // a window that is being resized leaves a stage a frame
  stages.set(key, known)
  return known
}

function computeFavourites(
  viewport: Viewport,
  { regions, marks }: { readonly regions: readonly SceneRegion[]; readonly marks: Occupancy },
): ReadonlyMap<string, number> {
  const stage = labelStage(viewport)
  const requests = bySize(regions).map((region) => regionLabel(region, regions, stage, 0))
  return new Map(
    placeLabels(requests, marks, stage).map(({ label: { key }, spot }) => {
      const { spots = [] } = requests.find((request) => request.key === key) ?? {}
      return [key, spots.indexOf(spot)]
    }),
  )
}

/** Largest first; ties by key. */
export function bySize(regions: readonly SceneRegion[]): readonly SceneRegion[] {
  return regions.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** Over the region, then under, beside, at its corners; where it is larger than the stage, at the top of what is seen. */
function regionSpots(box: Box, stage: Box): readonly LabelSpot[] {
  const { x, y } = centerOf(box)
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const gap = 3
  const inwards = { x: 0.1 * box.width, y: 0.1 * box.height } // corners are round
  const shifts = [0, 0.3, -0.3]
  const spots: LabelSpot[] = [
    ...shifts.flatMap((shift): LabelSpot[] => [
      { at: { x: x + shift * box.width, y: box.y - gap }, anchor: 'middle', sits: 'above' },
      { at: { x: x + shift * box.width, y: bottom + gap }, anchor: 'middle', sits: 'below' },
      { at: { x: right + gap, y: y + shift * box.height }, anchor: 'start', sits: 'beside' },
      { at: { x: box.x - gap, y: y + shift * box.height }, anchor: 'end', sits: 'beside' },
    ]),
    { at: { x: right - inwards.x, y: box.y + inwards.y }, anchor: 'start', sits: 'above' },
    { at: { x: box.x + inwards.x, y: box.y + inwards.y }, anchor: 'end', sits: 'above' },
    { at: { x: right - inwards.x, y: bottom - inwards.y }, anchor: 'start', sits: 'below' },
    { at: { x: box.x + inwards.x, y: bottom - inwards.y }, anchor: 'end', sits: 'below' },
  ]
  if (boxContains(stage, box) || box.width < INSIDE_FROM || !boxesOverlap(box, stage)) return spots
  const left = Math.max(stage.x, box.x)
  const width = Math.min(stage.width, right) - left
  const top = Math.max(stage.y + 12, box.y + 6)
  return [...spots, { at: { x: left + width / 2, y: top }, anchor: 'middle', sits: 'below' }]
}

/** What it costs a name that another region stands nearer to it than its own. */
const STRAY_COST = 2

function strayCost(box: Box, { box: own }: SceneRegion, others: readonly SceneRegion[]): number {
  const gap = boxGap(box, own)
  return others.some((other) => boxGap(box, other.box) < gap) ? STRAY_COST : 0
}

/** The part of a box, of nine samples, that lies in other regions. */
function shareInside(box: Box, regions: readonly SceneRegion[]): number {
  let inside = 0
  for (const fx of [0, 0.5, 1]) {
    for (const fy of [0, 0.5, 1]) {
      const point = { x: box.x + fx * box.width, y: box.y + fy * box.height }
      const near = regions.filter((region) => boxesOverlap(region.box, { ...point, width: 1, height: 1 }))
      if (near.some(({ outline }) => polygonContains(outline, point))) inside++
    }
  }
  return inside / 9
}
