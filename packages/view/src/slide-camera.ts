import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { cameraAt, projectionOf, type Viewport } from './camera.ts'
import { placeOf } from './entities.ts'
import { type Box, boundsOf, centerOf } from './geometry.ts'
import { type LaidRegion, type Layout, layoutOf } from './layout.ts'
import type { Camera, ViewState } from './state.ts'
import { aspectOf } from './stretch.ts'

/** A region of which less than this part is in view is background. */
export const MOSTLY = 0.5
/** How much farther off, of the enlargement, a slide may look for the sake of regions that were not seen at first. */
const FARTHEST = 0.7

/**
 * A state whose camera holds all of each region of which most was in view on the stage where the state was seen, and what
 * is chosen. Without camera, or where one looks into a region, the state itself.
 */
export function wholeRegions(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  stage: Viewport,
  seenOn: Viewport,
): ViewState {
  if (state.camera === null) return state
  const seen = layoutOf(graph, map, state.grouping, aspectOf(seenOn))
  const layout = layoutOf(graph, map, state.grouping, aspectOf(stage))
  const chosen = state.selection.flatMap((key) => placeOf(graph, layout, key) ?? [])
  let held = mostlyInView(seen, state.camera, seenOn)
  if (held.length === 0) return state
  let last: ViewState | undefined
  for (;;) {
    const outlines = held.flatMap((id) => layout.regionById.get(id)?.outline ?? [])
    const bounds = boundsOf([...outlines, ...chosen])
    if (bounds === undefined) return state
    const zoom = projectionOf(null, { ...layout, bounds }, stage).scale / projectionOf(null, layout, stage).scale
    if (last?.camera !== undefined && last.camera !== null && zoom < FARTHEST * last.camera.zoom) return last
    const camera = cameraAt(centerOf(bounds), Math.max(1, zoom), layout.stretch)
    last ??= { ...state, camera }
    // What comes into view with the others is not cut either, unless that leads too far away.
    const more = [...new Set([...held, ...mostlyInView(layout, camera, stage)])]
    if (more.length === held.length) return { ...state, camera }
    held = more
  }
}

/** The ids of the regions of which most is in view. */
function mostlyInView(layout: Layout, camera: Camera, stage: Viewport): readonly string[] {
  const { toPixels } = projectionOf(camera, layout, stage)
  const isSeen = ({ outline }: LaidRegion): boolean => partOnStage(boundsOf(outline.map(toPixels)), stage) >= MOSTLY
  return layout.regions.filter(isSeen).map(({ id }) => id)
}

/** How much of a box lies on a stage, 0–1. */
export function partOnStage(box: Box | undefined, { width, height }: Viewport): number {
  if (box === undefined) return 0
  const across = Math.min(width, box.x + box.width) - Math.max(0, box.x)
  const down = Math.min(height, box.y + box.height) - Math.max(0, box.y)
  return (Math.max(0, across) * Math.max(0, down)) / (box.width * box.height || 1)
}
