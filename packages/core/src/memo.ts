import { isEqualData } from './equal-data.ts'

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

/** The same for pure functions of a value that nobody changes; kept for as long as the value is. */
export function oncePer<K extends object, T>(compute: (value: K) => T): (value: K) => T {
  const known = new WeakMap<K, T>()
  return (value) => {
    const met = known.get(value)
    if (met !== undefined || known.has(value)) return met as T
    const result = compute(value)
    known.set(value, result)
    return result
  }
}

/**
 * The same for pure functions of a list of such values; of the lists that begin with one value only the last is kept.
 * An empty list is computed each time.
 */
export function oncePerList<K extends object, T>(compute: (values: readonly K[]) => T): (values: readonly K[]) => T {
  const known = new WeakMap<K, { readonly values: readonly K[]; readonly result: T }>()
  return (values) => {
    const [first] = values
    if (first === undefined) return compute(values)
    const met = known.get(first)
    if (met !== undefined && met.values.length === values.length && met.values.every((value, i) => value === values[i]))
      return met.result
    const result = compute(values)
    known.set(first, { values: [...values], result })
    return result
  }
}

/** The same for pure functions of two such values. */
export function oncePerPair<A extends object, B extends object, T>(compute: (a: A, b: B) => T): (a: A, b: B) => T {
  const withFirst = oncePer((a: A) => oncePer((b: B) => compute(a, b)))
  return (a, b) => withFirst(a)(b)
}

/** The same for pure functions of such a value and of others, of which the last that it met are kept. */
export function oncePerLast<K extends object, A extends readonly unknown[], T>(
  compute: (value: K, ...others: A) => T,
): (value: K, ...others: A) => T {
  const known = new WeakMap<K, { readonly others: A; readonly result: T }>()
  return (value, ...others) => {
    const met = known.get(value)
    if (met?.others.every((other, i) => other === others[i])) return met.result
    const result = compute(value, ...others)
    known.set(value, { others, result })
    return result
  }
}

/**
 * Keeps the last value for each key: a new one that is written the same is replaced by it, so that later stages know it.
 * Values hold plain data, and nobody changes them.
 */
export function keepLast<K extends object, V>(): (key: K, value: V) => V {
  const last = new WeakMap<K, { readonly value: V }>()
  return (key, value) => {
    const known = last.get(key)
    if (known !== undefined && isEqualData(known.value, value)) return known.value
    last.set(key, { value })
    return value
  }
}
