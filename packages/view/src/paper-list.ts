import { bibtex, byCodeUnits, type FieldGraph, type FieldMap, hasCode, type PaperAttributes } from '@fieldmap/graph'
import { passes } from './filters.ts'
import { focusOf } from './focus.ts'
import { layoutOf } from './layout.ts'
import type { SortColumn, ViewState } from './state.ts'

/** One paper as a row of the list. */
export interface PaperRow {
  readonly key: string
  readonly title: string
  readonly year: number | undefined
  readonly venue: string
  /** Labels, in the order of the papers' edges. */
  readonly tasks: readonly string[]
  readonly datasets: readonly string[]
  /** 0–3. */
  readonly importance: number
  readonly code: boolean
  readonly chosen: boolean
}

/**
 * The papers that the map shows in full colour, as rows in the order of the state: what passes the filters, and where
 * something is chosen, is chosen or near it. O(papers × their edges).
 */
export function paperList(graph: FieldGraph, map: FieldMap, state: ViewState): readonly PaperRow[] {
  const focus = focusOf(graph, layoutOf(graph, map, state.grouping), state)
  const rows: PaperRow[] = []
  graph.forEachNode((key, node) => {
    if (node.kind !== 'paper' || !passes(graph, key, node, state.filters)) return
    const chosen = focus.nodes.includes(key)
    if (focus.active && !chosen && !focus.near.has(key)) return
    rows.push(rowOf(graph, key, node, chosen))
  })
  const order = ORDERS[state.sort.by]
  const sign = state.sort.descending ? -1 : 1
  return rows.sort((a, b) => sign * order(a, b) || byTitle(a, b) || byCodeUnits(a.key, b.key))
}

function rowOf(graph: FieldGraph, key: string, paper: PaperAttributes, chosen: boolean): PaperRow {
  const labelsOf = (...kinds: readonly string[]): string[] => [
    ...new Set(
      graph
        .filterOutEdges(key, (_, { kind }) => kinds.includes(kind))
        .map((edge) => graph.getNodeAttribute(graph.target(edge), 'label')),
    ),
  ]
  return {
    key,
    title: paper.label,
    year: paper.year,
    venue: paper.venue ?? '',
    tasks: labelsOf('addresses'),
    datasets: labelsOf('uses', 'introduces'),
    importance: paper.importance ?? 0,
    code: hasCode(graph, key),
    chosen,
  }
}

type Order = (a: PaperRow, b: PaperRow) => number

const ORDERS: Readonly<Record<SortColumn, Order>> = {
  title: byTitle,
  year: (a, b) => (a.year ?? 0) - (b.year ?? 0),
  venue: (a, b) => byText(a.venue, b.venue),
  task: (a, b) => byText(a.tasks[0] ?? '', b.tasks[0] ?? ''),
  importance: (a, b) => a.importance - b.importance,
  code: (a, b) => Number(a.code) - Number(b.code),
  datasets: (a, b) => a.datasets.length - b.datasets.length,
}

function byTitle(a: PaperRow, b: PaperRow): number {
  return byText(a.title, b.title)
}

/** By letters without case; the same everywhere, as no locale is asked. */
function byText(a: string, b: string): number {
  return byCodeUnits(a.toLowerCase(), b.toLowerCase())
}

/** The list as CSV (RFC 4180, UTF-8, CRLF), with a header. Cells that a spreadsheet would compute begin with `'`. */
export function listCsv(rows: readonly PaperRow[]): string {
  const header = ['title', 'year', 'venue', 'tasks', 'datasets', 'importance', 'code', 'key']
  const lines = rows.map(({ title, year, venue, tasks, datasets, importance, code, key }) => [
    title,
    year === undefined ? '' : String(year),
    venue,
    tasks.join('; '),
    datasets.join('; '),
    String(importance),
    code ? 'yes' : '',
    key,
  ])
  return [header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** The list as BibTeX, one record a paper, with a final line end; empty for no rows. */
export function listBibtex(graph: FieldGraph, rows: readonly PaperRow[]): string {
  return rows.map(({ key }) => `${bibtex(graph, key)}\n`).join('\n')
}
