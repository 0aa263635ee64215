import { GROUPING_WORDS, layoutOf, sharedOf } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { briefSection } from './brief-section.ts'
import type { CardFolds } from './parts.ts'
import { inWords } from './region-card.ts'

/** What stands at the right while nothing is chosen: the field in brief, and its strongest connections. */
export function homeCard(context: ViewContext, folds: CardFolds): TemplateResult {
  const { field, state, choose, point } = context
  const { connections, regionById } = layoutOf(field.graph, field.map, state.grouping)
  const strongest = connections.filter(({ strength }) => strength > 1).slice(0, 5)
  return html`
    ${briefSection(context, folds)}
    ${
      strongest.length === 0
        ? nothing
        : html`<section>
          <h3>What connects the ${GROUPING_WORDS[state.grouping].many.toLowerCase()}</h3>
          <ul class="rows">
            ${strongest.map(
              (connection) => html`<li>
                <button
                  class="row"
                  @click=${() => choose([connection.a, connection.b])}
                  @mouseenter=${() => point(connection.key)}
                  @mouseleave=${() => point(undefined)}
                >
                  <span class="name">${regionById.get(connection.a)?.label} <span class="quiet">and</span> ${regionById.get(connection.b)?.label}</span>
                  <span class="note">${inWords(sharedOf(field.graph, connection))}</span>
                </button>
              </li>`,
            )}
          </ul>
        </section>`
    }
  `
}
