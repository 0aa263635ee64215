import {
  aspectOf,
  between,
  type Camera,
  cameraAt,
  centerOf,
  layoutOf,
  type Past,
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
  readonly past: Past | undefined
}

/** How long each takes, in milliseconds: a flight, marks on their way to other places, a change of looks alone. */
const FLY = 400
const MORPH = 450
const LOOKS = 260

/**
 * Shows states on a stage, moving from one to the next so that every mark can be followed. What comes while a move lasts
 * goes on from where things are then.
 */
export class Player {
  /** What is drawn now, or (where only looks change) will be in a moment. */
  scene: Scene | undefined
  private readonly stage: Stage
  /** What was put on the stage last. */
  private picture: Scene | undefined
  private camera: Camera | undefined
  private hover: string | undefined
  private redraw: () => void = () => {}
  private stop: () => void = () => {}
  private moving: 'no' | 'camera' | 'marks' = 'no'

  constructor(stage: Stage) {
    this.stage = stage
  }

  show(show: Show, move: Move): void {
    const marksMove = move === 'morph' || this.moving === 'marks'
    this.end()
    const { camera } = show.state
    const target = cameraOf(show)
    const start = this.camera
    const before = this.picture
    this.redraw = () => this.draw(show, camera)
    if (move === 'cut' || start === undefined || before === undefined || !fits(before, show)) {
      this.camera = target
      this.redraw()
    } else if (marksMove) this.morph(before, show, target)
    else if (same(start, target)) this.changeLooks(before, show)
    else this.fly(before, show, start, target)
  }

  /** Draws by WebGL, or stands still as a picture. */
  setLive(isLive: boolean): void {
    if (!isLive) this.end()
    void this.stage.setLive(isLive)
  }

  /** Names what is pointed at. */
  point(hover: string | undefined): void {
    this.hover = hover
    if (this.moving === 'no') this.redraw()
  }

  end(): void {
    this.stop()
    this.moving = 'no'
  }

  /** The camera moves; what is new fades in on the way. */
  private fly(before: Scene, show: Show, start: Camera, target: Camera): void {
    this.run(
      FLY,
      'camera',
      (t) => {
        this.camera = mix(start, target, t)
        const now = this.sceneOf(show, this.camera)
        this.put(between(before, now, t, { places: false }), now, show)
      },
      target,
    )
  }

  /** The marks move; one scene is worked out, however many pictures lead there. */
  private morph(before: Scene, show: Show, target: Camera): void {
    const next = this.sceneOf(show, show.state.camera)
    this.run(
      MORPH,
      'marks',
      (t) => {
        const picture = between(before, next, t)
        this.put(picture, picture, show)
      },
      target,
    )
  }

  private changeLooks(before: Scene, show: Show): void {
    const next = this.sceneOf(show, show.state.camera)
    this.scene = next
    this.run(LOOKS, 'camera', (t) => this.put(between(before, next, t), next, show), this.camera)
  }

  /** Draws frames until the move is done, and then the state itself. */
  private run(
    milliseconds: number,
    moving: 'camera' | 'marks',
    frame: (t: number) => void,
    target: Camera | undefined,
  ): void {
    this.moving = moving
    this.stop = animate(motion(milliseconds), (t) => {
      if (t < 1) {
        frame(t)
        return
      }
      this.moving = 'no'
      this.camera = target
      this.redraw()
    })
  }

  private sceneOf({ field, state, viewport, past }: Show, camera: Camera | null): Scene {
    return scene(field.graph, field.map, { ...state, camera }, viewport, { hover: this.hover, past })
  }

  private draw(show: Show, camera: Camera | null): void {
    const drawn = this.sceneOf(show, camera)
    this.put(drawn, drawn, show)
  }

  private put(picture: Scene, meant: Scene, { theme }: Show): void {
    this.picture = picture
    this.scene = meant
    this.stage.render(picture, theme)
  }
}

function fits({ width, height }: Scene, { viewport }: Show): boolean {
  return width === viewport.width && height === viewport.height
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
