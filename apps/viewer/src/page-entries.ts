import { isText } from './own-keys.ts'

/**
 * The entries of the browser's history that this page made, numbered in `history.state`, so that undo and redo stay within
 * them and never leave the page.
 */
export class PageEntries {
  private current: number
  /** The newest entry that can be gone forward to; after a reload only those behind are known. */
  private newest: number

  constructor() {
    this.current = numberOf(history.state) ?? 0
    this.newest = this.current
    this.replace()
  }

  /** Adds an entry after this one; what could be redone is gone. */
  push(address: string): void {
    this.current++
    this.newest = this.current
    history.pushState(stateOf(this.current), '', address)
  }

  /** Writes this entry's address anew. */
  replace(address?: string): void {
    history.replaceState(stateOf(this.current), '', address)
  }

  /** Learns where the browser went: to an entry of ours, or to one that the reader made by typing an address. */
  arrive(): void {
    const known = numberOf(history.state)
    if (known === undefined) {
      this.current++
      this.newest = this.current
      this.replace()
    } else this.current = known
  }

  undo(): void {
    if (this.current > 0) history.back()
  }

  redo(): void {
    if (this.current < this.newest) history.forward()
  }
}

const NAME = 'fieldmapEntry'

function stateOf(entry: number): Readonly<Record<string, number>> {
  return { [NAME]: entry }
}

function numberOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !(NAME in state)) return undefined
  const entry = state[NAME]
  return typeof entry === 'number' ? entry : undefined
}

/** ⌘Z or Ctrl+Z undoes, with Shift, or Ctrl+Y, redoes; in a field of text they are left to the text. */
export function listenForUndo(entries: PageEntries, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.altKey || !(event.metaKey || event.ctrlKey) || isText(event)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) entries.undo()
      else if (key === 'z' || (key === 'y' && event.ctrlKey)) entries.redo()
      else return
      event.preventDefault()
    },
    { signal },
  )
}
