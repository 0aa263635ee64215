import type { Points } from './anchored-smoothing.ts'
import { forEachOverlap, separateDiscs } from './separate-discs.ts'

/** A rectangle in map units, y upwards. */
export interface Stage {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Discs of regions, by index, none overlapping another. */
export interface RegionDiscs extends Points {
  /** Map units; the area is proportional to the papers: `radius² = unit² · papers`. */
  readonly radius: Float64Array
  /** Radius of the disc that one paper would have, map units. */
  readonly unit: number
}

/** Share of the stage that discs and their gaps cover. Fuller stages jam: then one disc more moves them all. */
const FILL = 0.52
/** While they settle discs are this much larger, which spreads them over the stage. */
const SOFT_FILL = 0.9
/** Gap between discs as a share of the side of a region's mean square; room for its name. */
const GAP = 0.17
/** A field of a dozen regions or fewer has the gaps of a dozen. */
const GAP_REGIONS = 12
/** A lone paper does not fill the stage. */
const LARGEST_UNIT = 60
/** Part of the way home that a disc goes in each round of settling: it keeps the settling from wandering. */
const HOMING = 0.15
const SOFT_ROUNDS = 240
const HARD_ROUNDS = 600
/** Discs of so many that a round costs much settle in fewer rounds: rounds × regions. */
const ROUND_BUDGET = 240_000

/**
 * Places regions as discs on the stage, each as near its home as the others let it: pushed apart, softly and always back
 * towards home, last to hard discs with gaps. Nothing is scaled to fit afterwards, and every step is continuous in homes
 * and sizes, so that a few papers more move the others little (a force simulation with attraction tips over with each
 * paper added). Of two regions each gives way by the other's papers, so that a small one, which may come or go, moves
 * no large one. Discs part along the line between where they are, or along that between their homes: then none
 * can slide round another, and each round is a step of a convex problem (linear constraints), which has no second
 * solution to tip into. That is for homes that stay; where regions come and go near each other it crowds. Only + − × ÷ and square roots are used: the same bytes in every engine. Empty for no regions. Cost:
 * rounds × regions.
 *
 * @param homes on the stage. @param sizes papers of each region, integer ≥ 1. @param along what says in which direction
 * two discs part.
 */
export function placeRegions(
  homes: Points,
  sizes: readonly number[],
  stage: Stage,
  along: 'home' | 'place',
): RegionDiscs {
  const { radius, unit, gap } = discSizes(sizes, stage)
  return settle(homes, sizes, radius, unit, gap, stage, along, (points) => confineToStage(points, radius, gap, stage))
}

/**
 * {@link placeRegions} for regions in an order (years): they keep it from left to right, on two levels in turn.
 *
 * @param levels of each region, true above the middle. @param sizes papers of each region, integer ≥ 1.
 */
export function placeRegionsInOrder(levels: readonly boolean[], sizes: readonly number[], stage: Stage): RegionDiscs {
  const { radius, unit, gap } = discSizes(sizes, stage)
  const total = radius.reduce((sum, r) => sum + r, 0)
  let before = 0
  const x = radius.map((r) => {
    before += r
    return stage.left + ((before - r / 2) / total) * (stage.right - stage.left)
  })
  const y = Float64Array.from(levels, (above) => stage.bottom + (above ? 0.7 : 0.3) * (stage.top - stage.bottom))
  return settle({ x, y }, sizes, radius, unit, gap, stage, 'place', (points) => {
    keepOrder(points, radius)
    confineToStage(points, radius, gap, stage)
  })
}

/**
 * Discs settled near their homes, softly, then hard: see {@link placeRegions}.
 *
 * @param radius of each disc. @param unit radius of a paper's disc. @param gap between discs, map units.
 * @param confine brings points back to where they may be.
 */
export function settle(
  homes: Points,
  sizes: readonly number[],
  radius: Float64Array,
  unit: number,
  gap: number,
  stage: Stage,
  along: 'home' | 'place',
  confine: (points: Points) => void,
): RegionDiscs {
  const home = { x: Float64Array.from(homes.x), y: Float64Array.from(homes.y) }
  confine(home)
  const points = { x: Float64Array.from(home.x), y: Float64Array.from(home.y) }
  const from = along === 'home' ? home : points
  const soft = softRadii(radius, gap, stage)
  const rounds = Math.min(1, ROUND_BUDGET / (HARD_ROUNDS * Math.max(1, radius.length)))
  for (let round = 0; round < SOFT_ROUNDS * rounds; round++) {
    separateDiscs(points, soft, 1, confine, sizes, from)
    for (let i = 0; i < radius.length; i++) {
      points.x[i] = (1 - HOMING) * (points.x[i] ?? 0) + HOMING * (home.x[i] ?? 0)
      points.y[i] = (1 - HOMING) * (points.y[i] ?? 0) + HOMING * (home.y[i] ?? 0)
    }
  }
  separateDiscs(
    points,
    radius.map((r) => r + gap / 2),
    HARD_ROUNDS * rounds,
    confine,
    sizes,
    from,
  )
  const shrink = shrinkToFit(points, radius, gap)
  return { ...points, radius: radius.map((r) => r * shrink), unit: unit * shrink }
}

/** Square map units. */
export function areaOf({ left, right, bottom, top }: Stage): number {
  return (right - left) * (top - bottom)
}

/** Radii of regions, the radius of one paper's disc, and the gap between discs, for a stage; map units. */
export function discSizes(
  sizes: readonly number[],
  stage: Stage,
): { readonly radius: Float64Array; readonly unit: number; readonly gap: number } {
  const gap = GAP * Math.sqrt(areaOf(stage) / Math.max(GAP_REGIONS, sizes.length))
  const unit = unitFor(sizes, gap, FILL * areaOf(stage))
  return { radius: Float64Array.from(sizes, (size) => unit * Math.sqrt(size)), unit, gap }
}

/** Solves π · Σ (unit · √size + gap / 2)² = area for the unit. */
function unitFor(sizes: readonly number[], gap: number, area: number): number {
  const a = sizes.reduce((sum, size) => sum + size, 0)
  const b = gap * sizes.reduce((sum, size) => sum + Math.sqrt(size), 0)
  const c = (sizes.length * gap * gap) / 4 - area / Math.PI
  return a === 0 ? LARGEST_UNIT : Math.min(LARGEST_UNIT, (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a))
}

function softRadii(radius: Float64Array, gap: number, stage: Stage): Float64Array {
  const padded = radius.map((r) => r + gap / 2)
  const area = padded.reduce((sum, r) => sum + Math.PI * r * r, 0)
  const inflation = Math.sqrt((SOFT_FILL * areaOf(stage)) / area)
  return padded.map((r) => r * Math.min(1.6, inflation))
}

/** Brings discs back on the stage, a quarter of a gap from its walls. */
export function confineToStage({ x, y }: Points, radius: Float64Array, gap: number, stage: Stage): void {
  radius.forEach((r, i) => {
    const wall = r + gap / 4
    x[i] = clamp(x[i] ?? 0, stage.left + wall, stage.right - wall)
    y[i] = clamp(y[i] ?? 0, stage.bottom + wall, stage.top - wall)
  })
}

/** Share of two discs' radii that the centre of the later one stays right of the earlier one's. */
const STEP = 0.4

function keepOrder({ x }: Points, radius: Float64Array): void {
  for (let i = 1; i < x.length; i++) {
    const step = STEP * ((radius[i - 1] ?? 0) + (radius[i] ?? 0))
    const lack = step - ((x[i] ?? 0) - (x[i - 1] ?? 0))
    if (lack <= 0) continue
    x[i - 1] = (x[i - 1] ?? 0) - lack / 2
    x[i] = (x[i] ?? 0) + lack / 2
  }
}

/** The value kept within bounds; the middle of bounds that cross. */
export function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value))
}

/** A factor on all radii: 1 where all is well; else the largest factor on all radii at which a third of the gap stays between any two. */
export function shrinkToFit(points: Points, radius: Float64Array, gap: number): number {
  let factor = 1
  forEachOverlap(
    points,
    radius.map((r) => r + gap / 6),
    ({ i, j, distance }) => {
      const room = Math.max(distance / 2, distance - gap / 3)
      factor = Math.min(factor, room / ((radius[i] ?? 0) + (radius[j] ?? 0)))
    },
  )
  return factor
}
