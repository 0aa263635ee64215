import { type Hit, hitTest, type Point, type Scene, TOLERANCE } from '@fieldmap/view'

/** What a pointer, wheel or finger means on the stage; places in CSS pixels of the stage. */
export interface GestureHandlers {
  /** What is drawn now. */
  readonly scene: () => Scene | undefined
  readonly hover: (hit: Hit | undefined, at: Point) => void
  readonly click: (hit: Hit | undefined, more: boolean) => void
  readonly open: (hit: Hit | undefined, at: Point) => void
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (factor: number, at: Point) => void
  /** Fingers are up, the wheel stands still. */
  readonly settled: () => void
  /** Whether the wheel without ⌘ or Ctrl, and single fingers, belong to the page round the map. */
  readonly isGuest: () => boolean
  /** Such a gesture was left to that page. */
  readonly left: (gesture: 'wheel' | 'finger') => void
  /** A single finger went so far, in pixels, and was left to that page. */
  readonly swipe: (dx: number, dy: number) => void
}

/** Farther than this a press is a drag, in pixels. */
const SLOP = { mouse: 3, touch: 8 }
const WHEEL_SETTLES = 200

/**
 * Listens to pointers and wheel on the stage until `signal` ends. Right under any CSS transform of an ancestor, as
 * places are scaled by what the stage measures on screen.
 */
export function listen(stage: HTMLElement, handlers: GestureHandlers, signal: AbortSignal): void {
  const fingers = new Map<number, Point>()
  let pressed: { readonly at: Point; moved: boolean } | undefined
  let tapped: Point | undefined
  let hadTwo = false
  let wheelTimer: ReturnType<typeof setTimeout> | undefined

  const place = ({ clientX, clientY }: MouseEvent): Point => {
    const box = stage.getBoundingClientRect()
    const scale = { x: stage.offsetWidth / (box.width || 1), y: stage.offsetHeight / (box.height || 1) }
    return { x: (clientX - box.left) * scale.x, y: (clientY - box.top) * scale.y }
  }
  const under = (at: Point, type: string): Hit | undefined => {
    const scene = handlers.scene()
    return scene && hitTest(scene, at, type === 'touch' ? TOLERANCE.touch : TOLERANCE.mouse)
  }

  const isLeft = ({ pointerType }: PointerEvent): boolean => pointerType === 'touch' && handlers.isGuest()

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const at = place(event)
    tapped = undefined
    fingers.set(event.pointerId, at)
    pressed = fingers.size === 1 ? { at, moved: false } : pressed && { ...pressed, moved: true }
    hadTwo = fingers.size > 1
    stage.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    const at = place(event)
    const before = fingers.get(event.pointerId)
    if (before === undefined || pressed === undefined) {
      handlers.hover(under(at, event.pointerType), at)
      return
    }
    const slop = event.pointerType === 'touch' ? SLOP.touch : SLOP.mouse
    if (!pressed.moved && Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) < slop) return
    pressed.moved = true
    if (fingers.size === 1 && isLeft(event)) {
      handlers.left('finger')
      return
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    fingers.set(event.pointerId, at)
    const [other] = others
    if (other === undefined) handlers.pan(at.x - before.x, at.y - before.y)
    else pinch(before, at, other, handlers)
  }
  const up = (event: PointerEvent): void => {
    const wasDown = fingers.delete(event.pointerId)
    if (!wasDown || fingers.size > 0) return
    const at = place(event)
    if (pressed?.moved && !hadTwo && isLeft(event)) {
      if (event.type === 'pointerup') handlers.swipe(at.x - pressed.at.x, at.y - pressed.at.y)
    } else if (pressed?.moved) handlers.settled()
    else if (event.type === 'pointerup') {
      if (event.pointerType === 'touch') tapped = at
      else handlers.click(under(at, event.pointerType), event.shiftKey)
    }
    pressed = undefined
  }
  // A tap is answered by its click, which comes last: earlier, the click would fall on a sheet that opens under the finger.
  const click = (event: MouseEvent): void => {
    if (tapped !== undefined) handlers.click(under(tapped, 'touch'), event.shiftKey)
    tapped = undefined
  }
  const wheel = (event: WheelEvent): void => {
    if (handlers.isGuest() && !event.ctrlKey && !event.metaKey) {
      handlers.left('wheel')
      return
    }
    event.preventDefault()
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const delta = Math.max(-240, Math.min(240, event.deltaY * lines))
    handlers.zoom(Math.exp(-delta * (event.ctrlKey ? 0.01 : 0.002)), place(event))
    clearTimeout(wheelTimer)
    wheelTimer = setTimeout(handlers.settled, WHEEL_SETTLES)
  }

  stage.addEventListener('pointerdown', down, { signal })
  stage.addEventListener('pointermove', move, { signal })
  stage.addEventListener('pointerup', up, { signal })
  stage.addEventListener('pointercancel', up, { signal })
  stage.addEventListener('pointerleave', () => handlers.hover(undefined, { x: 0, y: 0 }), { signal })
  stage.addEventListener('click', click, { signal })
  stage.addEventListener('dblclick', (event) => handlers.open(under(place(event), 'mouse'), place(event)), { signal })
  stage.addEventListener('wheel', wheel, { signal, passive: false })
}

/** Two fingers: what was between them stays there. */
function pinch(before: Point, at: Point, other: Point, { pan, zoom }: GestureHandlers): void {
  const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
  pan((at.x - before.x) / 2, (at.y - before.y) / 2)
  const [was, is] = [before, at].map((point) => Math.hypot(point.x - other.x, point.y - other.y))
  if (was !== undefined && is !== undefined && was > 0 && is > 0) zoom(is / was, middle)
}
