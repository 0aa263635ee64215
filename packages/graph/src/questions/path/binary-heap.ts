/** A queue of integers by cost, cheapest first; of equal cost the smaller integer. Costs are finite. */
export class BinaryHeap {
  private items = new Int32Array(1024)
  private costs = new Float64Array(1024)
  private length = 0

  /** Least cost in the queue; Infinity where it is empty. */
  get least(): number {
    return this.length === 0 ? Number.POSITIVE_INFINITY : (this.costs[0] ?? 0)
  }

  clear(): void {
    this.length = 0
  }

  push(item: number, cost: number): void {
    if (this.length === this.items.length) this.grow()
    const { items, costs } = this
    let at = this.length++
    while (at > 0) {
      const parent = (at - 1) >> 1
      const [above, aboveCost] = [items[parent] ?? 0, costs[parent] ?? 0]
      if (aboveCost < cost || (aboveCost === cost && above < item)) break
      items[at] = above
      costs[at] = aboveCost
      at = parent
    }
    items[at] = item
    costs[at] = cost
  }

  /** The cheapest; undefined where the queue is empty. */
  get first(): number | undefined {
    return this.length === 0 ? undefined : this.items[0]
  }

  /** Takes the cheapest out; undefined where the queue is empty. */
  pop(): number | undefined {
    if (this.length === 0) return undefined
    const first = this.items[0]
    const length = --this.length
    this.sink(this.items[length] ?? 0, this.costs[length] ?? 0)
    return first
  }

  /** Lets the cheapest cost more: as {@link pop} and {@link push}, in one. */
  raise(cost: number): void {
    if (this.length > 0) this.sink(this.items[0] ?? 0, cost)
  }

  /** Puts an item in at the top, in place of what is there, and lets it fall to its place. */
  private sink(item: number, cost: number): void {
    const { items, costs, length } = this
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      const right = child + 1
      if (right < length && isBefore(items, costs, right, child)) child = right
      const [below, belowCost] = [items[child] ?? 0, costs[child] ?? 0]
      if (cost < belowCost || (cost === belowCost && item < below)) break
      items[at] = below
      costs[at] = belowCost
      at = child
    }
    items[at] = item
    costs[at] = cost
  }

  private grow(): void {
    const [items, costs] = [new Int32Array(2 * this.length), new Float64Array(2 * this.length)]
    items.set(this.items)
    costs.set(this.costs)
    this.items = items
    this.costs = costs
  }
}

function isBefore(items: Int32Array, costs: Float64Array, a: number, b: number): boolean {
  const difference = (costs[a] ?? 0) - (costs[b] ?? 0)
  return difference < 0 || (difference === 0 && (items[a] ?? 0) < (items[b] ?? 0))
}
