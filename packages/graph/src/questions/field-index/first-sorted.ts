/**
 * The first `limit` things in the order of `compare`, sorted. Linear in the things for a small limit.
 *
 * @param limit integer ≥ 0, or Infinity for all.
 */
export function firstSorted<T>(things: ArrayLike<T>, compare: (a: T, b: T) => number, limit: number): readonly T[] {
  const first = new FirstSorted(compare, limit)
  for (let at = 0; at < things.length; at++) {
    const thing = things[at]
    if (thing !== undefined) first.add(thing)
  }
  return first.sorted()
}

/** {@link firstSorted} for things that come one by one: a heap keeps the best seen so far with the worst of them on top. */
export class FirstSorted<T> {
  private readonly heap: T[] = []
  private readonly compare: (a: T, b: T) => number
  private readonly limit: number

  constructor(compare: (a: T, b: T) => number, limit: number) {
    this.compare = compare
    this.limit = limit
  }

  /** What a further thing must come before to be kept; undefined while there is room. Asked for only where the limit is > 0. */
  get last(): T | undefined {
    return this.heap.length < this.limit ? undefined : this.heap[0]
  }

  add(thing: T): void {
    const { heap, compare, limit } = this
    if (heap.length < limit) {
      heap.push(thing)
      if (heap.length === limit) heap.sort((a, b) => compare(b, a))
    } else if (isBefore(thing, heap[0], compare)) {
      heap[0] = thing
      sink(heap, compare)
    }
  }

  sorted(): readonly T[] {
    return this.heap.toSorted(this.compare)
  }
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
