import type { FieldGraph, FieldMap } from '@fieldmap/graph'
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

/** Text of this size on screen is enlarged to {@link SLIDE_TEXT}: what most names of a scene have, in pixels. */
const USUAL_TEXT = 12

/**
 * A state as a slide of 1920 × 1080 pixels: the scene of a small stage, enlarged until its smallest text has
 * {@link SLIDE_TEXT} pixels, so that names keep their room. At most {@link SLIDE_LABELS} names: the chosen first, then in
 * the order in which the scene gives them places (what is near it, regions by size, papers by importance).
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
  const stage = { width: SLIDE.width / factor, height: SLIDE.height / factor }
  const small = scene(graph, map, state, stage)
  const labels = mostWanted(small.labels, new Set(state.selection))
  return { ...scaleScene({ ...small, labels }, factor), ...SLIDE }
}

function mostWanted(labels: readonly SceneLabel[], chosen: ReadonlySet<string>): readonly SceneLabel[] {
  const first = labels.filter(({ key }) => chosen.has(key))
  const rest = labels.filter(({ key }) => !chosen.has(key))
  return [...first, ...rest].slice(0, SLIDE_LABELS)
}

function smallestText({ labels }: Scene): number {
  return Math.min(...labels.flatMap(({ lines }) => lines.map(({ size }) => size)), Number.POSITIVE_INFINITY)
}
