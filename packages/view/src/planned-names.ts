import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'
import { projectionOf, type Viewport, ZOOM_RANGE } from './camera.ts'
import { entitiesOf } from './entities.ts'
import type { Focus } from './focus.ts'
import { labelPlanOf, obstaclesOf, paperWish } from './label-plan.ts'
import { activeRanges, type LabelRange } from './label-ranges.ts'
import type { Layout } from './layout.ts'
import { type Moment, NOW } from './past/moment.ts'
import type { ViewState } from './state.ts'

/** So many papers that have just come are all named; of more, as of a first version, none. */
const MOST_NEW = 12

/** More neighbours than these are not all named: no eye reads them. */
const MOST_NEIGHBORS = 200

const kept = new WeakMap<Layout, Map<string, readonly LabelRange[]>>()

/**
 * The names that the plan has for a state and scale: of all regions, those first that are chosen, at any scale, as the
 * question is about them; and of the papers and things that are not out of the question (`faded`). Round a chosen node only its neighbours are named, and those as early as there is room.
 *
 * @param named the regions that may be named; left out: all.
 * @param moment the field as it was: what was not there has no name, and what came with the version is named first.
 */
export function plannedNames(
  graph: FieldGraph,
  layout: Layout,
  state: ViewState,
  focus: Focus,
  faded: ReadonlySet<string>,
  viewport: Viewport,
  scale: number,
  named?: ReadonlySet<string>,
  moment?: Moment,
): readonly LabelRange[] {
  const plan = labelPlanOf(graph, layout, viewport, named)
  const isThere = moment?.hasNode ?? NOW.hasNode
  const isSettled = ({ key }: LabelRange): boolean =>
    moment === undefined || (layout.regionById.get(key)?.members.some(isThere) ?? true)
  const isShown = ({ from }: LabelRange): boolean => from <= scale * (1 + 1e-9)
  const chosen = new Set(focus.regions.map(({ id }) => id))
  const isChosen = ({ key }: LabelRange): boolean => chosen.has(key)
  const settled = plan.regions.filter(isSettled)
  const regions = [...settled.filter(isChosen), ...settled.filter((range) => !isChosen(range) && isShown(range))]
  if (focus.nodes.length > 0) {
    const ranges = neighborRanges(graph, layout, state, focus, faded, viewport, plan.regions, moment)
    return [...regions, ...ranges.filter(isShown)]
  }
  if (moment !== undefined) regions.push(...newRanges(graph, layout, moment, faded, viewport, settled).filter(isShown))
  const shown = plan.nodes(scale).filter(isShown)
  if (faded.size === 0 && moment === undefined) return [...regions, ...shown]
  const things = new Map(entitiesOf(graph, layout).map((thing) => [thing.key, thing.papers]))
  return [
    ...regions,
    ...shown.filter(
      ({ key }) =>
        isThere(key) &&
        (layout.regionOf.has(key)
          ? !faded.has(key)
          : (things.get(key)?.some((paper) => isThere(paper) && !faded.has(paper)) ?? false)),
    ),
  ]
}

/** The names of the papers that came with a version, where they are few, as early as there is room for them. */
function newRanges(
  graph: FieldGraph,
  layout: Layout,
  moment: Moment,
  faded: ReadonlySet<string>,
  viewport: Viewport,
  regions: readonly LabelRange[],
): readonly LabelRange[] {
  const came = [...layout.regionOf.keys()].filter((key) => moment.isNew(key) && moment.hasNode(key) && !faded.has(key))
  if (came.length === 0 || came.length > MOST_NEW) return []
  const states = keptOf(layout)
  const key = JSON.stringify([viewport.width, viewport.height, moment.step.commit, [...faded]])
  const known = states.get(key)
  if (known !== undefined) return known
  const home = projectionOf(null, layout, viewport).scale
  const wishes = came
    .sort((a, b) => importanceOf(graph, b) - importanceOf(graph, a) || byCodeUnits(a, b))
    .map((paper) => paperWish(graph, layout, paper, home / 2))
  const marks = [...layout.regionOf.keys()].filter(moment.hasNode)
  const ranges = activeRanges(wishes, obstaclesOf(layout, regions, marks), home * ZOOM_RANGE.most)
  if (states.size > 20) states.clear()
  states.set(key, ranges)
  return ranges
}

function keptOf(layout: Layout): Map<string, readonly LabelRange[]> {
  const states = kept.get(layout) ?? new Map<string, readonly LabelRange[]>()
  kept.set(layout, states)
  return states
}

function importanceOf(graph: FieldGraph, paper: string): number {
  const node = graph.getNodeAttributes(paper)
  return node.kind === 'paper' ? (node.importance ?? 0) : 0
}

function neighborRanges(
  graph: FieldGraph,
  layout: Layout,
  { selection, lens, depth, filters, match, not, pretraining }: ViewState,
  focus: Focus,
  faded: ReadonlySet<string>,
  viewport: Viewport,
  regions: readonly LabelRange[],
  moment: Moment | undefined,
): readonly LabelRange[] {
  const states = keptOf(layout)
  const named = regions.map((region) => region.key)
  const asked = { selection, lens, depth, filters, match, not, pretraining }
  const key = JSON.stringify([viewport.width, viewport.height, asked, named, moment?.step.commit])
  const known = states.get(key)
  if (known !== undefined) return known
  const home = projectionOf(null, layout, viewport).scale
  const near = [...focus.near].filter(([paper]) => layout.regionOf.has(paper) && !faded.has(paper))
  const marks = [...near.map(([paper]) => paper), ...focus.nodes.filter((node) => layout.regionOf.has(node))]
  const wishes = near
    .sort((a, b) => a[1] - b[1] || importanceOf(graph, b[0]) - importanceOf(graph, a[0]) || byCodeUnits(a[0], b[0]))
    .slice(0, MOST_NEIGHBORS)
    .map(([paper]) => paperWish(graph, layout, paper, home / 2))
  const ranges = activeRanges(wishes, obstaclesOf(layout, regions, marks), home * ZOOM_RANGE.most)
  if (states.size > 20) states.clear()
  states.set(key, ranges)
  return ranges
}
