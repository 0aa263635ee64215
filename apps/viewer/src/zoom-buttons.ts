import { html, nothing, type TemplateResult } from 'lit'
import type { ViewContext } from './context.ts'
import type { FieldMapElement } from './field-map.ts'
import { ICONS } from './legend.ts'

/** The buttons over the map: the list, the past where there is one, and where one looks. */
export function zoomButtons(
  context: ViewContext,
  map: FieldMapElement | null,
  isList: boolean,
  toggleList: () => void,
): TemplateResult {
  const look = (factor: number) => (): void => {
    if (map?.moves !== undefined) map.look(map.moves.zoom(factor))
  }
  return html`<div class="zoom" role="group" aria-label="View">
    <button
      aria-label="List"
      title="List of what is shown (t)"
      aria-pressed=${isList ? 'true' : 'false'}
      @click=${toggleList}
    >${ICONS.list()}</button>
    ${timeButton(context)}
    <button aria-label="Closer" title="Closer (+)" @click=${look(1.5)}>${ICONS.plus()}</button>
    <button aria-label="Farther" title="Farther (−)" @click=${look(1 / 1.5)}>${ICONS.minus()}</button>
    <button aria-label="Show all" title="Show all (0)" @click=${() => context.change({ camera: null })}>${ICONS.all()}</button>
  </div>`
}

/** Brings the time line by commit, and takes it away. */
function timeButton({ past, moment, change, travel }: ViewContext): TemplateResult | typeof nothing {
  const steps = past?.steps.length ?? 0
  if (steps < 2) return nothing
  return html`<button
    class="time"
    aria-label="History"
    title="The field as of a commit"
    aria-pressed=${moment === undefined ? 'false' : 'true'}
    @click=${() => (moment === undefined ? travel(steps - 1, 'settle') : change({ at: null }))}
  >${ICONS.time()}</button>`
}
