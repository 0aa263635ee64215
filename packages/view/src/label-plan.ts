import type { FieldGraph } from '@fieldmap/graph'
import { bandLine } from './band.ts'
import { type Projection, projectionOf, type Viewport, ZOOM_RANGE } from './camera.ts'
import { entitiesOf, type PlacedEntity } from './entities.ts'
import type { LabelText } from './label-layout.ts'
import { sizeOfLines } from './label-layout.ts'
import { activeRangesInSteps, type LabelPlace, type LabelRange, type LabelWish, type Obstacle } from './label-ranges.ts'
import type { Layout } from './layout.ts'
import { restingBands } from './lines.ts'
import { ENTITY_RADIUS, markRadius, radiusOfPaper } from './marks.ts'
import { regionRanges } from './region-labels.ts'
import { shorten } from './text-width.ts'
import { shortTitle } from './words.ts'

/** Which names a map shows from which scale on, for a layout on a stage: nothing of it depends on the camera. */
export interface LabelPlan {
  readonly regions: readonly LabelRange[]
  /** Of papers, datasets and venues; none before the scale at which the first of them may show. */
  readonly nodes: (scale: number) => readonly LabelRange[]
  /** Works on `nodes` a little with each step, so that they are there when they are asked for. */
  readonly ahead: () => Generator<void, void>
}

/** Size of the names of papers and things, in pixels. */
export const NAME_SIZE = 12
/** With less room than this between papers, in pixels, only those that have a short name show it, in characters. */
const NAMES = { room: 34, longest: 22 }
/** Room between neighbouring papers, in pixels, from which names of papers show, by importance 0–3. */
const ROOM = [48, 40, 32, 23]
/** The same for things, by the papers that share them: what connects many comes first. */
const THING_ROOM = [
  { papers: 8, dataset: 38, venue: 54 },
  { papers: 3, dataset: 54, venue: 72 },
  { papers: 2, dataset: 72, venue: 100 },
  { papers: 0, dataset: 100, venue: 130 },
]
/** Where all of the map fits there are no things: they come with the first enlargement. */
const THINGS_FROM = 1.5
const WIDTH = { paper: 190, thing: 150 }
/** What marks of papers take, in pixels from their middle; a little less than the largest, as marks may touch names. */
const MARK = 6

const plans = new WeakMap<Layout, Map<string, LabelPlan>>()

/**
 * The plan for a layout on a stage; computed once for each size of it.
 *
 * @param named the regions that may be named, by their keys; left out: all. What may not be is in nobody's way.
 */
export function labelPlanOf(
  graph: FieldGraph,
  layout: Layout,
  viewport: Viewport,
  named?: ReadonlySet<string>,
): LabelPlan {
  const stages = plans.get(layout) ?? new Map<string, LabelPlan>()
  plans.set(layout, stages)
  const regions = named && layout.regions.filter(({ id }) => named.has(id)).map(({ id }) => id)
  const key = JSON.stringify([viewport.width, viewport.height, regions])
  const known = stages.get(key) ?? planOf(graph, layout, viewport, regions && new Set(regions))
  if (stages.size > 50) stages.clear() // a window that is being resized leaves a stage a frame
  stages.set(key, known)
  return known
}

function planOf(
  graph: FieldGraph,
  layout: Layout,
  viewport: Viewport,
  named: ReadonlySet<string> | undefined,
): LabelPlan {
  const home = projectionOf(null, layout, viewport)
  const regions = regionRanges(layout, viewport, (enlargement) => enlarged(home, enlargement, layout, viewport), {
    named,
    marks: [...layout.places].filter(([key]) => layout.regionOf.has(key)).map(([, place]) => place),
    bands: bandPoints(layout),
  })
  const first = Math.min(...ROOM, ...THING_ROOM.map(({ dataset }) => dataset)) / layout.spacing
  let nodes: readonly LabelRange[] | undefined
  function* steps(): Generator<void, void> {
    const wishes: Ranked[] = [...paperWishes(graph, layout)]
    yield
    wishes.push(...thingWishes(graph, layout, THINGS_FROM * home.scale))
    yield
    nodes = yield* activeRangesInSteps(
      wishes.sort(byRank).map(({ wish }) => wish),
      obstaclesOf(layout, regions),
      home.scale * ZOOM_RANGE.most,
    )
  }
  const working = steps() // one for all, so that nothing is worked on twice
  return {
    regions,
    nodes(scale) {
      if (nodes === undefined && scale < first) return []
      while (nodes === undefined) working.next()
      return nodes
    },
    *ahead() {
      while (nodes === undefined) {
        working.next()
        yield
      }
    },
  }
}

function enlarged(home: Projection, by: number, layout: Layout, viewport: Viewport): Projection {
  if (by === 1) return home
  const { x, y } = home.toMap({ x: viewport.width / 2, y: viewport.height / 2 })
  const { stretch } = layout
  return projectionOf({ x: x / stretch.x, y: y / stretch.y, zoom: by }, layout, viewport)
}

function bandPoints(layout: Layout): LabelPlan['regions'][number]['place']['at'][] {
  return restingBands(layout).flatMap(({ a, b }) => {
    const [from, to] = [layout.regionById.get(a), layout.regionById.get(b)]
    return from === undefined || to === undefined ? [] : [...bandLine(layout, from, to)]
  })
}

/** What names may not cover: marks of papers, and names that are planned already. */
export function obstaclesOf(
  layout: Layout,
  planned: readonly LabelRange[],
  papers: Iterable<string> = layout.regionOf.keys(),
): readonly Obstacle[] {
  const box = { x: -MARK, y: -MARK, width: 2 * MARK, height: 2 * MARK }
  return [
    ...[...papers].map((key) => ({ key, at: layout.places.get(key) ?? { x: 0, y: 0 }, box, from: 0 })),
    ...planned.map(({ key, place, from }) => ({ ...place, key, from })),
  ]
}

interface Ranked {
  /** Lower is more wanted. */
  readonly rank: number
  readonly wish: LabelWish
}

function byRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || (a.wish.key < b.wish.key ? -1 : 1)
}

function paperWishes(graph: FieldGraph, layout: Layout): readonly Ranked[] {
  return [...layout.regionOf.keys()].map((key) => {
    const node = graph.getNodeAttributes(key)
    const importance = node.kind === 'paper' ? Math.min(3, node.importance ?? 0) : 0
    const short = shortTitle(node.label).length <= NAMES.longest
    const room = Math.max(ROOM[importance] ?? 0, short ? 0 : NAMES.room)
    return { rank: 2 * (3 - importance), wish: paperWish(graph, layout, key, room / layout.spacing) }
  })
}

/** The wish of a paper to be named from a scale on: beside its mark, else over or under it. */
export function paperWish(graph: FieldGraph, layout: Layout, key: string, from: number): LabelWish {
  const node = graph.getNodeAttributes(key)
  const at = layout.places.get(key) ?? { x: 0, y: 0 }
  const text = shorten(shortTitle(node.label), WIDTH.paper, NAME_SIZE, 400)
  const lines: readonly LabelText[] = [{ text, size: NAME_SIZE, weight: 400, color: 'ink' }]
  const { width, height } = sizeOfLines(lines)
  // Marks grow a little with the scale, and names move away with them: their places hold both ends.
  const near = radiusOfPaper(node, markRadius(layout.spacing * from)) + NAME_GAP
  const far = radiusOfPaper(node, markRadius(Number.POSITIVE_INFINITY)) + NAME_GAP
  const places: readonly LabelPlace[] = [
    { at, anchor: 'start', leader: false, box: { x: near, y: -height / 2, width: width + far - near, height } },
    { at, anchor: 'end', leader: false, box: { x: -far - width, y: -height / 2, width: width + far - near, height } },
    {
      at,
      anchor: 'middle',
      leader: false,
      box: { x: -width / 2, y: -far - height, width, height: height + far - near },
    },
    { at, anchor: 'middle', leader: false, box: { x: -width / 2, y: near, width, height: height + far - near } },
  ]
  return { key, of: 'node', lines, places, from }
}

/** From the edge of a mark to its name, in pixels. */
export const NAME_GAP = 2

function thingWishes(graph: FieldGraph, layout: Layout, least: number): readonly Ranked[] {
  return entitiesOf(graph, layout).map((thing) => {
    const tier = Math.max(
      0,
      THING_ROOM.findIndex(({ papers }) => thing.papers.length >= papers),
    )
    const room = THING_ROOM[tier]?.[thing.kind] ?? 0
    return { rank: 2 * tier + 1, wish: thingWish(graph, thing, Math.max(least, room / layout.spacing)) }
  })
}

/** A thing comes with its mark, so its places hold both. */
function thingWish(graph: FieldGraph, { key, kind, place: at }: PlacedEntity, from: number): LabelWish {
  const text = shorten(graph.getNodeAttribute(key, 'label'), WIDTH.thing, NAME_SIZE, 400)
  const color = kind === 'venue' ? 'quiet' : 'ink'
  const lines: readonly LabelText[] = [{ text, size: NAME_SIZE, weight: 400, color }]
  const { width, height } = sizeOfLines(lines)
  const back = ENTITY_RADIUS + 2
  const all = back + ENTITY_RADIUS + NAME_GAP + width
  return {
    key,
    of: 'node',
    lines,
    places: [
      { at, anchor: 'start', leader: false, box: { x: -back, y: -height / 2, width: all, height } },
      { at, anchor: 'end', leader: false, box: { x: back - all, y: -height / 2, width: all, height } },
    ],
    from,
  }
}
