import type { Hit } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { isFramed } from './frame.ts'
import type { GestureHandlers } from './gestures.ts'

/** What gestures on the stage do to the map. */
export function gesturesOf(map: FieldMapElement, stage: HTMLElement): GestureHandlers {
  return {
    scene: () => map.scene,
    hover: (hit) => {
      stage.classList.toggle('over', hit !== undefined)
      map.point(hit?.key)
    },
    click: (hit, more) => click(map, hit, more),
    open: (hit, at) => {
      if (hit !== undefined) map.choose(keysOf(hit), true)
      else if (map.moves !== undefined) map.look(map.moves.zoom(1.8, at))
    },
    pan: (dx, dy) => map.moves && map.look(map.moves.pan(dx, dy), 'cut', true),
    zoom: (factor, at) => map.moves && map.look(map.moves.zoom(factor, at), 'cut', true),
    settled: () => map.change({}),
    isGuest: () => map.embed,
    left: (gesture) => map.giveHint(HINTS[gesture]),
    swipe(dx, dy) {
      // A finger on a frame is not seen by the page round it; on an element it is.
      if (!isFramed() || Math.abs(dx) < SWIPE || Math.abs(dx) < Math.abs(dy)) return
      const [key, keyCode] = dx < 0 ? (['ArrowRight', 39] as const) : (['ArrowLeft', 37] as const)
      stage.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, keyCode, bubbles: true, composed: true }))
    },
  }
}

/** So far a finger goes to turn a page, in pixels; reveal.js has 40 of the screen's. */
const SWIPE = 50

const HINTS = {
  wheel: /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ + scroll to zoom' : 'Ctrl + scroll to zoom',
  finger: 'Two fingers move the map',
} as const

function click(map: FieldMapElement, hit: Hit | undefined, more: boolean): void {
  const keys = hit === undefined ? [] : keysOf(hit)
  const before = map.state.selection
  if (more && keys.length > 0) chooseAlso(map, keys)
  else if (keys.length > 0 || before.length > 0) map.choose(keys)
}

/** Adds to what is chosen; a question of datasets goes on. */
export function chooseAlso(map: FieldMapElement, keys: readonly string[]): void {
  const { selection, lens, not } = map.state
  map.choose([...selection.filter((key) => !keys.includes(key)), ...keys], false, { lens, not })
}

/** A band stands for the two regions that it joins. */
function keysOf({ kind, key, ends }: Hit): readonly string[] {
  return kind === 'band' && ends !== undefined ? ends : [key]
}
