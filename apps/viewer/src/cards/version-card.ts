import { commitLink, type Moment, momentWords, shortCommit, type VersionItem, versionCardOf } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, foldAfter, row } from './parts.ts'

/** So many of a long list show at once. */
const FIRST = 12

/** The card of a version, while nothing is chosen: who did what, and what was there that is no more. Its text stays text. */
export function versionCard(moment: Moment, context: ViewContext, folds: CardFolds): TemplateResult {
  const { day, commit, author, subject } = moment.step
  const { came, went, changed, gone, otherCame, otherWent } = versionCardOf(moment)
  const address = commitLink(context.whole.graph, commit)
  const name = shortCommit(commit)
  return html`
    <p class="small quiet">Version of ${day}</p>
    <h2>${subject === '' ? name : subject}</h2>
    <p class="facts quiet">${address === undefined ? name : html`<a href=${address} rel="noopener" target="_blank">${name}</a>`}, by ${author}</p>
    <p class="facts">${momentWords(moment)}</p>
    ${part('Came', came, otherCame, context, folds)} ${part('Went', went, otherWent, context, folds)}
    ${changedPart(changed, context, folds)}
    ${part('Since removed', gone, '', context, folds, 'Papers that were there then and have no place on the map any more.')}
    <p class="coverage small quiet">Places, titles and marks are those of today: nothing that stays moves.</p>
  `
}

function part(
  title: string,
  items: readonly VersionItem[],
  others: string,
  context: ViewContext,
  folds: CardFolds,
  words = '',
): TemplateResult | typeof nothing {
  if (items.length === 0 && others === '') return nothing
  const { shown, more } = foldAfter(FIRST, items, `${title} ${context.state.at}`, folds)
  const beside = items.length === 0 ? others : `and ${others}`
  return html`<section aria-label=${title}>
    <h3>${title}${items.length > 3 ? ` · ${items.length}` : ''}</h3>
    ${words === '' ? nothing : html`<p class="small quiet">${words}</p>`}
    <ul class="rows">${shown.map((item) => line(title, item, '', context, folds))}</ul>
    ${more} ${others === '' ? nothing : html`<p class="small quiet others">${beside}</p>`}
  </section>`
}

function changedPart(
  items: ReturnType<typeof versionCardOf>['changed'],
  context: ViewContext,
  folds: CardFolds,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing
  const { shown, more } = foldAfter(FIRST, items, `Changed ${context.state.at}`, folds)
  return html`<section aria-label="Changed">
    <h3>Changed${items.length > 3 ? ` · ${items.length}` : ''}</h3>
    <ul class="rows">${shown.map((item) => line('Changed', item, item.changes.join('; '), context, folds))}</ul>
    ${more}
  </section>`
}

/** What the map holds leads there; what it holds no more is only named. */
function line(
  part: string,
  { key, label, isOnMap }: VersionItem,
  note: string,
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  if (isOnMap)
    return row({ id: `${part} ${key}`, label, note, point: key, go: () => context.choose([key]) }, context, folds)
  return html`<li><p class="row quiet">${label}${note === '' ? nothing : html`<span class="note">${note}</span>`}</p></li>`
}
