import type { Citation } from '@fieldmap/graph'

/** The cells of a record that say which public place it refers to. */
export interface CiteCells {
  readonly source: string
  readonly path: string
  readonly commit?: string
  readonly line: string
}

/**
 * The public place that a record refers to; undefined where it names none. A commit that is no object id and a line that
 * is no number are findings and left out.
 */
export function citationOf(
  { source, path, commit = '', line }: CiteCells,
  find: (rule: string, message: string, hint: string) => void,
): Citation | undefined {
  const isCommit = /^[0-9a-f]{7,64}$/i.test(commit)
  if (commit !== '' && !isCommit)
    find('read/unknown-commit', `"${commit}" is no commit; it is left out.`, "A commit is git's object id.")
  const isLine = /^[1-9]\d{0,8}$/.test(line)
  if (line !== '' && !isLine)
    find('read/unknown-line', `"${line}" is no line; it is left out.`, 'Lines are counted from 1.')
  if (source === '') return undefined
  return {
    url: source,
    ...(path === '' ? {} : { path }),
    ...(isCommit ? { commit } : {}),
    ...(isLine ? { line: Number(line) } : {}),
  }
}
