import { type Direction, stepTowards } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { chooseAlso } from './gesture-handlers.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Pixels that Shift and an arrow key pan. */
const PAN = 80

/**
 * Keys on the stage: arrows walk to the next mark in that direction, with Shift they pan; Enter chooses, with Shift as
 * well as what is chosen; Escape clears,
 * + and − zoom, 0 shows all. While a tour is played arrows turn its steps and Escape ends it. Other keys are left to the
 * page, or the slide, round the map.
 *
 * On a guest (`embed`) the arrow keys belong to the page, until Enter: then they walk. Escape gives the keyboard back.
 */
export function onKey(map: FieldMapElement, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (!act(map, event)) return
  event.preventDefault()
  if (map.embed) event.stopPropagation() // reveal.js does not look whether a key was taken
}

function act(map: FieldMapElement, { key, shiftKey }: KeyboardEvent): boolean {
  const { moves, scene, state } = map
  if (moves === undefined || scene === undefined) return false
  const direction = ARROWS[key]
  if (direction !== undefined) {
    if (!shiftKey && (state.step !== null || (map.embed && !map.walks))) return false
    if (shiftKey) map.look(panned(moves, direction))
    else walk(map, stepTowards(scene, map.pointed ?? state.selection[0], direction))
    return true
  }
  switch (key) {
    case 'Enter':
      if (map.embed && !map.walks) {
        map.walks = true
        walk(map, map.pointed ?? stepTowards(scene, state.selection[0], 'right'))
        return true
      }
      if (map.pointed === undefined) return false
      if (shiftKey) chooseAlso(map, [map.pointed])
      else map.choose([map.pointed])
      return true
    case 'Escape':
      if (state.step !== null) return false
      if (map.embed) {
        map.leave()
        return true
      }
      if (state.selection.length === 0) return false
      map.choose([])
      return true
    case '+':
    case '=':
      map.look(moves.zoom(1.4))
      return true
    case '-':
      map.look(moves.zoom(1 / 1.4))
      return true
    case '0':
      map.look(null)
      return true
    default:
      return false
  }
}

/** Stands on a mark, and says its name to those who do not see it. */
function walk(map: FieldMapElement, key: string | undefined): void {
  if (key === undefined) return
  map.point(key)
  map.said = map.graph?.getNodeAttribute(key, 'label') ?? key
}

function panned(moves: NonNullable<FieldMapElement['moves']>, direction: Direction): ReturnType<typeof moves.pan> {
  switch (direction) {
    case 'left':
      return moves.pan(PAN, 0)
    case 'right':
      return moves.pan(-PAN, 0)
    case 'up':
      return moves.pan(0, PAN)
    case 'down':
      return moves.pan(0, -PAN)
    default:
      return direction satisfies never
  }
}
