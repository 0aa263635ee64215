import type { NodeKind, SearchHit } from '@fieldmap/graph'
import { kindTitle, noteText } from '@fieldmap/view'
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import type { ViewContext } from './context.ts'
import { panelStyles } from './panel.css.ts'

const LIMIT = 8

/**
 * `<field-search>`: one box over titles, authors, venues, datasets and subfields (the ARIA combobox pattern). With `kinds`
 * it finds only those. Fires `pick` (`detail: {key}`), which chooses the node on the map but where a `placeholder`
 * says that the box is for something else.
 */
export class FieldSearchElement extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    kinds: { attribute: false },
    placeholder: { type: String },
    words: { state: true },
    active: { state: true },
    open: { state: true },
  }
  static override styles: CSSResultGroup = [
    panelStyles,
    css`
      :host { position: relative; }
      .box { position: relative; }
      input {
        width: 100%; height: 38px; padding: 0 36px 0 12px; border: 1px solid var(--line); border-radius: 9px;
        background: var(--ground); outline-offset: 0;
      }
      input::placeholder { color: var(--quiet); opacity: 1; }
      input::-webkit-search-cancel-button { display: none; }
      kbd {
        position: absolute; right: 10px; top: 9px; width: 20px; height: 20px; border: 1px solid var(--line); border-radius: 5px;
        font: inherit; font-size: 12px; line-height: 18px; text-align: center; color: var(--quiet); pointer-events: none;
      }
      .hits {
        position: absolute; z-index: 5; top: calc(100% + 6px); left: 0; right: 0; max-height: min(60vh, 480px); overflow: auto;
        padding: 6px; border: 1px solid var(--line); border-radius: 11px; background: var(--panel);
        box-shadow: 0 10px 30px rgb(0 0 0 / 12%);
      }
      .hits li { padding: 7px 9px; border-radius: 7px; cursor: pointer; }
      .hits li[aria-selected='true'] { background: var(--chosen); }
      .hits .note { display: block; font-size: 12px; color: var(--quiet); }
      .hits p { padding: 8px 9px; }
      @media (max-width: 700px) {
        kbd { display: none; }
        input { height: 44px; font-size: 16px; } /* smaller, and phones zoom in */
        .hits li { padding: 10px 9px; }
      }
    `,
  ]

  declare context: ViewContext | undefined
  declare kinds: readonly NodeKind[]
  declare placeholder: string
  declare words: string
  declare active: number
  declare open: boolean

  constructor() {
    super()
    this.kinds = []
    this.placeholder = ''
    this.words = ''
    this.active = 0
    this.open = false
  }

  override focus(): void {
    const input = this.renderRoot.querySelector('input')
    input?.focus()
    input?.select()
  }

  override render(): TemplateResult {
    const hits = this.hits
    const shown = this.open && this.words.trim() !== ''
    return html`
      <div class="box">
        <input
          type="search"
          role="combobox"
          aria-label=${this.placeholder || 'Find a paper, subfield, dataset, venue or author'}
          aria-expanded=${shown && hits.length > 0 ? 'true' : 'false'}
          aria-controls=${shown && hits.length > 0 ? 'hits' : nothing}
          aria-autocomplete="list"
          aria-activedescendant=${shown && hits.length > 0 ? `hit-${this.active}` : nothing}
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.placeholder || 'Find a paper, author, dataset …'}
          .value=${this.words}
          ?disabled=${this.context === undefined}
          @input=${this.typed}
          @keydown=${this.key}
          @focus=${() => {
            this.open = true
          }}
          @blur=${() => {
            this.open = false
          }}
        />
        ${this.placeholder === '' ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
      </div>
      ${shown ? this.list(hits) : nothing}
      <p class="hidden" role="status">${shown ? (hits.length === 0 ? 'Nothing found' : `${hits.length} found`) : ''}</p>
    `
  }

  private list(hits: readonly SearchHit[]): TemplateResult {
    if (hits.length === 0) {
      return html`<div class="hits"><p class="quiet">Nothing is called that. Try fewer letters, or another spelling.</p></div>`
    }
    return html`<ul class="hits" id="hits" role="listbox" aria-label="Found">
      ${hits.map(
        ({ key, kind, label }, i) => html`<li
          id="hit-${i}"
          role="option"
          aria-selected=${i === this.active ? 'true' : 'false'}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => this.pick(key)}
          @mousemove=${() => {
            this.active = i
          }}
        >${label}<span class="note">${[kindTitle(kind), this.note(key)].filter(Boolean).join(' · ')}</span></li>`,
      )}
    </ul>`
  }

  private get hits(): readonly SearchHit[] {
    const { context, kinds } = this
    if (context === undefined || this.words.trim() === '') return [] // the index is made with the first word
    const { graph, index } = context.whole
    const isOfKind = (key: string): boolean => kinds.includes(graph.getNodeAttribute(key, 'kind'))
    return index.search(this.words, LIMIT, kinds.length === 0 ? undefined : isOfKind)
  }

  private note(key: string): string {
    return this.context === undefined ? '' : noteText(this.context.whole.graph.getNodeAttributes(key))
  }

  private typed(event: InputEvent): void {
    this.words = (event.target as HTMLInputElement).value
    this.active = 0
    this.open = true
  }

  private key(event: KeyboardEvent): void {
    const { hits } = this
    switch (event.key) {
      case 'ArrowDown':
        this.active = Math.min(hits.length - 1, this.active + 1)
        break
      case 'ArrowUp':
        this.active = Math.max(0, this.active - 1)
        break
      case 'Enter': {
        const hit = hits[this.active]
        if (hit !== undefined) this.pick(hit.key)
        break
      }
      case 'Escape':
        if (this.words === '') this.renderRoot.querySelector('input')?.blur()
        this.words = ''
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  private pick(key: string): void {
    this.words = ''
    this.open = false
    this.dispatchEvent(new CustomEvent('pick', { detail: { key } }))
    if (this.placeholder === '') this.context?.choose([key], true)
    this.renderRoot.querySelector('input')?.blur()
  }
}

customElements.define('field-search', FieldSearchElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-search': FieldSearchElement
  }
}
