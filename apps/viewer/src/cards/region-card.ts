import {
  counted,
  GROUPING_WORDS,
  growthWords,
  layoutOf,
  NOT_PLACED,
  placementOf,
  placementWords,
  type RegionCard,
  regionColor,
} from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { communityProof } from './community-proof.ts'
import { type CardFolds, foldAfter, row } from './parts.ts'
import { startSection } from './start-section.ts'

/** The card of a region: its papers, and what connects it to others. */
export function regionCard(card: RegionCard, context: ViewContext, folds: CardFolds): TemplateResult {
  const { choose, state } = context
  const connected = foldAfter(6, card.connections, `connected ${card.id}`, folds)
  const papers = foldAfter(20, card.papers, `papers ${card.id}`, folds)
  const eyebrow =
    card.id === NOT_PLACED ? 'Papers that this grouping says nothing of' : GROUPING_WORDS[state.grouping].one
  return html`
    <p class="small quiet"><span class="dot hue-${hueOf(card.hue)}"></span> ${eyebrow}</p>
    <h2>${card.label}</h2>
    <p class="facts quiet">${count(card, context)}</p>
    ${growth(card, context)}
    ${communityProof(card.id, context)} ${startSection(card.id, context, folds)}
    ${
      card.connections.length === 0
        ? nothing
        : html`<section>
          <h3>Connected with</h3>
          <ul class="rows">
            ${connected.shown.map(({ key, region, label, shared }) =>
              row(
                {
                  id: `with ${region}`,
                  label,
                  note: inWords(shared),
                  point: key,
                  go: () => choose([card.id, region]),
                },
                context,
                folds,
              ),
            )}
          </ul>
          ${connected.more}
        </section>`
    }
    ${connectForm(card, context)}
    <section>
      <h3>Papers</h3>
      <ul class="rows">
        ${papers.shown.map(({ key, label, note, importance }) =>
          row(
            {
              id: `in ${key}`,
              label,
              note: html`${note} ${stars(importance)}${context.moment?.isNew(key) ? html` <b class="new">new</b>` : nothing}`,
              point: key,
              go: () => choose([key]),
            },
            context,
            folds,
          ),
        )}
      </ul>
      ${papers.more}
    </section>
  `
}

/** How many papers stand in a region, and how many more belong to it. */
function count({ id, papers }: RegionCard, { field: { graph, map } }: ViewContext): string {
  const placement = placementOf(graph, map, id)
  return (placement && placementWords(placement)) ?? counted('paper', papers.length)
}

/** When its papers came; at a version of the past how many were there, and how many new. */
function growth(
  { id }: RegionCard,
  { whole: { graph, map }, state, past, moment }: ViewContext,
): TemplateResult | typeof nothing {
  const members = layoutOf(graph, map, state.grouping).regionById.get(id)?.members ?? []
  const words = past ? growthWords(past, members, moment) : ''
  return words === '' ? nothing : html`<p class="facts since small quiet">${words}</p>`
}

/** Any other region to ask about together with this one. */
function connectForm({ id }: RegionCard, { field, state, choose }: ViewContext): TemplateResult | typeof nothing {
  const others = layoutOf(field.graph, field.map, state.grouping).regions.filter(
    (region) => region.id !== id && region.id !== NOT_PLACED,
  )
  if (id === NOT_PLACED || others.length === 0) return nothing
  const word = GROUPING_WORDS[state.grouping].one.toLowerCase()
  const ask = (event: Event): void => {
    event.preventDefault()
    if (event.currentTarget instanceof HTMLFormElement)
      choose([id, String(new FormData(event.currentTarget).get('other'))])
  }
  return html`<section aria-label="Connect with another">
    <h3>Connect with another ${word}</h3>
    <form class="beside" @submit=${ask}>
      <select name="other" aria-label="Connect with">
        ${others.map((region) => html`<option value=${region.id}>${region.label}</option>`)}
      </select>
      <button class="go">Show</button>
    </form>
    <p class="small quiet pointer">On the map: hold Shift and click it.</p>
  </section>`
}

/** @example inWords(shared) // '2 papers, 1 dataset' */
export function inWords(shared: RegionCard['connections'][number]['shared']): string {
  return (['paper', 'dataset', 'author'] as const)
    .map((kind) => ({ kind, count: shared.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => counted(kind, count))
    .join(', ')
}

export function stars(importance: number): TemplateResult | typeof nothing {
  return importance === 0
    ? nothing
    : html`<span class="stars" role="img" aria-label="importance ${importance} of 3">${'★'.repeat(importance)}</span>`
}

/** The part of a hue's class name. */
export function hueOf(hue: number | null): string {
  return regionColor('mark', hue).slice('mark-'.length)
}
