/** Lists of integers end to end: list `i` is `items[offsets[i]]` … `items[offsets[i + 1] − 1]`, ascending. */
export interface Rows {
  readonly offsets: Int32Array
  readonly items: Int32Array
  /** One byte beside each item, e.g. which kinds of evidence join the two. */
  readonly marks: Uint8Array
}

/** A mask for rows whose marks say nothing: every item counts, whatever its mark. */
export const ANY_MARK = 255

/** Pairs of integers ≥ 0, each with a byte: three lists of equal length. */
export interface Pairs {
  readonly rows: Int32Array
  readonly items: Int32Array
  readonly marks: Uint8Array
}

/**
 * Rows and their transposition from pairs in any order. A pair that comes twice is kept once, with both marks (bitwise
 * or). Empty rows for no pairs. Linear in pairs, rows and columns.
 */
export function buildRows(rowCount: number, columnCount: number, pairs: Pairs): readonly [Rows, Rows] {
  const offsets = new Int32Array(columnCount + 1)
  for (const item of pairs.items) offsets[item + 1] = (offsets[item + 1] ?? 0) + 1
  accumulate(offsets)
  const items = new Int32Array(pairs.items.length)
  const marks = new Uint8Array(pairs.items.length)
  const next = offsets.slice()
  for (let pair = 0; pair < items.length; pair++) {
    const item = pairs.items[pair] ?? 0
    const place = next[item] ?? 0
    items[place] = pairs.rows[pair] ?? 0
    marks[place] = pairs.marks[pair] ?? 0
    next[item] = place + 1
  }
  // Transposing reads rows in ascending order, so each transposition sorts what it makes.
  const rows = withoutDoubles(transpose({ offsets, items, marks }, rowCount))
  return [rows, transpose(rows, columnCount)]
}

/** The same pairs by item; in the lists of items, rows stand in an order, ascending by default. Linear. */
export function transpose({ offsets, items, marks }: Rows, count: number, order?: Int32Array): Rows {
  const result = { offsets: new Int32Array(count + 1), items: new Int32Array(items.length), marks: marks.slice() }
  for (const item of items) result.offsets[item + 1] = (result.offsets[item + 1] ?? 0) + 1
  accumulate(result.offsets)
  const next = result.offsets.slice()
  for (let turn = 0; turn + 1 < offsets.length; turn++) {
    const row = order?.[turn] ?? turn
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      const place = next[item] ?? 0
      result.items[place] = row
      result.marks[place] = marks[at] ?? 0
      next[item] = place + 1
    }
  }
  return result
}

function withoutDoubles({ offsets, items, marks }: Rows): Rows {
  const kept = { offsets: new Int32Array(offsets.length), items: new Int32Array(items.length), marks: marks.slice() }
  let size = 0
  for (let row = 0; row + 1 < offsets.length; row++) {
    const start = size
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const mark = marks[at] ?? 0
      if (size > start && kept.items[size - 1] === items[at]) {
        kept.marks[size - 1] = (kept.marks[size - 1] ?? 0) | mark
      } else {
        kept.items[size] = items[at] ?? 0
        kept.marks[size] = mark
        size++
      }
    }
    kept.offsets[row + 1] = size
  }
  return { offsets: kept.offsets, items: kept.items.slice(0, size), marks: kept.marks.slice(0, size) }
}

function accumulate(offsets: Int32Array): void {
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0)
}

/** Calls `visit` for each item of a row, ascending. */
export function eachItem(rows: Rows, row: number, visit: (item: number, mark: number) => void): void {
  const end = rows.offsets[row + 1] ?? 0
  for (let at = rows.offsets[row] ?? 0; at < end; at++) visit(rows.items[at] ?? 0, rows.marks[at] ?? 0)
}

/** Number of items in a row. */
export function rowLength(rows: Rows, row: number): number {
  return (rows.offsets[row + 1] ?? 0) - (rows.offsets[row] ?? 0)
}
