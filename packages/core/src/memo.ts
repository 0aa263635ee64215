/** Results kept at once; beyond that the memo starts anew, so that memory stays bounded. */
const MOST = 10_000

/**
 * A function that computes each distinct text once. For pure functions of a text: lists repeat their venues, labels and
 * names in every entry.
 */
export function memoise<T>(compute: (text: string) => T): (text: string) => T {
  let memo = new Map<string, T>()
  return (text) => {
    const known = memo.get(text)
    if (known !== undefined || memo.has(text)) return known as T
    const value = compute(text)
    if (memo.size >= MOST) memo = new Map()
    memo.set(text, value)
    return value
  }
}
