import { readHash, type UiPart, writeHash } from '@fieldmap/view'
import type { FieldMapElement } from './field-map.ts'
import { isFramed } from './frame.ts'
import { listenForUndo, PageEntries } from './page-entries.ts'

/** The rest of the hash that is no state: what stands round the map. */
export interface PageHash {
  readonly embed: boolean
  readonly ui: readonly UiPart[] | null
}

/**
 * Keeps the page's address and the map's state in step until `signal` ends. What the reader did is an entry to go Back
 * from; where the camera went since is written into the entry as it stands. Gives what the address says of the page.
 */
export function syncHistory(map: FieldMapElement, signal: AbortSignal): PageHash {
  const opened = readHash(location.hash)
  const home = map.hash
  /** What an address says; where it says nothing of the state, with the state that the page was made with. */
  const stated = (): string => {
    const isSaid = stateOf(location.hash) !== '' || /(?:^#|&)g=/.test(location.hash)
    return isSaid ? location.hash : `${home}&${location.hash.replace(/^#/, '')}`
  }
  map.hash = stated()
  const page = pageHash(opened)
  const entries = new PageEntries()
  listenForUndo(entries, signal)
  const address = (): string => {
    // Where the page was made with a state, the view without any needs words of its own.
    const hash = [map.hash || (home === '' ? '' : 'g=task'), page].filter(Boolean).join('&')
    return hash === '' ? location.pathname + location.search : `#${hash}`
  }
  let written = withoutCamera(map.hash)
  map.addEventListener(
    'statechange',
    () => {
      const next = withoutCamera(map.hash)
      if (stateOf(stated()) === stateOf(map.hash)) {
        written = next
        return // the address said so
      }
      const isBackOurs = !isFramed() // else it is the page's round the frame
      if (next === written || !isBackOurs) entries.replace(address())
      else entries.push(address())
      written = next
    },
    { signal },
  )
  const follow = (): void => {
    entries.arrive()
    if (stateOf(stated()) !== stateOf(map.hash)) map.hash = stated()
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
