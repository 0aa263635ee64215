import type { Box, Point } from './geometry.ts'

/** Rows of the strip at most; a longer one grows wider than the map instead. */
const ROWS = 3

/** From the map to the middle of the first row, in spacings: room for a name. */
const GAP = 2.6

/** Height that a strip of one row takes under the map, in map units. */
export function stripHeight(spacing: number): number {
  return (GAP + 1) * spacing
}

/**
 * Places for papers without a region: rows under `around` (map units, y upwards), centred, filled from the left.
 * Without regions they stand round the origin in a field twice as wide as high.
 */
export function stripOf(count: number, around: Box | undefined, spacing: number): readonly Point[] {
  const width = around?.width ?? 0
  const columns =
    around === undefined
      ? Math.ceil(Math.sqrt(2 * count))
      : Math.max(1, Math.min(count, Math.max(Math.floor((0.7 * width) / spacing), Math.ceil(count / ROWS))))
  const rows = Math.ceil(count / columns)
  const middle = around === undefined ? 0 : around.x + width / 2
  const top = around === undefined ? ((rows - 1) * spacing) / 2 : around.y - GAP * spacing
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns)
    const inRow = Math.min(columns, count - row * columns)
    return { x: middle + ((i % columns) - (inRow - 1) / 2) * spacing, y: top - row * spacing }
  })
}
