import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { type Past, pictureOfState, pictureSvg, SLIDE, slidePicture, type Theme, type ViewState } from '@fieldmap/view'
import { fontFaces, fontsFor } from './fonts.ts'
import { renderPng } from './png.ts'

/** How a picture is made; sizes in pixels. */
export interface PictureSettings {
  readonly format: 'svg' | 'png'
  readonly width: number
  readonly height: number
  /** Pixels of a PNG for each of the picture. */
  readonly scale: number
  readonly isSlide: boolean
  readonly theme: Theme
  readonly legend: boolean
  readonly credit: boolean
  readonly transparent: boolean
  /** What commits know of the graph, for views of the past. */
  readonly past?: Past | undefined
}

/**
 * A state as a picture file: an SVG with the shipped font inside, or a PNG of exactly the pixels that were asked for.
 *
 * @throws {CliError} for a PNG of more than 25 million pixels
 */
export async function renderPicture(
  graph: FieldGraph,
  map: FieldMap,
  state: ViewState,
  settings: PictureSettings,
): Promise<string | Uint8Array> {
  const { format, width, height, scale, isSlide, theme, legend, credit, transparent, past } = settings
  // A slide is laid out at the size for which its texts are large enough; a PNG of another size is scaled.
  const slideSize = { width: SLIDE.width, height: Math.round((SLIDE.width * height) / width) }
  const picture = isSlide
    ? slidePicture(graph, map, state, { size: slideSize, legend, credit, past })
    : pictureOfState(graph, map, state, { width, height }, { legend, credit, past })
  const document = pictureSvg(graph, picture, { theme, transparent })
  if (format === 'png') return renderPng(document, { width: width * scale, height: height * scale })
  return pictureSvg(graph, picture, { theme, transparent, fontFaces: fontFaces(fontsFor(document)) })
}
