import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { type Projection, projectionOf, type Viewport } from './camera.ts'
import { placeOf } from './entities.ts'
import { type Focus, focusOf } from './focus.ts'
import { boundsOf, type Point } from './geometry.ts'
import { labelPlanOf } from './label-plan.ts'
import type { LabelRange } from './label-ranges.ts'
import { labelsOf } from './labels.ts'
import { type Layout, layoutOf } from './layout.ts'
import { bandsOf, relationsOf } from './lines.ts'
import { linksOf } from './links.ts'
import { ENTITY_RADIUS, emphasisOf, markOf, markRadius } from './marks.ts'
import { regionColor } from './palette.ts'
import { plannedNames } from './planned-names.ts'
import { satellitesOf } from './satellites.ts'
import type { Scene, SceneNode, SceneRegion } from './scene-types.ts'
import type { ViewState } from './state.ts'
import { aspectOf } from './stretch.ts'
import { counted, GROUPING_WORDS } from './words.ts'

/** What is pointed at: it gets its name, whatever the state. */
export interface Pointer {
  readonly hover?: string | undefined
  /** The keys of all that may be named, where not all may, for a slide: regions then without their sizes. What is pointed at is named in any case. */
  readonly named?: ReadonlySet<string> | undefined
}

/**
 * Everything that is seen of a graph and its map in a state, on a stage of `viewport` CSS pixels. Pure and direct: the
 * same arguments give the same scene, and nothing iterates towards a layout. Linear in what is drawn, but for labels.
 */
export function scene(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  viewport: Viewport,
  { hover, named }: Pointer = {},
): Scene {
  const layout = layoutOf(graph, map, state.grouping, aspectOf(viewport))
  const projection = projectionOf(state.camera, layout, viewport)
  const focus = focusOf(graph, layout, state)
  const spacing = layout.spacing * projection.scale
  const regions = regionsOf(layout, projection, focus)
  const papers = papersOf(graph, layout, projection, focus, state)
  const chosen = chosenThings(graph, layout, projection, focus, spacing)
  const center = [...chosen, ...papers].find(({ key }) => key === focus.nodes[0])
  const satellites = center === undefined ? [] : satellitesOf(graph, awayFrom(focus, chosen), center, viewport)
  const around = satellites.map(({ key, place }) =>
    markOf(graph, layout, key, place, { emphasis: 'near', radius: ENTITY_RADIUS }),
  )
  const faded = new Set(papers.flatMap(({ key, emphasis }) => (emphasis === 'faded' ? [key] : [])))
  const planned = plannedNames(graph, layout, state, focus, faded, viewport, projection.scale, named)
  const things = thingsOf(graph, layout, projection, planned)
  const nodes = [...papers.toSorted(byEmphasis), ...things, ...around, ...chosen]
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const bands = bandsOf(layout, focus, hover, projection.toPixels, bandUnit(projection, viewport))
  const edges = [...bands, ...relationsOf(graph, focus, byKey), ...linksOf(focus, byKey)]
  const { toPixels } = projection
  return {
    width: viewport.width,
    height: viewport.height,
    zoom: projection.zoom,
    nodes,
    edges,
    regions,
    labels: labelsOf({ nodes: byKey, regions, edges, satellites, focus, hover, named, planned, toPixels }, viewport),
    bounds: boundsOf(cornersOf(layout, projection)) ?? { x: 0, y: 0, width: 0, height: 0 },
    pointed: hover,
    title: titleOf(graph, layout, state),
    missing: focus.missing,
    omitted: [...focus.near.keys()].filter((key) => !byKey.has(key)).length,
  }
}

/**
 * The steps before the first scene of a state: its layout, then the names of its regions. Run each in a task of its own
 * where a frame must not wait; their results are kept.
 */
export function preparations(
  graph: FieldGraph,
  map: FieldMap,
  { grouping }: ViewState,
  viewport: Viewport,
): readonly (() => void)[] {
  const layout = (): Layout => layoutOf(graph, map, grouping, aspectOf(viewport))
  return [layout, () => labelPlanOf(graph, layout(), viewport)]
}

/** Small steps, of a few milliseconds each, that make the first scene from near quick: the names of papers and things. */
export function preparationsAhead(
  graph: FieldGraph,
  map: FieldMap,
  { grouping }: ViewState,
  viewport: Viewport,
): Iterable<void> {
  return labelPlanOf(graph, layoutOf(graph, map, grouping, aspectOf(viewport)), viewport).ahead()
}

/** The marks of the datasets and venues whose names are planned for this scale. */
function thingsOf(
  graph: FieldGraph,
  layout: Layout,
  { toPixels }: Projection,
  planned: readonly LabelRange[],
): readonly SceneNode[] {
  return planned.flatMap(({ key, of, place }) =>
    of === 'region' || layout.regionOf.has(key)
      ? []
      : [markOf(graph, layout, key, toPixels(place.at), { emphasis: 'normal', radius: ENTITY_RADIUS })],
  )
}

function regionsOf(layout: Layout, { toPixels }: Projection, focus: Focus): readonly SceneRegion[] {
  const answers = focus.nodes.length + focus.sets.length > 0
  const touched = new Set([...focus.near.keys(), ...focus.nodes].map((key) => layout.regionOf.get(key)?.id))
  return layout.regions.map((region) => {
    const outline = region.outline.map(toPixels)
    const isChosen = focus.regions.includes(region)
    const quiet = focus.active && !isChosen && !(answers && touched.has(region.id))
    return {
      key: region.id,
      label: region.label,
      count: region.members.length,
      outline,
      color: regionColor('fill', region.hue),
      stroke: regionColor('coast', region.hue),
      ink: regionColor('name', region.hue),
      emphasis: isChosen ? 'chosen' : quiet ? 'faded' : 'normal',
      opacity: quiet ? 0.55 : 1,
      box: boundsOf(outline) ?? { x: 0, y: 0, width: 0, height: 0 },
    }
  })
}

function papersOf(
  graph: FieldGraph,
  layout: Layout,
  { toPixels, scale }: Projection,
  focus: Focus,
  { filters }: ViewState,
): readonly SceneNode[] {
  const radius = markRadius(layout.spacing * scale)
  return layout.regions.flatMap(({ members }) =>
    members.flatMap((key) => {
      const place = layout.places.get(key)
      if (place === undefined) return []
      const emphasis = emphasisOf(graph, key, graph.getNodeAttributes(key), focus, filters)
      return [markOf(graph, layout, key, toPixels(place), { emphasis, radius })]
    }),
  )
}

/** Chosen nodes that are no papers. */
function chosenThings(
  graph: FieldGraph,
  layout: Layout,
  { toPixels }: Projection,
  focus: Focus,
  spacing: number,
): readonly SceneNode[] {
  const look = { emphasis: 'chosen', radius: Math.max(ENTITY_RADIUS, markRadius(spacing)) } as const
  return focus.nodes.flatMap((key) => {
    if (layout.regionOf.has(key)) return []
    const place = placeOf(graph, layout, key) ?? { x: 0, y: 0 }
    return [markOf(graph, layout, key, toPixels(place), look)]
  })
}

function awayFrom(focus: Focus, chosen: readonly SceneNode[]): ReadonlyMap<string, number> {
  const drawn = new Set(chosen.map(({ key }) => key))
  return new Map([...focus.near].filter(([key]) => !drawn.has(key)))
}

/** Bands keep their width against the regions from a phone to a wall. */
function bandUnit({ zoom }: Projection, { width, height }: Viewport): number {
  return Math.min(1.4, Math.max(0.6, Math.min(width, height) / 760)) * zoom ** 0.4
}

function byEmphasis(a: SceneNode, b: SceneNode): number {
  const rank = ({ emphasis }: SceneNode): number => ['faded', 'normal', 'near', 'chosen'].indexOf(emphasis)
  return rank(a) - rank(b)
}

function cornersOf({ bounds }: Layout, { toPixels }: Projection): readonly Point[] {
  const { x, y, width, height } = bounds
  return [toPixels({ x, y }), toPixels({ x: x + width, y: y + height })]
}

function titleOf(graph: FieldGraph, layout: Layout, { grouping }: ViewState): string {
  const papers = [...layout.regionOf.keys()].length
  const regions = layout.regions.filter(({ hue }) => hue !== null).length
  const { one, many } = GROUPING_WORDS[grouping]
  const words = (regions === 1 ? one : many).toLowerCase()
  return `${graph.getAttribute('title')}: ${counted('paper', papers)} in ${regions} ${words}`
}
