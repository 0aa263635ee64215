import {
  type Card,
  type CardGroup,
  type CardItem,
  coAuthorsOf,
  counted,
  DEPTHS,
  GROUPING_WORDS,
  kindTitle,
  layoutOf,
  placementOf,
  placementWords,
  regionColor,
  sinceWords,
} from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { lifeLines } from './life-lines.ts'
import { type CardFolds, foldAfter, proof, whoButton } from './parts.ts'
import { relatedSection } from './related-section.ts'
import { saysWho } from './says-who.ts'
import { sharersSection } from './shared-card.ts'
import { takeAway } from './take-away.ts'

/** Relations whose neighbours are short names and stand in a row. */
const IN_A_ROW: readonly string[] = [
  'published_in',
  'addresses',
  'uses',
  'introduces',
  'implemented_in',
  'covers',
  'broader',
  'affiliated_with',
]
/** Said of what came with the version that is shown. */
const NEW = html`<span class="new">new</span>`
/** So many of a long group show at once. */
const FIRST = 12

/** The card of a node: what it is, where it leads, what is round it, and who says so. */
export function nodeCard(card: Card, context: ViewContext, folds: CardFolds): TemplateResult {
  const groups = card.groups.filter(({ relation }) => relation !== 'written_by' || card.kind !== 'paper')
  const authors = card.groups.find(({ relation }) => relation === 'written_by' && card.kind === 'paper')
  const mentions = foldAfter(FIRST, card.mentions, `mentions ${card.key}`, folds)
  return html`
    <p class="small quiet">${eyebrow(card, context)}</p>
    <h2>${card.title}</h2>
    ${authors === undefined ? nothing : names(authors, context)}
    ${facts(card)} ${since(card.key, context)} ${placement(card, context)}
    ${takeAway(card, context)} ${reach(context)} ${card.kind === 'dataset' ? combine(card.key, context) : nothing}
    ${groups.map((group) => section(group, card, context, folds))}
    ${card.kind === 'paper' || card.kind === 'challenge' ? sharersSection(card.key, context, folds) : nothing}
    ${card.kind === 'paper' ? relatedSection(card.key, context, folds) : nothing}
    ${card.kind === 'author' ? coAuthors(card.key, context, folds) : nothing}
    <section aria-label="Says who?">
      <h3>Says who?</h3>
      ${saysWho(mentions.shown, context)} ${mentions.more} ${lifeLines(card.key, context)}
    </section>
  `
}

function eyebrow({ key, kind }: Card, { field, state }: ViewContext): TemplateResult {
  const region = layoutOf(field.graph, field.map, state.grouping).regionOf.get(key)
  if (region === undefined) return html`${kindTitle(kind)}`
  const mark = regionColor('mark', region.hue).replace('mark-', '')
  return html`${kindTitle(kind)} · <span class="dot hue-${mark}"></span> ${region.label}`
}

function names({ items }: CardGroup, { choose }: ViewContext): TemplateResult {
  return html`<p class="authors">
    ${items.map(
      ({ key, label }, i) =>
        html`<button class="word" @click=${() => choose([key])}>${label}</button>${i < items.length - 1 ? ', ' : ''}`,
    )}
  </p>`
}

function facts({ facts, importance, mandatory }: Card): TemplateResult | typeof nothing {
  if (facts.length === 0 && importance === 0) return nothing
  return html`<p class="facts quiet">
    ${facts.join(' · ')}
    ${importance === 0 ? nothing : html`${facts.length > 0 ? ' · ' : ''}<span class="stars" role="img" aria-label="importance ${importance} of 3">${'★'.repeat(importance)}</span>`}
    ${mandatory ? html` · mandatory` : nothing}
  </p>`
}

/** Since when commits know it; at a version of the past also whether it was there, and new. */
function since(key: string, { past, moment }: ViewContext): TemplateResult | typeof nothing {
  const words = past ? sinceWords(past, key, moment) : ''
  return words === '' ? nothing : html`<p class="facts since small quiet">${words}</p>`
}

/** Of a subfield or venue, how many of its papers stand in its region where the map is divided by such. */
function placement({ key }: Card, { field: { graph, map } }: ViewContext): TemplateResult | typeof nothing {
  const found = placementOf(graph, map, key)
  const words =
    found && placementWords(found, `with it on the map of ${GROUPING_WORDS[found.grouping].many.toLowerCase()}`)
  return words === undefined ? nothing : html`<p class="facts quiet">${words}</p>`
}

/** How far the map looks around what is chosen. */
function reach({ state, change }: ViewContext): TemplateResult {
  return html`<p class="reach small" role="group" aria-label="Look around">
    <span class="quiet">Look around</span>
    ${DEPTHS.map(
      (depth) => html`<button
        class="chip"
        aria-pressed=${state.depth === depth ? 'true' : 'false'}
        @click=${() => change({ depth })}
      >${depth} ${depth === 1 ? 'step' : 'steps'}</button>`,
    )}
  </p>`
}

function section(group: CardGroup, card: Card, context: ViewContext, folds: CardFolds): TemplateResult {
  const { shown: items, more } = foldAfter(FIRST, group.items, `${card.key} ${group.title}`, folds)
  const inRow = IN_A_ROW.includes(group.relation) && group.items.every(({ kind }) => kind !== 'paper')
  const count = group.items.length > 3 ? ` · ${group.items.length}` : ''
  return html`<section class=${inRow ? 'aside' : ''}>
    <h3>${group.title}${count}</h3>
    ${
      card.kind === 'venue' && group.relation === 'published_in'
        ? byYear(items, group.items, context, folds)
        : html`<ul class=${inRow ? 'chips' : 'rows'}>
            ${items.map((item) => html`<li>${entry(item, inRow, context, folds)}</li>`)}
          </ul>`
    }
    ${more}
    ${inRow ? items.filter(({ edge }) => folds.isOpen(edge)).map(({ label, evidence, edge }) => proof(label, evidence, context, edge)) : nothing}
  </section>`
}

/** Papers of a venue under their years, newest first; each year says how many it has. */
function byYear(
  items: readonly CardItem[],
  all: readonly CardItem[],
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  const yearOf = ({ key }: CardItem): string => {
    const node = context.field.graph.getNodeAttributes(key)
    return node.kind === 'paper' && node.year !== undefined ? String(node.year) : 'Year not known'
  }
  return html`${[...new Set(items.map(yearOf))].map(
    (year) => html`<h4>${year} <span class="quiet">· ${all.filter((item) => yearOf(item) === year).length}</span></h4>
      <ul class="rows">
        ${items
          .filter((item) => yearOf(item) === year)
          .map((item) => html`<li>${entry({ ...item, note: '' }, false, context, folds)}</li>`)}
      </ul>`,
  )}`
}

/** Who wrote papers with an author, most papers first. */
function coAuthors(key: string, { field, choose }: ViewContext, folds: CardFolds): TemplateResult | typeof nothing {
  const all = coAuthorsOf(field.graph, key)
  const { shown, more } = foldAfter(FIRST, all, `co-authors ${key}`, folds)
  if (all.length === 0) return nothing
  return html`<section aria-label="Co-authors">
    <h3>Co-authors · ${all.length}</h3>
    <ul class="chips">
      ${shown.map(
        (author) => html`<li>
          <button class="chip" data-key="with ${author.key}" @click=${() => choose([author.key])}>${author.label}
            ${author.papers > 1 ? html`<span class="small quiet">${counted('paper', author.papers)}</span>` : nothing}</button>
        </li>`,
      )}
    </ul>
    ${more}
  </section>`
}

/** From a dataset to the question which papers use it together with others. */
function combine(key: string, { choose }: ViewContext): TemplateResult {
  return html`<p class="chips lead">
    <button class="chip" @click=${() => choose([key], false, { lens: 'shared' })}>Combine with other datasets</button>
  </p>`
}

function entry(item: CardItem, inRow: boolean, context: ViewContext, folds: CardFolds): TemplateResult {
  const { choose, point, moment } = context
  const { key, label, note, edge, evidence } = item
  const who = whoButton(edge, label, folds)
  const fresh = moment?.isNew(edge) ? NEW : nothing
  const go = (): void => choose([key])
  const over = { on: () => point(key), off: () => point(undefined) }
  if (inRow)
    return html`<span class="chip with"><button class="word" data-key=${edge} @click=${go}>${label}</button>${fresh}${who}</span>`
  return html`<div class="pair">
      <button
        class="row"
        data-key=${edge}
        @click=${go}
        @mouseenter=${over.on}
        @mouseleave=${over.off}
        @focus=${over.on}
        @blur=${over.off}
      >
        <span class="name">${label}</span>${note === '' ? nothing : html`<span class="note">${note}</span>`}
      </button>
      ${fresh}${who}
    </div>
    ${folds.isOpen(edge) ? proof(label, evidence, context, edge) : nothing}`
}
