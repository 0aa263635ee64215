import { type Box, centerOf, type Point } from './geometry.ts'
import type { Camera } from './state.ts'
import { NO_STRETCH, type Stretch, stretched } from './stretch.ts'

/** The stage in CSS pixels. */
export interface Viewport {
  readonly width: number
  readonly height: number
}

/** How far one may go out and in. */
export const ZOOM_RANGE = { least: 0.5, most: 24 } as const

/** From map units to pixels and back, for one camera on one stage. */
export interface Projection {
  /** Pixels a map unit. */
  readonly scale: number
  readonly zoom: number
  readonly stretch: Stretch
  readonly toPixels: (point: Point) => Point
  readonly toMap: (point: Point) => Point
}

/**
 * Room round the map where all of it fits, in pixels: for names over its regions, and a legend at the bottom; at either end
 * at most a part of a low stage.
 */
const MARGIN = { x: 32, narrow: 18, top: 52, bottom: 60, most: 0.16 }
/** Stages narrower than this have narrow margins, in pixels. */
const NARROW = 500

/** What there is to see: its box in map units, and how its regions were moved apart. */
export interface Frame {
  readonly bounds: Box
  readonly stretch: Stretch
}

/**
 * The projection of a camera. Without one, the frame's bounds fit the stage inside its insets, centred. A camera's place
 * is stretched with the map, so that one permalink shows the same regions on a phone and on a wall.
 */
export function projectionOf(camera: Camera | null, { bounds, stretch }: Frame, viewport: Viewport): Projection {
  const width = Math.max(80, viewport.width - 2 * (viewport.width < NARROW ? MARGIN.narrow : MARGIN.x))
  const { top, bottom } = marginsOf(viewport)
  const height = Math.max(80, viewport.height - top - bottom)
  const fit = Math.min(width / Math.max(1, bounds.width), height / Math.max(1, bounds.height))
  const zoom = camera?.zoom ?? 1
  const { x, y } = camera === null ? centerOf(bounds) : stretched(camera, stretch)
  const scale = fit * zoom
  const middle = middleOf(viewport)
  return {
    scale,
    zoom,
    stretch,
    toPixels: (point) => ({ x: middle.x + (point.x - x) * scale, y: middle.y - (point.y - y) * scale }),
    toMap: (point) => ({ x: x + (point.x - middle.x) / scale, y: y - (point.y - middle.y) / scale }),
  }
}

/** The pixel that a camera looks at. */
export function middleOf(viewport: Viewport): Point {
  const { top, bottom } = marginsOf(viewport)
  return { x: viewport.width / 2, y: (viewport.height + top - bottom) / 2 }
}

function marginsOf({ height }: Viewport): { readonly top: number; readonly bottom: number } {
  const most = MARGIN.most * height
  return { top: Math.min(MARGIN.top, most), bottom: Math.min(MARGIN.bottom, most) }
}

/** The camera after zooming by `factor` so that what is under the pixel `at` stays there. */
export function zoomAt(projection: Projection, factor: number, at: Point, viewport: Viewport): Camera {
  const middle = middleOf(viewport)
  const zoom = Math.min(ZOOM_RANGE.most, Math.max(ZOOM_RANGE.least, projection.zoom * factor))
  const scale = (projection.scale * zoom) / projection.zoom
  const fixed = projection.toMap(at)
  return cameraAt(
    { x: fixed.x - (at.x - middle.x) / scale, y: fixed.y + (at.y - middle.y) / scale },
    zoom,
    projection.stretch,
  )
}

/** The camera that looks at a place of the layout. */
export function cameraAt({ x, y }: Point, zoom: number, stretch: Stretch = NO_STRETCH): Camera {
  return roundCamera({ x: x / stretch.x, y: y / stretch.y, zoom })
}

/** A camera with as many digits as an eye can tell apart, so that permalinks stay short. */
export function roundCamera({ x, y, zoom }: Camera): Camera {
  return { x: Math.round(x * 10) / 10 + 0, y: Math.round(y * 10) / 10 + 0, zoom: Math.round(zoom * 1000) / 1000 }
}
