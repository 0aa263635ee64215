import { bibtex } from '@fieldmap/graph'
import type { Card } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { copyText } from '../copy-text.ts'

/** Where a node leads outside, and for a paper its BibTeX and a search for it. */
export function takeAway({ key, kind, title, links }: Card, context: ViewContext): TemplateResult | typeof nothing {
  if (links.length === 0 && kind !== 'paper') return nothing
  const cite = async (): Promise<void> => {
    const done = await copyText(bibtex(context.field.graph, key))
    context.say(done ? 'BibTeX copied' : 'The browser does not let this page copy')
  }
  return html`<p class="links">
    ${links.map(({ label, url }) => html`<a href=${url} rel="noopener" target="_blank">${label}</a> `)}
    ${
      kind === 'paper'
        ? html`<button class="link" @click=${cite}>Copy BibTeX</button>
          <a href=${scholar(title)} rel="noopener" target="_blank">Scholar</a>`
        : nothing
    }
  </p>`
}

function scholar(title: string): string {
  return `https://scholar.google.com/scholar?q=${encodeURIComponent(`"${title}"`)}`
}
