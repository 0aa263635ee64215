/** A source of numbers, uniform in [0, 1). */
export type Rng = () => number

/**
 * A 32-bit hash of a text by its UTF-16 code units (FNV-1a, then the finaliser of MurmurHash3 so that neighbouring
 * keys land far apart). Integer in 0..2³²−1; the same everywhere.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Indices of some keys by the hash of a number and the key: for each number another order, in which a key more or less
 * leaves all others as they are.
 */
export function hashOrder(keys: readonly string[], number: number): readonly number[] {
  const hashes = keys.map((key) => hash32(`${number} ${key}`))
  return [...hashes.keys()].sort((i, j) => (hashes[i] ?? 0) - (hashes[j] ?? 0) || i - j)
}

/** A generator that is a function of `rngSeed` alone: mulberry32 (T. Ettinger), period 2³², integer operations only. */
export function createRng(rngSeed: number): Rng {
  let state = rngSeed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296
  }
}

/** A point that a text always gets: uniform in the unit disc, never its centre. */
export function hashPoint(text: string): [x: number, y: number] {
  const rng = createRng(hash32(text))
  for (;;) {
    const x = 2 * rng() - 1
    const y = 2 * rng() - 1
    const square = x * x + y * y
    if (square <= 1 && square > 1e-6) return [x, y]
  }
}
