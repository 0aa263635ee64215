/**
 * The first `limit` things in the order of `compare`, sorted. Linear in the things for a small limit: a heap keeps the
 * best seen so far with the worst of them on top.
 *
 * @param limit integer ≥ 0, or Infinity for all.
 */
export function firstSorted<T>(things: Iterable<T>, compare: (a: T, b: T) => number, limit: number): readonly T[] {
  const heap: T[] = []
  if (limit <= 0) return heap
  for (const thing of things) {
    if (heap.length < limit) {
      heap.push(thing)
      if (heap.length === limit && limit !== Number.POSITIVE_INFINITY) heap.sort((a, b) => compare(b, a))
    } else if (isBefore(thing, heap[0], compare)) {
      heap[0] = thing
      sink(heap, compare)
    }
  }
  return heap.sort(compare)
}

function isBefore<T>(thing: T, other: T | undefined, compare: (a: T, b: T) => number): boolean {
  return other !== undefined && compare(thing, other) < 0
}

/** Lets the top of a heap fall to its place. An array in descending order is such a heap. */
function sink<T>(heap: T[], compare: (a: T, b: T) => number): void {
  for (let at = 0; ; ) {
    let worst = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const [a, b] = [heap[worst], heap[child]]
      if (a !== undefined && b !== undefined && compare(b, a) > 0) worst = child
    }
    const [top, fallen] = [heap[worst], heap[at]]
    if (worst === at || top === undefined || fallen === undefined) return
    heap[at] = top
    heap[worst] = fallen
    at = worst
  }
}
