import { GROUPING_WORDS, layoutOf, NOT_PLACED } from '@fieldmap/view'
import { html, type TemplateResult } from 'lit'
import type { ViewContext } from '../context.ts'

/** The questions that the map answers, each opened to what it needs to know. */
export function questionSection(context: ViewContext): TemplateResult {
  return html`<section class="questions" aria-label="Questions">
    <h2 class="label">Ask</h2>
    ${sharing(context)} ${connecting(context)} ${starting(context)}
  </section>`
}

function sharing(context: ViewContext): TemplateResult {
  const { field, choose } = context
  const ask = ({ detail: { key } }: CustomEvent<{ key: string }>): void => choose([key], false, { lens: 'shared' })
  const some = field.graph.findNode((_, { kind }) => kind === 'dataset') !== undefined
  return html`<details name="question">
    <summary>Which papers <b>share datasets</b>?</summary>
    <field-search .context=${context} .kinds=${['paper', 'dataset', 'challenge']} placeholder="a paper or dataset" @pick=${ask}></field-search>
    ${some ? '' : html`<p class="small quiet">Nothing is known of datasets here yet: fieldmap harvest looks into the linked repositories.</p>`}
  </details>`
}

function connecting(context: ViewContext): TemplateResult {
  const { field, state, choose } = context
  const regions = layoutOf(field.graph, field.map, state.grouping).regions.filter(({ id }) => id !== NOT_PLACED)
  if (regions.length < 2) return html``
  const ask = (event: Event): void => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const [a, b] = [String(data.get('a')), String(data.get('b'))]
    if (a !== b) choose([a, b])
  }
  const select = (
    name: string,
    label: string,
    chosen: number,
  ): TemplateResult => html`<select name=${name} aria-label=${label}>
    ${regions.map(({ id, label: text }, i) => html`<option value=${id} ?selected=${i === chosen}>${text}</option>`)}
  </select>`
  return html`<details name="question">
    <summary>How do two <b>${GROUPING_WORDS[state.grouping].many.toLowerCase()} connect</b>?</summary>
    <form @submit=${ask}>
      ${select('a', 'The one', 0)} ${select('b', 'The other', 1)}
      <button class="go">Show</button>
      <p class="small quiet pointer">Or click one on the map, then the other with Shift.</p>
    </form>
  </details>`
}

function starting(context: ViewContext): TemplateResult {
  const { field, state, choose } = context
  const regions = layoutOf(field.graph, field.map, state.grouping).regions.filter(({ id }) => id !== NOT_PLACED)
  const ask = (event: Event): void => {
    event.preventDefault()
    choose([String(new FormData(event.currentTarget as HTMLFormElement).get('region'))])
  }
  return html`<details name="question">
    <summary>Where do I <b>start</b>?</summary>
    <form @submit=${ask}>
      <select name="region" aria-label="Where to start">
        ${regions.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
      </select>
      <button class="go">Show</button>
    </form>
  </details>`
}
