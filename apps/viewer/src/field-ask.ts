import { GROUPINGS } from '@fieldmap/graph'
import {
  countPassing,
  type Filters,
  GROUPING_WORDS,
  HUES,
  isFiltered,
  layoutOf,
  NO_FILTERS,
  NOT_PLACED,
  yearCounts,
} from '@fieldmap/view'
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
  unsafeCSS,
} from 'lit'
import type { ViewContext } from './context.ts'
import { panelStyles } from './panel.css.ts'
import { hueOf } from './region-cards.ts'
import { yearBars } from './year-bars.ts'

/** So many regions are listed at first: what is below them on the panel stays in view. */
const FIRST = 12

/** `<field-ask>`: how to divide the field, its regions as a list, and what to narrow it to. */
export class FieldAskElement extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false }, all: { state: true } }
  static override styles: CSSResultGroup = [
    panelStyles,
    unsafeCSS(
      [...Array.from({ length: HUES }, (_, i) => i), 'none']
        .map((i) => `.hue-${i} { background: var(--mark-${i}) }`)
        .join('\n'),
    ),
    css`
      section:first-of-type { margin-top: 22px; }
      .switch { display: grid; grid-template-columns: repeat(4, auto); gap: 2px; padding: 3px; border-radius: 9px; background: var(--soft); }
      .switch button { min-height: 26px; border-radius: 6px; text-align: center; font-size: 12px; padding: 0 2px; }
      .switch button[aria-pressed='true'] { background: var(--panel); font-weight: 600; box-shadow: 0 1px 2px rgb(0 0 0 / 14%); }
      .regions { margin-top: 12px; }
      .regions button { display: flex; align-items: baseline; gap: 9px; width: 100%; padding: 4px 0; }
      .regions .name { flex: 1; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
      .regions .dot { transform: translateY(0.5px); }
      .regions button:hover .name { color: var(--accent); }
      .regions button[aria-pressed='true'] .name { font-weight: 600; }
      .all { margin: 4px 0 0 18px; font-size: 12px; color: var(--accent); }
      .head { display: flex; justify-content: space-between; align-items: baseline; }
      .clear { font-size: 12px; color: var(--accent); }
      .bars { display: flex; align-items: flex-end; gap: 2px; height: 52px; }
      .bars button { flex: 1; height: 100%; display: flex; align-items: flex-end; min-width: 3px; }
      .bars i { display: block; width: 100%; min-height: 1px; border-radius: 1.5px 1.5px 0 0; background: var(--bar-out); }
      .bars button[aria-pressed='true'] i { background: var(--bar); }
      .bars button:hover i { background: var(--accent); }
      .bars { --bar: var(--mark-none); --bar-out: var(--line); }
      .ends { display: flex; justify-content: space-between; margin-top: 3px; }
      @media (forced-colors: active) {
        .switch button[aria-pressed='true'] { outline: 2px solid; }
        .bars i { background: CanvasText; }
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
      <section aria-label="Regions of the map">
        ${this.groupings(context)} ${this.regions(context)}
      </section>
      ${this.filters(context)}
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
            title=${label}
            aria-pressed=${state.selection.includes(id) ? 'true' : 'false'}
            @click=${(event: MouseEvent) => choose(event.shiftKey ? [...state.selection.filter((key) => key !== id), id] : [id])}
            @mouseenter=${() => point(id)}
            @mouseleave=${() => point(undefined)}
          >
            <span class="dot hue-${hueOf(hue)}"></span>
            <span class="name ${id === NOT_PLACED ? 'quiet' : ''}">${label}</span>
            <span class="small quiet">${members.length}</span>
          </button>
        </li>`,
      )}
    </ul>
    ${
      shown.length === regions.length
        ? nothing
        : html`<button class="all" @click=${() => {
            this.all = true
          }}>All ${regions.length}</button>`
    }`
  }

  private filters({ field: { graph }, state: { filters }, change }: ViewContext): TemplateResult {
    const set = (patch: Partial<Filters>): void => change({ filters: { ...filters, ...patch } })
    const left = countPassing(graph, filters)
    const chip = (
      label: string,
      on: boolean,
      patch: Partial<Filters>,
      off: Partial<Filters>,
    ): TemplateResult => html`<button
      class="chip"
      aria-pressed=${on ? 'true' : 'false'}
      @click=${() => set(on ? off : patch)}
    >${label} <span class="small">${countPassing(graph, { ...filters, ...patch })}</span></button>`
    return html`
      ${yearBars(yearCounts(graph), filters, set)}
      <section>
        <div class="head">
          <h3>Only</h3>
          ${
            isFiltered(filters)
              ? html`<button class="clear" @click=${() => change({ filters: NO_FILTERS })}>${left} left · show all</button>`
              : nothing
          }
        </div>
        <div class="chips">
          ${chip('with code', filters.code, { code: true }, { code: false })}
          ${[1, 2, 3].map((importance) =>
            chip('★'.repeat(importance), filters.importance === importance, { importance }, { importance: 0 }),
          )}
        </div>
      </section>
    `
  }
}

customElements.define('field-ask', FieldAskElement)
