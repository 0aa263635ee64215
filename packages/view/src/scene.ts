import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { type Projection, projectionOf, type Viewport } from './camera.ts'
import { placeOf } from './entities.ts'
import { type Focus, focusOf } from './focus.ts'
import { boundsOf, type Point } from './geometry.ts'
import { labelPlanOf } from './label-plan.ts'
import type { LabelRange } from './label-ranges.ts'
import { labelsOf } from './labels.ts'
import { type LaidRegion, type Layout, layoutOf } from './layout.ts'
import { bandsOf, relationsOf } from './lines.ts'
import { linksOf } from './links.ts'
import { ENTITY_RADIUS, emphasisOf, markOf, markRadius } from './marks.ts'
import { regionColor } from './palette.ts'
import { connectionsAt } from './past/connections-at.ts'
import { type Moment, momentOf, NOW, type Presence } from './past/moment.ts'
import { asOfWords, ofAll } from './past/moment-words.ts'
import type { Past } from './past/past.ts'
import { plannedNames } from './planned-names.ts'
import { satellitesOf } from './satellites.ts'
import type { Scene, SceneNode, SceneRegion } from './scene-types.ts'
import type { ViewState } from './state.ts'
import { aspectOf } from './stretch.ts'
import { counted, GROUPING_WORDS } from './words.ts'

/** What a scene depends on besides the state. */
export interface SceneOptions {
  /** What is pointed at: it gets its name, whatever the state. */
  readonly hover?: string | undefined
  /** The keys of all that may be named, where not all may, for a slide: regions then without their sizes. What is pointed at is named in any case. */
  readonly named?: ReadonlySet<string> | undefined
  /** What commits know of the graph. Without it, and where it does not know `state.at`, the field is shown as it is now. */
  readonly past?: Past | undefined
}

/**
 * Everything that is seen of a graph and its map in a state, on a stage of `viewport` CSS pixels. Pure and direct: the
 * same arguments give the same scene, and nothing iterates towards a layout. Linear in what is drawn, but for labels.
 *
 * At a version of the past (`state.at`) all stands where it stands now; what was not there is not drawn, and what came with
 * that version is marked. A chosen node that was not there is an outline.
 */
export function scene(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  viewport: Viewport,
  { hover, named, past }: SceneOptions = {},
): Scene {
  const moment = past && momentOf(past, state.at)
  const presence = moment ?? NOW
  const layout = layoutOf(graph, map, state.grouping, aspectOf(viewport))
  const projection = projectionOf(state.camera, layout, viewport)
  const focus = focusOf(graph, layout, state, moment)
  const spacing = layout.spacing * projection.scale
  const regions = regionsOf(layout, projection, focus, presence)
  const papers = papersOf(graph, layout, projection, focus, state, presence)
  const chosen = chosenThings(graph, layout, projection, focus, spacing, presence)
  const center = [...chosen, ...papers].find(({ key }) => key === focus.nodes[0])
  const satellites = center === undefined ? [] : satellitesOf(graph, awayFrom(focus, chosen), center, viewport)
  const around = satellites.map(({ key, place }) =>
    markOf(graph, layout, key, place, { emphasis: 'near', radius: ENTITY_RADIUS }, presence),
  )
  const faded = new Set(papers.flatMap(({ key, emphasis }) => (emphasis === 'faded' ? [key] : [])))
  const planned = plannedNames(graph, layout, state, focus, faded, viewport, projection.scale, named, moment)
  const things = thingsOf(graph, layout, projection, planned, presence)
  const nodes = [...papers.toSorted(byEmphasis), ...things, ...around, ...chosen]
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const connections = moment && connectionsAt(layout, moment)
  const bands = bandsOf(layout, focus, hover, projection.toPixels, bandUnit(projection, viewport), connections)
  const edges = [...bands, ...relationsOf(graph, focus, byKey, presence), ...linksOf(focus, byKey)]
  const { toPixels } = projection
  return {
    width: viewport.width,
    height: viewport.height,
    zoom: projection.zoom,
    nodes,
    edges,
    regions,
    labels: labelsOf(
      { nodes: byKey, regions, edges, satellites, focus, hover, named, planned, toPixels, moment },
      viewport,
    ),
    bounds: boundsOf(cornersOf(layout, projection)) ?? { x: 0, y: 0, width: 0, height: 0 },
    pointed: hover,
    title: titleOf(graph, layout, state, moment),
    ...(moment === undefined ? {} : { asOf: asOfWords(moment) }),
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
  presence: Presence,
): readonly SceneNode[] {
  return planned.flatMap(({ key, of, place }) =>
    of === 'region' || layout.regionOf.has(key)
      ? []
      : [markOf(graph, layout, key, toPixels(place.at), { emphasis: 'normal', radius: ENTITY_RADIUS }, presence)],
  )
}

/** Regions of which nothing was there are but their borders, faint: land that is not settled yet. */
function regionsOf(layout: Layout, { toPixels }: Projection, focus: Focus, presence: Presence): readonly SceneRegion[] {
  const answers = focus.nodes.length + focus.sets.length > 0
  const touched = new Set([...focus.near.keys(), ...focus.nodes].map((key) => layout.regionOf.get(key)?.id))
  return layout.regions.map((region) => {
    const outline = region.outline.map(toPixels)
    const isChosen = focus.regions.includes(region)
    const count = presence === NOW ? region.members.length : region.members.filter(presence.hasNode).length
    const quiet = count === 0 || (focus.active && !isChosen && !(answers && touched.has(region.id)))
    return {
      key: region.id,
      label: region.label,
      count,
      outline,
      color: regionColor('fill', region.hue),
      stroke: regionColor('coast', region.hue),
      ink: regionColor('name', region.hue),
      emphasis: isChosen ? 'chosen' : quiet ? 'faded' : 'normal',
      opacity: count === 0 ? 0.3 : quiet ? 0.55 : 1,
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
  presence: Presence,
): readonly SceneNode[] {
  const radius = markRadius(layout.spacing * scale)
  return layout.regions.flatMap(({ members }) =>
    members.flatMap((key) => {
      const place = layout.places.get(key)
      if (place === undefined || !(presence.hasNode(key) || focus.nodes.includes(key))) return []
      const emphasis = emphasisOf(graph, key, graph.getNodeAttributes(key), focus, filters, presence)
      return [markOf(graph, layout, key, toPixels(place), { emphasis, radius }, presence)]
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
  presence: Presence,
): readonly SceneNode[] {
  const look = { emphasis: 'chosen', radius: Math.max(ENTITY_RADIUS, markRadius(spacing)) } as const
  return focus.nodes.flatMap((key) => {
    if (layout.regionOf.has(key)) return []
    const place = placeOf(graph, layout, key) ?? { x: 0, y: 0 }
    return [markOf(graph, layout, key, toPixels(place), look, presence)]
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

function titleOf(graph: FieldGraph, layout: Layout, { grouping }: ViewState, moment: Moment | undefined): string {
  const papers = [...layout.regionOf.keys()].length
  const isSettled = ({ hue, members }: LaidRegion): boolean =>
    hue !== null && (moment === undefined || members.some(moment.hasNode))
  const regions = layout.regions.filter(isSettled).length
  const { one, many } = GROUPING_WORDS[grouping]
  const words = (regions === 1 ? one : many).toLowerCase()
  const title = graph.getAttribute('title')
  if (moment !== undefined) return `${title}, ${asOfWords(moment)}: ${ofAll(moment)} in ${regions} ${words}`
  return `${title}: ${counted('paper', papers)} in ${regions} ${words}`
}
