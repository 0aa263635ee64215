import { stepFor } from './tour-steps.ts'

/** A tour that is played, as keys turn it. */
export interface PlayedTour {
  readonly number: number
  readonly count: number
  readonly play: (step: number | null) => void
  readonly toggleNotes: () => void
}

/**
 * Arrows, Page Up and Down, Space, Home and End turn the steps, Escape ends the tour, `n` shows the notes; whether the key
 * was one of them. What belongs to a field, a choice or a button that has the keyboard is left to it, and beyond the first
 * and the last step keys are left to the page round the map.
 */
export function onTourKey(event: KeyboardEvent, { number, count, play, toggleNotes }: PlayedTour): boolean {
  const { key, shiftKey, ctrlKey, metaKey } = event
  if (ctrlKey || metaKey || shiftKey || isTyping(event) || (key === ' ' && isOnButton(event))) return false
  const step = stepFor(key, number, count)
  if (step !== undefined) play(step)
  else if (key === 'n') toggleNotes()
  else return false
  event.preventDefault()
  return true
}

/** Whether a key goes into a field of text or a choice. */
export function isTyping(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
}

function isOnButton(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return target instanceof HTMLElement && target.matches('button, summary, a')
}
