import { html, type TemplateResult } from 'lit'

/** What the marks mean, in one line. */
export function legend(): TemplateResult {
  return html`<div class="legend" role="note" aria-label="Legend">
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

const svg = (d: string): TemplateResult => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${d} /></svg>`

export const ICONS = {
  plus: (): TemplateResult => svg('M8 3v10M3 8h10'),
  minus: (): TemplateResult => svg('M3 8h10'),
  list: (): TemplateResult => svg('M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01'),
  all: (): TemplateResult => svg('M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'),
  play: (): TemplateResult => svg('M5 3.2v9.6L12.8 8z'),
  back: (): TemplateResult => svg('M13 8H3M7 4 3 8l4 4'),
  on: (): TemplateResult => svg('M3 8h10M9 4l4 4-4 4'),
  light: (): TemplateResult =>
    svg('M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1M8 14v1M1 8h1M14 8h1M3 3l.7.7M12.3 12.3l.7.7M3 13l.7-.7M12.3 3.7l.7-.7'),
  dark: (): TemplateResult => svg('M13.5 9.6A6 6 0 1 1 6.4 2.5a4.8 4.8 0 0 0 7.1 7.1z'),
}
