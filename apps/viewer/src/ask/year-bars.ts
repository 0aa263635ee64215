import type { Filters, YearCount } from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'

/** More years than these would be hairs; the oldest share the first bar. */
const BARS = 16

interface Bar {
  readonly label: string
  readonly from: number | null
  readonly to: number
  readonly count: number
}

/**
 * Papers by year under the other filters; a bar narrows to its year, with Shift to the years from one to the other. The
 * bars are for pointers: two choices below say the same to keyboards and fingers.
 */
export function yearBars(
  counts: readonly YearCount[],
  filters: Filters,
  set: (patch: Partial<Filters>) => void,
  title = 'Published',
): TemplateResult | typeof nothing {
  const bars = barsOf(counts)
  const [first, last] = [bars[0], bars.at(-1)]
  if (first === undefined || last === undefined || first === last) return nothing
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return html`<section class="years" aria-label="Published">
    ${title === '' ? nothing : html`<h2 class="label">${title}</h2>`}
    <div class="bars" aria-hidden="true">
      ${bars.map(
        (bar) => html`<button
          tabindex="-1"
          title="${bar.label}: ${bar.count}"
          data-in=${isIn(bar, filters) ? 'true' : 'false'}
          ?disabled=${bar.count === 0}
          @click=${(event: MouseEvent) => set(yearsAfter(bar, filters, event.shiftKey))}
        ><i .style=${`height: ${Math.round((100 * bar.count) / most)}%`}></i></button>`,
      )}
    </div>
    <p class="ends small quiet">
      ${yearChoice('from', 'First year', counts, filters.from, (from) => set({ from }))}
      ${yearChoice('to', 'Last year', counts, filters.to, (to) => set({ to }))}
    </p>
  </section>`
}

function yearChoice(
  which: 'from' | 'to',
  name: string,
  counts: readonly YearCount[],
  chosen: number | null,
  set: (year: number | null) => void,
): TemplateResult {
  const end = which === 'from' ? counts[0] : counts.at(-1)
  const change = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement
    set(value === '' ? null : Number(value))
  }
  return html`<label>${which}
    <select aria-label=${name} @change=${change}>
      <option value="" .selected=${chosen === null}>${end?.year ?? ''}</option>
      ${counts
        .filter(({ year }) => year !== end?.year)
        .map(({ year }) => html`<option value=${year} .selected=${chosen === year}>${year}</option>`)}
    </select></label>`
}

function barsOf(counts: readonly YearCount[]): readonly Bar[] {
  const bars = counts.map(({ year, count }): Bar => ({ label: String(year), from: year, to: year, count }))
  const old = bars.slice(0, Math.max(0, bars.length - BARS))
  const oldest = old.at(-1)
  if (oldest === undefined) return bars
  const count = old.reduce((sum, bar) => sum + bar.count, 0)
  return [{ label: `to ${oldest.to}`, from: null, to: oldest.to, count }, ...bars.slice(old.length)]
}

function isIn(bar: Bar, { from, to }: Filters): boolean {
  return (from === null || bar.to >= from) && (to === null || (bar.from ?? bar.to) <= to)
}

function yearsAfter(bar: Bar, { from, to }: Filters, toHere: boolean): Pick<Filters, 'from' | 'to'> {
  if (from === bar.from && to === bar.to) return { from: null, to: null }
  if (!toHere || to === null) return { from: bar.from, to: bar.to }
  const earliest = bar.from === null || from === null ? null : Math.min(from, bar.from)
  return { from: earliest, to: Math.max(to, bar.to) }
}
