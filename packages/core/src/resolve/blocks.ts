/** Collects numbers under texts; numbers that are put under one text of one kind are a block. */
export interface Blocks {
  /** Numbers are put in ascending order. */
  readonly put: (kind: string, text: string, number: number) => void
  /** The blocks of two or more numbers, ascending, in the order of their texts' first mention. */
  readonly shared: () => Iterable<readonly number[]>
}

/** Linear in what is put; most texts are those of one number, so that no list is kept for each. */
export function createBlocks(): Blocks {
  const kinds = new Map<string, Map<string, number>>()
  const keys: number[] = []
  const values: number[] = []
  let size = 0
  return {
    put(kind, text, number) {
      const texts = kinds.get(kind) ?? new Map<string, number>()
      kinds.set(kind, texts)
      const known = texts.get(text)
      if (known === undefined) texts.set(text, size++)
      keys.push(known ?? size - 1)
      values.push(number)
    },
    shared: () => groupByKey(keys, values),
  }
}

/**
 * The values of each key that has several, by ascending key; the values of a key keep their order. A counting sort: linear
 * in the values and the largest key.
 *
 * @param keys integers ≥ 0, one for each value
 */
export function* groupByKey(keys: readonly number[], values: readonly number[]): Generator<readonly number[]> {
  const ends = new Uint32Array(keys.reduce((most, key) => Math.max(most, key + 1), 0))
  for (const key of keys) ends[key] = (ends[key] ?? 0) + 1
  for (let key = 1; key < ends.length; key++) ends[key] = (ends[key] ?? 0) + (ends[key - 1] ?? 0)
  const starts = Uint32Array.from(ends, (_, key) => (key === 0 ? 0 : (ends[key - 1] ?? 0)))
  const free = starts.slice()
  const sorted = new Uint32Array(values.length)
  values.forEach((value, i) => {
    const key = keys[i] ?? 0
    const at = free[key] ?? 0
    free[key] = at + 1
    sorted[at] = value
  })
  for (const [key, start] of starts.entries()) {
    const end = ends[key] ?? start
    if (end - start > 1) yield Array.from(sorted.subarray(start, end))
  }
}
