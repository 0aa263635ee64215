import { citationLink, type Statement, sourceLinks } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'

/** Every line that states something: its words, file, line, headings. List text stays text. */
export function saysWho(statements: readonly Statement[], context: ViewContext): TemplateResult {
  return html`<ul class="says">
    ${placesOf(statements).map(([first, ...more]) => html`<li>${quotes([first, ...more])}${place(first, context)}</li>`)}
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

function place(statement: Statement, { field }: ViewContext): TemplateResult {
  const { source, line, endLine, section, tier, role, variant, cites } = statement
  const { read, edit } = sourceLinks(field.graph, statement)
  const where = `${source}, ${lines(line, endLine)}`
  const use = [role === 'unknown' ? undefined : role, variant].filter((word) => word !== undefined)
  return html`<p class="small quiet">
    ${read === undefined ? html`<span class="place">${where}</span>` : outside(read, where, 'place')}
    ${section === undefined || section.length === 0 ? nothing : html` · <span>${section.join(' › ')}</span>`}
    ${tier === undefined ? nothing : html` · evidence ${[tier, ...use].join(', ')}`}
    ${link(cites === undefined ? undefined : citationLink(cites), 'source')} ${link(edit, 'edit')}
  </p>`
}

function link(address: string | undefined, words: string): TemplateResult | typeof nothing {
  return address === undefined ? nothing : html` · ${outside(address, words)}`
}

function outside(address: string, words: string, name = ''): TemplateResult {
  return html`<a class=${name} href=${address} rel="noopener" target="_blank">${words}</a>`
}

function lines(first: number, last: number | undefined): string {
  return last === undefined || last === first ? `line ${first}` : `lines ${first}–${last}`
}
