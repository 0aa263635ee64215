import type { CitedEvidence, Coverage, Hint } from '@fieldmap/graph'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { lifeLines } from './life-lines.ts'
import { saysWho } from './says-who.ts'

/** What the reader opened: groups to the end, statements to their evidence. */
export interface CardFolds {
  readonly isOpen: (id: string) => boolean
  readonly toggle: (id: string) => void
}

/** A row of a list: a name that goes somewhere, words below it, and who says so. */
export interface Row {
  /** Tells the row from others of its card. */
  readonly id: string
  readonly label: string | TemplateResult
  readonly note?: string | TemplateResult
  /** What the map names while the row is pointed at. */
  readonly point?: string
  readonly go: () => void
  readonly evidence?: readonly CitedEvidence[]
}

/** A row with a "Says who?" that opens its evidence below. */
export function row(
  { id, label, note, point, go, evidence = [] }: Row,
  context: ViewContext,
  folds: CardFolds,
): TemplateResult {
  const open = folds.isOpen(id)
  const words = typeof label === 'string' ? label : ''
  return html`<li>
    <div class="pair">
      <button
        class="row"
        data-key=${id}
        @click=${go}
        @mouseenter=${() => context.point(point)}
        @mouseleave=${() => context.point(undefined)}
        @focus=${() => context.point(point)}
        @blur=${() => context.point(undefined)}
      >
        <span class="name">${label}</span>${note === undefined || note === '' ? nothing : html`<span class="note">${note}</span>`}
      </button>
      ${evidence.length === 0 ? nothing : whoButton(id, words, folds)}
    </div>
    ${open && evidence.length > 0 ? proof(words, evidence, context) : nothing}
  </li>`
}

/** The button that opens the evidence of a statement. */
export function whoButton(id: string, label: string, folds: CardFolds): TemplateResult {
  return html`<button
    class="who"
    aria-expanded=${folds.isOpen(id) ? 'true' : 'false'}
    aria-label="Says who? ${label}"
    title="Says who?"
    @click=${() => folds.toggle(id)}
  >?</button>`
}

/** The evidence of a statement, opened; of an edge, also the commits that brought it. */
export function proof(
  label: string,
  evidence: Parameters<typeof saysWho>[0],
  context: ViewContext,
  edge?: string,
): TemplateResult {
  return html`<div class="proof" role="region" aria-label="Says who? ${label}">
    ${saysWho(evidence, context)} ${edge === undefined ? nothing : lifeLines(edge, context)}
  </div>`
}

/** Of how many papers something is known: under every answer about datasets. */
export function coverageLine({ known, total }: Coverage, what = ''): TemplateResult {
  return html`<p class="coverage small quiet">
    Of ${total} ${total === 1 ? 'paper' : 'papers'}${what} ${known} ${known === 1 ? 'has' : 'have'} dataset evidence. No
    evidence means not known.
  </p>`
}

/** What the graph lacks for an answer, and how to add it. */
export function hints(hints: readonly Hint[]): TemplateResult | typeof nothing {
  if (hints.length === 0) return nothing
  return html`<div class="missing" role="note">
    ${hints.map(({ message, how }) => {
      const [first = '', ...lines] = how.split('\n')
      return html`<p>${message}</p>
        <p class="small quiet">${first}</p>
        ${lines.length === 0 ? nothing : html`<pre class="small">${lines.join('\n')}</pre>`}`
    })}
  </div>`
}

/** A button that shows a list to its end, and folds it again. */
export function moreButton(id: string, label: string, folds: CardFolds): TemplateResult {
  const open = folds.isOpen(id)
  return html`<button class="more" aria-expanded=${open ? 'true' : 'false'} @click=${() => folds.toggle(id)}>${open ? 'Fewer' : label}</button>`
}

/** A list cut to its first items until the reader asks for all, and the button for that where there are more. */
export function foldAfter<T>(
  first: number,
  all: readonly T[],
  id: string,
  folds: CardFolds,
): { readonly shown: readonly T[]; readonly more: TemplateResult | typeof nothing } {
  if (all.length <= first) return { shown: all, more: nothing }
  return {
    shown: folds.isOpen(id) ? all : all.slice(0, first),
    more: moreButton(id, `All ${all.length}`, folds),
  }
}
