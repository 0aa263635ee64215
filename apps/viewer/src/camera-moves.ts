import {
  aspectOf,
  type Camera,
  cameraAt,
  distance,
  type LaidRegion,
  layoutOf,
  middleOf,
  type Point,
  placeOf,
  projectionOf,
  standsForPapers,
  type Viewport,
  type ViewState,
  zoomAt,
} from '@fieldmap/view'
import type { LoadedField } from './load.ts'

/** Room that a chosen node wants at its sides for the names round it, in pixels, where the stage has it. */
const ROOM = { x: 285, y: 120 }

/** The zoom from which names of papers can be read. */
const CLOSE = 1.6

/** Moves of the camera over a field; each gives the camera after it. */
export interface CameraMoves {
  readonly pan: (dx: number, dy: number) => Camera
  readonly zoom: (factor: number, at?: Point) => Camera
  /** So that a place has room round it; `null` where it has already. `closer` also goes near enough to read names. */
  readonly show: (key: string, closer: boolean) => Camera | null
}

/** What the page covers of the map, in pixels: an open sheet. */
export interface Covered {
  readonly bottom: number
}

/** Moves from where the state looks. */
export function movesOf(
  { graph, map }: LoadedField,
  state: ViewState,
  viewport: Viewport,
  covered: Covered,
): CameraMoves {
  const layout = layoutOf(graph, map, state.grouping, aspectOf(viewport))
  const projection = projectionOf(state.camera, layout, viewport)
  const { scale: homeScale } = projectionOf(null, layout, viewport)
  const middle = middleOf(viewport)
  const free = { width: viewport.width, height: viewport.height - covered.bottom }
  /** The camera that brings a place of the layout to a pixel. */
  const bring = (place: Point, to: Point, zoom: number): Camera => {
    const scale = homeScale * zoom
    const shift = { x: (middle.x - to.x) / scale, y: (to.y - middle.y) / scale }
    return cameraAt({ x: place.x + shift.x, y: place.y + shift.y }, zoom, layout.stretch)
  }
  const freeMiddle = covered.bottom === 0 ? middle : { x: free.width / 2, y: free.height / 2 }

  const showRegion = ({ outline, center }: LaidRegion, closer: boolean): Camera | null => {
    const corners = outline.map(projection.toPixels)
    const inView = corners.every(({ x, y }) => x > 0 && y > 0 && x < free.width && y < free.height)
    if (inView && !closer) return null
    const size = Math.max(...outline.map((corner) => distance(corner, center)))
    const zoom = Math.min(3, (0.32 * Math.min(free.width, free.height)) / (size * homeScale))
    return bring(center, freeMiddle, Math.max(1, zoom))
  }
  const showPlace = (place: Point, closer: boolean): Camera | null => {
    if (closer && projection.zoom < CLOSE) return bring(place, freeMiddle, CLOSE)
    const at = projection.toPixels(place)
    const room = { x: Math.min(ROOM.x, free.width / 2 - 10), y: Math.min(ROOM.y, free.height / 2 - 10) }
    const wanted = {
      x: Math.min(Math.max(at.x, room.x), free.width - room.x),
      y: Math.min(Math.max(at.y, room.y), free.height - room.y),
    }
    return distance(wanted, at) < 1 ? null : bring(place, wanted, projection.zoom)
  }
  return {
    pan: (dx, dy) =>
      cameraAt(projection.toMap({ x: middle.x - dx, y: middle.y - dy }), projection.zoom, layout.stretch),
    zoom: (factor, at = middle) => zoomAt(projection, factor, at, viewport),
    show(key, closer) {
      const region = layout.regionById.get(key)
      if (region !== undefined) return showRegion(region, closer)
      if (!graph.hasNode(key) || standsForPapers(graph, layout, key)) return null
      const place = placeOf(graph, layout, key)
      return place === undefined ? null : showPlace(place, closer)
    },
  }
}
