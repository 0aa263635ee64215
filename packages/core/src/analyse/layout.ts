import { byCodeUnits, type FieldGraph, type Grouping, type GroupingName } from '@fieldmap/graph'
import { placeCompanions } from './companion-layout.ts'
import type { RegionsByGrouping } from './groupings.ts'
import { placeMembers } from './member-layout.ts'
import { MAP_HALF_HEIGHT, MAP_HALF_WIDTH, type Place, PlaceBook } from './place-book.ts'
import { placeRegions, placeRegionsInOrder, type RegionDiscs, type Stage } from './region-layout.ts'
import { regionRelations } from './region-relations.ts'
import { regionStarts } from './region-starts.ts'
import type { PaperSimilarity } from './similarity.ts'
import { placeInStrip } from './strip-layout.ts'

/** What is not placed stands in a strip below; it is kept free even when empty, so that nothing moves when it fills. */
const STRIP_HEIGHT = 56
const STRIP_GAP = 24
const MAP: Stage = { left: -MAP_HALF_WIDTH, right: MAP_HALF_WIDTH, bottom: -MAP_HALF_HEIGHT, top: MAP_HALF_HEIGHT }
const STRIP: Stage = { ...MAP, top: MAP.bottom + STRIP_HEIGHT }
const STAGE: Stage = { ...MAP, bottom: STRIP.top + STRIP_GAP }

/** A layout with its discs, for tests and for whoever draws regions as discs. */
export interface GroupingLayout {
  readonly positions: Grouping['positions']
  /** By index of region. */
  readonly discs: RegionDiscs
}

/**
 * The places of all nodes in one grouping: regions first (discs, area proportional to papers; years from left to
 * right), then papers inside them, papers of no region and whatever nothing places in a strip below, all other nodes
 * among their papers. x in −1000..1000, y in −620..620 upwards, rounded to 0.1, no two nodes in one place. Empty for an
 * empty graph. Cost: near-linear in papers and edges; the longest loops are n √n in the papers of a region and in the
 * regions.
 */
export function layoutGrouping(
  graph: FieldGraph,
  similarity: PaperSimilarity,
  grouping: GroupingName,
  allRegions: RegionsByGrouping,
): GroupingLayout {
  const regions = allRegions[grouping]
  const { between, inside, leansOf } = regionRelations(similarity, regions)
  const sizes = regions.map(({ members }) => members.length)
  const discs =
    grouping === 'year'
      ? placeRegionsInOrder(
          regions.map(({ id }) => isEven(id)),
          sizes,
          STAGE,
        )
      : placeRegions(regionStarts(grouping, regions, allRegions.task), sizes, between, STAGE)

  const wishes = new Map<string, readonly [number, number]>()
  regions.forEach(({ members }, region) => {
    const [x, y, radius] = [discs.x[region] ?? 0, discs.y[region] ?? 0, discs.radius[region] ?? 0]
    const disc = { x, y, radius, unit: discs.unit }
    const points = placeMembers(members, inside[region] ?? [], leansOf(region, discs), disc)
    members.forEach((key, i) => {
      wishes.set(key, [points.x[i] ?? 0, points.y[i] ?? 0])
    })
  })
  const placed = new Set(wishes.keys())
  const strays = placeInStrip(
    similarity.papers.filter((key) => !placed.has(key)),
    STRIP,
  )

  const book = new PlaceBook()
  const places = new Map<string, Place>()
  for (const key of similarity.papers) places.set(key, book.claim(...(wishes.get(key) ?? strays.get(key) ?? [0, 0])))
  const lost = placeCompanions(graph, places, placed, discs.unit, book)
  for (const [key, [x, y]] of placeInStrip(lost, STRIP)) places.set(key, book.claim(x, y))
  return { positions: Object.fromEntries([...places].sort(([a], [b]) => byCodeUnits(a, b))), discs }
}

/** Whether the year at the end of a region's id is even: those stand above, whatever years are added. */
function isEven(id: string): boolean {
  return id.charCodeAt(id.length - 1) % 2 === 0
}
