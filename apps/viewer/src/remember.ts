import type { FieldMapElement } from './field-map.ts'
import { loadHistory } from './load.ts'

/**
 * Reads the history of a map that is drawn, if it has the address of one, and tells by the event `history`. It may be larger
 * than all else, so nothing waits for it; what was read before stays until it is there.
 */
export async function remember(map: FieldMapElement, signal: AbortSignal): Promise<void> {
  if (map.history === '' || map.field === undefined) return
  const past = await loadHistory(map.history, signal)
  if (signal.aborted) return
  map.past = past
  map.dispatchEvent(new CustomEvent('history', { bubbles: true, composed: true }))
}
