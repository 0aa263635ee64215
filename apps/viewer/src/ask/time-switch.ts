import { type Filters, momentWords, yearCounts } from '@fieldmap/view'
import { html, type nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { yearBars } from './year-bars.ts'

/**
 * The time line: by year of publication, or, where there is a history, by commit. By year its bars narrow the map; by commit
 * it stands under the map, which shows the field as it was.
 */
export function timeSection(
  context: ViewContext,
  set: (patch: Partial<Filters>) => void,
): TemplateResult | typeof nothing {
  const { field, state, past, moment, change, travel } = context
  const steps = past?.steps.length ?? 0
  const isSwitched = steps > 1
  const bars = yearBars(yearCounts(field.graph, state.filters), state.filters, set, isSwitched ? '' : undefined)
  if (!isSwitched) return bars
  const byCommit = (): void => {
    change({ panel: state.panel === 'ask' ? 'none' : state.panel }) // on a phone the map comes out from under the sheet
    travel(steps - 1, 'settle')
  }
  return html`<section aria-label="Time line">
    <h2 class="label">Time line</h2>
    <div class="switch two" role="group" aria-label="Time line">
      <button aria-pressed=${moment === undefined ? 'true' : 'false'} @click=${() => change({ at: null })}>By year</button>
      <button aria-pressed=${moment === undefined ? 'false' : 'true'} @click=${byCommit}>By commit</button>
    </div>
    ${moment === undefined ? bars : html`<p class="small quiet as-of">As of ${moment.step.day}: ${momentWords(moment)}.</p>`}
  </section>`
}
