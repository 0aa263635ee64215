import type { FieldGraph, FieldMap, Tour } from '@fieldmap/graph'
import {
  type Camera,
  DEFAULT_STATE,
  followKeys,
  type HashProblem,
  identifiersOf,
  limitState,
  type Past,
  preparations,
  readHash,
  type Scene,
  stepState,
  type Theme,
  type Viewport,
  type ViewState,
  writeHash,
} from '@fieldmap/view'
import { type CSSResultGroup, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import { ahead } from './ahead.ts'
import { type CameraMoves, movesOf } from './camera-moves.ts'
import { mapStyles } from './field-map.css.ts'
import { loadFont } from './fonts.ts'
import { isFramed } from './frame.ts'
import { Liveness } from './liveness.ts'
import { fieldOf, type LoadedField, type LoadState, loadField } from './load.ts'
import { loadMessage } from './load-message.ts'
import { Lookout } from './lookout.ts'
import type { Move, Player } from './player.ts'
import { remember } from './remember.ts'
import { startStage } from './start-stage.ts'
import { nextTask } from './tasks.ts'
import { onSystemTheme, resolveTheme, themeStyles } from './theme.ts'

/** So long a hint stays, in milliseconds. */
const HINT_STAYS = 1600

/**
 * `<field-map src="graph.json" map="map.json" tour="tour.json" history="history.json" state="…">`: the map alone, without page.
 *
 * Properties: `graph`, `state` (gives the {@link ViewState}, takes it or its hash), `hash`, `scene` (what is drawn now, in
 * CSS pixels of this element), `live`. Events: `ready`, `statechange` (`detail: {state, hash}`), `select` (`detail: {keys}`),
 * `livechange`, `leave`, `history` (the history is read, or read again).
 *
 * With `embed` it is a guest, as on a slide: wheel, single fingers and arrow keys are left to the page round it, and of all
 * guests of a page at most one is live, the others stand still as pictures. In a frame it is live by turns in any case.
 */
export class FieldMapElement extends LitElement {
  static override properties: PropertyDeclarations = {
    src: { type: String },
    map: { type: String },
    tour: { type: String },
    history: { type: String },
    load: { state: true },
    said: { state: true },
    hint: { state: true },
    embed: { type: Boolean, reflect: true },
    theme: { type: String, reflect: true },
    renderer: { type: String, reflect: true },
  }
  static override styles: CSSResultGroup = [themeStyles, mapStyles]

  declare src: string
  declare map: string
  /** Address of the tour; empty where there is none. */
  declare tour: string
  /** Address of the history, read once the map is drawn; empty where there is none. */
  declare history: string
  declare load: LoadState
  /** What the live region says: where the keyboard stands. */
  declare said: string
  /** What to do instead, where a gesture was left to the page. */
  declare hint: string
  /** It is a guest of the page round it. */
  declare embed: boolean
  declare theme: Theme
  declare renderer: string
  /** What the last hash said that was not understood. */
  problems: readonly HashProblem[] = []
  /** Identifiers that the last hash carried, for keys that its graph no longer has. */
  private carried: ReadonlyMap<string, string> = new Map()
  /** What commits know of the graph: undefined until it is read, null where there is nothing to read. */
  past: Past | null | undefined
  private current: ViewState = DEFAULT_STATE
  private cover = 0
  private readonly lookout = new Lookout()
  private hover: string | undefined
  private player: Player | undefined
  private life = new AbortController()
  private isLive = false
  /** What the host said of being live. */
  private word: boolean | undefined
  private hintTimer: ReturnType<typeof setTimeout> | undefined
  private liveness: Liveness | undefined

  constructor() {
    super()
    this.src = 'graph.json'
    this.map = 'map.json'
    this.tour = ''
    this.history = ''
    this.load = { status: 'loading' }
    this.theme = resolveTheme('system')
    this.renderer = ''
    this.said = ''
    this.hint = ''
    this.embed = false
  }

  get graph(): FieldGraph | undefined {
    return this.field?.graph
  }

  /** Graph, map and search index, once they are read. */
  get field(): LoadedField | undefined {
    return this.load.status === 'ready' ? this.load.field : undefined
  }

  get state(): ViewState {
    return this.current
  }

  set state(value: ViewState | string) {
    if (typeof value !== 'string') this.change(value, 'fly')
    else {
      const { state, carried, problems } = readHash(value)
      this.problems = problems
      this.carried = carried
      this.change(this.followed(state), 'fly')
    }
  }

  get hash(): string {
    return writeHash(
      this.current,
      this.graph === undefined ? (key) => this.carried.get(key) : identifiersOf(this.graph),
    )
  }

  set hash(value: string) {
    this.state = value
  }

  get scene(): Scene | undefined {
    return this.player?.scene
  }

  /** Whether it is drawn by WebGL, if there is such, and moves. Set, it is as said from then on, whatever is in view. */
  get live(): boolean {
    return this.isLive
  }

  set live(value: boolean) {
    this.word = value
    if (this.liveness === undefined) this.setLive(value)
    else this.liveness.say(value)
  }

  /** Whether the arrow keys walk from mark to mark though the map is a guest. */
  walks = false

  /** Says for a moment what to do instead of a gesture that was left to the page. */
  giveHint(words: string): void {
    this.hint = words
    clearTimeout(this.hintTimer)
    this.hintTimer = setTimeout(() => {
      this.hint = ''
    }, HINT_STAYS)
  }

  /** Gives the keyboard back to the page round the map. */
  leave(): void {
    this.point(undefined)
    this.stageElement?.blur()
    if (isFramed()) window.parent.focus()
    this.dispatchEvent(new CustomEvent('leave', { bubbles: true, composed: true }))
  }

  /** How much of the map's bottom the page covers, in pixels; what is chosen moves out from under it. */
  set covered(bottom: number) {
    if (bottom === this.cover) return
    const grows = bottom > this.cover
    this.cover = bottom
    const [first] = this.current.selection
    const camera = grows && first !== undefined ? this.moves?.show(first, false) : undefined
    if (camera) this.look(this.lookout.follow(this.current.camera, camera))
  }

  /** Shows a graph that is in memory already. */
  use(graph: FieldGraph, map: FieldMap, tour?: Tour): void {
    void this.settle({ status: 'ready', field: fieldOf(graph, map, tour) }, this.life.signal)
  }

  /** Changes a part of the state. `quiet` while a gesture lasts: it tells at its end. */
  change(patch: Partial<ViewState>, move?: Move, quiet = false): void {
    const before = this.current
    const hash = this.hash
    this.current = limitState({ ...before, ...patch })
    if (this.hash !== hash) {
      this.theme = resolveTheme(this.current.theme)
      this.draw(move ?? (before.grouping === this.current.grouping ? 'fly' : 'morph'))
    }
    if (!quiet && (this.hash !== hash || this.told !== this.hash)) this.tell(before.selection)
  }

  /**
   * Chooses nodes or regions and looks at the first; `closer` also goes near. None clears, and looks again from where the
   * reader looked before. A new question of datasets begins anew, unless `patch`, which changes more in the same step, says
   * otherwise.
   */
  choose(keys: readonly string[], closer = false, patch: Partial<ViewState> = {}): void {
    const [first] = keys
    const next: Partial<ViewState> = { lens: 'around', not: [], panel: 'auto', ...patch, selection: keys }
    const now = this.current.camera
    const camera =
      first === undefined
        ? this.lookout.back(now)
        : this.lookout.leave(now, this.movesIn({ ...this.current, ...next })?.show(first, closer) ?? now)
    this.change({ camera, ...next })
  }

  /** Shows a step of the tour, 0-based, in the light that is on unless the step says otherwise; `null` ends the tour. */
  play(step: number | null): void {
    const shown = step === null ? undefined : this.stepState(step)
    if (shown === undefined) this.change({ step: null })
    else this.change({ ...shown, theme: shown.theme === 'system' ? this.current.theme : shown.theme })
  }

  /** What a step of the tour shows; undefined where there is no tour. */
  stepState(step: number): ViewState | undefined {
    const { field } = this
    return field?.tour === undefined ? undefined : stepState(field.graph, field.tour, step)
  }

  get moves(): CameraMoves | undefined {
    return this.movesIn(this.current)
  }

  private movesIn(state: ViewState): CameraMoves | undefined {
    return this.field && movesOf(this.field, state, this.viewport, { bottom: this.cover })
  }

  look(camera: Camera | null, move: Move = 'fly', quiet = false): void {
    this.change({ camera }, move, quiet)
  }

  /** Puts a name to a key, as the pointer does by resting on it. */
  point(key: string | undefined): void {
    if (key === this.hover) return
    this.hover = key
    this.player?.point(key)
  }

  get pointed(): string | undefined {
    return this.hover
  }

  async reload(): Promise<void> {
    if (this.src === '') return // the page gives the field itself: see `use`
    const { signal } = this.life // another begins where the element is moved in its page
    try {
      const load = await loadField(this.src, this.map, this.tour, signal)
      const isThen = this.current.at !== null // then the past is what is asked for
      if (isThen) await remember(this, load, signal)
      await this.settle(load, signal)
      if (!isThen) await remember(this, load, signal)
    } catch (cause) {
      if (!signal.aborted) throw cause
    }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.life = new AbortController()
    const { signal } = this.life
    const written = this.getAttribute('state')
    if (written !== null) this.state = written
    if (this.embed || isFramed()) this.liveness = new Liveness(this, (isLive) => this.setLive(isLive), signal)
    if (this.word !== undefined) this.live = this.word
    else if (this.liveness === undefined) this.setLive(true)
    onSystemTheme(() => this.recolor(), signal)
    // WebGL prints as an empty rectangle.
    window.addEventListener('beforeprint', () => this.player?.setLive(false), { signal })
    window.addEventListener('afterprint', () => this.player?.setLive(this.isLive), { signal })
    void this.updateComplete.then(() => this.start(signal))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.life.abort()
    this.liveness = undefined
  }

  override render(): TemplateResult {
    return html`
      <div class="stage" tabindex="0" role="application" aria-label="Map" aria-describedby="keys">
        <div class="canvas"></div>
      </div>
      <p id="keys" class="aside">${this.embed ? 'Enter, then arrow keys' : 'Arrow keys'} walk from paper to paper, with Shift they move the map. Enter chooses, with Shift one more. ${this.embed ? 'Escape leaves the map' : 'Escape clears'}, plus and minus zoom, 0 shows all.</p>
      <p class="aside" aria-live="polite">${this.said}</p>
      <p class="hint" aria-hidden="true" ?data-shown=${this.hint !== ''}>${this.hint}</p>
      ${loadMessage(this.load)}
    `
  }

  private told = ''
  /** Until there is a stage. */
  private opening: Promise<void> | undefined

  private start(signal: AbortSignal): void {
    if (signal.aborted) return
    signal.addEventListener('abort', () => {
      this.player = undefined
    })
    this.opening = startStage(this, this.renderRoot, () => this.draw('cut'), signal).then((player) => {
      if (signal.aborted) return
      this.player = player
      player?.setLive(this.isLive) // it may have changed while the stage was set up
    })
    void loadFont().then(() => this.draw('cut'))
    void this.reload()
  }

  /** Draws a loaded field, in several tasks where it is new; what was loaded in the meantime wins. */
  private async settle(load: LoadState, signal: AbortSignal): Promise<void> {
    await this.opening
    if (load.status === 'ready') {
      for (const step of preparations(load.field.graph, load.field.map, this.current, this.viewport)) {
        step()
        await nextTask()
      }
    }
    if (signal.aborted) return
    this.load = load
    this.current = this.followed(this.current)
    this.draw('cut')
    if (load.status !== 'ready') return
    await nextTask() // the map is seen before what stands round it is made
    if (signal.aborted) return
    this.dispatchEvent(new CustomEvent('ready', { bubbles: true, composed: true }))
    for (const _ of ahead(load.field, this.current, this.viewport)) {
      await nextTask()
      if (signal.aborted) return
    }
  }

  private setLive(isLive: boolean): void {
    if (isLive === this.isLive) return
    this.isLive = isLive
    this.player?.setLive(isLive)
    if (!isLive) this.draw('cut') // where it was going
    this.dispatchEvent(new CustomEvent('livechange', { bubbles: true, composed: true }))
  }

  private get stageElement(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.stage')
  }

  /** A state with the keys that the graph has now, once there is one. */
  private followed(state: ViewState): ViewState {
    const { graph } = this
    return graph === undefined ? state : followKeys(graph, state, this.carried)
  }

  private recolor(): void {
    this.theme = resolveTheme(this.current.theme)
    this.draw('cut')
    this.tell(this.current.selection)
  }

  private tell(selectionBefore: readonly string[]): void {
    this.told = this.hash
    const { state, hash } = this
    const options = { bubbles: true, composed: true }
    this.dispatchEvent(new CustomEvent('statechange', { ...options, detail: { state, hash } }))
    if (selectionBefore.join('\n') === state.selection.join('\n')) return
    this.dispatchEvent(new CustomEvent('select', { ...options, detail: { keys: state.selection } }))
  }

  private get viewport(): Viewport {
    return { width: this.clientWidth, height: this.clientHeight }
  }

  /** Draws the state again, as of a past that was read since. */
  draw(move: Move): void {
    const { field, player } = this
    if (field === undefined || player === undefined || this.clientWidth === 0) return
    const { current: state, viewport, theme, past } = this
    player.show({ field, state, viewport, theme, past: past ?? undefined }, move)
  }
}

customElements.define('field-map', FieldMapElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-map': FieldMapElement
  }
}
