import type { SourceKind } from '@fieldmap/graph'

/** By which columns a CSV file is recognised. */
const CSV_KINDS: readonly (readonly [SourceKind, readonly string[]])[] = [
  ['evidence', ['dataset', 'quote']],
  ['relations', ['relation', 'other']],
  ['authors', ['authors']],
]

/**
 * The kind of a source that states none: a CSV file by its header, BibTeX and CSL-JSON by extension, all else is a
 * list. Undefined for a CSV file with other columns.
 */
export function sourceKind(path: string, text: string): SourceKind | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()
  if (extension === 'bib' || extension === 'json') return 'bibliography'
  if (extension !== 'csv') return 'list'
  const [header = ''] = text.slice(0, 10_000).split(/\r\n|\n|\r/, 1)
  const columns = header.split(',').map((column) => column.replaceAll('"', '').trim().toLowerCase())
  return CSV_KINDS.find(([, needed]) => needed.every((column) => columns.includes(column)))?.[0]
}
