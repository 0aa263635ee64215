import { byCodeUnits } from '@fieldmap/graph'
import type { Stage } from './region-layout.ts'
import { hash32 } from './rng.ts'

/** Slots for each thing, at least: with half of them free, a new thing displaces few. */
const SLOTS_EACH = 2
const FEWEST_SLOTS = 64

/**
 * Places things that belong nowhere in the strip below the map: slots in rows, a power of two and at least twice the things;
 * each takes the slot that its key's hash says, or the next free one, in order of hash. So a new thing leaves nearly all others
 * where they are. Near-linear.
 */
export function placeInStrip(keys: readonly string[], strip: Stage): ReadonlyMap<string, readonly [number, number]> {
  const [width, height] = [strip.right - strip.left, strip.top - strip.bottom]
  let slots = FEWEST_SLOTS
  while (slots < keys.length * SLOTS_EACH) slots *= 2
  const rows = Math.max(1, Math.round(Math.sqrt((slots * height) / width)))
  const columns = Math.ceil(slots / rows)
  const hashed = keys.map((key) => ({ key, hash: hash32(key) }))
  hashed.sort((a, b) => a.hash - b.hash || byCodeUnits(a.key, b.key))
  const taken = new Set<number>()
  const places = new Map<string, readonly [number, number]>()
  for (const { key, hash } of hashed) {
    let slot = hash % slots
    while (taken.has(slot)) slot = (slot + 1) % slots
    taken.add(slot)
    const [column, row] = [slot % columns, Math.floor(slot / columns)]
    places.set(key, [strip.left + ((column + 0.5) / columns) * width, strip.bottom + ((row + 0.5) / rows) * height])
  }
  return places
}
