import { listBibtex, listCsv, type PaperRow, paperList, type SortColumn, shortTitle } from '@fieldmap/view'
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import type { ViewContext } from './context.ts'
import { nameOf } from './name-of.ts'
import { panelStyles } from './panel.css.ts'
import { fileName, saveFile } from './save-file.ts'

const COLUMNS: readonly { readonly by: SortColumn; readonly title: string; readonly short?: string }[] = [
  { by: 'title', title: 'Title' },
  { by: 'year', title: 'Year' },
  { by: 'venue', title: 'Venue' },
  { by: 'task', title: 'Subfields' },
  { by: 'datasets', title: 'Datasets' },
  { by: 'importance', title: 'Importance', short: '★' },
  { by: 'code', title: 'Code' },
]
/** Columns that begin with their greatest. */
const DESCENDING: readonly SortColumn[] = ['year', 'importance', 'code', 'datasets']
/** So many rows at first, and more on demand: long tables are slow to lay out. */
const ROWS = 200

/** `<field-list>`: the papers that the map shows in full colour, as a table to sort and to take away. */
export class FieldListElement extends LitElement {
  static override properties: PropertyDeclarations = { context: { attribute: false }, rows: { state: true } }
  static override styles: CSSResultGroup = [
    panelStyles,
    css`
      :host { display: flex; flex-direction: column; height: 100%; background: var(--panel); }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; padding: 12px 22px; border-bottom: 1px solid var(--line); }
      .bar h2 { font-size: 15px; margin-inline-end: auto; }
      .bar button { color: var(--accent); min-height: 26px; }
      .scroll { flex: 1; container-type: inline-size; overflow: auto; overscroll-behavior: contain; }
      table { width: 100%; border-collapse: collapse; font-size: 12px; line-height: 1.45; }
      th { position: sticky; top: 0; z-index: 1; background: var(--panel); text-align: start; font-weight: 600; box-shadow: inset 0 -1px var(--line); white-space: nowrap; }
      th button { width: 100%; padding: 8px 10px; font-weight: 600; color: var(--quiet); }
      th[aria-sort='ascending'] button::after { content: ' ↑'; }
      th[aria-sort='descending'] button::after { content: ' ↓'; }
      th[aria-sort='ascending'] button, th[aria-sort='descending'] button { color: var(--ink); }
      td { padding: 7px 10px; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
      th:first-child button, td:first-child { padding-inline-start: 22px; }
      td:first-child { min-width: 240px; }
      td button { font-size: 13.5px; line-height: 1.4; min-height: 24px; }
      td button:hover { color: var(--accent); }
      tr[aria-current='true'] td { background: var(--chosen); }
      .more { margin: 12px 22px 20px; color: var(--accent); }
      .none { padding: 24px 22px; }
      .short { display: none; }
      @container (max-width: 760px) {
        th button, td { padding-inline: 6px; }
        td { hyphens: auto; }
        td:first-child { min-width: 190px; hyphens: manual; }
        .short { display: inline; }
        .short + span { display: none; }
      }
      @media (max-width: 700px) {
        .bar { padding: 10px 16px; gap: 0 16px; }
        .bar button { min-height: 40px; }
        .wide, .close { display: none; }
        th:first-child button, td:first-child { padding-inline-start: 16px; }
        th button { min-height: 44px; }
        td:first-child { min-width: 0; }
        td button { padding: 4px 0; }
      }
    `,
  ]

  declare context: ViewContext | undefined
  /** How many rows are shown. */
  declare rows: number

  constructor() {
    super()
    this.rows = ROWS
  }

  override render(): TemplateResult | typeof nothing {
    const { context } = this
    if (context === undefined) return nothing
    const { field, state, change } = context
    const all = paperList(field.graph, field.map, state)
    const name = field.graph.getAttribute('title')
    const save = (extension: string, type: string, text: string) => (): void =>
      saveFile(fileName(name, extension), new Blob([text], { type }))
    return html`
      <div class="bar">
        <h2>${all.length} ${all.length === 1 ? 'paper' : 'papers'} shown${about(context)}</h2>
        ${
          state.selection.length === 0
            ? nothing
            : html`<button @click=${() => context.choose([], false, { panel: 'list' })}>List all</button>`
        }
        <button @click=${save('csv', 'text/csv;charset=utf-8', listCsv(all))}>Save as CSV</button>
        <button @click=${save('bib', 'application/x-bibtex;charset=utf-8', listBibtex(field.graph, all))}>Save as BibTeX</button>
        <button class="close" @click=${() => change({ panel: 'auto' })}>Close</button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Papers shown on the map">
        ${all.length === 0 ? html`<p class="none quiet">No paper passes the filters.</p>` : this.table(all.slice(0, this.rows), context)}
        ${
          all.length <= this.rows
            ? nothing
            : html`<button class="more" @click=${() => {
                this.rows += 5 * ROWS
              }}>${all.length - this.rows} more</button>`
        }
      </div>
    `
  }

  private table(rows: readonly PaperRow[], context: ViewContext): TemplateResult {
    const { sort } = context.state
    return html`<table>
      <thead>
        <tr>
          ${COLUMNS.map(
            ({ by, title, short }) => html`<th
              scope="col"
              class=${isWide(by) ? 'wide' : ''}
              aria-sort=${sort.by === by ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            ><button aria-label=${title} title=${title} @click=${() => this.sort(by, context)}>${
              short === undefined ? title : html`<span class="short">${short}</span><span>${title}</span>`
            }</button></th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.row(row, context))}
      </tbody>
    </table>`
  }

  private row(paper: PaperRow, { choose, point }: ViewContext): TemplateResult {
    const { key, title, year, venue, tasks, datasets, importance, code, chosen } = paper
    return html`<tr
      aria-current=${chosen ? 'true' : 'false'}
      @mouseenter=${() => point(key)}
      @mouseleave=${() => point(undefined)}
    >
      <td><button data-key=${key} @click=${() => choose([key], false, hasRoom() ? { panel: 'list' } : {})} @focus=${() => point(key)} @blur=${() => point(undefined)}>${title}</button></td>
      <td>${year ?? '–'}</td>
      <td>${venue || '–'}</td>
      <td class="wide">${tasks.join(', ') || '–'}</td>
      <td class="wide">${datasets.join(', ') || html`<span class="quiet">not known</span>`}</td>
      <td class="wide">${importance === 0 ? '–' : html`<span role="img" aria-label="${importance} of 3">${'★'.repeat(importance)}</span>`}</td>
      <td class="wide">${code ? 'yes' : html`<span class="quiet">none stated</span>`}</td>
    </tr>`
  }

  private sort(by: SortColumn, { state: { sort }, change }: ViewContext): void {
    change({ sort: { by, descending: sort.by === by ? !sort.descending : DESCENDING.includes(by) } })
  }
}

/** What the rows are about, where something is chosen. */
function about({ field, state: { selection, grouping } }: ViewContext): string {
  const [first, ...more] = selection.map((key) => nameOf(field, grouping, key))
  if (first === undefined) return ''
  return `: ${shortTitle(first)}${more.length === 0 ? '' : more.length === 1 ? ` and ${shortTitle(more[0] ?? '')}` : ` and ${more.length} more`}`
}

/** Whether the card has a place beside the list. */
function hasRoom(): boolean {
  return matchMedia('(min-width: 901px)').matches
}

/** Columns for which a phone has no room. */
function isWide(by: SortColumn): boolean {
  return by !== 'title' && by !== 'year' && by !== 'venue'
}

customElements.define('field-list', FieldListElement)

declare global {
  interface HTMLElementTagNameMap {
    'field-list': FieldListElement
  }
}
