import { byCodeUnits } from '@fieldmap/graph'
import { GROUPING_WORDS, layoutOf, sharedOf } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from './context.ts'
import { inWords, stars } from './region-cards.ts'

/** What stands at the right while nothing is chosen: the strongest connections, and papers that the lists call important. */
export function homeCard(context: ViewContext): TemplateResult {
  const { field, state, choose, point } = context
  const { connections, regionById } = layoutOf(field.graph, field.map, state.grouping)
  const strongest = connections.filter(({ strength }) => strength > 1).slice(0, 5)
  const important = importantPapers(context)
  return html`
    ${
      strongest.length === 0
        ? nothing
        : html`<section class="first">
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
    ${
      important.length === 0
        ? nothing
        : html`<section class=${strongest.length === 0 ? 'first' : ''}>
          <h3>Marked most important</h3>
          <ul class="rows">
            ${important.map(
              ({ key, label, note, importance }) => html`<li>
                <button
                  class="row"
                  @click=${() => choose([key])}
                  @mouseenter=${() => point(key)}
                  @mouseleave=${() => point(undefined)}
                >
                  <span class="name">${label}</span><span class="note">${note} ${stars(importance)}</span>
                </button>
              </li>`,
            )}
          </ul>
        </section>`
    }
  `
}

function importantPapers({ field: { graph } }: ViewContext): readonly {
  key: string
  label: string
  note: string
  importance: number
}[] {
  const papers = graph.mapNodes((key, node) => {
    if (node.kind !== 'paper') return undefined
    const { label, venue, year = 0, importance = 0, mandatory = false } = node
    const note = [venue, year || undefined, mandatory ? 'mandatory' : undefined].filter(Boolean).join(' · ')
    return { key, label, note, importance, year, mandatory }
  })
  return papers
    .filter((paper) => paper !== undefined)
    .filter(({ importance }) => importance > 0)
    .sort(
      (a, b) =>
        Number(b.mandatory) - Number(a.mandatory) ||
        b.importance - a.importance ||
        b.year - a.year ||
        byCodeUnits(a.key, b.key),
    )
    .slice(0, 7)
}
