import { boundsOf, boxesOverlap, type Point } from './geometry.ts'

/** Rounds of pushing before all is spread instead. */
const ROUNDS = 60

/**
 * How to move convex shapes so that no two come nearer than `gap`: zero for those that are apart already. Each overlap is
 * undone along its least translation (separating axis theorem), half by each of the two, some rounds over; what then
 * still overlaps is spread from the middle of all, which must end it.
 */
export function separations(shapes: readonly (readonly Point[])[], gap: number): readonly Point[] {
  const shifts = shapes.map(() => ({ x: 0, y: 0 }))
  const moved = (i: number): readonly Point[] => {
    const shift = shifts[i] ?? { x: 0, y: 0 }
    return (shapes[i] ?? []).map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }))
  }
  const pushAll = (): boolean => {
    let pushed = false
    const current = shapes.map((_, i) => moved(i))
    const boxes = current.map((shape) => grown(shape, gap))
    for (let i = 0; i < shapes.length; i++) {
      for (let j = i + 1; j < shapes.length; j++) {
        const [boxA, boxB] = [boxes[i], boxes[j]]
        if (boxA === undefined || boxB === undefined || !boxesOverlap(boxA, boxB)) continue
        const push = leastPush(current[i] ?? [], current[j] ?? [], gap)
        const [a, b] = [shifts[i], shifts[j]]
        if (push === undefined || a === undefined || b === undefined) continue
        pushed = true
        a.x -= push.x / 2
        a.y -= push.y / 2
        b.x += push.x / 2
        b.y += push.y / 2
      }
    }
    return pushed
  }
  for (let round = 0; round < ROUNDS; round++) if (!pushAll()) return shifts
  for (let round = 0; round < ROUNDS; round++) {
    shapes.forEach((_, i) => {
      const box = boundsOf(moved(i))
      const shift = shifts[i]
      if (box === undefined || shift === undefined) return
      shift.x += 0.1 * (box.x + box.width / 2)
      shift.y += 0.1 * (box.y + box.height / 2)
    })
    if (!pushAll()) break
  }
  return shifts
}

function grown(shape: readonly Point[], gap: number): ReturnType<typeof boundsOf> {
  const box = boundsOf(shape)
  return box && { x: box.x - gap / 2, y: box.y - gap / 2, width: box.width + gap, height: box.height + gap }
}

/** The shortest way to move `b` so that it keeps `gap` from `a`; none where it does. */
function leastPush(a: readonly Point[], b: readonly Point[], gap: number): Point | undefined {
  let least: Point | undefined
  let depth = Number.POSITIVE_INFINITY
  for (const axis of [...normalsOf(a), ...normalsOf(b)]) {
    const [one, other] = [extent(a, axis), extent(b, axis)]
    const forth = one.most - other.least + gap
    const back = other.most - one.least + gap
    if (forth <= 0 || back <= 0) return undefined
    const by = Math.min(forth, back)
    if (by >= depth) continue
    depth = by
    const way = forth <= back ? by : -by
    least = { x: axis.x * way * 1.02, y: axis.y * way * 1.02 } // a little more, so that rounds end
  }
  return least
}

function normalsOf(shape: readonly Point[]): readonly Point[] {
  return shape.flatMap((b, i) => {
    const a = shape.at(i - 1)
    const length = a === undefined ? 0 : Math.hypot(b.x - a.x, b.y - a.y)
    return a === undefined || length === 0 ? [] : [{ x: (b.y - a.y) / length, y: (a.x - b.x) / length }]
  })
}

function extent(shape: readonly Point[], axis: Point): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of shape) {
    const along = x * axis.x + y * axis.y
    least = Math.min(least, along)
    most = Math.max(most, along)
  }
  return { least, most }
}
