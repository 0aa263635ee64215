import type { FieldGraph, NodeKind } from '@fieldmap/graph'
import { cardOf, currentKey, regionCardOf } from '@fieldmap/view'
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import { betweenCard } from './cards/between-card.ts'
import { homeCard } from './cards/home-card.ts'
import { nodeCard } from './cards/node-card.ts'
import type { CardFolds } from './cards/parts.ts'
import { regionCard } from './cards/region-card.ts'
import { usersCard } from './cards/shared-card.ts'
import { versionCard } from './cards/version-card.ts'
import type { ViewContext } from './context.ts'
import './field-search.ts'
import { hueStyles } from './hue.css.ts'
import { panelStyles } from './panel.css.ts'

/** `<field-card>`: what is said of the selection, at the right of the map. */
export class FieldCardElement extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false }, open: { state: true } }
  static override styles: CSSResultGroup = [
    panelStyles,
    hueStyles,
    css`
      :host { padding: 26px 24px 40px; }
      h2 { margin-top: 4px; }
      h2 + .chips { margin-top: 10px; }
      .first { margin-top: 0; }
      .authors, .facts { margin-top: 6px; }
      .authors { line-height: 1.5; }
      .links { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 10px; }
      .pair { display: flex; align-items: flex-start; gap: 8px; }
      .who {
        flex: none; width: 24px; height: 24px; border-radius: 50%; font-size: 12px; line-height: 24px; text-align: center;
        color: var(--quiet); background: var(--soft);
      }
      .pair .who { margin-top: 8px; }
      .chip.with { padding-inline-end: 1px; }
      .chip .who { background: var(--panel); }
      .chip .word { min-height: 24px; }
      h2:focus { outline: none; }
      h2:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
      h4 { margin: 14px 0 0; font-size: 12px; font-weight: 600; }
      .who:hover, .who[aria-expanded='true'] { color: var(--accent); background: var(--chosen); }
      .reach { display: flex; align-items: center; gap: 6px; margin-top: 14px; }
      .more { min-height: 28px; margin-top: 4px; color: var(--accent); }
      .beside { display: flex; gap: 8px; }
      .beside select { flex: 1; min-width: 0; }
      .beside .go { padding: 0 14px; }
      .beside + p { margin-top: 6px; }
      .aside { display: grid; grid-template-columns: 88px minmax(0, 1fr); column-gap: 10px; margin-top: 10px; }
      :not(.aside) + .aside { margin-top: 22px; }
      .aside h3 { margin: 5px 0 0; }
      .aside > :not(h3) { grid-column: 2; }
      .aside .proof { grid-column: 1 / -1; }
      .proof { margin: 2px 0 10px; }
      .says li + li { margin-top: 12px; }
      .says blockquote { padding-inline-start: 10px; border-inline-start: 2px solid var(--line); }
      .life { margin-top: 10px; }
      .life li + li { margin-top: 4px; }
      .life b { font-weight: 500; color: var(--ink); }
      .life li { overflow-wrap: anywhere; }
      .since b { font-weight: 600; color: var(--ink); }
      .new { flex: none; font-size: 12px; font-weight: 600; color: var(--accent); }
      .pair .new { margin-top: 9px; }
      .missing { padding: 10px 12px; border-radius: 8px; background: var(--soft); margin-bottom: 18px; }
      section .missing { margin: 10px 0 0; }
      .missing p + p { margin-top: 4px; }
      .missing pre { margin: 8px 0 0; white-space: pre-wrap; font-family: inherit; user-select: all; }
      .coverage { margin-top: 10px; }
      .lead { margin: 10px 0 8px; }
      .note b { font-weight: 600; color: var(--ink); }
      .link { color: var(--accent); }
      .link:hover { text-decoration: underline; text-underline-offset: 2px; }
      .brief .name { line-height: 1.5; }
      .finders { display: grid; gap: 8px; margin-top: 10px; }
      h2 .quiet { font-weight: 400; }
    `,
  ]

  declare context: ViewContext | undefined
  declare open: ReadonlySet<string>

  constructor() {
    super()
    this.open = new Set()
  }

  override render(): TemplateResult | typeof nothing {
    const { context } = this
    if (context === undefined) return nothing
    const { field, state, problems } = context
    const missing = state.selection.filter((key) => !this.isKnown(key))
    return html`
      ${problems.map(({ message }) => html`<p class="missing" role="status">${message}</p>`)}
      ${
        missing.length === 0
          ? nothing
          : html`<p class="missing" role="status">This map holds nothing called ${missing.map((key) => `“${key}”`).join(', ')}. It may have been renamed or removed.</p>`
      }
      ${this.card(
        context,
        state.selection.filter((key) => !missing.includes(key)),
        field,
      )}
    `
  }

  private card(context: ViewContext, keys: readonly string[], { graph, map }: ViewContext['field']): TemplateResult {
    const regions = keys.flatMap((key) => regionCardOf(graph, map, context.state.grouping, key) ?? [])
    const [a, b] = regions
    if (a !== undefined && b !== undefined) return betweenCard(a, b, context, this.folds())
    const last = keys.at(-1)
    if (a !== undefined && a.id === last) return regionCard(a, context, this.folds())
    const datasets = keys.filter((one) => kindOf(graph, one) === 'dataset')
    const asks = datasets.length > 1 || context.state.lens === 'shared' || context.state.not.length > 0
    if (asks && datasets.length > 0 && datasets.length === keys.length)
      return usersCard(datasets, context, this.folds())
    const { whole, moment } = context
    const key = last === undefined ? undefined : currentKey(whole.graph, last)
    if (key !== undefined && !graph.hasNode(key)) return this.card({ ...context, field: whole }, keys, whole) // not there then
    const card = key === undefined ? undefined : cardOf(graph, key)
    if (card !== undefined) return nodeCard(card, context, this.folds())
    return moment === undefined ? homeCard(context, this.folds()) : versionCard(moment, context, this.folds())
  }

  private isKnown(key: string): boolean {
    if (this.context === undefined) return false
    const { whole, state } = this.context
    return (
      currentKey(whole.graph, key) !== undefined ||
      regionCardOf(whole.graph, whole.map, state.grouping, key) !== undefined
    )
  }

  private folds(): CardFolds {
    return {
      isOpen: (id) => this.open.has(id),
      toggle: (id) => {
        const open = new Set(this.open)
        if (!open.delete(id)) open.add(id)
        this.open = open
      },
    }
  }
}

function kindOf(graph: FieldGraph, key: string): NodeKind | undefined {
  const current = currentKey(graph, key)
  return current === undefined ? undefined : graph.getNodeAttribute(current, 'kind')
}

customElements.define('field-card', FieldCardElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-card': FieldCardElement
  }
}
