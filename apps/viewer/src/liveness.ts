import { MESSAGE_VERSION, readMapMessage } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { siblingFrames } from './frame.ts'

/** So long a map is in view before it becomes live, in milliseconds: who leafs through a deck passes many. */
const STAYS = 120

/** Those of this document, of which at most one shows a live map. */
const all = new Set<Liveness>()

/**
 * Makes a map live while it is seen, and then no other one of its deck: neither in its document nor in the frames beside
 * its own. A map is seen when half of it is in view, or when a pointer or the focus comes to it. Once the host said which
 * map is live ({@link say}), only its word counts.
 */
export class Liveness {
  private readonly map: FieldMapElement
  private readonly show: (isLive: boolean) => void
  private hasWord = false
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param show makes the map live, or a picture. */
  constructor(map: FieldMapElement, show: (isLive: boolean) => void, signal: AbortSignal) {
    this.map = map
    this.show = show
    all.add(this)
    const observer = new IntersectionObserver((entries) => this.seen((entries.at(-1)?.intersectionRatio ?? 0) >= 0.5), {
      threshold: [0, 0.5],
    })
    observer.observe(map)
    for (const type of ['pointerenter', 'focusin'] as const) {
      map.addEventListener(type, () => this.seen(true), { signal })
    }
    window.addEventListener('message', (event) => this.hear(event), { signal })
    window.addEventListener('pagehide', () => this.stop(), { signal })
    signal.addEventListener('abort', () => {
      observer.disconnect()
      all.delete(this)
      this.stop()
    })
  }

  /** The host's word. */
  say(isLive: boolean): void {
    this.hasWord = true
    if (isLive) this.begin()
    else this.stop()
  }

  private seen(isSeen: boolean): void {
    if (this.hasWord) return
    if (isSeen) this.begin()
    else this.stop()
  }

  private begin(): void {
    clearTimeout(this.timer)
    if (this.map.live) return
    this.timer = setTimeout(() => {
      for (const other of all) if (other !== this) other.stop()
      for (const frame of siblingFrames()) frame.postMessage({ fieldmap: MESSAGE_VERSION, type: 'live' }, '*')
      this.show(true)
    }, STAYS)
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.show(false)
  }

  /** A map beside this one became live, or reveal.js says, in its own words, that the slide begins or ends. */
  private hear({ data, source }: MessageEvent<unknown>): void {
    if (source === window.parent && data === 'slide:start') this.seen(true)
    if (source === window.parent && data === 'slide:stop') this.seen(false)
    if (readMapMessage(data)?.type === 'live' && siblingFrames().some((frame) => frame === source)) this.stop()
  }
}
