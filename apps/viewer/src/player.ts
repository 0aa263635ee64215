import {
  aspectOf,
  between,
  type Camera,
  cameraAt,
  centerOf,
  layoutOf,
  type Scene,
  scene,
  type Theme,
  type Viewport,
  type ViewState,
} from '@fieldmap/view'
import { animate, motion } from './animation.ts'
import type { LoadedField } from './load.ts'
import type { Stage } from './stage.ts'

/** How the picture gets from one state to the next: at once, by moving the camera, or by moving the marks. */
export type Move = 'cut' | 'fly' | 'morph'

/** What is shown, on how large a stage, and how. */
export interface Show {
  readonly field: LoadedField
  readonly state: ViewState
  readonly viewport: Viewport
  readonly theme: Theme
}

const FLY = 420
const MORPH = 520

/** Shows states on a stage, moving from one to the next so that every mark can be followed. */
export class Player {
  /** What is drawn now. */
  scene: Scene | undefined
  private readonly stage: Stage
  private camera: Camera | undefined
  private hover: string | undefined
  private redraw: () => void = () => {}
  private stop: () => void = () => {}
  private moving = false

  constructor(stage: Stage) {
    this.stage = stage
  }

  show(show: Show, move: Move): void {
    this.end()
    const { camera } = show.state
    const target = cameraOf(show)
    const start = this.camera
    const before = this.scene
    this.redraw = () => this.draw(show, camera)
    if (move === 'fly' && start !== undefined && !same(start, target)) {
      this.run(FLY, (t) => {
        this.camera = t < 1 ? mix(start, target, t) : target
        this.draw(show, t < 1 ? this.camera : camera)
      })
      return
    }
    this.camera = target
    if (move !== 'morph' || before === undefined) this.redraw()
    else this.run(MORPH, (t) => this.draw(show, camera, (next) => between(before, next, t)))
  }

  /** Draws by WebGL, or stands still as a picture. */
  setLive(isLive: boolean): void {
    if (!isLive) this.end()
    void this.stage.setLive(isLive)
  }

  /** Names what is pointed at. */
  point(hover: string | undefined): void {
    this.hover = hover
    if (!this.moving) this.redraw()
  }

  end(): void {
    this.stop()
    this.moving = false
  }

  private run(milliseconds: number, frame: (t: number) => void): void {
    this.moving = true
    this.stop = animate(motion(milliseconds), (t) => {
      this.moving = t < 1
      frame(t)
    })
  }

  private draw(
    { field, state, viewport, theme }: Show,
    camera: Camera | null,
    change = (next: Scene): Scene => next,
  ): void {
    this.scene = change(scene(field.graph, field.map, { ...state, camera }, viewport, { hover: this.hover }))
    this.stage.render(this.scene, theme)
  }
}

function cameraOf({ field: { graph, map }, state: { camera, grouping }, viewport }: Show): Camera {
  if (camera !== null) return camera
  const { bounds, stretch } = layoutOf(graph, map, grouping, aspectOf(viewport))
  return cameraAt(centerOf(bounds), 1, stretch)
}

function same(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom
}

function mix(a: Camera, b: Camera, t: number): Camera {
  const part = (from: number, to: number): number => from + (to - from) * t
  return { x: part(a.x, b.x), y: part(a.y, b.y), zoom: a.zoom * (b.zoom / a.zoom) ** t }
}
