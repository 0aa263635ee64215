import './field-map.ts'
import './field-page.ts'
import { unpackField } from '@fieldmap/graph'

/**
 * The script of a page that holds everything itself: the field stands in `<script type="application/json" id="field">`,
 * the poster gives way once the map is drawn. The field is read at once where the map is live; in a frame that is not,
 * when the browser has time for it, and not at all while the poster shows the very view that is wanted.
 */
const map = document.querySelector('field-map')
const text = document.getElementById('field')?.textContent
if (map !== null && text !== null && text !== undefined) {
  const poster = map.getAttribute('state') ?? ''
  let isRead = false
  const read = (): void => {
    if (isRead) return
    isRead = true
    const { graph, map: places, tour } = unpackField(text)
    map.use(graph, places, tour)
  }
  map.addEventListener('ready', () => document.documentElement.setAttribute('data-live', ''), { once: true })
  map.addEventListener('livechange', read)
  map.addEventListener('statechange', read)
  if (map.live) read()
  else if (map.hash !== poster) inIdleTime(read)
}

function inIdleTime(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200) // Safari
}
