import { countPassing, groupDigits, isNarrowed, NO_FILTERS } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from './context.ts'

/** From so many papers on a map moves slowly; it is shown all the same. */
export const MANY_PAPERS = 20_000

/** What the page knows besides the view. */
export interface PageCondition {
  /** The server that tells of new builds does not answer. */
  readonly isAlone: boolean
  /** No card is there to say what the address got wrong. */
  readonly hasNoCard: boolean
  /** The reader knows that the map is large. */
  isWarned: boolean
}

/** Sentences over the map: what is wrong with what is shown, and what to do. */
export function notices(context: ViewContext, page: PageCondition): TemplateResult | typeof nothing {
  const { field, whole, state, past, moment, problems, change } = context
  const { isAlone, hasNoCard, isWarned } = page
  const papers = countPassing(whole.graph, NO_FILTERS)
  const isEmpty = papers > 0 && isNarrowed(state.filters) && countPassing(field.graph, state.filters) === 0
  const said = [
    isEmpty
      ? html`<p>
          No paper passes all the filters.
          <button @click=${() => change({ filters: { ...NO_FILTERS, hidden: state.filters.hidden } })}>Clear them</button>
        </p>`
      : nothing,
    papers < MANY_PAPERS || isWarned
      ? nothing
      : html`<p>
          This map holds ${groupDigits(papers)} papers, so it moves slowly. Build one of fewer lists: name them in
          fieldmap.yml, or by <code>fieldmap build --file</code>.
          <button
            @click=${() => {
              page.isWarned = true
            }}
          >Close</button>
        </p>`,
    isAlone
      ? html`<p>
          The program behind this map has stopped, so changes of the lists no longer show. Start
          <code>fieldmap view</code> again.
        </p>`
      : nothing,
    state.at === null || past === undefined || moment !== undefined
      ? nothing
      : html`<p>
          ${
            past === null
              ? html`This map has no history, so it is shown as it is now. <code>fieldmap view --history</code> shows it as of
                  “${state.at}”.`
              : html`The history of this map has no version “${state.at}”, so the map is shown as it is now.`
          }
          <button @click=${() => change({ at: null })}>Close</button>
        </p>`,
    ...(hasNoCard ? problems.map(({ message }) => html`<p>${message}</p>`) : []),
  ].filter((sentence) => sentence !== nothing)
  return said.length === 0 ? nothing : html`<div class="notices" role="status">${said}</div>`
}
