import { type Statement, safeLink } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'

/** Every line that states something: its words, file, line, headings. List text stays text. */
export function saysWho(statements: readonly Statement[]): TemplateResult {
  return html`<ul class="says">
    ${placesOf(statements).map(([first, ...more]) => html`<li>${quotes([first, ...more])}${place(first)}</li>`)}
  </ul>`
}

type Place = readonly [Statement, ...Statement[]]

/** Statements of one line stand together, each quote once. */
function placesOf(statements: readonly Statement[]): readonly Place[] {
  const places = new Map<string, Place>()
  for (const statement of statements) {
    const { source, line, endLine, section, tier, role, cites } = statement
    const key = JSON.stringify([source, line, endLine, section, tier, role, cites])
    const known = places.get(key)
    if (known === undefined) places.set(key, [statement])
    else if (!known.some(({ quote }) => quote === statement.quote)) places.set(key, [...known, statement])
  }
  return [...places.values()]
}

function quotes(statements: Place): TemplateResult {
  return html`<blockquote>${statements.map(({ quote }, i) => html`${i > 0 ? html`<span class="quiet"> … </span>` : nothing}${quote}`)}</blockquote>`
}

function place({ source, line, endLine, section, tier, role, cites }: Statement): TemplateResult {
  return html`<p class="small quiet">
    <span class="place">${source}, ${lines(line, endLine)}</span>
    ${section === undefined || section.length === 0 ? nothing : html` · <span>${section.join(' › ')}</span>`}
    ${tier === undefined ? nothing : html` · evidence ${tier}${role === undefined || role === 'unknown' ? '' : `, ${role}`}`}
    ${citation(cites?.url)}
  </p>`
}

function lines(first: number, last: number | undefined): string {
  return last === undefined || last === first ? `line ${first}` : `lines ${first}–${last}`
}

function citation(url: string | undefined): TemplateResult | typeof nothing {
  const address = url === undefined ? undefined : safeLink(url)
  return address === undefined ? nothing : html` · <a href=${address} rel="noopener" target="_blank">source</a>`
}
