import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { boxContains } from './geometry.ts'
import { scaleScene } from './scale-scene.ts'
import { scene } from './scene.ts'
import type { Scene, SceneLabel } from './scene-types.ts'
import type { ViewState } from './state.ts'

/** A slide of 16:9, in pixels. */
export const SLIDE = { width: 1920, height: 1080 } as const

/**
 * The least size of text on a slide, in pixels: 18 pt where 1,920 pixels are 13.33 inches (144 to the inch). Below it the
 * last row of a room does not read.
 */
export const SLIDE_TEXT = 36

/** More names than these are a list, not a picture. */
export const SLIDE_LABELS = 12

/** Below the names of a scene there is room for a legend, in pixels of its stage, of which a slide needs this much less. */
const SPARE_FOOT = 22

/** Text of this size on screen is enlarged to {@link SLIDE_TEXT}: what most names of a scene have, in pixels. */
const USUAL_TEXT = 12

/**
 * A state as a slide of 1920 × 1080 pixels: the scene of a small stage, enlarged until its smallest text has
 * {@link SLIDE_TEXT} pixels, so that names keep their room. At most {@link SLIDE_LABELS} names: the chosen first, what fades
 * last, else in the order in which the scene gives them places (what is near, regions by size, papers by importance); none
 * is faint.
 */
export function slideScene(graph: FieldGraph, map: FieldMap, state: ViewState): Scene {
  let factor = SLIDE_TEXT / USUAL_TEXT
  let drawn = drawnAt(graph, map, state, factor)
  // A stage of another size may choose other sizes of text; a few steps find one that is large enough.
  for (let step = 0; step < 4 && smallestText(drawn) < SLIDE_TEXT - 1e-9; step++) {
    factor *= SLIDE_TEXT / smallestText(drawn)
    drawn = drawnAt(graph, map, state, factor)
  }
  return drawn
}

function drawnAt(graph: FieldGraph, map: FieldMap, state: ViewState, factor: number): Scene {
  const slide = { x: 0, y: 0, width: SLIDE.width / factor, height: SLIDE.height / factor }
  const small = scene(graph, map, state, { width: slide.width, height: slide.height + SPARE_FOOT })
  const seen = small.labels.filter(({ box }) => boxContains(slide, box))
  const labels = mostWanted(seen, new Set(state.selection))
  return { ...scaleScene({ ...small, labels }, factor), ...SLIDE }
}

function mostWanted(labels: readonly SceneLabel[], chosen: ReadonlySet<string>): readonly SceneLabel[] {
  const rank = ({ key, opacity }: SceneLabel): number => (chosen.has(key) ? 0 : opacity === 1 ? 1 : 2)
  const sorted = labels.toSorted((a, b) => rank(a) - rank(b))
  return sorted.slice(0, SLIDE_LABELS).map((label) => ({ ...label, opacity: 1 }))
}

function smallestText({ labels }: Scene): number {
  return Math.min(...labels.flatMap(({ lines }) => lines.map(({ size }) => size)), Number.POSITIVE_INFINITY)
}
