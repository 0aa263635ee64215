import { frameHandle } from './frame-handle.ts'

/** A map on a slide, however it got there. */
export interface MapHandle {
  readonly element: HTMLElement
  /** Makes it live, or a picture. Of one deck only one should be. */
  setLive(isLive: boolean): void
  /** Shows a state, given as the hash of a permalink. */
  show(hash: string): void
}

/** What a deck hears of its maps. */
export interface MapEvents {
  /** The map has drawn its field for the first time since it was loaded. */
  readonly ready?: (hash: string) => void
  /** The map shows something else; `hash` is its permalink. */
  readonly changed?: (hash: string) => void
  /** Keys of what is chosen now. */
  readonly selected?: (keys: readonly string[]) => void
}

/** What `<field-map>` has that a deck needs; the viewer defines it (`apps/viewer`). */
interface FieldMapLike extends HTMLElement {
  live: boolean
  hash: string
}

/**
 * Takes hold of a `<field-map>` or of a frame that shows a map, until `signal` ends. What is asked before either can
 * answer is done once it can; a frame that was unloaded shows its last state again.
 */
export function mapHandle(element: HTMLElement, signal: AbortSignal, events: MapEvents = {}): MapHandle {
  return element instanceof HTMLIFrameElement
    ? frameHandle(element, signal, events)
    : elementHandle(element, signal, events)
}

function elementHandle(element: HTMLElement, signal: AbortSignal, events: MapEvents): MapHandle {
  const whenDefined = customElements.whenDefined('field-map')
  const withMap = (act: (map: FieldMapLike) => void): void => {
    // A property set before the element is defined would hide the real one.
    void whenDefined.then(() => {
      if (!signal.aborted && isFieldMap(element)) act(element)
    })
  }
  element.addEventListener('ready', () => withMap(({ hash }) => events.ready?.(hash)), { signal })
  element.addEventListener('statechange', () => withMap(({ hash }) => events.changed?.(hash)), { signal })
  element.addEventListener('select', (event) => events.selected?.(keysOf(event)), { signal })
  return {
    element,
    setLive: (isLive) =>
      withMap((map) => {
        map.live = isLive
      }),
    show: (hash) =>
      withMap((map) => {
        map.hash = hash
      }),
  }
}

function isFieldMap(element: HTMLElement): element is FieldMapLike {
  return 'live' in element && 'hash' in element
}

function keysOf(event: Event): readonly string[] {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
  if (typeof detail !== 'object' || detail === null || !('keys' in detail) || !Array.isArray(detail.keys)) return []
  return detail.keys.filter((key) => typeof key === 'string')
}
