import { type BriefSentence, brief } from '@fieldmap/graph'
import { questionFilter } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { type CardFolds, coverageLine, hints, row } from './parts.ts'

/** Up to six true sentences about the field; each goes to its place and shows its lines. */
export function briefSection(context: ViewContext, folds: CardFolds): TemplateResult {
  const answer = brief(context.field.questions(), { filter: questionFilter(context.field.graph, context.state) })
  return html`<section class="first" aria-label="In brief">
    <h2 class="label">In brief</h2>
    <ul class="rows brief">
      ${answer.answers.map((sentence) =>
        row(
          {
            id: `brief ${sentence.key}`,
            label: sentence.label,
            ...pointOf(sentence),
            go: () => goTo(sentence, context),
            evidence: sentence.evidence,
          },
          context,
          folds,
        ),
      )}
    </ul>
    ${answer.answers.length === 0 ? html`<p class="quiet">There is nothing to say about no papers.</p>` : nothing}
    ${coverageLine(answer.coverage)} ${hints(answer.hints)}
  </section>`
}

function pointOf({ place }: BriefSentence): { readonly point?: string } {
  const point = place.regions?.[0] ?? place.nodes[0]
  return point === undefined ? {} : { point }
}

/** Flies to what a sentence is about: its regions in their grouping, else its nodes. */
function goTo({ place: { grouping, regions, nodes } }: BriefSentence, { choose, state }: ViewContext): void {
  if (regions !== undefined && regions.length > 0) {
    const turns = grouping !== undefined && grouping !== state.grouping
    choose(regions, false, turns ? { grouping, camera: null } : {})
  } else if (nodes.length > 0) choose(nodes)
}
