import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { bestLink } from './best-link.ts'
import type { Viewport } from './camera.ts'
import { type FootOptions, footOf, type PictureFoot } from './picture-foot.ts'
import { scene } from './scene.ts'
import type { Scene } from './scene-types.ts'
import { SLIDE, SLIDE_TEXT, type SlideOptions, slideScene } from './slide.ts'
import type { ViewState } from './state.ts'
import { type SvgOptions, svg } from './svg.ts'

/** A scene with what stands at its foot: all that a picture shows. */
export interface Picture {
  readonly scene: Scene
  readonly foot: PictureFoot | undefined
}

/** What is on screen as a picture: the same scene, its foot in the room that the stage keeps for a legend. */
export function pictureOf(
  graph: FieldGraph,
  drawn: Scene,
  { legend = false, credit = true }: FootOptions = {},
): Picture {
  return { scene: drawn, foot: footOf(graph, drawn, { legend, credit, asOf: drawn.asOf }) }
}

/** A state as a picture of `size` pixels: the scene that a stage of that size shows. */
export function pictureOfState(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  size: Viewport,
  { past, ...options }: FootOptions & Pick<SlideOptions, 'past'> = {},
): Picture {
  return pictureOf(graph, scene(graph, map, state, size, { past }), options)
}

/** A state as a picture for a slide, whose texts all read from the back of a room: see `slideScene`. */
export function slidePicture(graph: FieldGraph, map: FieldMap, state: ViewState, options: SlideOptions = {}): Picture {
  const { size = SLIDE, legend = false, credit = true } = options
  const drawn = slideScene(graph, map, state, { ...options, size, legend, credit })
  return {
    scene: drawn,
    foot: footOf(graph, drawn, { legend, credit, asOf: drawn.asOf, textSize: SLIDE_TEXT / (drawn.unit ?? 1) }),
  }
}

/**
 * A picture as an SVG document for a file: real text, a title and a description, and the marks of what has an address in
 * the web lead there. The same arguments give the same bytes.
 */
export function pictureSvg(graph: FieldGraph, { scene: drawn, foot }: Picture, options: SvgOptions = {}): string {
  const linkOf = (key: string): string | undefined =>
    graph.hasNode(key) ? bestLink(graph.getNodeAttributes(key)) : undefined
  return svg(drawn, { described: true, linkOf, ...(foot === undefined ? {} : { foot }), ...options })
}
