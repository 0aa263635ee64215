import type { Past } from './past.ts'

/** A mark of the calendar on a time line. */
export interface AxisTick {
  /** 0–1, from the first step to the last. */
  readonly place: number
  /** `2021`, or `2021-03` where the years alone would be too few. */
  readonly label: string
}

/** Where the steps of a past stand on a time line, and how much each brought. */
export interface TimeAxis {
  /** Of each step, 0–1, each to the right of the one before. */
  readonly places: readonly number[]
  readonly ticks: readonly AxisTick[]
  /** For each step, 0–1 of the highest: papers that came, that went, and that were there, each on a scale of its own. */
  readonly came: readonly number[]
  readonly went: readonly number[]
  readonly total: readonly number[]
}

/** This part of the way from step to step is the same for all, so that commits of one day can still be told apart. */
const EVEN = 0.3
/** The calendar gets months where it has fewer years than these, and no more marks than there is room for. */
const TICKS = { leastYears: 3, most: 9 }

const known = new WeakMap<Past, TimeAxis>()

/**
 * The time line of a past: steps stand along their dates, a little evened out; where clocks ran backwards, in order.
 * Empty for no steps. Made once; linear in the steps.
 */
export function timeAxis(past: Past): TimeAxis {
  const axis = known.get(past) ?? axisOf(past)
  known.set(past, axis)
  return axis
}

/** The number of the step that stands nearest to a place; 0 where there are no steps. */
export function stepNear({ places }: TimeAxis, place: number): number {
  let nearest = 0
  for (const [i, at] of places.entries())
    if (Math.abs(at - place) < Math.abs((places[nearest] ?? 0) - place)) nearest = i
  return nearest
}

function axisOf({ steps }: Past): TimeAxis {
  const times = steps.map(({ time }) => time)
  const places = times.map((time, i) => placeOf(times, time, i))
  const most = (counts: readonly number[]): number => Math.max(1, ...counts)
  const highest = most(steps.flatMap(({ came, went }) => [came, went]))
  const full = most(steps.map(({ present, gone }) => present + gone))
  return {
    places,
    ticks: ticksOf(times),
    // By the cube root: a first commit of a hundred papers leaves single ones visible.
    came: steps.map(({ came }) => Math.cbrt(came / highest)),
    went: steps.map(({ went }) => Math.cbrt(went / highest)),
    total: steps.map(({ present, gone }) => (present + gone) / full),
  }
}

/** The place of a time that is `order` steps from the first, of which a part may be begun. */
function placeOf(times: readonly number[], time: number, order: number): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const even = times.length < 2 ? 1 : order / (times.length - 1)
  return last === first ? even : (1 - EVEN) * ((time - first) / (last - first)) + EVEN * even
}

function ticksOf(times: readonly number[]): readonly AxisTick[] {
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined || last === first) return []
  const [from, to] = [new Date(first), new Date(last)]
  const years = to.getUTCFullYear() - from.getUTCFullYear()
  const isYearly = years >= TICKS.leastYears
  const count = isYearly ? years : 12 * years + to.getUTCMonth() - from.getUTCMonth()
  const every = Math.max(1, Math.ceil(count / TICKS.most))
  return Array.from({ length: count }, (_, i) => {
    const [year, month] = isYearly
      ? [from.getUTCFullYear() + 1 + i, 0]
      : [from.getUTCFullYear(), from.getUTCMonth() + 1 + i]
    const time = Date.UTC(year, month)
    const before = times.findLastIndex((other) => other <= time)
    const [a = first, b = last] = [times[before], times[before + 1]]
    const place = placeOf(times, time, before + (b === a ? 0 : (time - a) / (b - a)))
    return { place, label: new Date(time).toISOString().slice(0, isYearly ? 4 : 7) }
  }).filter((_, i) => i % every === every - 1)
}
