import type { Group } from './brief-context.ts'

/** What two tasks have in common within a set of papers. Numbers of tasks in the list given. */
export interface TaskPair {
  readonly a: number
  readonly b: number
  /** Papers under both. */
  readonly both: number
  /** Things that two different papers have, one under each task. */
  readonly met: number
}

/**
 * All pairs of tasks that share a thing or a paper. A pair where all papers of one are under the other is left out: one
 * is a part of the other. Cost: the sum over things of the square of their number of tasks.
 *
 * @param paperCount papers of the index.
 */
export function taskPairs(tasks: readonly Group[], things: readonly Group[], paperCount: number): readonly TaskPair[] {
  const tasksOf = Array.from({ length: paperCount }, (): number[] => [])
  tasks.forEach(({ papers }, task) => {
    for (const paper of papers) tasksOf[paper]?.push(task)
  })
  const size = tasks.length
  const both = new Int32Array(size * size)
  for (const own of tasksOf) if (own.length > 1) forPairs(own, (a, b) => add(both, a * size + b))
  const met = new Int32Array(size * size)
  const counts = new Int32Array(size)
  const only = new Int32Array(size)
  for (const { papers } of things) {
    const touched: number[] = []
    for (const paper of papers) {
      for (const task of tasksOf[paper] ?? []) {
        if (counts[task] === 0) touched.push(task)
        add(counts, task)
        only[task] = paper
      }
    }
    touched.sort((a, b) => a - b)
    forPairs(touched, (a, b) => {
      if (counts[a] === 1 && counts[b] === 1 && only[a] === only[b]) return
      add(met, a * size + b)
    })
    for (const task of touched) counts[task] = 0
  }
  return pairsIn(tasks, both, met)
}

function pairsIn(tasks: readonly Group[], both: Int32Array, met: Int32Array): readonly TaskPair[] {
  const pairs: TaskPair[] = []
  const size = tasks.length
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const pair = { a, b, both: both[a * size + b] ?? 0, met: met[a * size + b] ?? 0 }
      const smaller = Math.min(tasks[a]?.papers.length ?? 0, tasks[b]?.papers.length ?? 0)
      if (pair.both + pair.met > 0 && pair.both < smaller) pairs.push(pair)
    }
  }
  return pairs
}

function add(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

function forPairs(ascending: readonly number[], visit: (a: number, b: number) => void): void {
  ascending.forEach((a, i) => {
    for (let j = i + 1; j < ascending.length; j++) visit(a, ascending[j] ?? 0)
  })
}
