/**
 * Calls `changed` whenever the server says that the files are new. Only where the server put `<meta name="fieldmap-live">`
 * into the page, whose content is the address of its events on the same origin: a published map is asked nothing.
 */
export function followServer(changed: () => void, signal: AbortSignal): void {
  const live = document.querySelector<HTMLMetaElement>('meta[name="fieldmap-live"]')
  if (live === null) return
  const address = new URL(live.content || '/events', document.baseURI)
  if (address.origin !== location.origin) return
  const events = new EventSource(address)
  events.addEventListener('change', changed)
  signal.addEventListener('abort', () => events.close())
}
