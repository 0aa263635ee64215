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
    frame.contentWindow?.postMessage({ fieldmap: MESSAGE_VERSION, ...message }, originOf(frame) ?? '*')
  }
  const greet = (): void => {
    if (!frame.hasAttribute('src')) return
    say({ type: 'hello' })
    if (kept !== undefined) say({ type: 'set', hash: kept })
    if (isLive !== undefined) say({ type: isLive ? 'live' : 'poster' })
  }
  const hear = ({ data, source, origin }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow) return
    if (origin !== (originOf(frame) ?? origin)) return
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

/** The origin of what a frame shows; none for files (some browsers call it `file://`), data and sandboxes. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  const isBoxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
  if (isBoxed || !URL.canParse(frame.src)) return undefined
  const { protocol, origin } = new URL(frame.src)
  return /^https?:$/.test(protocol) ? origin : undefined
}
