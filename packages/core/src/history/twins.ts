import { byCodeUnits, type HistoryFile, type HistoryInterval } from '@fieldmap/graph'

/**
 * Tells the history of a paper for each other paper of the newest graph that says just the same: its node, its changes,
 * and its edges as far as the newest graph has them. Linear in the file.
 *
 * @param twins keys of the other papers, by the key that the file has
 * @param edges the edges of the newest graph
 */
export function withTwins(
  file: HistoryFile,
  twins: ReadonlyMap<string, readonly string[]>,
  edges: () => ReadonlySet<string>,
): HistoryFile {
  if (twins.size === 0) return file
  const keysOf = (key: string): readonly string[] => [key, ...(twins.get(key) ?? [])]
  const edgesOf = (key: string): readonly string[] => {
    const [source = '', kind = '', ...target] = key.split('|')
    return keysOf(source).flatMap((from) => keysOf(target.join('|')).map((to) => `${from}|${kind}|${to}`))
  }
  const now = edges()
  const told = Object.entries(file.edges).flatMap(([key, intervals]) => {
    const own = edgesOf(key)
    if (own.length === 1) return [[key, intervals] as const]
    const past = intervals.filter(({ to }) => to !== undefined)
    return own.flatMap((edge): (readonly [string, HistoryInterval[]])[] => {
      const held = now.has(edge) ? intervals : past
      return held.length === 0 ? [] : [[edge, held]]
    })
  })
  return {
    ...file,
    nodes: sorted(repeated(file.nodes, keysOf)),
    edges: sorted(told),
    changes: sorted(repeated(file.changes, keysOf)),
  }
}

function repeated<T>(
  record: Readonly<Record<string, T>>,
  keysOf: (key: string) => readonly string[],
): (readonly [string, T])[] {
  return Object.entries(record).flatMap(([key, value]) => keysOf(key).map((own) => [own, value] as const))
}

function sorted<T>(entries: (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => byCodeUnits(a, b)))
}
