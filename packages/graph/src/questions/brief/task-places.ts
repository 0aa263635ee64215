import type { FieldIndex } from '../field-index/field-index.ts'
import type { Arrays } from '../field-index/scratch.ts'

/** No task of the list. */
export const NONE = -1
/** Stands for the task of a paper that has several. */
export const SEVERAL = -2

/** Where the papers of a set stand in a short list of tasks. */
export interface TaskPlaces {
  /** Place in the list of each task of the field, or {@link NONE}. */
  readonly of: Int8Array
  /** The place of each paper's only task in the list, {@link SEVERAL}, or {@link NONE}, as for papers that are not in the set. */
  readonly onlyTask: Int8Array
  /** Papers of the set under both of two tasks `a < b`, at `a · tasks + b`. */
  readonly both: Int32Array
}

/**
 * Finds the places of papers in a list of tasks. Linear in the papers and their tasks.
 *
 * @param papers the papers of a set, by number. @param tasks at most 127, by their number in the index, ascending.
 */
export function placesOfTasks(
  index: FieldIndex,
  papers: Int32Array,
  tasks: readonly { readonly thing: number }[],
  arrays: Arrays,
): TaskPlaces {
  const { keys, things } = index.incidence('task')
  const { offsets, items } = things
  const of = placesFor(keys.length, arrays)
  tasks.forEach(({ thing }, place) => {
    of[thing] = place
  })
  const onlyTask = placesFor(index.papers.length, arrays)
  const both = arrays.integers(tasks.length * tasks.length)
  for (let at = 0; at < papers.length; at++) {
    const paper = papers[at] ?? 0
    const end = offsets[paper + 1] ?? 0
    for (let i = offsets[paper] ?? 0; i < end; i++) {
      const a = of[items[i] ?? 0] ?? NONE
      if (a === NONE) continue
      onlyTask[paper] = onlyTask[paper] === NONE ? a : SEVERAL
      for (let j = i + 1; j < end; j++) {
        const b = of[items[j] ?? 0] ?? NONE
        if (b !== NONE) both[a * tasks.length + b] = (both[a * tasks.length + b] ?? 0) + 1
      }
    }
  }
  return { of, onlyTask, both }
}

function placesFor(length: number, arrays: Arrays): Int8Array {
  const { buffer, byteOffset } = arrays.bytes(length)
  return new Int8Array(buffer, byteOffset, length).fill(NONE)
}
