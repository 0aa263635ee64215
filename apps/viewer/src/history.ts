import { readHash, writeHash } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'

/** The rest of the hash that is no state: what stands round the map. */
export interface PageHash {
  readonly embed: boolean
  readonly ui: readonly string[] | null
}

/**
 * Keeps the page's address and the map's state in step until `signal` ends. What the reader did is an entry to go Back
 * from; where the camera went since is written into the entry as it stands. Gives what the address says of the page.
 */
export function syncHistory(map: FieldMapElement, signal: AbortSignal): PageHash {
  const opened = readHash(location.hash)
  map.hash = location.hash
  const page = pageHash(opened)
  const address = (): string => {
    const hash = [map.hash, page].filter(Boolean).join('&')
    return hash === '' ? location.pathname + location.search : `#${hash}`
  }
  let written = withoutCamera(map.hash)
  map.addEventListener(
    'statechange',
    () => {
      const next = withoutCamera(map.hash)
      if (stateOf(location.hash) === stateOf(map.hash)) {
        written = next
        return // the address said so
      }
      if (next === written) history.replaceState(null, '', address())
      else history.pushState(null, '', address())
      written = next
    },
    { signal },
  )
  const follow = (): void => {
    if (stateOf(location.hash) !== stateOf(map.hash)) map.hash = location.hash
  }
  window.addEventListener('popstate', follow, { signal })
  window.addEventListener('hashchange', follow, { signal })
  return opened
}

/** What a hash says of the state, in one spelling. */
function stateOf(hash: string): string {
  return writeHash(readHash(hash).state)
}

function withoutCamera(hash: string): string {
  return writeHash({ ...readHash(hash).state, camera: null })
}

function pageHash({ embed, ui }: PageHash): string {
  return [embed ? 'embed' : '', ui === null ? '' : `ui=${ui.join(',')}`].filter(Boolean).join('&')
}
