import { byCodeUnits, type FieldGraph, type Grouping, type GroupingName, type Region } from '@fieldmap/graph'
import { communityHomes } from './community-homes.ts'
import { placeCompanions } from './companion-layout.ts'
import { mapGroupings, type RegionsByGrouping } from './groupings.ts'
import { placeLargeFirst } from './large-first-layout.ts'
import { placeMembers } from './member-layout.ts'
import type { PaperFeatures } from './paper-features.ts'
import { MAP_HALF_HEIGHT, MAP_HALF_WIDTH, type Place, PlaceBook } from './place-book.ts'
import { taskHomes, venueHomes } from './region-homes.ts'
import { placeRegions, placeRegionsInOrder, type RegionDiscs, type Stage } from './region-layout.ts'
import { type RegionRelations, regionRelations } from './region-relations.ts'
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
 * The places of all nodes in each grouping: regions first (discs, area proportional to papers; years from left to
 * right), then papers inside them, papers of no region and whatever nothing places in a strip below, all other nodes
 * among their papers. x in −1000..1000, y in −620..620 upwards, rounded to 0.1, no two nodes in one place. Empty for an
 * empty graph. Cost: near-linear in papers and edges.
 */
export function layoutGroupings(
  graph: FieldGraph,
  features: PaperFeatures,
  similarity: PaperSimilarity,
  regions: RegionsByGrouping,
): Readonly<Record<GroupingName, GroupingLayout>> {
  const relations = mapGroupings((name) => regionRelations(similarity, regions[name]))
  const home = taskHomes(regions.task, relations.task.between, STAGE)
  const community = communityHomes(regions.community, regions.task, features, STAGE)
  const discs: Record<GroupingName, RegionDiscs> = {
    task: placeRegions(home, sizesOf(regions.task), STAGE, 'home'),
    community: placeLargeFirst(community, sizesOf(regions.community), STAGE),
    venue: placeRegions(venueHomes(regions.venue, STAGE), sizesOf(regions.venue), STAGE, 'place'),
    year: placeRegionsInOrder(
      regions.year.map(({ id }) => isEven(id)),
      sizesOf(regions.year),
      STAGE,
    ),
  }
  return mapGroupings((name) => ({
    discs: discs[name],
    positions: placeNodes(graph, similarity, regions[name], relations[name], discs[name]),
  }))
}

function sizesOf(regions: readonly Region[]): readonly number[] {
  return regions.map(({ members }) => members.length)
}

/** Whether the year at the end of a region's id is even: those stand above, whatever years are added. */
function isEven(id: string): boolean {
  return id.charCodeAt(id.length - 1) % 2 === 0
}

function placeNodes(
  graph: FieldGraph,
  similarity: PaperSimilarity,
  regions: readonly Region[],
  { inside, leansOf }: RegionRelations,
  discs: RegionDiscs,
): Grouping['positions'] {
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
  return Object.fromEntries([...places].sort(([a], [b]) => byCodeUnits(a, b)))
}
