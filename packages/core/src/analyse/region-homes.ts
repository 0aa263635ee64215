import { type Region, STOP_WORDS, stems } from '@fieldmap/graph'
import { type Points, type Relations, smoothPoints, whitenPoints } from './anchored-smoothing.ts'
import type { Stage } from './region-layout.ts'
import { hashPoint } from './rng.ts'

/** How much of a task's home its words decide; the rest its key, so that no two tasks are at home in one place. */
const WORDS = 0.8
/** How much of its hashed place a region keeps against the pull of related regions; less would let papers tip the map. */
const ANCHOR = 0.9

/**
 * Where tasks are at home: places hashed from the words of their names are summed (a random projection of a bag of
 * words, as random indexing, Kanerva et al. 2000), so that tasks that share words are near each other; then each is drawn
 * a little to those it shares papers with, and all are spread over the stage. Hung on names, not on sizes
 * or ranks, so that no paper can disturb them. On the FER lists related tasks come as near each other as by drawing them
 * together by their papers alone. Linear in regions and relations.
 */
export function taskHomes(tasks: readonly Region[], relations: Relations, stage: Stage): Points {
  return spread(tasks.map(homeOfTask), tasks, relations, stage)
}

/**
 * Where venues are at home: at the hash of their keys. What they share papers' subjects with says little, and would move
 * them with each paper. Linear.
 */
export function venueHomes(venues: readonly Region[], stage: Stage): Points {
  return toPoints(venues.map(({ id }) => fromDisc(hashPoint(id), stage)))
}

/** A point of the unit disc on the stage: its axes become the stage's, and what lies beyond is at the edge. */
export function fromDisc([x, y]: Point, stage: Stage): Point {
  const on = (low: number, high: number, value: number): number => {
    return (low + high) / 2 + ((high - low) / 2) * Math.max(-1, Math.min(1, value))
  }
  return [on(stage.left, stage.right, x), on(stage.bottom, stage.top, y)]
}

/** In units of no meaning, y upwards. */
export type Point = readonly [x: number, y: number]

/** Coordinates by index. */
export function toPoints(points: readonly Point[]): Points {
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) }
}

/** From −2..2 to the length of the stage. */
function onStage(low: number, high: number, value: number): number {
  return (low + high) / 2 + ((high - low) / 4) * value
}

function spread(points: readonly Point[], regions: readonly Region[], relations: Relations, stage: Stage): Points {
  const sizes = Float64Array.from(regions, ({ members }) => members.length)
  const { x, y } = whitenPoints(smoothPoints(toPoints(points), relations, ANCHOR), sizes)
  return {
    x: x.map((value) => onStage(stage.left, stage.right, value)),
    y: y.map((value) => onStage(stage.bottom, stage.top, value)),
  }
}

/** A place of a task in the unit disc or a little beyond: hashed from the words of its name, and a little from its key. */
export function homeOfTask({ id, label }: Pick<Region, 'id' | 'label'>): Point {
  const words = stems(label)
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
  const root = Math.sqrt(Math.max(1, words.length))
  const [idX, idY] = hashPoint(id)
  const points = words.map(hashPoint)
  const sumX = points.reduce((sum, [x]) => sum + x, 0)
  const sumY = points.reduce((sum, [, y]) => sum + y, 0)
  return [(1 - WORDS) * idX + (WORDS * sumX) / root, (1 - WORDS) * idY + (WORDS * sumY) / root]
}
