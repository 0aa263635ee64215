import {
  countPassing,
  countsOf,
  type Facet,
  type Filters,
  facetsOf,
  HIDEABLE_KINDS,
  isFiltered,
  kindWord,
  NO_FILTERS,
} from '@fieldmap/view'
import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'
import { timeSection } from './time-switch.ts'

/** How to narrow the map: each choice says how many papers it would leave; one button clears them all. */
export function filterSections(context: ViewContext): TemplateResult {
  const {
    field: { graph },
    state: { filters },
    change,
  } = context
  const set = (patch: Partial<Filters>): void => change({ filters: { ...filters, ...patch } })
  const chip = (
    label: string,
    on: boolean,
    patch: Partial<Filters>,
    off: Partial<Filters>,
    name = label,
  ): TemplateResult => {
    const count = countPassing(graph, { ...filters, ...patch })
    return html`<button
      class="chip"
      aria-pressed=${on ? 'true' : 'false'}
      aria-label=${`${name}: ${count} ${kindWord('paper', count)}`}
      @click=${() => set(on ? off : patch)}
    >${label} <span class="small">${count}</span></button>`
  }
  const hasEvidence = graph.someEdge((_, { kind }) => kind === 'uses' || kind === 'introduces')
  return html`
    ${timeSection(context, set)}
    <section aria-label="Narrow">
      <div class="head">
        <h2 class="label">Only</h2>
        ${
          isFiltered(filters)
            ? html`<button class="clear" @click=${() => change({ filters: NO_FILTERS })}>${countPassing(graph, filters)} left · clear</button>`
            : nothing
        }
      </div>
      <div class="chips">
        ${chip('with code', filters.code, { code: true }, { code: false })}
        ${[1, 2, 3].map((importance) =>
          chip(
            '★'.repeat(importance),
            filters.importance === importance,
            { importance },
            { importance: 0 },
            `importance ${importance} or more`,
          ),
        )}
        ${
          hasEvidence
            ? (['A', 'B', 'C'] as const).map((tier) =>
                chip(
                  tier === 'C' ? 'any evidence' : `evidence ${tier}`,
                  filters.tier === tier,
                  { tier },
                  { tier: null },
                ),
              )
            : nothing
        }
      </div>
      ${facet('Subfields', 'Papers that address each; some address several.', facetsOf(graph, filters, 'tasks'), (tasks) => set({ tasks }))}
      ${facet('Venues', '', facetsOf(graph, filters, 'venues'), (venues) => set({ venues }))}
    </section>
    <section aria-label="Show beside papers">
      <h2 class="label">Show beside papers</h2>
      <div class="chips">
        ${countsOf(graph)
          .filter(({ kind }) => HIDEABLE_KINDS.includes(kind))
          .map(({ kind, count }) => {
            const shown = !filters.hidden.includes(kind)
            const hidden = shown
              ? HIDEABLE_KINDS.filter((other) => other === kind || filters.hidden.includes(other))
              : filters.hidden.filter((other) => other !== kind)
            return html`<button class="chip" aria-pressed=${shown ? 'true' : 'false'} @click=${() => set({ hidden })}>
              ${kindWord(kind, 2)} <span class="small">${count}</span>
            </button>`
          })}
      </div>
    </section>
  `
}

/** Choices that are too many to stand open; what is chosen is said in the summary. */
function facet(
  title: string,
  counts: string,
  choices: readonly Facet[],
  set: (keys: readonly string[]) => void,
): TemplateResult | typeof nothing {
  if (choices.length < 2) return nothing
  const chosen = choices.filter((choice) => choice.chosen)
  const others = (key: string): readonly string[] => chosen.map((choice) => choice.key).filter((other) => other !== key)
  return html`<details class="facet">
    <summary>${title}${chosen.length === 0 ? nothing : html`<span class="quiet">: ${chosen.map(({ label }) => label).join(', ')}</span>`}</summary>
    ${counts === '' ? nothing : html`<p class="small quiet">${counts}</p>`}
    <ul>
      ${choices.map(
        (choice) => html`<li>
          <label>
            <input
              type="checkbox"
              .checked=${choice.chosen}
              @change=${() => set(choice.chosen ? others(choice.key) : [...others(choice.key), choice.key])}
            />
            <span class="name">${choice.label}</span>
            <span class="small quiet">${choice.count}</span>
          </label>
        </li>`,
      )}
    </ul>
  </details>`
}
