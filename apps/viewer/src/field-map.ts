import { type FieldGraph, type FieldMap, GROUPINGS } from '@fieldmap/graph'
import {
  type Camera,
  DEFAULT_STATE,
  followKeys,
  type HashProblem,
  identifiersOf,
  limitState,
  preparations,
  preparationsAhead,
  readHash,
  type Scene,
  type Theme,
  type Viewport,
  type ViewState,
  writeHash,
} from '@fieldmap/view'
import { type CSSResultGroup, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import { type CameraMoves, movesOf } from './camera-moves.ts'
import { mapStyles } from './field-map.css.ts'
import { loadFont } from './fonts.ts'
import { fieldOf, type LoadedField, type LoadState, loadField } from './load.ts'
import { loadMessage } from './load-message.ts'
import { Lookout } from './lookout.ts'
import type { Move, Player } from './player.ts'
import { startStage } from './start-stage.ts'
import { nextTask } from './tasks.ts'
import { onSystemTheme, resolveTheme, themeStyles } from './theme.ts'

/**
 * `<field-map src="graph.json" map="map.json" state="…">`: the map alone, without page.
 *
 * Properties: `graph`, `state` (gives the {@link ViewState}, takes it or its hash), `hash`, `scene` (what is drawn now, in
 * CSS pixels of this element). Events: `ready`, `statechange` (`detail: {state, hash}`), `select` (`detail: {keys}`).
 */
export class FieldMapElement extends LitElement {
  static override properties: PropertyDeclarations = {
    src: { type: String },
    map: { type: String },
    load: { state: true },
    said: { state: true },
    theme: { type: String, reflect: true },
    renderer: { type: String, reflect: true },
  }
  static override styles: CSSResultGroup = [themeStyles, mapStyles]

  declare src: string
  declare map: string
  declare load: LoadState
  /** What the live region says: where the keyboard stands. */
  declare said: string
  declare theme: Theme
  declare renderer: string
  /** What the last hash said that was not understood. */
  problems: readonly HashProblem[] = []
  /** Identifiers that the last hash carried, for keys that its graph no longer has. */
  private carried: ReadonlyMap<string, string> = new Map()
  private current: ViewState = DEFAULT_STATE
  private cover = 0
  private readonly lookout = new Lookout()
  private hover: string | undefined
  private player: Player | undefined
  private life = new AbortController()

  constructor() {
    super()
    this.src = 'graph.json'
    this.map = 'map.json'
    this.load = { status: 'loading' }
    this.theme = resolveTheme('system')
    this.renderer = ''
    this.said = ''
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
    const { graph } = this
    return writeHash(this.current, graph === undefined ? (key) => this.carried.get(key) : identifiersOf(graph))
  }

  set hash(value: string) {
    this.state = value
  }

  get scene(): Scene | undefined {
    return this.player?.scene
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
  use(graph: FieldGraph, map: FieldMap): void {
    void this.settle({ status: 'ready', field: fieldOf(graph, map) }, this.life.signal)
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
      await this.settle(await loadField(this.src, this.map, signal), signal)
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
    onSystemTheme(() => this.recolor(), signal)
    void this.updateComplete.then(() => this.start(signal))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.life.abort()
  }

  override render(): TemplateResult {
    return html`
      <div class="stage" tabindex="0" role="application" aria-label="Map" aria-describedby="keys">
        <div class="canvas"></div>
      </div>
      <p id="keys" class="aside">Arrow keys walk from paper to paper, with Shift they move the map. Enter chooses, with Shift one more. Escape clears, plus and minus zoom, 0 shows all.</p>
      <p class="aside" aria-live="polite">${this.said}</p>
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
      if (!signal.aborted) this.player = player
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
    for (const _ of this.ahead(load.field)) {
      await nextTask()
      if (signal.aborted) return
    }
  }

  /** What may soon be asked for, step by step: the names of papers, then the other groupings. */
  private *ahead({ graph, map }: LoadedField): Generator<void> {
    yield* preparationsAhead(graph, map, this.current, this.viewport)
    for (const grouping of GROUPINGS) {
      for (const step of preparations(graph, map, { ...this.current, grouping }, this.viewport)) yield step()
    }
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

  private draw(move: Move): void {
    const { field, player } = this
    if (field === undefined || player === undefined || this.clientWidth === 0) return
    player.show({ field, state: this.current, viewport: this.viewport, theme: this.theme }, move)
  }
}

customElements.define('field-map', FieldMapElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-map': FieldMapElement
  }
}
