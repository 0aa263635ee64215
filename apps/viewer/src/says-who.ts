import { type Statement, safeLink } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'

/** Every line that states something: words, file, line, headings. List text stays text. */
export function saysWho(statements: readonly Statement[]): TemplateResult {
  return html`<ul class="says">
    ${statements.map(
      ({ source, line, endLine, quote, section, tier, role, cites }) => html`<li>
        <blockquote>${quote}</blockquote>
        <p class="small quiet">
          <span class="place">${source}, ${lines(line, endLine)}</span>
          ${section === undefined || section.length === 0 ? nothing : html` · <span>${section.join(' › ')}</span>`}
          ${tier === undefined ? nothing : html` · evidence ${tier}${role === undefined || role === 'unknown' ? '' : `, ${role}`}`}
          ${citation(cites?.url)}
        </p>
      </li>`,
    )}
  </ul>`
}

function lines(first: number, last: number | undefined): string {
  return last === undefined || last === first ? `line ${first}` : `lines ${first}–${last}`
}

function citation(url: string | undefined): TemplateResult | typeof nothing {
  const address = url === undefined ? undefined : safeLink(url)
  return address === undefined ? nothing : html` · <a href=${address} rel="noopener" target="_blank">source</a>`
}
