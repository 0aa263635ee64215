import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { ICONS } from '../legend.ts'

/** The tour that somebody wrote for this map, to be played. */
export function tourSection({ field, play }: ViewContext): TemplateResult | typeof nothing {
  const { tour } = field
  if (tour === undefined || tour.steps.length === 0) return nothing
  const { length } = tour.steps
  return html`<section class="tour" aria-label="Tour">
    <h2 class="label">Tour</h2>
    <button @click=${() => play(0)}>
      <span class="start">${ICONS.play()}</span>
      <span class="name">${tour.title}</span>
      <span class="small quiet">${length} ${length === 1 ? 'step' : 'steps'}</span>
    </button>
  </section>`
}
