import { GROUPINGS } from '@fieldmap/graph'
import { GROUPING_WORDS, layoutOf, NOT_PLACED } from '@fieldmap/view'
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import { filterSections } from './ask/filters.ts'
import { questionSection } from './ask/questions.ts'
import { tourSection } from './ask/tour.ts'
import { hueOf } from './cards/region-card.ts'
import type { ViewContext } from './context.ts'
import { hueStyles } from './hue.css.ts'
import { panelStyles } from './panel.css.ts'

/** So many regions are listed at first: what is below them on the panel stays in view. */
const FIRST = 12

/** `<field-ask>`: how to divide the field, its regions as a list, and what to narrow it to. */
export class FieldAskElement extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false }, all: { state: true } }
  static override styles: CSSResultGroup = [
    panelStyles,
    hueStyles,
    css`
      section:first-of-type { margin-top: 22px; }
      .switch { display: grid; grid-template-columns: repeat(4, auto); gap: 2px; padding: 3px; border-radius: 9px; background: var(--soft); }
      .switch button { min-height: 26px; border-radius: 6px; text-align: center; font-size: 12px; padding: 0 2px; }
      .switch button[aria-pressed='true'] { background: var(--panel); font-weight: 600; box-shadow: 0 1px 2px rgb(0 0 0 / 14%); }
      .switch.two { grid-template-columns: 1fr 1fr; }
      .switch + .years, .as-of { margin-top: 12px; }
      .tour button { display: flex; align-items: center; gap: 10px; width: 100%; min-height: 44px; padding: 6px 12px 6px 6px; border-radius: 10px; background: var(--soft); }
      .tour .start { flex: none; display: grid; place-items: center; width: 30px; height: 30px; border-radius: 50%; background: var(--accent); color: var(--panel); }
      .tour svg { width: 16px; height: 16px; fill: currentColor; }
      .tour .name { flex: 1; font-weight: 600; line-height: 1.3; }
      .tour .small { white-space: nowrap; }
      .tour button:hover .name { color: var(--accent); }
      .regions { margin-top: 12px; }
      .regions button { display: flex; align-items: baseline; gap: 9px; width: 100%; padding: 4px 0; line-height: 1.35; }
      .regions .name { flex: 1; }
      .regions .dot { transform: translateY(0.5px); }
      .regions button:hover .name { color: var(--accent); }
      .regions button[aria-pressed='true'] .name { font-weight: 600; }
      .all { min-height: 26px; margin: 2px 0 0 18px; font-size: 12px; color: var(--accent); }
      .head { display: flex; justify-content: space-between; align-items: baseline; }
      .clear { min-height: 24px; font-size: 12px; color: var(--accent); }
      .bars { display: flex; align-items: flex-end; gap: 2px; height: 52px; }
      .bars button { flex: 1; height: 100%; display: flex; align-items: flex-end; min-width: 3px; }
      .bars i { display: block; width: 100%; min-height: 1px; border-radius: 1.5px 1.5px 0 0; background: var(--bar-out); }
      .bars button[data-in='true'] i { background: var(--bar); }
      .bars button:hover i { background: var(--accent); }
      .bars { --bar: var(--mark-none); --bar-out: var(--line); }
      details + details, .facet { border-top: 1px solid var(--line); }
      .facet { margin-top: 10px; }
      .facet + .facet { margin-top: 0; }
      summary { padding: 8px 0; cursor: pointer; list-style: none; display: flex; justify-content: space-between; gap: 8px; }
      summary::-webkit-details-marker { display: none; }
      summary::after { content: ''; flex: none; width: 6px; height: 6px; margin: 6px 4px 0 0; border: solid var(--quiet); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
      details[open] > summary::after { transform: rotate(225deg); margin-top: 9px; }
      .questions summary { display: block; position: relative; padding-inline-end: 18px; }
      .questions summary::after { position: absolute; right: 0; top: 6px; }
      summary:hover { color: var(--accent); }
      summary b { font-weight: 600; }
      details > field-search, details > form { margin: 0 0 12px; }
      form { display: grid; gap: 6px; }
      form select { width: 100%; }
      form p { margin-top: 2px; }
      .facet ul { max-height: 220px; overflow: auto; margin-bottom: 8px; }
      .facet label { display: flex; gap: 8px; align-items: baseline; min-height: 26px; padding: 3px 0; cursor: pointer; }
      .facet .name { flex: 1; }
      .facet input { accent-color: var(--accent); margin: 0; transform: translateY(1px); }
      .ends { display: flex; justify-content: space-between; margin-top: 4px; }
      .ends select { height: 26px; padding: 0 2px; font-size: 12px; background: none; }
      @media (max-width: 700px) {
        section:first-of-type { margin-top: 4px; }
        .switch button, .ends select { min-height: 40px; }
        .regions button, .facet label { padding: 10px 0; }
        summary { padding: 12px 0; }
        .questions summary::after { top: 10px; }
        .all, .clear { min-height: 40px; }
      }
      @media (forced-colors: active) {
        .switch button[aria-pressed='true'] { outline: 2px solid; }
        .bars i { forced-color-adjust: none; background: GrayText; }
        .bars button[data-in='true'] i { background: CanvasText; }
      }
    `,
  ]

  declare context: ViewContext | undefined
  /** Whether the list of regions is shown to its end. */
  declare all: boolean

  constructor() {
    super()
    this.all = false
  }

  override render(): TemplateResult | typeof nothing {
    const { context } = this
    if (context === undefined) return nothing
    return html`
      ${tourSection(context)} ${questionSection(context)}
      <section aria-label="Regions of the map">
        ${this.groupings(context)} ${this.regions(context)}
      </section>
      ${filterSections(context)}
    `
  }

  private groupings({ state, change }: ViewContext): TemplateResult {
    return html`<div class="switch" role="group" aria-label="Divide the papers by">
      ${GROUPINGS.map(
        (grouping) => html`<button
          aria-pressed=${state.grouping === grouping ? 'true' : 'false'}
          @click=${() => change({ grouping, camera: null })}
        >${GROUPING_WORDS[grouping].many}</button>`,
      )}
    </div>`
  }

  private regions({ field, state, choose, point }: ViewContext): TemplateResult {
    const { regions } = layoutOf(field.graph, field.map, state.grouping)
    const shown = this.all || regions.length <= FIRST + 2 ? regions : regions.slice(0, FIRST)
    return html`<ul class="regions">
      ${shown.map(
        ({ id, label, hue, members }) => html`<li>
          <button
            data-key=${id}
            aria-pressed=${state.selection.includes(id) ? 'true' : 'false'}
            @click=${(event: MouseEvent) => choose(event.shiftKey ? [...state.selection.filter((key) => key !== id), id] : [id])}
            @mouseenter=${() => point(id)}
            @mouseleave=${() => point(undefined)}
            @focus=${() => point(id)}
            @blur=${() => point(undefined)}
          >
            <span class="dot hue-${hueOf(hue)}"></span>
            <span class="name ${id === NOT_PLACED ? 'quiet' : ''}">${label}</span>
            <span class="small quiet">${members.length}<span class="hidden"> papers</span></span>
          </button>
        </li>`,
      )}
    </ul>
    ${
      regions.length <= FIRST + 2
        ? nothing
        : html`<button class="all" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => {
            this.all = !this.all
          }}>${this.all ? 'Fewer' : `All ${regions.length}`}</button>`
    }`
  }
}

customElements.define('field-ask', FieldAskElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-ask': FieldAskElement
  }
}
