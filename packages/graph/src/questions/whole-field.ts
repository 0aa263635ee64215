import type { FieldIndex } from './field-index/field-index.ts'
import { type Arrays, newArrays } from './field-index/scratch.ts'
import type { PaperSet } from './paper-filter.ts'

type Keep<T> = (index: FieldIndex, set: PaperSet, name: string, make: (arrays: Arrays) => T) => T

/**
 * Keeps what is made of an index and the set of all its papers, as a part of the index: it is asked for most, costs most,
 * and can't change. What is made of a smaller set is made each time.
 *
 * @param make of an index, a set and a name, e.g. a channel and a mask, with arrays that last as long as what is made.
 */
export function onceForWholeField<T>(): Keep<T> {
  const kept = new WeakMap<FieldIndex, Map<string, T>>()
  return (index, set, name, make) => {
    if (set.size < index.papers.length) return make(index.scratch)
    const made = kept.get(index) ?? new Map<string, T>()
    kept.set(index, made)
    const old = made.get(name)
    if (old !== undefined) return old
    const value = make(newArrays)
    made.set(name, value)
    return value
  }
}
