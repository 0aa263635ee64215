import { pastOf } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { type LoadState, loadHistory } from './load.ts'

/**
 * Reads the history of a map, if it has the address of one, and tells by the event `history`. It may be larger than all
 * else, so nothing waits for it but a view of the past; what was read before stays until it is there.
 */
export async function remember(map: FieldMapElement, load: LoadState, signal: AbortSignal): Promise<void> {
  if (map.history === '' || load.status !== 'ready') return
  const history = await loadHistory(map.history, signal)
  if (signal.aborted) return
  map.past = history === undefined ? null : pastOf(history, load.field.graph)
  if (map.state.at !== null) map.draw('cut')
  map.dispatchEvent(new CustomEvent('history', { bubbles: true, composed: true }))
}
