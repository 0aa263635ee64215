import type { FieldGraph, FieldMap, Tour } from '@fieldmap/graph'
import { describeScene, type Past, pictureSvg, slidePicture, stepState, type Theme } from '@fieldmap/view'

/** One step of a tour as a slide, before it is in the format of any program. */
export interface DeckSlide {
  /** Distinct within the deck; letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** Paragraphs of plain text, a blank line between them; may be empty. */
  readonly caption: string
  readonly notes: string
  /** What is shown, as a permalink without `#`. */
  readonly hash: string
  /** Where the live view is, on the published map. */
  readonly link?: string
  /** What the picture shows, for those who do not see it. */
  readonly alt: string
  /** The picture, an SVG document of {@link DECK_PICTURE} pixels. */
  readonly svg: string
}

export interface Deck {
  readonly title: string
  readonly theme: Theme
  readonly slides: readonly DeckSlide[]
}

export interface DeckOptions {
  /** Left out: light. A deck has one, whatever its steps say. */
  readonly theme?: Theme
  readonly legend?: boolean
  /** What commits know of the graph, for steps that show the past. */
  readonly past?: Past | undefined
}

/**
 * The picture of a slide in pixels, 144 to the inch of a slide of 13.33 × 7.5 inches: all its width, between title and
 * caption.
 */
export const DECK_PICTURE = { width: 1920, height: 800 } as const

/**
 * The slides of a tour: each step with its picture and its permalink, the same that the viewer shows. A field without
 * published address (`site`) has no links. O(steps × scene).
 */
export function deckOf(graph: FieldGraph, map: FieldMap, tour: Tour, options: DeckOptions = {}): Deck {
  const { theme = 'light', legend = false, past } = options
  const site = graph.getAttribute('site')
  const slides = tour.steps.flatMap(({ id, title, caption, notes, hash }, number): readonly DeckSlide[] => {
    const state = stepState(graph, tour, number)
    if (state === undefined) return []
    const picture = slidePicture(graph, map, state, { size: DECK_PICTURE, credit: false, legend, past })
    const link = site === undefined ? {} : { link: hash === '' ? site : `${site}#${hash}` }
    const alt = [picture.scene.title, describeScene(picture.scene)].filter(Boolean).join('. ')
    return [
      { id, title, caption, notes, hash, ...link, alt, svg: pictureSvg(graph, picture, { theme, transparent: true }) },
    ]
  })
  return { title: tour.title, theme, slides }
}
