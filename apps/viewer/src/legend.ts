import { asOfWords, type Moment } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'

/** What the marks mean, in one line; of a field as it was also when, unless the time line is there to say so. */
export function legend(moment?: Moment, hasTime = false): TemplateResult {
  return html`<div class="legend" role="note" aria-label="Legend">
    ${moment === undefined ? nothing : then(moment, hasTime)}
    <span><svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="4.5" fill="currentColor" /></svg>has code</span>
    <span>
      <svg width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.5" /></svg>none stated
    </span>
    <span>
      <svg width="22" height="12" aria-hidden="true"><circle cx="3" cy="6" r="2.4" fill="currentColor" /><circle cx="15" cy="6" r="5" fill="currentColor" /></svg>importance
    </span>
    <span class="long">
      <svg width="20" height="10" aria-hidden="true"><path d="M0 5h20" stroke="var(--band)" stroke-width="6" /></svg>what they share
    </span>
  </div>`
}

function then(moment: Moment, hasTime: boolean): TemplateResult {
  return html`${hasTime ? nothing : html`<span><b>${asOfWords(moment)}</b></span>`}
    <span>
      <svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="2.6" fill="currentColor" /><circle cx="6" cy="6" r="5.2" fill="none" stroke="var(--accent)" stroke-width="1.5" /></svg>new
    </span>`
}

const svg = (d: string): TemplateResult => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${d} /></svg>`

export const ICONS = {
  plus: (): TemplateResult => svg('M8 3v10M3 8h10'),
  minus: (): TemplateResult => svg('M3 8h10'),
  list: (): TemplateResult => svg('M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01'),
  all: (): TemplateResult => svg('M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'),
  play: (): TemplateResult => svg('M5 3.2v9.6L12.8 8z'),
  pause: (): TemplateResult => svg('M4.5 3h2.2v10H4.5zM9.3 3h2.2v10H9.3z'),
  time: (): TemplateResult => svg('M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2M8 5v3.2l2.2 1.5'),
  back: (): TemplateResult => svg('M13 8H3M7 4 3 8l4 4'),
  on: (): TemplateResult => svg('M3 8h10M9 4l4 4-4 4'),
  light: (): TemplateResult =>
    svg('M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1M8 14v1M1 8h1M14 8h1M3 3l.7.7M12.3 12.3l.7.7M3 13l.7-.7M12.3 3.7l.7-.7'),
  dark: (): TemplateResult => svg('M13.5 9.6A6 6 0 1 1 6.4 2.5a4.8 4.8 0 0 0 7.1 7.1z'),
}
