import { html, nothing, type TemplateResult } from 'lit'
import type { LoadState } from './load.ts'

/** What stands in place of the map while there is none. */
export function loadMessage(load: LoadState): TemplateResult | typeof nothing {
  switch (load.status) {
    case 'loading':
      return html`<div class="message" role="status"><p class="quiet">Reading the map …</p></div>`
    case 'failed':
      return html`<div class="message" role="alert">
        <h2>${load.file} can’t be shown</h2>
        <p>${load.message}</p>
        <p class="quiet">${load.hint}</p>
      </div>`
    case 'ready':
      return load.field.graph.order > 0
        ? nothing
        : html`<div class="message" role="status">
            <h2>This map is empty</h2>
            <p>Its lists hold no entry that was understood.</p>
            <p class="quiet">The findings in report.json say what was passed over, and why.</p>
          </div>`
    default:
      return load satisfies never
  }
}
