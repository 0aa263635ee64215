/** A number for some of the nodes; Infinity for the others. Forgetting all takes no time, so that a large field's is made once. */
export class NodeLabels {
  private readonly values: Float64Array
  /** The round in which each node was labelled. */
  private readonly rounds: Int32Array
  private round = 1

  constructor(size: number) {
    this.values = new Float64Array(size)
    this.rounds = new Int32Array(size)
  }

  clear(): void {
    this.round++
  }

  has(node: number): boolean {
    return this.rounds[node] === this.round
  }

  get(node: number): number {
    return this.rounds[node] === this.round ? (this.values[node] ?? 0) : Number.POSITIVE_INFINITY
  }

  set(node: number, value: number): void {
    this.values[node] = value
    this.rounds[node] = this.round
  }
}
