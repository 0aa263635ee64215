/** Where typed arrays come from; all are of zeros. */
export interface Arrays {
  readonly bytes: (length: number) => Uint8Array
  readonly integers: (length: number) => Int32Array
  readonly numbers: (length: number) => Float64Array
}

/** Arrays that may be kept. */
export const newArrays: Arrays = {
  bytes: (length) => new Uint8Array(length),
  integers: (length) => new Int32Array(length),
  numbers: (length) => new Float64Array(length),
}

/** Shorter arrays are cheaper made than kept. */
const LEAST_BYTES = 4096

/**
 * Arrays that questions take in turn. A question about a large field needs megabytes of them for some milliseconds; engines count
 * memory outside of their heap, and each time that some tens of megabytes have come together they look through all that there
 * is, a whole graph, for half a second.
 */
export class Scratch implements Arrays {
  /** Buffers that nobody has, by the binary logarithm of their length. */
  private readonly free = new Map<number, ArrayBuffer[]>()
  private readonly taken: ArrayBuffer[] = []
  private depth = 0

  /**
   * Runs a question; the arrays that it took are taken back when it ends, so its answers must hold none. Within a question
   * another may run. Outside of all, arrays are new.
   */
  use<T>(run: () => T): T {
    const before = this.taken.length
    this.depth++
    try {
      return run()
    } finally {
      this.depth--
      while (this.taken.length > before) this.giveBack(this.taken.pop())
    }
  }

  bytes(length: number): Uint8Array {
    return this.isNew(length) ? newArrays.bytes(length) : new Uint8Array(this.take(length), 0, length).fill(0)
  }

  integers(length: number): Int32Array {
    return this.isNew(4 * length)
      ? newArrays.integers(length)
      : new Int32Array(this.take(4 * length), 0, length).fill(0)
  }

  numbers(length: number): Float64Array {
    return this.isNew(8 * length)
      ? newArrays.numbers(length)
      : new Float64Array(this.take(8 * length), 0, length).fill(0)
  }

  private isNew(bytes: number): boolean {
    return this.depth === 0 || bytes < LEAST_BYTES
  }

  private take(bytes: number): ArrayBuffer {
    const size = sizeOf(bytes)
    const buffer = this.free.get(size)?.pop() ?? new ArrayBuffer(2 ** size)
    this.taken.push(buffer)
    return buffer
  }

  private giveBack(buffer: ArrayBuffer | undefined): void {
    if (buffer === undefined) return
    const size = sizeOf(buffer.byteLength)
    const own = this.free.get(size)
    if (own === undefined) this.free.set(size, [buffer])
    else own.push(buffer)
  }
}

/** The smallest power of two that is enough, by its exponent. */
function sizeOf(bytes: number): number {
  return Math.ceil(Math.log2(bytes))
}
