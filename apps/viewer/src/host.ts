import { type MapMessage, MESSAGE_VERSION, readHostMessage } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { isFramed } from './frame.ts'
import { isOwnKey } from './own-keys.ts'

/** A message of this page, without the version that all have. */
type Said = MapMessage extends infer M ? (M extends MapMessage ? Omit<M, 'fieldmap'> : never) : never

/**
 * Where this page is a frame: tells the page round it what happens on the map, and does what that asks, until `signal`
 * ends (docs/embed.md). Keys that the map has no use for go on to it: as messages, and, until it says `hello`, also as
 * reveal.js takes them without more.
 */
export function talkToHost(map: FieldMapElement, signal: AbortSignal): void {
  if (!isFramed()) return
  const host = window.parent
  /** The origin that spoke first; none but it is heard or answered from then on. A file's is none, whatever its name. */
  let origin: string | undefined
  let isGreeted = false
  const say = (message: Said): void => {
    const target = origin === undefined || origin === 'null' || origin.startsWith('file:') ? '*' : origin
    host.postMessage({ fieldmap: MESSAGE_VERSION, ...message }, target)
  }
  const hear = ({ data, source, origin: from }: MessageEvent<unknown>): void => {
    if (source !== host || from !== (origin ?? from)) return
    const message = readHostMessage(data)
    if (message === undefined) return
    origin = from
    switch (message.type) {
      case 'hello':
        isGreeted = true
        if (map.graph !== undefined) ready()
        break
      case 'set':
        map.hash = message.hash
        answer(message)
        break
      case 'get':
        answer(message)
        break
      case 'live':
      case 'poster':
        map.live = message.type === 'live'
        break
      default:
        message satisfies never
    }
  }
  const answer = ({ id }: { readonly id?: string }): void =>
    say({ type: 'state', hash: map.hash, ...(id === undefined ? {} : { id }) })
  const ready = (): void => say({ type: 'ready', title: map.graph?.getAttribute('title') ?? '', hash: map.hash })
  const key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isOwnKey(event) || event.isComposing) return
    const { key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey } = event
    say({ type: 'key', key, code, keyCode, altKey, ctrlKey, metaKey, shiftKey })
    if (isGreeted || altKey || ctrlKey || metaKey || shiftKey) return
    host.postMessage(JSON.stringify({ method: 'triggerKey', args: [keyCode] }), '*')
  }

  window.addEventListener('message', hear, { signal })
  window.addEventListener('keydown', key, { signal })
  map.addEventListener('ready', ready, { signal })
  map.addEventListener('statechange', () => say({ type: 'statechange', hash: map.hash }), { signal })
  map.addEventListener('select', () => say({ type: 'select', keys: [...map.state.selection] }), { signal })
  map.addEventListener('livechange', () => say({ type: map.live ? 'live' : 'poster' }), { signal })
  map.addEventListener('leave', () => say({ type: 'leave' }), { signal })
}
