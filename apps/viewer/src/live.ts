/** What a page is told by the server that builds its files. */
export interface ServerNews {
  /** The files are new. */
  readonly changed: () => void
  /** Whether the server answers. */
  readonly reached: (answers: boolean) => void
}

/**
 * Follows the server's news. Only where the server put `<meta name="fieldmap-live">` into the page, whose content is the
 * address of its events on the same origin: a published map is asked nothing. What changed while the server was away is
 * read again once it is back.
 */
export function followServer({ changed, reached }: ServerNews, signal: AbortSignal): void {
  const live = document.querySelector<HTMLMetaElement>('meta[name="fieldmap-live"]')
  if (live === null) return
  const address = new URL(live.content || '/events', document.baseURI)
  if (address.origin !== location.origin) return
  const events = new EventSource(address)
  let isLost = false
  events.addEventListener('change', changed)
  events.addEventListener('error', () => {
    isLost = true
    reached(false)
  })
  events.addEventListener('open', () => {
    if (isLost) changed()
    isLost = false
    reached(true)
  })
  signal.addEventListener('abort', () => events.close())
}
