import type { Channel } from '../field-index/field-index.ts'
import { ANY_MARK, type Rows } from '../field-index/rows.ts'
import type { Arrays } from '../field-index/scratch.ts'
import { onceForWholeField } from '../whole-field.ts'
import type { BriefContext } from './brief-context.ts'
import { NONE, SEVERAL, type TaskPlaces } from './task-places.ts'

/** What two tasks have in common within a set of papers. Places in the context's list of tasks. */
export interface TaskPair {
  readonly a: number
  readonly b: number
  /** Papers under both. */
  readonly both: number
  /** Things that two different papers have, one under each task. */
  readonly met: number
}

export interface TaskPairs {
  readonly pairs: readonly TaskPair[]
  /** Things that the papers of each task have; what one paper of the field has alone counts among datasets only. */
  readonly things: Int32Array
}

/**
 * All pairs of tasks that share a thing of a channel. A pair where all papers of one are under the other is left out: one is a
 * part of the other. Cost: the sum over things of the square of their number of tasks.
 */
export function taskPairs(context: BriefContext, channel: Channel): TaskPairs {
  const { index, set, mask } = context
  return keepPairs(index, set, `${channel} ${mask}`, (arrays) => findPairs(context, channel, arrays))
}

const keepPairs = onceForWholeField<TaskPairs>()

function findPairs(context: BriefContext, channel: Channel, arrays: Arrays): TaskPairs {
  const { index, tasks } = context
  const { keys, papers } = index.incidence(channel)
  const mask = channel === 'dataset' ? context.mask : ANY_MARK
  const withSingle = channel === 'dataset'
  const places = context.taskPlaces()
  const tasksOf = index.incidence('task').things
  const size = tasks.length
  const met = index.scratch.integers(size * size)
  const things = arrays.integers(size)
  const counts = new Int32Array(size)
  const lastPaper = new Int32Array(size)
  const touched = new Int32Array(size)
  for (let thing = 0; thing < keys.length; thing++) {
    // What one paper has joins nothing, and of most people that is all there is.
    if (!withSingle && (papers.offsets[thing + 1] ?? 0) - (papers.offsets[thing] ?? 0) < 2) continue
    const number = countTasks(papers, thing, mask, places, tasksOf, counts, lastPaper, touched)
    for (let i = 0; i < number; i++) {
      const task = touched[i] ?? 0
      things[task] = (things[task] ?? 0) + 1
      // A task met in one paper only meets no other in the same one; with several papers it never stands for one.
      if ((counts[task] ?? 0) > 1) lastPaper[task] = -1 - task
      counts[task] = 0
    }
    if (number > 1) countMet(touched, number, lastPaper, met, size)
  }
  return { pairs: pairsIn(context, places.both, met), things }
}

/**
 * Counts the papers of a thing by their tasks. This and {@link countMet} are the innermost loops of `brief`: by themselves, as
 * engines make fast code of short functions sooner.
 *
 * @param counts zeros. @param lastPaper takes a paper of each task, @param touched the tasks. @returns the number of tasks.
 */
function countTasks(
  { offsets, items, marks }: Rows,
  thing: number,
  mask: number,
  { of, onlyTask }: TaskPlaces,
  tasksOf: Rows,
  counts: Int32Array,
  lastPaper: Int32Array,
  touched: Int32Array,
): number {
  let number = 0
  const end = offsets[thing + 1] ?? 0
  for (let at = offsets[thing] ?? 0; at < end; at++) {
    const paper = items[at] ?? 0
    const only = onlyTask[paper] ?? NONE
    if (only === NONE || (mask !== ANY_MARK && ((marks[at] ?? 0) & mask) === 0)) continue
    // Most papers have one task; for the others its place is looked up again.
    const own = tasksOf.offsets[paper] ?? 0
    const last = only === SEVERAL ? (tasksOf.offsets[paper + 1] ?? 0) : own + 1
    for (let i = own; i < last; i++) {
      const task = only === SEVERAL ? (of[tasksOf.items[i] ?? 0] ?? NONE) : only
      if (task === NONE) continue
      const count = counts[task] ?? 0
      if (count === 0) touched[number++] = task
      counts[task] = count + 1
      lastPaper[task] = paper
    }
  }
  return number
}

/** Counts each pair of the touched tasks that do not stand for the same paper. */
function countMet(touched: Int32Array, number: number, lastPaper: Int32Array, met: Int32Array, size: number): void {
  for (let i = 0; i < number; i++) {
    const a = touched[i] ?? 0
    const [paper, row] = [lastPaper[a] ?? 0, a * size]
    for (let j = i + 1; j < number; j++) {
      const b = touched[j] ?? 0
      if (lastPaper[b] !== paper) met[row + b] = (met[row + b] ?? 0) + 1
    }
  }
}

/** @param met counted at `a · tasks + b` or at `b · tasks + a`. */
function pairsIn({ tasks }: BriefContext, both: Int32Array, met: Int32Array): readonly TaskPair[] {
  const size = tasks.length
  const pairs: TaskPair[] = []
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const pair = { a, b, both: both[a * size + b] ?? 0, met: (met[a * size + b] ?? 0) + (met[b * size + a] ?? 0) }
      if (pair.met > 0 && pair.both < Math.min(tasks[a]?.size ?? 0, tasks[b]?.size ?? 0)) pairs.push(pair)
    }
  }
  return pairs
}
