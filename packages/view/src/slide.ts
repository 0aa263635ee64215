import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import type { Viewport } from './camera.ts'
import { boxContains, boxGap, cornersOf } from './geometry.ts'
import { crosses } from './leader.ts'
import { momentOf } from './past/moment.ts'
import { asOfWords } from './past/moment-words.ts'
import type { Past } from './past/past.ts'
import { type FootOptions, footHeight, footRows } from './picture-foot.ts'
import { scaleScene } from './scale-scene.ts'
import { scene } from './scene.ts'
import type { Scene, SceneLabel } from './scene-types.ts'
import { MOSTLY, partOnStage, wholeRegions } from './slide-camera.ts'
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

/** Of a stage's foot, which names keep off, this much is the edge of a picture, in pixels. */
const FOOT = { stage: 38, edge: 6 }

/** Text of this size on screen is enlarged to {@link SLIDE_TEXT}: what most names of a scene have, in pixels. */
const USUAL_TEXT = 13.5

export interface SlideOptions extends FootOptions {
  /** In pixels, 144 to the inch; left out: {@link SLIDE}. */
  readonly size?: Viewport
  /** The stage on which the state was seen: what a camera shows depends on it. Left out: that of the slide. */
  readonly seenOn?: Viewport
  /** What commits know of the graph: see `scene`. */
  readonly past?: Past | undefined
}

/**
 * A state as a slide: the scene of a small stage, enlarged until its smallest text has {@link SLIDE_TEXT} pixels, so that
 * names keep their room. At most {@link SLIDE_LABELS} names, placed as if there were no others: the chosen first, what stands
 * round it (without name it is not drawn), then regions by size; none is faint. A camera is moved so that no region of which most was seen is cut.
 */
export function slideScene(graph: FieldGraph, map: FieldMap, state: ViewState, options: SlideOptions = {}): Scene {
  let factor = SLIDE_TEXT / USUAL_TEXT
  let drawn = drawnAt(graph, map, state, factor, options)
  // A stage of another size may choose other sizes of text; a few steps find one that is large enough.
  for (let step = 0; step < 4 && smallestText(drawn) < SLIDE_TEXT - 1e-9; step++) {
    factor *= SLIDE_TEXT / smallestText(drawn)
    drawn = drawnAt(graph, map, state, factor, options)
  }
  return drawn
}

function drawnAt(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  factor: number,
  { size = SLIDE, seenOn, past, ...foot }: SlideOptions,
): Scene {
  const slide = { width: size.width / factor, height: size.height / factor }
  const textSize = SLIDE_TEXT / factor
  const moment = past && momentOf(past, state.at)
  const asOf = moment && asOfWords(moment)
  const kept = Math.max(FOOT.edge, footHeight(footRows(graph, slide.width, { ...foot, textSize, asOf })) * textSize)
  const stage = { width: slide.width, height: slide.height + FOOT.stage - kept }
  const shown = wholeRegions(graph, map, state, stage, seenOn ?? stage)
  const first = scene(graph, map, shown, stage, { past })
  const named = new Set(mostWanted(first, state.selection))
  const small = scene(graph, map, shown, stage, { named, past })
  const paper = { x: 0, y: 0, ...slide }
  const onPaper = small.labels.filter(({ box }) => boxContains(paper, box))
  const labels = onPaper
    .filter((label) => state.selection.includes(label.key) || !misleads(label, onPaper, small.regions))
    .map((label) => ({ ...label, opacity: 1 }))
  return { ...scaleScene(withoutUnnamed({ ...small, labels }), factor), ...size }
}

/** The keys of what is named, the most wanted first. */
function mostWanted({ labels, nodes, regions, width, height }: Scene, selection: readonly string[]): readonly string[] {
  const chosen = new Set(selection)
  const near = new Set(nodes.flatMap(({ key, emphasis }) => (emphasis === 'near' ? [key] : [])))
  const seen = regions.filter(({ box }) => partOnStage(box, { width, height }) >= MOSTLY)
  const bySize = seen.toSorted((a, b) => b.count - a.count)
  const inFocus = bySize.filter(({ emphasis }) => emphasis !== 'faded')
  const keysOf = (some: readonly { readonly key: string }[]): readonly string[] => some.map(({ key }) => key)
  const ofNodes = (some: readonly SceneLabel[]): readonly SceneLabel[] => some.filter(({ of }) => of !== 'region')
  const wanted = [
    ...keysOf(labels.filter(({ key }) => chosen.has(key))),
    ...keysOf(ofNodes(labels).filter(({ key, of }) => of === 'edge' || near.has(key))),
    ...keysOf(inFocus),
    ...keysOf(ofNodes(labels)),
    ...keysOf(bySize),
  ]
  return [...new Set(wanted)].slice(0, SLIDE_LABELS)
}

/** A square beside what is chosen says nothing without its name, so it is left out, with its line. */
function withoutUnnamed(drawn: Scene): Scene {
  const named = new Set(drawn.labels.map(({ key }) => key))
  const unnamed = drawn.nodes.filter(
    ({ key, kind, emphasis }) => kind !== 'paper' && emphasis === 'near' && !named.has(key),
  )
  const gone = new Set(unnamed.map(({ key }) => key))
  return {
    ...drawn,
    nodes: drawn.nodes.filter(({ key }) => !gone.has(key)),
    edges: drawn.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
    omitted: drawn.omitted + gone.size,
  }
}

/** Whether a name seems to be another region's: the region is nearer or under it, or a line to it leads through one. */
function misleads(
  { key, of, box, leader }: SceneLabel,
  labels: readonly SceneLabel[],
  regions: Scene['regions'],
): boolean {
  if (leader === undefined) {
    const own = regions.find((region) => region.key === key)
    if (of !== 'region' || own === undefined) return false
    const gap = Math.max(0, boxGap(box, own.box))
    return regions.some((region) => region !== own && boxGap(box, region.box) < gap)
  }
  return (
    labels.some((other) => other.key !== key && crosses(leader, cornersOf(other.box))) ||
    regions.some((region) => region.key !== key && crosses(leader, region.outline))
  )
}

function smallestText({ labels }: Scene): number {
  return Math.min(...labels.flatMap(({ lines }) => lines.map(({ size }) => size)), Number.POSITIVE_INFINITY)
}
