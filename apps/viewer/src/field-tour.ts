import type { Tour } from '@fieldmap/graph'
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { ViewContext } from './context.ts'
import { tourStyles } from './field-tour.css.ts'
import { ICONS } from './legend.ts'
import { panelStyles } from './panel.css.ts'
import { stepOf } from './tour-steps.ts'

/** `<field-tour>`: the bar that plays a tour: title and caption of the step, the notes of the speaker, where one is, back and on. */
export class FieldTourElement extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    hasNotes: { state: true },
    isAway: { attribute: false },
  }
  static override styles: CSSResultGroup = [panelStyles, tourStyles]

  declare context: ViewContext | undefined
  /** The speaker's notes are shown. */
  declare hasNotes: boolean
  /** The map shows something else than the step. */
  declare isAway: boolean

  constructor() {
    super()
    this.hasNotes = false
    this.isAway = false
  }

  override render(): TemplateResult | typeof nothing {
    const { context } = this
    const tour = context?.field.tour
    if (context === undefined || tour === undefined) return nothing
    const number = stepOf(tour, context.state)
    return number === undefined ? this.invitation(context, tour) : this.step(context, tour, number)
  }

  /** Leads the keyboard to the button that goes on. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.on')?.focus()
  }

  /** Shows the speaker's notes, or no longer. */
  toggleNotes(): void {
    this.hasNotes = !this.hasNotes
  }

  private invitation({ play }: ViewContext, tour: Tour): TemplateResult {
    return html`<section class="bar invitation" aria-label="Tour">
      <button class="play" @click=${() => play(0)}>${ICONS.play()} <span class="name">${tour.title}</span> <span class="quiet">${tour.steps.length} steps</span></button>
    </section>`
  }

  private step({ play }: ViewContext, tour: Tour, number: number): TemplateResult {
    const { steps } = tour
    const { title = '', caption = '', notes = '' } = steps[number] ?? {}
    const count = steps.length
    const withNotes = this.hasNotes && notes !== ''
    return html`<section class="bar" aria-label="Tour: ${tour.title}" ?data-notes=${withNotes}>
      <h1 class="hidden">${tour.title}</h1>
      <div class="line" aria-hidden="true">${steps.map((_, i) => html`<i ?data-done=${i <= number}></i>`)}</div>
      <div class="text">
        <h2>${title}</h2>
        ${paragraphs(caption)}
      </div>
      ${withNotes ? html`<div class="notes" role="note" aria-label="Notes" tabindex="0"><h3>Notes</h3>${paragraphs(notes)}</div>` : nothing}
      <div class="controls">
        <p class="count"><b>${number + 1}</b> / ${count}</p>
        <div class="buttons" role="group" aria-label="Steps">
          <button aria-label="Back" title="Back (←)" ?disabled=${number === 0} @click=${() => play(number - 1)}>${ICONS.back()}</button>
          <button class="on" aria-label="On" title="On (→)" ?disabled=${number === count - 1} @click=${() => play(number + 1)}>${ICONS.on()}</button>
        </div>
        <div class="small words">
          ${this.isAway ? html`<button class="again" @click=${() => play(number)}>Show the step again</button>` : nothing}
          ${
            notes === ''
              ? nothing
              : html`<button aria-expanded=${this.hasNotes ? 'true' : 'false'} title="Speaker notes (n)" @click=${() => this.toggleNotes()}>Notes</button>`
          }
          <button title="End the tour (Esc)" @click=${() => play(null)}>End</button>
        </div>
      </div>
    </section>`
  }
}

function paragraphs(text: string): readonly TemplateResult[] {
  return text === '' ? [] : text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)
}

customElements.define('field-tour', FieldTourElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-tour': FieldTourElement
  }
}
