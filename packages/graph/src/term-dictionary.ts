/** A term by its place among all terms, and its distance from a word. */
export interface NearTerm {
  readonly term: number
  /** Letters to insert, delete or replace (Levenshtein 1966), integer ≥ 0. */
  readonly distance: number
}

/** The terms of a text, in order of code units; a term is known by its place among them. */
export interface TermDictionary {
  readonly terms: readonly string[]
  /** Places of the terms that begin so: from the first up to the second, which is not among them. */
  readonly withPrefix: (prefix: string) => readonly [number, number]
  /** Terms at most this far from a word, by place. Those with a beginning that is too far already are passed over together. */
  readonly near: (word: string, most: number) => readonly NearTerm[]
}

/** @param terms in order of code units, each once. */
export function termDictionary(terms: readonly string[]): TermDictionary {
  return {
    terms,
    withPrefix: (prefix) => {
      const from = firstPlace(0, terms.length, (place) => (terms[place] ?? '') >= prefix)
      return [from, endOfPrefix(terms, from, prefix)]
    },
    near: (word, most) => nearTerms(terms, word, most),
  }
}

/** The first place from `low` on that fulfils a condition, which all later ones fulfil too; `high` for none. */
function firstPlace(low: number, high: number, holds: (place: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The first place after `from` whose term does not begin so. Logarithmic in the number of those that do. */
function endOfPrefix(terms: readonly string[], from: number, prefix: string): number {
  const ended = (place: number): boolean => terms[place]?.startsWith(prefix) !== true
  let step = 1
  while (!ended(from + step - 1)) step *= 2
  return firstPlace(from + (step >> 1), Math.min(from + step, terms.length), ended)
}

/** Sorted terms are a trie laid flat: a row of the Levenshtein matrix stands for all terms that begin alike. */
function nearTerms(terms: readonly string[], word: string, most: number): readonly NearTerm[] {
  const width = word.length + 1
  // A beginning longer than this is too far from any word of this length.
  const rows = new Uint32Array((word.length + most + 2) * width)
  for (let column = 0; column < width; column++) rows[column] = column
  const found: NearTerm[] = []
  let [before, at] = ['', 0]
  while (at < terms.length) {
    const term = terms[at] ?? ''
    let depth = commonPrefix(before, term)
    let least = 0
    while (depth < term.length && least <= most) least = fillRow(rows, word, term.charCodeAt(depth), ++depth)
    before = term
    if (least > most) {
      at = endOfPrefix(terms, at, term.slice(0, depth))
      continue
    }
    const distance = rows[depth * width + word.length] ?? 0
    if (distance <= most) found.push({ term: at, distance })
    at++
  }
  return found
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** Fills the row of a beginning of `depth` letters that ends with this one; says the least distance in it. */
function fillRow(rows: Uint32Array, word: string, letter: number, depth: number): number {
  const width = word.length + 1
  const row = depth * width
  rows[row] = depth
  let least = depth
  for (let column = 1; column < width; column++) {
    const above = row - width + column
    const replaced = (rows[above - 1] ?? 0) + (word.charCodeAt(column - 1) === letter ? 0 : 1)
    const distance = Math.min(replaced, (rows[above] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1)
    rows[row + column] = distance
    if (distance < least) least = distance
  }
  return least
}
