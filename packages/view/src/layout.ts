import { byCodeUnits, type FieldGraph, type FieldMap, type GroupingName, type Region } from '@fieldmap/graph'
import { type Connection, connectionsOf } from './connections.ts'
import { type Box, boundsOf, meanOf, type Point } from './geometry.ts'
import { memo } from './memo.ts'
import { outlineOf } from './outline.ts'
import { wholeOf } from './past/graph-at.ts'
import { separations } from './separate.ts'
import { gapsBetween, typicalSpacing } from './spacing.ts'
import { type Stretch, stretched, stretchTo } from './stretch.ts'
import { stripHeight, stripOf } from './strip.ts'

/** The id of the strip that holds the papers without a region. */
export const NOT_PLACED = 'not-placed'

/** A region with its place, in map units. */
export interface LaidRegion {
  readonly id: string
  readonly label: string
  readonly members: readonly string[]
  /** Which hue, integer ≥ 0; `null` for the strip of papers that are not placed. */
  readonly hue: number | null
  readonly center: Point
  readonly outline: readonly Point[]
}

/** What does not depend on where one looks or what one chose: every mark and region of a grouping, in map units. */
export interface Layout {
  readonly places: ReadonlyMap<string, Point>
  readonly regions: readonly LaidRegion[]
  readonly regionById: ReadonlyMap<string, LaidRegion>
  readonly regionOf: ReadonlyMap<string, LaidRegion>
  readonly connections: readonly Connection[]
  readonly bounds: Box
  /** How far the regions were moved apart for the stage. */
  readonly stretch: Stretch
  /** Median distance from a paper to the nearest of its region, > 0. */
  readonly spacing: number
}

const EMPTY_BOUNDS: Box = { x: -1000, y: -1000, width: 2000, height: 2000 }
/** Padding of a region against the spacing of its papers: as much as the gap to others allows. */
const PADDING = { least: 0.4, most: 0.95, ofGap: 0.44 }
/** Ground that shows between any two regions, in spacings. */
const GAP = 0.25

/**
 * The layout of a grouping for a stage of some proportions (width over height, see `aspectOf`; left out: as the map file
 * has it). Computed once and kept; graph and map may not change afterwards. Of a graph as it was (`graphAt`) all stands
 * where it stands now, so that nothing that stays moves: regions have the members that were there, some of them none.
 */
export function layoutOf(graph: FieldGraph, map: FieldMap, grouping: GroupingName, aspect?: number): Layout {
  return memo(graph, map, `layout ${grouping} ${aspect ?? ''}`, () => computeLayout(graph, map, grouping, aspect))
}

function computeLayout(graph: FieldGraph, map: FieldMap, grouping: GroupingName, aspect: number | undefined): Layout {
  const whole = wholeOf(graph)
  if (whole !== undefined) return thinned(layoutOf(whole, map, grouping, aspect), graph, map, grouping)
  const { regions: groups, positions } = map.groupings[grouping]
  const place = (key: string): Point | undefined => {
    const position = graph.hasNode(key) ? positions[key] : undefined
    return position === undefined ? undefined : { x: position[0], y: position[1] }
  }
  const clusters = groups.map(({ members }) => members.flatMap((member) => place(member) ?? []))
  const spacing = typicalSpacing(clusters)
  const inRegion = new Set(groups.flatMap(({ members }) => members.filter((member) => place(member) !== undefined)))
  const loose = graph.filterNodes((key, { kind }) => kind === 'paper' && !inRegion.has(key)).sort(byCodeUnits)
  const filled = clusters.filter(({ length }) => length > 0)
  const stretch = stretchTo(
    aspect ?? 0,
    filled.map(meanOf),
    boundsOf(filled.flat()) ?? EMPTY_BOUNDS,
    loose.length > 0 ? stripHeight(spacing) : 0,
  )

  const places = new Map<string, Point>()
  for (const key of graph.nodes()) {
    const at = place(key)
    if (at !== undefined) places.set(key, stretched(at, stretch))
  }
  const hues = huesOf(groups)
  const gaps = gapsBetween(clusters, spacing)
  const drafts = groups.flatMap(({ id, label, members }, i): readonly LaidRegion[] => {
    const cluster = clusters[i] ?? []
    if (cluster.length === 0) return []
    const known = members.filter((member) => inRegion.has(member))
    const before = meanOf(cluster)
    const center = stretched(before, stretch)
    const points = cluster.map(({ x, y }) => ({ x: x - before.x + center.x, y: y - before.y + center.y }))
    known.forEach((member, at) => {
      places.set(member, points[at] ?? center)
    })
    const padding = Math.min(PADDING.most * spacing, Math.max(PADDING.least * spacing, PADDING.ofGap * (gaps[i] ?? 0)))
    return [{ id, label, members: known, hue: hues.get(id) ?? 0, center, outline: outlineOf(points, padding) }]
  })
  const regions = apart(drafts, places, spacing)
  const strip = looseRegion(loose, places, boundsOf(regions.flatMap(({ outline }) => outline)), spacing)
  const all = [...regions, ...strip]
  return {
    places,
    regions: all,
    regionById: new Map(all.map((region) => [region.id, region])),
    regionOf: new Map(all.flatMap((region) => region.members.map((member) => [member, region] as const))),
    connections: memo(graph, map, `connections ${grouping}`, () => connectionsOf(graph, groups)),
    bounds: boundsOf(all.flatMap(({ outline }) => outline)) ?? EMPTY_BOUNDS,
    stretch,
    spacing,
  }
}

/** A layout of what a graph holds of it. */
function thinned(layout: Layout, graph: FieldGraph, map: FieldMap, grouping: GroupingName): Layout {
  const isThere = (key: string): boolean => graph.hasNode(key)
  const regions = layout.regions.map((region) => ({ ...region, members: region.members.filter(isThere) }))
  return {
    ...layout,
    regions,
    regionById: new Map(regions.map((region) => [region.id, region])),
    regionOf: new Map(regions.flatMap((region) => region.members.map((member) => [member, region] as const))),
    connections: connectionsOf(graph, map.groupings[grouping].regions),
  }
}

/** The regions moved apart, with their papers, where their outlines would overlap or nearly touch. */
function apart(regions: readonly LaidRegion[], places: Map<string, Point>, spacing: number): readonly LaidRegion[] {
  const shifts = separations(
    regions.map(({ outline }) => outline),
    GAP * spacing,
  )
  return regions.map((region, i) => {
    const shift = shifts[i]
    if (shift === undefined || (shift.x === 0 && shift.y === 0)) return region
    const move = ({ x, y }: Point): Point => ({ x: x + shift.x, y: y + shift.y })
    for (const member of region.members) places.set(member, move(places.get(member) ?? region.center))
    return { ...region, center: move(region.center), outline: region.outline.map(move) }
  })
}

/** The strip under the map, as a region without hue; none where every paper is placed. */
function looseRegion(
  papers: readonly string[],
  places: Map<string, Point>,
  around: Box | undefined,
  spacing: number,
): readonly LaidRegion[] {
  if (papers.length === 0) return []
  const points = stripOf(papers.length, around, spacing)
  papers.forEach((paper, i) => {
    places.set(paper, points[i] ?? { x: 0, y: 0 })
  })
  const outline = outlineOf(points, 0.8 * spacing)
  return [{ id: NOT_PLACED, label: 'Not placed', members: papers, hue: null, center: meanOf(points), outline }]
}

/** Hues by size, so that the largest regions differ most. */
function huesOf(groups: readonly Region[]): ReadonlyMap<string, number> {
  const bySize = groups.toSorted((a, b) => b.members.length - a.members.length || byCodeUnits(a.id, b.id))
  return new Map(bySize.map(({ id }, i) => [id, i]))
}
