import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'

/** Why a found community is called what it is, and how surely it was found. */
export function communityProof(id: string, { field, choose }: ViewContext): TemplateResult | typeof nothing {
  const community = field.map.communities.find((one) => one.id === id)
  if (community === undefined) return nothing
  const { stability, proof = [] } = community
  return html`<section aria-label="Why this community">
    <h3>What sets it apart</h3>
    <ul class="rows">
      ${proof.map(({ label, key, count, of }) => {
        const words = html`<span class="name">${label}</span><span class="note">${count} of ${of} ${of === 1 ? 'paper' : 'papers'} with it ${count === 1 ? 'is' : 'are'} here</span>`
        return html`<li>
          ${key === undefined ? html`<div class="row">${words}</div>` : html`<button class="row" @click=${() => choose([key])}>${words}</button>`}
        </li>`
      })}
    </ul>
    <p class="small quiet coverage">
      Found by what papers share, not by a list. Its papers come together again by ${Math.round(100 * stability)} % when the
      search is repeated.
    </p>
  </section>`
}
