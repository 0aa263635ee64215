/** Versions in which a node or edge held, by their places in `versions`: from one until before another, ∞ where it still holds. */
export interface VersionSpan {
  readonly from: number
  readonly to: number
}

/** Entries of a history file as they stand in it: nothing of them was checked. */
export type RawEntries = Readonly<Record<string, unknown>>

/**
 * The spans of all entries of a history, oldest first, by key. An entry that is damaged, or names a commit that is no
 * version, is left out. Linear in the entries; much quicker than checking each of them whole.
 *
 * @param order the place of each version, by its commit
 */
export function spansOf(
  entries: RawEntries,
  order: ReadonlyMap<unknown, number>,
): ReadonlyMap<string, readonly VersionSpan[]> {
  const all = new Map<string, readonly VersionSpan[]>()
  for (const [key, intervals] of Object.entries(entries)) {
    const spans = readEach(intervals, (interval): VersionSpan | undefined => {
      const from = order.get(field(field(interval, 'from'), 'commit'))
      const end = field(interval, 'to')
      const to = end === undefined ? Number.POSITIVE_INFINITY : order.get(field(end, 'commit'))
      return from === undefined || to === undefined ? undefined : { from, to }
    })
    if (spans !== undefined) all.set(key, spans)
  }
  return all
}

/** The versions in which something of a node became another, in order, by key; what is damaged is left out. */
export function changesIn(
  entries: RawEntries,
  order: ReadonlyMap<unknown, number>,
): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, readonly number[]>()
  for (const [key, changes] of Object.entries(entries)) {
    const versions = readEach(changes, (change) => order.get(field(field(change, 'at'), 'commit')))
    if (versions !== undefined)
      all.set(
        key,
        [...new Set(versions)].sort((a, b) => a - b),
      )
  }
  return all
}

/** What is read of each item of a list; undefined where it is none, or one of its items cannot be read. */
function readEach<T>(list: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(list)) return undefined
  const values: T[] = []
  for (const item of list) {
    const value = read(item)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
