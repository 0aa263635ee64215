import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'
import { projectionOf, type Viewport, ZOOM_RANGE } from './camera.ts'
import { entitiesOf } from './entities.ts'
import type { Focus } from './focus.ts'
import { labelPlanOf, obstaclesOf, paperWish } from './label-plan.ts'
import { activeRanges, type LabelRange } from './label-ranges.ts'
import type { Layout } from './layout.ts'
import type { ViewState } from './state.ts'

/** More neighbours than these are not all named: no eye reads them. */
const MOST_NEIGHBORS = 200

const kept = new WeakMap<Layout, Map<string, readonly LabelRange[]>>()

/**
 * The names that the plan has for a state and scale: of all regions, those first that are chosen, at any scale, as the
 * question is about them; and of the papers and things that are not out of the question (`faded`). Round a chosen node only its neighbours are named, and those as early as there is room.
 *
 * @param named the regions that may be named; left out: all.
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
): readonly LabelRange[] {
  const plan = labelPlanOf(graph, layout, viewport, named)
  const isShown = ({ from }: LabelRange): boolean => from <= scale * (1 + 1e-9)
  const chosen = new Set(focus.regions.map(({ id }) => id))
  const isChosen = ({ key }: LabelRange): boolean => chosen.has(key)
  const regions = [
    ...plan.regions.filter(isChosen),
    ...plan.regions.filter((range) => !isChosen(range) && isShown(range)),
  ]
  if (focus.nodes.length > 0) {
    return [...regions, ...neighborRanges(graph, layout, state, focus, faded, viewport, plan.regions).filter(isShown)]
  }
  const shown = plan.nodes(scale).filter(isShown)
  if (faded.size === 0) return [...regions, ...shown]
  const things = new Map(entitiesOf(graph, layout).map((thing) => [thing.key, thing.papers]))
  return [
    ...regions,
    ...shown.filter(({ key }) =>
      layout.regionOf.has(key) ? !faded.has(key) : (things.get(key)?.some((paper) => !faded.has(paper)) ?? false),
    ),
  ]
}

function neighborRanges(
  graph: FieldGraph,
  layout: Layout,
  { selection, lens, depth, filters, match, not, pretraining }: ViewState,
  focus: Focus,
  faded: ReadonlySet<string>,
  viewport: Viewport,
  regions: readonly LabelRange[],
): readonly LabelRange[] {
  const states = kept.get(layout) ?? new Map<string, readonly LabelRange[]>()
  kept.set(layout, states)
  const named = regions.map((region) => region.key)
  const asked = { selection, lens, depth, filters, match, not, pretraining }
  const key = JSON.stringify([viewport.width, viewport.height, asked, named])
  const known = states.get(key)
  if (known !== undefined) return known
  const importance = (paper: string): number => {
    const node = graph.getNodeAttributes(paper)
    return node.kind === 'paper' ? (node.importance ?? 0) : 0
  }
  const home = projectionOf(null, layout, viewport).scale
  const near = [...focus.near].filter(([paper]) => layout.regionOf.has(paper) && !faded.has(paper))
  const marks = [...near.map(([paper]) => paper), ...focus.nodes.filter((node) => layout.regionOf.has(node))]
  const wishes = near
    .sort((a, b) => a[1] - b[1] || importance(b[0]) - importance(a[0]) || byCodeUnits(a[0], b[0]))
    .slice(0, MOST_NEIGHBORS)
    .map(([paper]) => paperWish(graph, layout, paper, home / 2))
  const ranges = activeRanges(wishes, obstaclesOf(layout, regions, marks), home * ZOOM_RANGE.most)
  if (states.size > 20) states.clear()
  states.set(key, ranges)
  return ranges
}
