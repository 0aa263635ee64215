import {
  commitLink,
  type Moment,
  momentAt,
  momentSentence,
  momentWords,
  type Past,
  shortCommit,
  stepNear,
  timeAxis,
} from '@fieldmap/view'
import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  svg,
  type TemplateResult,
} from 'lit'
import type { ViewContext } from './context.ts'
import { timeStyles } from './field-time.css.ts'
import { ICONS } from './legend.ts'
import { panelStyles } from './panel.css.ts'

/** All of a history is played in so many milliseconds, each step within bounds. */
const PLAY = { whole: 20_000, least: 150, most: 900 }
/** Steps by keys are one entry of the browser's history once none came for so many milliseconds. */
const SETTLES = 350
/** Steps that Page Up and Page Down take. */
const LEAP = 10
/** Height of the bars over and under the line, in pixels; of more steps than `crowd` they are thinner. */
const BARS = { up: 26, down: 9, crowd: 120 }

/** `<field-time>`: the time line by commit, under the map: its versions along their dates, to be gone through and played. */
export class FieldTimeElement extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    number: { state: true },
    isPlaying: { state: true },
  }
  static override styles: CSSResultGroup = [panelStyles, timeStyles]

  declare context: ViewContext | undefined
  /** The step that the map shows; the panels may still be on their way there. */
  declare number: number
  declare isPlaying: boolean
  private isDragged = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.number = 0
    this.isPlaying = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
    this.isPlaying = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('context')) return
    const shown = this.context?.moment?.step.number
    if (shown === undefined || shown === this.number) return
    clearTimeout(this.timer) // somebody went elsewhere: by Back, a link, a tour
    this.isPlaying = false
    this.number = shown
  }

  override render(): TemplateResult | typeof nothing {
    const { context } = this
    const past = context?.past
    const moment = past ? momentAt(past, this.number) : undefined
    if (context === undefined || past === undefined || past === null || moment === undefined) return nothing
    return html`<section class="bar" aria-label="Time line by commit">
      ${this.buttons(past)}
      <div class="what">${this.words(moment, context)}</div>
      <div class="counts">
        <p>${momentWords(moment)}</p>
        <button class="today" title="Show the field as it is now" @click=${() => context.change({ at: null })}>Today</button>
      </div>
      ${this.line(past, moment)}
    </section>`
  }

  private buttons({ steps }: Past): TemplateResult {
    const last = steps.length - 1
    return html`<div class="buttons" role="group" aria-label="Versions">
      <button aria-label="Version before" title="Version before" ?disabled=${this.number === 0} @click=${() => this.go(this.number - 1, 'settle')}>${ICONS.back()}</button>
      <button class="play" aria-label=${this.isPlaying ? 'Pause' : 'Play'} title=${this.isPlaying ? 'Pause' : 'Play the history'} @click=${() => this.toggle()}>${this.isPlaying ? ICONS.pause() : ICONS.play()}</button>
      <button aria-label="Next version" title="Next version" ?disabled=${this.number === last} @click=${() => this.go(this.number + 1, 'settle')}>${ICONS.on()}</button>
    </div>`
  }

  private words({ step }: Moment, { whole }: ViewContext): TemplateResult {
    const { day, commit, author, subject } = step
    const address = commitLink(whole.graph, commit)
    const name = shortCommit(commit)
    const link = address === undefined ? name : html`<a href=${address} rel="noopener" target="_blank">${name}</a>`
    return html`<p class="first"><b>${day}</b> ${subject}</p>
      <p class="second small quiet">${link}, by ${author}</p>`
  }

  private line(past: Past, moment: Moment): TemplateResult {
    const { places, ticks } = timeAxis(past)
    const at = percent(places[this.number] ?? 0)
    return html`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label="Version"
      aria-valuemin="1"
      aria-valuemax=${places.length}
      aria-valuenow=${this.number + 1}
      aria-valuetext=${momentSentence(moment)}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
      @pointerdown=${(event: PointerEvent) => this.grasp(event)}
      @pointermove=${(event: PointerEvent) => this.drag(event)}
      @pointerup=${(event: PointerEvent) => this.release(event)}
      @pointercancel=${(event: PointerEvent) => this.release(event)}
    >
      <div class="track">
        ${chart(past, this.number)}
        <i class="handle" .style=${`left: ${at}`}></i>
        <div class="ticks" aria-hidden="true">${ticks.map(({ place, label }) => html`<span .style=${`left: ${percent(place)}`}>${label}</span>`)}</div>
      </div>
    </div>`
  }

  private go(number: number, how: 'scrub' | 'step' | 'settle'): void {
    const last = (this.context?.past?.steps.length ?? 0) - 1
    const next = Math.max(0, Math.min(number, last))
    if (last < 0 || (next === this.number && how !== 'settle')) return
    if (!this.isPlaying) clearTimeout(this.timer)
    this.number = next
    this.context?.travel(next, how)
  }

  private toggle(): void {
    if (this.isPlaying) {
      this.pause()
      return
    }
    const count = this.context?.past?.steps.length ?? 0
    clearTimeout(this.timer)
    this.isPlaying = true
    if (this.number === count - 1) this.go(0, 'step')
    this.playOn(Math.max(PLAY.least, Math.min(PLAY.most, PLAY.whole / count)), count - 1)
  }

  private playOn(pace: number, last: number): void {
    this.timer = setTimeout(() => {
      if (this.number >= last) {
        this.pause()
        return
      }
      this.go(this.number + 1, 'step')
      this.playOn(pace, last)
    }, pace)
  }

  private pause(): void {
    this.isPlaying = false
    this.go(this.number, 'settle')
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ' || event.key === 'Enter') this.toggle()
    else {
      const next = stepFor(event.key, this.number, (this.context?.past?.steps.length ?? 0) - 1)
      if (next === undefined) return
      this.isPlaying = false
      this.go(next, 'step')
      this.timer = setTimeout(() => this.go(this.number, 'settle'), SETTLES)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  private grasp(event: PointerEvent): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return
    this.isPlaying = false
    this.isDragged = true
    event.currentTarget.setPointerCapture(event.pointerId)
    this.drag(event)
  }

  private drag({ clientX }: PointerEvent): void {
    const past = this.context?.past
    const box = this.renderRoot.querySelector('.track')?.getBoundingClientRect()
    if (!this.isDragged || !past || box === undefined || box.width === 0) return
    this.go(stepNear(timeAxis(past), (clientX - box.left) / box.width), 'scrub')
  }

  private release(event: PointerEvent): void {
    if (!this.isDragged) return
    this.drag(event)
    this.isDragged = false
    this.go(this.number, 'settle')
  }
}

/** Where a key leads on the time line; undefined for a key that leads nowhere. */
function stepFor(key: string, number: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return number + 1
    case 'ArrowLeft':
    case 'ArrowDown':
      return number - 1
    case 'PageUp':
      return number + LEAP
    case 'PageDown':
      return number - LEAP
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** What came over the line and what went under it, with how much there was, as an area behind. */
function chart(past: Past, number: number): TemplateResult {
  const { places, came, went, total } = timeAxis(past)
  const width = places.length > BARS.crowd ? 2 : 3
  const bar = (place: number, i: number, y: number, height: number): TemplateResult | typeof nothing =>
    height === 0
      ? nothing
      : svg`<rect class="bar-${i === number ? 'now' : i < number ? 'then' : 'later'}" x=${percent(place)} y=${y} width=${width} height=${height} transform="translate(${-width / 2} 0)" />`
  return html`<svg class="area" viewBox="0 0 1000 ${BARS.up}" preserveAspectRatio="none" aria-hidden="true"><path class="later" d=${areaOf(places, total)} /><path class="then" d=${areaOf(places.slice(0, number + 1), total)} /></svg>
    <svg class="bars" aria-hidden="true">
      <line x1="0" x2="100%" y1=${BARS.up} y2=${BARS.up} />
      ${places.map((place, i) => {
        const [up, down] = [heightOf(came[i], BARS.up), heightOf(went[i], BARS.down)]
        return svg`${bar(place, i, BARS.up - up, up)}${bar(place, i, BARS.up + 1, down)}`
      })}
    </svg>`
}

/** What is there at all shows, were it a pixel. */
function heightOf(part: number | undefined, most: number): number {
  return part === undefined || part === 0 ? 0 : Math.max(1.5, part * most)
}

/** Steps of a staircase from the first place to the last. */
function areaOf(places: readonly number[], total: readonly number[]): string {
  const steps = places.map(
    (place, i) => `H${(1000 * place).toFixed(1)}V${(BARS.up * (1 - (total[i] ?? 0))).toFixed(2)}`,
  )
  return `M0 ${BARS.up}${steps.join('')}V${BARS.up}Z`
}

function percent(part: number): string {
  return `${(100 * part).toFixed(3)}%`
}

customElements.define('field-time', FieldTimeElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-time': FieldTimeElement
  }
}
