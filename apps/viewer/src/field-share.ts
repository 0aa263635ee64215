import { type Picture, pictureOf, pictureSvg, slidePicture } from '@fieldmap/view'
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { ViewContext } from './context.ts'
import { copyText } from './copy-text.ts'
import type { FieldMapElement } from './field-map.ts'
import { panelStyles } from './panel.css.ts'
import { pngOf } from './picture.ts'
import { fileName, saveFile } from './save-file.ts'
import { embedCode, shareAddress } from './share-address.ts'
import { shareStyles } from './share-menu.css.ts'

const ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 10V2M5 4.8 8 2l3 2.8M3.5 8v5.5h9V8" /></svg>`

/** `<field-share>`: a button and its menu: the view as a link, as code for another page, as a picture, as a slide. */
export class FieldShareElement extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    map: { attribute: false },
    isOpen: { state: true },
    said: { state: true },
    hasLegend: { state: true },
  }
  static override styles: CSSResultGroup = [panelStyles, shareStyles]

  declare context: ViewContext | undefined
  declare map: FieldMapElement | undefined
  declare isOpen: boolean
  /** What was done last, in the menu's live region. */
  declare said: string
  /** Pictures say what their marks mean. */
  declare hasLegend: boolean

  constructor() {
    super()
    this.isOpen = false
    this.said = ''
    this.hasLegend = true
  }

  /** Opens the menu; its first button has the focus. */
  open(): void {
    this.said = ''
    this.isOpen = true
    void this.updateComplete.then(() => this.dialog?.showModal())
  }

  override render(): TemplateResult {
    return html`<button class="open" aria-haspopup="dialog" aria-label="Share" title="Share" @click=${() => this.open()}>
        ${ICON} <span>Share</span>
      </button>
      <dialog
        aria-labelledby="title"
        @close=${() => {
          this.isOpen = false
        }}
        @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
        @click=${(event: MouseEvent) => event.target === this.dialog && this.dialog?.close()}
      >${this.isOpen && this.context !== undefined ? this.menu(this.context) : nothing}</dialog>`
  }

  protected override updated(): void {
    const place = this.renderRoot.querySelector('.slide')
    const { context } = this
    if (place === null || context === undefined) return
    const isPreview = { theme: context.theme, linkOf: () => undefined } // links in it are no places for the keyboard
    const picture = pictureSvg(context.whole.graph, this.slide(context), isPreview)
    const parsed = new DOMParser().parseFromString(picture, 'image/svg+xml')
    place.replaceChildren(document.importNode(parsed.documentElement, true))
  }

  private menu(context: ViewContext): TemplateResult {
    return html`<div class="title">
        <h2 id="title">Share this view</h2>
        <button class="close" @click=${() => this.dialog?.close()}>Close</button>
      </div>
      <section aria-label="Link">${this.link(context)}</section>
      <section aria-label="Picture">
        <h3>Picture of what is seen</h3>
        <div class="acts">
          <button class="act" @click=${() => this.save('picture', 'png')}>Save PNG</button>
          <button class="act" @click=${() => this.save('picture', 'svg')}>Save SVG</button>
        </div>
      </section>
      <section aria-label="Slide">
        <h3>A slide: 16:9, at most 12 names, readable from the back</h3>
        <div class="slide"></div>
        <div class="acts">
          <button class="act" @click=${() => this.save('slide', 'png')}>Save slide as PNG</button>
          <button class="act" @click=${() => this.save('slide', 'svg')}>Save slide as SVG</button>
        </div>
      </section>
      <label class="choice"
        ><input type="checkbox" .checked=${this.hasLegend} @change=${(event: Event) => this.chooseLegend(event)} /> With a
        legend</label
      >
      <p class="said" role="status" aria-live="polite">${this.said}</p>`
  }

  private link(context: ViewContext): TemplateResult {
    const place = { site: context.field.graph.getAttribute('site'), page: document.baseURI, hash: this.map?.hash ?? '' }
    const address = shareAddress(place)
    const code = embedCode(place, this.map?.scene?.title ?? context.field.graph.getAttribute('title'))
    if (address === undefined || code === undefined) {
      return html`<p>
          This page is open on this machine only, so its address shows others nothing. Publish the map:
          <code>fieldmap build --site DIR</code> writes a folder for any web host; state its address as
          <code>site:</code> in <code>fieldmap.yml</code>. Until then, send a picture, or the whole map in one file:
          <code>fieldmap export --format html</code>.
        </p>`
    }
    return html`<input class="address" readonly aria-label="Address of this view" .value=${address} @focus=${selectAll} />
      <div class="acts">
        <button class="act first" autofocus @click=${() => this.copy(address, 'Link copied.')}>Copy link</button>
        <button class="act" @click=${() => this.copy(code, 'Embed code copied.')}>Copy embed code</button>
      </div>`
  }

  private async copy(text: string, done: string): Promise<void> {
    this.said = (await copyText(text, this.dialog)) ? done : 'The browser does not let this page copy: copy it by hand.'
  }

  private async save(what: 'picture' | 'slide', extension: 'png' | 'svg'): Promise<void> {
    const { context } = this
    const picture = context && (what === 'picture' ? this.seen(context) : this.slide(context))
    if (context === undefined || picture === undefined) return
    const { graph } = context.whole
    const name = `${graph.getAttribute('title')}${what === 'slide' ? ' slide' : ''}`
    try {
      const { theme } = context
      const file =
        extension === 'svg'
          ? new Blob([pictureSvg(graph, picture, { theme })], { type: 'image/svg+xml' })
          : await pngOf(picture, theme, what === 'slide' ? 1 : 2)
      saveFile(fileName(name, extension), file)
      this.said = `Saved as ${fileName(name, extension)}.`
    } catch (cause) {
      this.said = cause instanceof Error ? cause.message : String(cause)
    }
  }

  /** What is on screen. */
  private seen({ whole: { graph } }: ViewContext): Picture | undefined {
    const drawn = this.map?.scene
    return drawn && pictureOf(graph, drawn, { legend: this.hasLegend })
  }

  private slide({ whole: { graph, map }, state, past }: ViewContext): Picture {
    const drawn = this.map?.scene
    return slidePicture(graph, map, state, {
      legend: this.hasLegend,
      past: past ?? undefined,
      ...(drawn === undefined ? {} : { seenOn: drawn }),
    })
  }

  private chooseLegend({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.hasLegend = target.checked
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }
}

function selectAll(event: FocusEvent): void {
  if (event.target instanceof HTMLInputElement) event.target.select()
}

customElements.define('field-share', FieldShareElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-share': FieldShareElement
  }
}
