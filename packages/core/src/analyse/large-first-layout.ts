import type { Points } from './anchored-smoothing.ts'
import {
  areaOf,
  clamp,
  confineToStage,
  discSizes,
  placeRegions,
  type RegionDiscs,
  type Stage,
  settle,
  shrinkToFit,
} from './region-layout.ts'
import { separateDiscs } from './separate-discs.ts'

/** Share of the papers from which on a region is large. */
const LARGE = 0.05
/** Share of the papers that large regions must hold; where there are only small ones, all are placed alike. */
const MOSTLY = 0.5
/** Share of the stage that equal discs in place of the large regions cover, and for how many there is room at least. */
const EVEN_FILL = 0.72
const EVEN_ROOM = 5
const EVEN_ROUNDS = 600
const SLIP_ROUNDS = 200
/** Places that are tried for a small region, along the stage. */
const COLUMNS = 160
/** Gaps that a small region keeps from others, the widest that there is room for. */
const GAPS = [1, 0.6, 0.35]

/**
 * Places regions whose homes stay where they are: first the large ones, without regard to the rest, so that small regions,
 * which come and go, move none of them; then each small one at the free place nearest to its home, the largest first.
 *
 * The large ones first spread as equal discs: where these come to stand hangs on the homes alone, and they stand so far apart that
 * the real discs, which part along the lines between them (see {@link placeRegions}), have little left to do. So sizes move
 * regions little. Without large regions, or without room for a small one, this is {@link placeRegions}. Empty for no
 * regions. Cost: rounds × regions, and small regions × regions × places.
 *
 * @param homes on the stage. @param sizes papers of each region, integer ≥ 1.
 */
export function placeLargeFirst(homes: Points, sizes: readonly number[], stage: Stage): RegionDiscs {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const indices = [...sizes.keys()]
  const large = indices.filter((i) => (sizes[i] ?? 0) >= LARGE * total)
  if (large.reduce((sum, i) => sum + (sizes[i] ?? 0), 0) < MOSTLY * total) {
    return placeRegions(homes, sizes, stage, 'place')
  }
  const { radius, unit, gap } = discSizes(sizes, stage)
  const radii = Float64Array.from(large, (i) => radius[i] ?? 0)
  const confine = (points: Points): void => confineToStage(points, radii, gap, stage)
  const weights = large.map((i) => sizes[i] ?? 1)
  const settled = settle(spreadEvenly(pick(homes, large), stage), weights, radii, unit, gap, stage, 'home', confine)
  // What is stuck between others on its line slips out sideways.
  const padded = radii.map((r) => r + gap / 2)
  separateDiscs(settled, padded, SLIP_ROUNDS, confine, weights)
  const placed: Disc[] = large.map((index, k) => {
    return { index, x: settled.x[k] ?? 0, y: settled.y[k] ?? 0, radius: radii[k] ?? 0 }
  })
  const small = indices.filter((i) => !large.includes(i)).sort((i, j) => (sizes[j] ?? 0) - (sizes[i] ?? 0) || i - j)
  for (const index of small) {
    const wish = { index, x: homes.x[index] ?? 0, y: homes.y[index] ?? 0, radius: radius[index] ?? 0 }
    const disc = freePlace(wish, placed, gap, stage)
    if (disc === undefined) return placeRegions(homes, sizes, stage, 'place')
    placed.push(disc)
  }
  placed.sort((a, b) => a.index - b.index)
  const points = { x: Float64Array.from(placed, ({ x }) => x), y: Float64Array.from(placed, ({ y }) => y) }
  const shrink = shrinkToFit(points, radius, gap)
  return { ...points, radius: radius.map((r) => r * shrink), unit: unit * shrink }
}

interface Disc {
  readonly index: number
  readonly x: number
  readonly y: number
  readonly radius: number
}

function pick({ x, y }: Points, indices: readonly number[]): Points {
  return { x: Float64Array.from(indices, (i) => x[i] ?? 0), y: Float64Array.from(indices, (i) => y[i] ?? 0) }
}

/** Points pushed apart as equal discs that fill most of the stage. */
function spreadEvenly(homes: Points, stage: Stage): Points {
  const count = homes.x.length
  const radius = Math.sqrt((EVEN_FILL * areaOf(stage)) / (Math.PI * Math.max(EVEN_ROOM, count)))
  const radii = new Float64Array(count).fill(radius)
  const points = { x: Float64Array.from(homes.x), y: Float64Array.from(homes.y) }
  // Less than the radius, so that discs may lie half behind a wall: regions are of different sizes.
  const confine = (moved: Points): void =>
    confineToStage(
      moved,
      radii.map((r) => 0.8 * r),
      0,
      stage,
    )
  confine(points)
  separateDiscs(points, radii, EVEN_ROUNDS, confine, radii)
  return points
}

/** The place nearest to a wish, on a grid over the stage, where a disc keeps its gap from all others. */
function freePlace(wish: Disc, others: readonly Disc[], gap: number, stage: Stage): Disc | undefined {
  const wall = wish.radius + gap / 4
  const [width, height] = [stage.right - stage.left - 2 * wall, stage.top - stage.bottom - 2 * wall]
  const rows = Math.max(1, Math.round((COLUMNS * height) / width))
  for (const share of GAPS) {
    let best: Disc | undefined
    let nearest = Number.POSITIVE_INFINITY
    for (let row = 0; row <= rows; row++) {
      for (let column = 0; column <= COLUMNS; column++) {
        const x = clamp(stage.left + wall + (width * column) / COLUMNS, stage.left, stage.right)
        const y = clamp(stage.bottom + wall + (height * row) / rows, stage.bottom, stage.top)
        const square = (x - wish.x) ** 2 + (y - wish.y) ** 2
        if (square >= nearest) continue
        const free = others.every((other) => {
          const reach = other.radius + wish.radius + share * gap
          return (x - other.x) ** 2 + (y - other.y) ** 2 >= reach * reach
        })
        if (free) [best, nearest] = [{ ...wish, x, y }, square]
      }
    }
    if (best !== undefined) return best
  }
  return undefined
}
