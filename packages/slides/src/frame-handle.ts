import { type HostMessage, MESSAGE_VERSION, readMapMessage } from '@fieldmap/view'
import type { MapEvents, MapHandle } from './map-handle.ts'
import { pressKey } from './press-key.ts'

/** A message of the deck, without the version that all have. */
type Said = HostMessage extends infer M ? (M extends HostMessage ? Omit<M, 'fieldmap'> : never) : never

/**
 * Takes hold of the map in a frame by messages (docs/embed.md). Keys that the map has no use for are pressed in this
 * document; Escape in the map gives the focus back to it.
 */
export function frameHandle(frame: HTMLIFrameElement, signal: AbortSignal, events: MapEvents): MapHandle {
  let isLive: boolean | undefined
  /** What the map showed last; a frame that is loaded again begins with its address. */
  let kept: string | undefined
  const say = (message: Said): void => {
    const origin = originOf(frame)
    frame.contentWindow?.postMessage({ fieldmap: MESSAGE_VERSION, ...message }, origin === 'null' ? '*' : origin)
  }
  const greet = (): void => {
    if (!frame.hasAttribute('src')) return
    say({ type: 'hello' })
    if (kept !== undefined) say({ type: 'set', hash: kept })
    if (isLive !== undefined) say({ type: isLive ? 'live' : 'poster' })
  }
  const hear = ({ data, source, origin }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow) return
    const expected = originOf(frame)
    if (expected !== 'null' && origin !== expected) return
    const message = readMapMessage(data)
    switch (message?.type) {
      case 'ready':
        events.ready?.(message.hash)
        break
      case 'statechange':
        kept = message.hash
        events.changed?.(message.hash)
        break
      case 'select':
        events.selected?.(message.keys)
        break
      case 'key':
        pressKey(message)
        break
      case 'leave':
        frame.blur()
        window.focus()
        break
      default:
    }
  }
  window.addEventListener('message', hear, { signal })
  frame.addEventListener('load', greet, { signal })
  greet() // loaded already, or a page that is not yet there and does not mind
  return {
    element: frame,
    setLive(next) {
      isLive = next
      say({ type: isLive ? 'live' : 'poster' })
    },
    show(hash) {
      kept = hash
      say({ type: 'set', hash })
    },
  }
}

/** The origin of what a frame shows; `null` for files, data and sandboxes, which have none. */
function originOf(frame: HTMLIFrameElement): string {
  const isBoxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
  return isBoxed || !URL.canParse(frame.src) ? 'null' : new URL(frame.src).origin
}
