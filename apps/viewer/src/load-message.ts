import { html, nothing, type TemplateResult } from 'lit'
import { hasPapers, type LoadState } from './load.ts'

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
      return hasPapers(load.field.graph)
        ? nothing
        : html`<div class="message" role="status">
            <h2>This map is empty</h2>
            <p>The lists of “${load.field.graph.getAttribute('title')}” hold no paper that was understood.</p>
            <p class="quiet">
              fieldmap build --verbose says what was passed over, and why; so do the findings in report.json.
            </p>
          </div>`
    default:
      return load satisfies never
  }
}
