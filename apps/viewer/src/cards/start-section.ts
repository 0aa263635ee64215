import { whereToStart } from '@fieldmap/graph'
import { noteText, questionFilter, regionSet } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, foldAfter, row } from './parts.ts'

const FIRST = 4

/** Where to begin in a region: surveys, mandatory and important papers with code, each with its reason. */
export function startSection(region: string, context: ViewContext, folds: CardFolds): TemplateResult | typeof nothing {
  const { field, state, choose } = context
  const set = regionSet(field.graph, field.map, state.grouping, region, questionFilter(field.graph, state))
  if (set === undefined) return nothing
  const { answers } = whereToStart(field.questions(), { filter: set.filter })
  if (answers.length === 0) return nothing
  const { shown, more } = foldAfter(FIRST, answers, `start ${region}`, folds)
  return html`<section aria-label="Start here">
    <h3>Start here</h3>
    <ul class="rows">
      ${shown.map(({ key, label, reasons, evidence }) =>
        row(
          {
            id: `start ${key}`,
            label,
            note: html`${noteText(field.graph.getNodeAttributes(key))} · <b>${reasons.map(({ words }) => words).join(', ')}</b>`,
            point: key,
            go: () => choose([key]),
            evidence,
          },
          context,
          folds,
        ),
      )}
    </ul>
    ${more}
  </section>`
}
