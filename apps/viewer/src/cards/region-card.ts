import { counted, GROUPING_WORDS, NOT_PLACED, type RegionCard, regionColor } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { communityProof } from './community-proof.ts'
import type { CardFolds } from './parts.ts'
import { startSection } from './start-section.ts'

/** The card of a region: its papers, and what connects it to others. */
export function regionCard(card: RegionCard, context: ViewContext, folds: CardFolds): TemplateResult {
  const { choose, point, state } = context
  const eyebrow =
    card.id === NOT_PLACED ? 'Papers that this grouping says nothing of' : GROUPING_WORDS[state.grouping].one
  return html`
    <p class="small quiet"><span class="dot hue-${hueOf(card.hue)}"></span> ${eyebrow}</p>
    <h2>${card.label}</h2>
    <p class="facts quiet">${counted('paper', card.papers.length)}</p>
    ${communityProof(card.id, context)} ${startSection(card.id, context, folds)}
    ${
      card.connections.length === 0
        ? nothing
        : html`<section>
          <h3>Connected with</h3>
          <ul class="rows">
            ${card.connections.slice(0, 6).map(
              ({ region, label, shared }) => html`<li>
                <button class="row" @click=${() => choose([card.id, region])}>
                  <span class="name">${label}</span>
                  <span class="note">${inWords(shared)}</span>
                </button>
              </li>`,
            )}
          </ul>
        </section>`
    }
    <section>
      <h3>Papers</h3>
      <ul class="rows">
        ${card.papers.map(
          ({ key, label, note, importance }) => html`<li>
            <button
              class="row"
              @click=${() => choose([key])}
              @mouseenter=${() => point(key)}
              @mouseleave=${() => point(undefined)}
            >
              <span class="name">${label}</span>
              <span class="note">${note} ${stars(importance)}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>
  `
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
