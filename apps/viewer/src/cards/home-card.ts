import type { FieldGraph } from '@fieldmap/graph'
import { counted, datasetCounts, GROUPING_WORDS, layoutOf, NOT_PLACED, newestYear, sharedOf } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { briefSection } from './brief-section.ts'
import { type CardFolds, row } from './parts.ts'
import { inWords } from './region-card.ts'

/** What stands at the right while nothing is chosen: the field in brief, and its strongest connections. */
export function homeCard(context: ViewContext, folds: CardFolds): TemplateResult {
  const { field, state, choose } = context
  const { connections, regionById } = layoutOf(field.graph, field.map, state.grouping)
  const strongest = connections.filter(({ strength }) => strength > 1).slice(0, 5)
  return html`
    ${briefSection(context, folds)} ${freshness(context)}
    ${
      strongest.length === 0
        ? nothing
        : html`<section>
          <h2 class="label">What connects the ${GROUPING_WORDS[state.grouping].many.toLowerCase()}</h2>
          <ul class="rows">
            ${strongest.map((connection) => {
              const [a, b] = [connection.a, connection.b].map((id) => regionById.get(id)?.label ?? id)
              return row(
                {
                  id: connection.key,
                  label: html`${a} <span class="quiet">and</span> ${b}`,
                  note: inWords(sharedOf(field.graph, connection)),
                  point: connection.key,
                  go: () => choose([connection.a, connection.b]),
                },
                context,
                folds,
              )
            })}
          </ul>
        </section>`
    }
  `
}

/** How new the newest paper is, and how many papers the map has no place for. */
function freshness({ field, state, choose }: ViewContext): TemplateResult {
  const newest = newestYear(field.graph)
  const unplaced = layoutOf(field.graph, field.map, state.grouping).regionById.get(NOT_PLACED)?.members.length ?? 0
  const word = GROUPING_WORDS[state.grouping].one.toLowerCase()
  return html`<p class="coverage small quiet">
    ${newest === undefined ? 'No paper states its year.' : `The newest paper is of ${newest}.`}
    ${
      unplaced === 0
        ? nothing
        : html`<button class="link" @click=${() => choose([NOT_PLACED])}>${counted('paper', unplaced)}</button>
          ${unplaced === 1 ? 'is' : 'are'} not placed, for want of a ${word}.`
    }
    ${datasets(field.graph)}
  </p>`
}

/** What the number of datasets counts, where not all that are named are used. */
function datasets(graph: FieldGraph): string {
  const { all, used } = datasetCounts(graph)
  const rest = all - used
  if (used === 0 || rest === 0) return ''
  return `Papers and challenges use or introduce ${used} of ${counted('dataset', all)}; ${rest === 1 ? 'one is' : `${rest} are`} only named as related to ${rest === 1 ? 'another' : 'others'}.`
}
