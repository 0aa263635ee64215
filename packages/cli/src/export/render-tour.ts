import type { FieldGraph, FieldMap, Tour } from '@fieldmap/graph'
import { DECK_PICTURE, deckOf, pptxDeck, revealDeck } from '@fieldmap/slides/decks'
import { type Past, stepState, type Theme } from '@fieldmap/view'
import { renderPng } from './png.ts'
import { type PictureSettings, renderPicture } from './render-picture.ts'
import { revealAssets } from './reveal-assets.ts'

/** A tour as a deck in one file: HTML with reveal.js, or a PowerPoint package. */
export async function renderDeck(
  format: 'reveal' | 'pptx',
  graph: FieldGraph,
  map: FieldMap,
  tour: Tour,
  options: { readonly theme: Theme; readonly legend: boolean; readonly past?: Past | undefined },
): Promise<string | Uint8Array> {
  const deck = deckOf(graph, map, tour, options)
  if (format === 'reveal') return revealDeck(deck, revealAssets(deck, graph, map))
  const pictures: Uint8Array[] = []
  for (const { svg } of deck.slides) pictures.push(await renderPng(svg, DECK_PICTURE))
  return pptxDeck(deck, pictures)
}

/** A picture of each step of a tour, with its name as a file: number and id, so that they sort as they are shown. */
export async function* renderSteps(
  graph: FieldGraph,
  map: FieldMap,
  tour: Tour,
  settings: PictureSettings,
): AsyncGenerator<{ readonly name: string; readonly content: string | Uint8Array }> {
  const digits = Math.max(2, String(tour.steps.length).length)
  for (const [i, { id }] of tour.steps.entries()) {
    const state = stepState(graph, tour, i)
    if (state === undefined) continue
    const name = `${String(i + 1).padStart(digits, '0')}-${id}.${settings.format}`
    yield { name, content: await renderPicture(graph, map, state, settings) }
  }
}
