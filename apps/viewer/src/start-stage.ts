import type { FieldMapElement } from './field-map.ts'
import { gesturesOf } from './gesture-handlers.ts'
import { listen } from './gestures.ts'
import { onKey } from './keyboard.ts'
import { Player } from './player.ts'
import { Stage } from './stage.ts'

/**
 * Sets the stage of a `<field-map>` up in its root: renderer, size, gestures and keys. All of it is given back when
 * `signal` ends; nothing is where it ended before. `resized` is called after the size changed.
 */
export async function startStage(
  map: FieldMapElement,
  root: ParentNode,
  resized: () => void,
  signal: AbortSignal,
): Promise<Player | undefined> {
  const element = root.querySelector<HTMLElement>('.stage')
  const canvas = root.querySelector<HTMLElement>('.canvas')
  if (element === null || canvas === null) return undefined
  const stage = new Stage(canvas, () => {
    map.renderer = stage.kind
  })
  await stage.setLive(map.live)
  if (signal.aborted) {
    stage.destroy()
    return undefined
  }
  map.renderer = stage.kind
  const player = new Player(stage)
  const fit = (): void => stage.resize(map.clientWidth, map.clientHeight)
  const observer = new ResizeObserver(() => {
    fit()
    resized()
  })
  fit()
  observer.observe(map)
  listen(element, gesturesOf(map, element), signal)
  element.addEventListener('keydown', (event) => onKey(map, event), { signal })
  element.addEventListener(
    'blur',
    () => {
      map.walks = false
      map.point(undefined)
    },
    { signal },
  )
  signal.addEventListener('abort', () => {
    observer.disconnect()
    player.end()
    stage.destroy()
  })
  return player
}
