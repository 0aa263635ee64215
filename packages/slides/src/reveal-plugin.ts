import type { RevealApi, RevealPlugin } from 'reveal.js'
import { type MapHandle, mapHandle } from './map-handle.ts'

/** Maps that the plugin takes care of. */
const MAPS = 'field-map, iframe[data-fieldmap]'

/**
 * A plugin for reveal.js: of all `<field-map>` and `<iframe data-fieldmap>` of a deck the first on the current slide is
 * live, the others stand still as pictures; so do all in the overview, in print and in the speaker's windows.
 *
 * Fragments are steps: the last one shown that has `data-state`, the hash of a permalink, says what the maps of its slide
 * show. Before the first, and on a slide without, a map shows its own address or attribute `state`, or where the reader
 * left it.
 *
 * @example Reveal.initialize({ plugins: [RevealFieldmap] })
 */
export function RevealFieldmap(): RevealPlugin {
  const life = new AbortController()
  return {
    id: 'fieldmap',
    init(reveal) {
      const root = reveal.getSlidesElement()
      if (root === null) return
      const maps = [...root.querySelectorAll<HTMLElement>(MAPS)].map((element) => mapHandle(element, life.signal))
      const homes = new Map(maps.map((map) => [map, homeOf(map.element)]))
      const shown = new Map<MapHandle, string>()
      const update = (): void => {
        const slide = reveal.getCurrentSlide()
        const isStill = reveal.isOverview() || reveal.isSpeakerNotes() || reveal.getConfig().view === 'print'
        const here = maps.filter(({ element }) => slide?.contains(element) === true)
        const live = isStill ? undefined : here[0]
        for (const map of maps) if (map !== live) map.setLive(false) // first, so that there are never two
        live?.setLive(true)
        const step = stepOf(slide)
        for (const map of here) {
          const hash = step ?? homes.get(map) ?? ''
          if (hash === (shown.get(map) ?? homes.get(map))) continue
          shown.set(map, hash)
          map.show(hash)
        }
      }
      for (const type of EVENTS) reveal.on(type, update)
      life.signal.addEventListener('abort', () => {
        for (const type of EVENTS) reveal.off(type, update)
      })
      update()
    },
    destroy: () => life.abort(),
  }
}

const EVENTS = [
  'ready',
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'overviewshown',
  'overviewhidden',
  'pdf-ready',
]

/** What a map shows by itself. */
function homeOf(element: HTMLElement): string {
  if (!(element instanceof HTMLIFrameElement)) return element.getAttribute('state') ?? ''
  const address = element.getAttribute('src') ?? element.dataset.src ?? ''
  return address.includes('#') ? address.slice(address.indexOf('#') + 1) : ''
}

/** The state of the last fragment that is shown and has one. */
function stepOf(slide: ReturnType<RevealApi['getCurrentSlide']> | undefined): string | undefined {
  const steps = [...(slide?.querySelectorAll<HTMLElement>('.fragment.visible[data-state]') ?? [])]
  const last = steps.reduce<HTMLElement | undefined>(
    (latest, step) => (latest === undefined || orderOf(step) >= orderOf(latest) ? step : latest),
    undefined,
  )
  return last?.dataset.state
}

/** Where reveal.js put a fragment in the order of its slide. */
function orderOf({ dataset }: HTMLElement): number {
  return Number(dataset.fragmentIndex ?? 0)
}
