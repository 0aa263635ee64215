/** A queue of integers by cost, cheapest first; of equal cost the smaller integer. Costs are finite. */
export class BinaryHeap {
  private readonly items: number[] = []
  private readonly costs: number[] = []

  get size(): number {
    return this.items.length
  }

  /** Least cost in the queue; Infinity where it is empty. */
  get least(): number {
    return this.costs[0] ?? Number.POSITIVE_INFINITY
  }

  push(item: number, cost: number): void {
    let at = this.items.length
    this.items.push(item)
    this.costs.push(cost)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.isBefore(at, parent)) return
      this.swap(at, parent)
      at = parent
    }
  }

  /** Takes the cheapest out; undefined where the queue is empty. */
  pop(): number | undefined {
    const first = this.items[0]
    const item = this.items.pop()
    const cost = this.costs.pop()
    if (item === undefined || cost === undefined || this.items.length === 0) return first
    this.items[0] = item
    this.costs[0] = cost
    for (let at = 0; ; ) {
      let next = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.items.length && this.isBefore(child, next)) next = child
      if (next === at) return first
      this.swap(at, next)
      at = next
    }
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.cost(a) - this.cost(b)
    return difference < 0 || (difference === 0 && this.item(a) < this.item(b))
  }

  private swap(a: number, b: number): void {
    const [item, cost] = [this.item(a), this.cost(a)]
    this.items[a] = this.item(b)
    this.costs[a] = this.cost(b)
    this.items[b] = item
    this.costs[b] = cost
  }

  private item(at: number): number {
    return this.items[at] ?? 0
  }

  private cost(at: number): number {
    return this.costs[at] ?? 0
  }
}
