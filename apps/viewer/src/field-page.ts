import {
  counted,
  countPassing,
  countsOf,
  isNarrowed,
  momentAt,
  momentOf,
  momentWords,
  NO_FILTERS,
  newestYear,
  type Panel,
  pastOf,
  revisionOf,
  UI_PARTS,
  type UiPart,
  type ViewState,
} from '@fieldmap/view'
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { CardFocus } from './card-focus.ts'
import './field-ask.ts'
import './field-card.ts'
import type { ViewContext } from './context.ts'
import type { FieldMapElement } from './field-map.ts'
import { pageStyles } from './field-page.css.ts'
import { partStyles } from './page-parts.css.ts'
import './field-list.ts'
import './field-search.ts'
import './field-tour.ts'
import './field-share.ts'
import './field-time.ts'
import { isFramed } from './frame.ts'
import { syncHistory } from './history.ts'
import { talkToHost } from './host.ts'
import { ICONS, legend } from './legend.ts'
import { followServer } from './live.ts'
import { fieldThen, hasPapers } from './load.ts'
import { nameOf } from './name-of.ts'
import { notices } from './notices.ts'
import { isOwnKey } from './own-keys.ts'
import { panelStyles } from './panel.css.ts'
import { playStyles } from './play.css.ts'
import { themeStyles } from './theme.ts'
import { isTyping, onTourKey } from './tour-keys.ts'
import { showsSame, stepOf } from './tour-steps.ts'
import { zoomButtons } from './zoom-buttons.ts'

type OpenPanel = Exclude<Panel, 'auto'>

/** The panels follow the time line once it stands for so many milliseconds. */
const FOLLOWS = 100

/** `<field-page>`: the page round a `<field-map>` in its slot: search, regions and filters left, the card right. */
export class FieldPageElement extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { type: String, reflect: true },
    embed: { type: Boolean, reflect: true },
    context: { state: true },
    said: { state: true },
    parts: { state: true },
    isAlone: { state: true },
    isWarned: { state: true },
  }
  static override styles: CSSResultGroup = [panelStyles, themeStyles, pageStyles, partStyles, playStyles]

  declare theme: string
  declare embed: boolean
  declare context: ViewContext | undefined
  /** What the live region says. */
  declare said: string
  /** What stands round the map. */
  declare parts: readonly UiPart[]
  /** The server that built the map has gone. */
  declare isAlone: boolean
  /** The reader knows that the map is large. */
  declare isWarned: boolean
  private life = new AbortController()
  private keyboard: CardFocus | undefined
  private following: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.theme = 'light'
    this.embed = false
    this.said = ''
    this.parts = UI_PARTS
    this.isAlone = false
    this.isWarned = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.life = new AbortController()
    const { signal } = this.life
    const map = this.querySelector('field-map')
    if (map === null) return
    this.keyboard = new CardFocus(signal)
    const page = syncHistory(map, signal)
    this.embed = page.embed
    this.parts = page.ui ?? (page.embed ? [] : UI_PARTS)
    this.theme = map.theme
    map.embed = page.embed && isFramed()
    talkToHost(map, signal)
    map.addEventListener('ready', () => this.changed(map), { signal })
    map.addEventListener('statechange', () => this.changed(map), { signal })
    map.addEventListener('history', () => this.changed(map), { signal })
    map.addEventListener('select', () => this.say(map), { signal })
    window.addEventListener('keydown', (event) => this.key(event, map), { signal })
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      this.addEventListener(type, (event) => this.keep(event, map), { signal })
    }
    const reached = (answers: boolean): void => {
      this.isAlone = !answers
    }
    followServer({ changed: () => void map.reload(), reached }, signal)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.life.abort()
  }

  override render(): TemplateResult {
    const { context } = this
    const map = this.querySelector('field-map')
    const step = this.step
    const isAway = step !== undefined && map !== null && isElsewhere(map, step)
    this.toggleAttribute('playing', step !== undefined)
    this.toggleAttribute('away', isAway)
    const open = context === undefined || (step !== undefined && !isAway) ? 'none' : this.panel(context.state)
    this.toggleAttribute('list', open === 'list')
    const hasTime = context?.moment !== undefined && this.parts.includes('time') && step === undefined
    this.toggleAttribute('then', hasTime)
    // Round an empty map there is nothing to say.
    const parts = context === undefined || hasPapers(context.whole.graph) ? this.parts : []
    for (const part of UI_PARTS) this.toggleAttribute(`no-${part}`, !parts.includes(part))
    return html`
      <aside class="ask" aria-label="Ask">
        <header>${this.header()}<field-search .context=${context}></field-search></header>
        <div class="sheet" ?data-open=${open === 'ask'}>
          ${this.grip()}<field-ask .context=${context}></field-ask>
        </div>
        <div class="foot">${this.themeSwitch()}${context === undefined ? nothing : html`<field-share .context=${context} .map=${map}></field-share>`}</div>
      </aside>
      <main class="map" aria-label="Map">
        <div class="stage">
          <slot></slot>
          ${context === undefined ? nothing : html`${legend(context.moment, hasTime)}${zoomButtons(context, map, open === 'list', () => this.toggleList())}${notices(context, this)}`}
        </div>
        ${hasTime ? html`<field-time .context=${context}></field-time>` : nothing}
      </main>
      ${open === 'list' ? html`<section class="list" aria-label="List"><field-list .context=${context}></field-list></section>` : nothing}
      <aside class="card sheet" aria-label="Card" ?data-open=${open === 'card'}>
        ${this.grip()}<field-card .context=${context}></field-card>
      </aside>
      ${this.hasTour ? html`<field-tour .context=${context} .isAway=${isAway}></field-tour>` : nothing}
      ${this.tabs(open)}
      <p class="hidden" role="status" aria-live="polite">${this.said}</p>
    `
  }

  private header(): TemplateResult {
    const { context } = this
    const graph = context?.field.graph
    if (context === undefined || graph === undefined) return html`<h1>Fieldmap</h1>`
    const { whole, moment } = context
    const { filters } = context.state
    if (isNarrowed(filters)) {
      const clear = (): void => context.change({ filters: NO_FILTERS })
      return html`<h1>${graph.getAttribute('title')}</h1>
        <p class="counts">${countPassing(graph, filters)} of ${counted('paper', whole.graph.filterNodes((_, { kind }) => kind === 'paper').length)}
          <button class="clear" @click=${clear}>Clear filters</button></p>`
    }
    if (moment !== undefined)
      return html`<h1>${graph.getAttribute('title')}</h1>
      <p class="counts">${momentWords(moment)}<br /><span class="quiet more">as of ${moment.step.day}</span></p>`
    const counts = countsOf(graph)
    const newest = newestYear(graph)
    const lists = graph.getAttribute('sources').filter(({ kind }) => kind === 'list').length
    return html`
      <h1>${graph.getAttribute('title')}</h1>
      <p class="counts quiet">
        ${counts
          .slice(0, 4)
          .map(
            ({ kind, count }, i) =>
              html`<span class=${kind === 'venue' ? 'more' : ''}>${i === 0 ? '' : ' · '}${counted(kind, count)}</span>`,
          )}<span class="more"
          ><br />${lists} ${lists === 1 ? 'list' : 'lists'}${newest === undefined ? '' : `, newest paper ${newest}`}</span
        >
      </p>
    `
  }

  private themeSwitch(): TemplateResult {
    const other = this.theme === 'dark' ? 'light' : 'dark'
    return html`<button class="icon" @click=${() => this.context?.change({ theme: other })}>
      ${ICONS[other]()} ${other === 'dark' ? 'Dark' : 'Light'}
    </button>`
  }

  private tabs(open: OpenPanel): TemplateResult {
    const tab = (panel: OpenPanel, label: string): TemplateResult => html`<button
      aria-pressed=${open === panel ? 'true' : 'false'}
      @click=${() => this.context?.change({ panel })}
    >${label}</button>`
    return html`<nav class="tabs" aria-label="Panels">${tab('none', 'Map')}${tab('ask', 'Explore')}${tab('card', 'Card')}${tab('list', 'List')}</nav>`
  }

  private grip(): TemplateResult {
    return html`<button class="grip" aria-label="Close" @click=${() => this.context?.change({ panel: 'none' })}></button>`
  }

  private changed(map: FieldMapElement): void {
    const { field: whole, state, theme } = map
    this.theme = theme
    clearTimeout(this.following)
    if (whole === undefined) return
    document.title = whole.graph.getAttribute('title')
    const past = map.history === '' ? null : map.past && pastOf(map.past.history, whole.graph)
    const moment = past ? momentOf(past, state.at) : undefined
    this.context = {
      field: moment === undefined ? whole : fieldThen(whole, moment),
      whole,
      past,
      moment,
      state,
      theme,
      problems: map.problems,
      choose: (keys, closer, patch) => this.choose(map, keys, closer, patch),
      change: (patch) => map.change(patch),
      point: (key) => map.point(key),
      travel: (number, how) => this.travel(map, number, how),
      play: (number) => this.play(map, number),
      say: (words) => {
        this.said = words
      },
    }
    void this.updateComplete.then(() => this.makeRoom(map))
  }

  /** Shows a step of the past; the panels come after when it stands. */
  private travel(map: FieldMapElement, ...[number, how]: Parameters<ViewContext['travel']>): void {
    const moment = this.context?.past ? momentAt(this.context.past, number) : undefined
    if (moment === undefined) return
    map.change({ at: revisionOf(moment) }, how === 'scrub' ? 'cut' : 'fly', how !== 'settle')
    clearTimeout(this.following)
    if (how !== 'settle') this.following = setTimeout(() => this.changed(map), FOLLOWS)
  }

  /** On a phone the open sheet covers a part of the map: what is chosen moves above it. */
  private makeRoom(map: FieldMapElement): void {
    const isPhone = matchMedia('(max-width: 700px)').matches
    const sheet = isPhone ? this.renderRoot.querySelector<HTMLElement>('.sheet[data-open]') : null
    map.covered = sheet?.offsetHeight ?? 0
  }

  /** Chooses, from a panel, and leads the keyboard to the card. */
  private choose(map: FieldMapElement, ...[keys, closer, patch]: Parameters<ViewContext['choose']>): void {
    const card = this.renderRoot.querySelector('field-card')
    if (card !== null) this.keyboard?.leave(card, map.state.panel)
    map.choose(keys, closer, patch)
    void this.updateComplete.then(async () => {
      await card?.updateComplete
      if (card !== null && keys.length > 0) this.keyboard?.arrive(card)
    })
  }

  /** Clears the choice; the keyboard goes from the card back to where it chose. */
  private clear(map: FieldMapElement): void {
    const card = this.renderRoot.querySelector('field-card')
    const panel = card === null ? undefined : this.keyboard?.panelBefore(card)
    map.choose([], false, panel === undefined ? {} : { panel })
    if (panel === undefined) return
    void this.updateComplete.then(async () => {
      const list = this.renderRoot.querySelector('field-list')
      await Promise.all([card?.updateComplete, list?.updateComplete])
      this.keyboard?.back(map.renderRoot.querySelector<HTMLElement>('.stage'))
    })
  }

  private say({ state, field }: FieldMapElement): void {
    const names = state.selection.map((key) => (field === undefined ? key : nameOf(field, state.grouping, key)))
    for (const name of ['.card', 'field-card']) this.renderRoot.querySelector(name)?.scrollTo(0, 0)
    this.said = names.length === 0 ? 'Nothing chosen' : `Chosen: ${names.join(', ')}`
  }

  /** The address got something wrong and there is no card to say so. */
  get hasNoCard(): boolean {
    return !this.parts.includes('card')
  }

  /** The panel in front, of those that the page has. */
  private panel(state: ViewState): OpenPanel {
    const open = panelOf(state)
    return open === 'none' || this.parts.includes(open) ? open : 'none'
  }

  /** Whether there is a tour that the page may play. */
  private get hasTour(): boolean {
    const steps = this.context?.field.tour?.steps.length ?? 0
    return steps > 0 && this.parts.includes('tour')
  }

  /** The step that is played. */
  private get step(): number | undefined {
    return this.context === undefined || !this.hasTour ? undefined : stepOf(this.context.field.tour, this.context.state)
  }

  /** Shows a step and says its name to those who do not see it. What began or ended the tour is gone then: the keyboard goes on from the bar, or the map. */
  private play(map: FieldMapElement, number: number | null): void {
    const before = this.step
    map.play(number)
    const steps = this.context?.field.tour?.steps ?? []
    this.said =
      number === null ? 'The tour has ended' : `Step ${number + 1} of ${steps.length}: ${steps[number]?.title ?? ''}`
    if (before !== undefined && number !== null) return
    void this.updateComplete.then(async () => {
      const bar = this.renderRoot.querySelector('field-tour')
      await bar?.updateComplete
      if (number === null) map.renderRoot.querySelector<HTMLElement>('.stage')?.focus()
      else bar?.focus()
    })
  }

  private toggleList(): void {
    const { context } = this
    if (!this.parts.includes('list') || this.step !== undefined) return
    context?.change({ panel: context.state.panel === 'list' ? 'auto' : 'list' })
  }

  /** Keys of a presenter, while a tour is played; whether the key was one. */
  private tourKey(event: KeyboardEvent, map: FieldMapElement): boolean {
    const { step, context } = this
    if (step === undefined || context === undefined) return false
    const bar = this.renderRoot.querySelector('field-tour')
    return onTourKey(event, {
      number: step,
      count: context.field.tour?.steps.length ?? 0,
      play: (number) => this.play(map, number),
      toggleNotes: () => bar?.toggleNotes(),
    })
  }

  /** What is typed here never reaches the page round this element: it sees a key, but not the field that has it. */
  private keep(event: KeyboardEvent, map: FieldMapElement): void {
    if (!isOwnKey(event)) return
    event.stopPropagation()
    if (event.type === 'keydown' && event.key === 'Escape') this.key(event, map)
  }

  private key(event: KeyboardEvent, map: FieldMapElement): void {
    if (event.defaultPrevented || event.altKey || this.tourKey(event, map)) return
    const isPlain = !isTyping(event) && !event.metaKey && !event.ctrlKey
    const isFind = (event.key === '/' && !isTyping(event)) || (event.key === 'k' && (event.metaKey || event.ctrlKey))
    const has = (part: UiPart): boolean => this.parts.includes(part)
    if (map.embed && event.key === 'Escape') map.leave()
    else if (isFind && has('search')) this.renderRoot.querySelector<HTMLElement>('field-search')?.focus()
    else if (event.key === 't' && has('list') && isPlain) this.toggleList()
    else if (event.key === 'Escape' && map.state.selection.length > 0) this.clear(map)
    else return
    event.preventDefault()
  }
}

/** Whether the map shows something else than a step of its tour. */
function isElsewhere(map: FieldMapElement, step: number): boolean {
  const shown = map.stepState(step)
  return shown !== undefined && !showsSame(shown, map.state)
}

/** The panel in front: by itself the card of what is chosen. */
function panelOf({ panel, selection }: ViewState): OpenPanel {
  return panel === 'auto' ? (selection.length > 0 ? 'card' : 'none') : panel
}

customElements.define('field-page', FieldPageElement)
