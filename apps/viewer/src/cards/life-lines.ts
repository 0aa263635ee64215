import { commitLink, type LifeEvent, lifeOf, shortCommit } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'

/** The commits that brought, changed and removed a node or edge; nothing where there is no history. Its text stays text. */
export function lifeLines(key: string, context: ViewContext): TemplateResult | typeof nothing {
  if (context.past === undefined || context.past === null) return nothing
  const events = lifeOf(context.past.history, key)
  if (events.length === 0) return html`<p class="life small quiet">In no commit yet, as far as the history goes.</p>`
  return html`<ul class="life small quiet" aria-label="Commits">
    ${events.map((event) => html`<li>${line(event, context)}</li>`)}
  </ul>`
}

function line({ words, day, commit, author }: LifeEvent, { field }: ViewContext): TemplateResult {
  const address = commitLink(field.graph, commit)
  const name = shortCommit(commit)
  const link = address === undefined ? name : html`<a href=${address} rel="noopener" target="_blank">${name}</a>`
  return html`<b>${words}</b> ${day}, ${link}${author === undefined ? nothing : html`, by ${author}`}`
}
