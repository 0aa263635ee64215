import './field-map.ts'
import './field-page.ts'
import { unpackField } from '@fieldmap/graph'

/**
 * The script of a page that holds everything itself: the field stands in `<script type="application/json" id="field">`,
 * the poster gives way once the map is drawn.
 */
const map = document.querySelector('field-map')
const text = document.getElementById('field')?.textContent
if (map !== null && text !== null && text !== undefined) {
  map.addEventListener('ready', () => document.documentElement.setAttribute('data-live', ''), { once: true })
  const { graph, map: places, tour } = unpackField(text)
  map.use(graph, places, tour)
}
