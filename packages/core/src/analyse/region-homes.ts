import { byCodeUnits, type Region, STOP_WORDS, stems } from '@fieldmap/graph'
import { type Points, type Relations, smoothPoints, whitenPoints } from './anchored-smoothing.ts'
import type { RegionDiscs, Stage } from './region-layout.ts'
import { hash32, hashPoint } from './rng.ts'

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

/** Where venues are at home: at the hash of their keys, a little drawn to related ones, spread over the stage. */
export function venueHomes(venues: readonly Region[], relations: Relations, stage: Stage): Points {
  const points = venues.map(({ id }) => hashPoint(id))
  return spread(points, venues, relations, stage)
}

/**
 * Where communities are at home: at the mean of the tasks that their papers stand under, so that both maps look alike,
 * and a paper moves its community by no more than its share. A community without tasks is at home at the hash of its paper of smallest hash, which few additions change (min-wise
 * hashing, Broder 1997). Linear in papers.
 *
 * @param discs of the tasks, by index.
 */
export function communityHomes(
  communities: readonly Region[],
  tasks: readonly Region[],
  discs: RegionDiscs,
  stage: Stage,
): Points {
  const taskOf = new Map(tasks.flatMap(({ members }, task) => members.map((paper) => [paper, task] as const)))
  const points = communities.map(({ members }): Point => {
    const counts = tasks.map(() => 0)
    for (const paper of members) {
      const task = taskOf.get(paper)
      if (task !== undefined) counts[task] = (counts[task] ?? 0) + 1
    }
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (total > 0) {
      const x = counts.reduce((sum, count, task) => sum + count * (discs.x[task] ?? 0), 0)
      const y = counts.reduce((sum, count, task) => sum + count * (discs.y[task] ?? 0), 0)
      return [x / total, y / total]
    }
    const [x, y] = hashPoint(smallestHash(members))
    return [onStage(stage.left, stage.right, x), onStage(stage.bottom, stage.top, y)]
  })
  return toPoints(points)
}

type Point = readonly [x: number, y: number]

function toPoints(points: readonly Point[]): Points {
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

function homeOfTask({ id, label }: Region): Point {
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

function smallestHash(papers: readonly string[]): string {
  const hashed = papers.map((key) => ({ key, hash: hash32(key) }))
  hashed.sort((a, b) => a.hash - b.hash || byCodeUnits(a.key, b.key))
  return hashed[0]?.key ?? ''
}
