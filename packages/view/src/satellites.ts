import { byCodeUnits, type FieldGraph, NODE_KINDS } from '@fieldmap/graph'
import type { Viewport } from './camera.ts'
import type { Point } from './geometry.ts'

/** A neighbour that is no paper, placed beside the chosen node; its name goes outwards. */
export interface Satellite {
  readonly key: string
  readonly place: Point
  readonly side: 'left' | 'right'
  /** How wide its name may be, in pixels. */
  readonly room: number
}

/** More than these on one side can no longer be read at a glance. */
const ROWS = 13
/** As many where all stand on one side, because the other is out of view. */
const MOST_ROWS = 22
/** Pixels from row to row, and from the centre to the marks at the ends and in the middle of a column. */
const PITCH = 23
const REACH = { ends: 58, middle: 104 }
/** Widest name, and what a stage keeps free at its edges. */
const NAME = 170
const EDGE = 30

/**
 * Places neighbours in two bows to the right and left of `center` (pixels), sorted by distance, kind and key: a rule,
 * no simulation. Those for which there is no row are left out. On a narrow stage the bows are; near an
 * edge all stand on the other side.
 */
export function satellitesOf(
  graph: FieldGraph,
  near: ReadonlyMap<string, number>,
  center: Point,
  { width, height }: Viewport,
): readonly Satellite[] {
  const ranked = [...near.keys()]
    .filter((key) => graph.getNodeAttribute(key, 'kind') !== 'paper')
    .sort((a, b) => (near.get(a) ?? 0) - (near.get(b) ?? 0) || byKind(graph, a, b) || byCodeUnits(a, b))
    .slice(0, 2 * ROWS)
    .sort((a, b) => byKind(graph, a, b) || byCodeUnits(a, b))
  const scale = Math.min(1, (width - 2 * EDGE) / (2 * (REACH.middle + NAME)))
  const half = scale * (REACH.middle + NAME) + EDGE
  const oneSide =
    ranked.length <= Math.min(MOST_ROWS, Math.floor((height - 2 * EDGE) / PITCH)) && width > 2 * half - EDGE
  if (oneSide && center.x < half) return bow(ranked, 'right', center, scale, height)
  if (oneSide && center.x > width - half) return bow(ranked, 'left', center, scale, height)
  const middle = { x: clamp(center.x, half, width - half), y: center.y }
  const right = ranked.slice(0, Math.ceil(ranked.length / 2))
  return [
    ...bow(right, 'right', middle, scale, height),
    ...bow(ranked.slice(right.length), 'left', middle, scale, height),
  ]
}

function bow(
  keys: readonly string[],
  side: 'left' | 'right',
  center: Point,
  scale: number,
  height: number,
): readonly Satellite[] {
  const half = ((keys.length - 1) * PITCH) / 2
  const middle = clamp(center.y, half + 28, height - half - 28)
  return keys.map((key, i) => {
    const offset = i * PITCH - half
    const curve = Math.cos((Math.PI / 2) * (half === 0 ? 0 : offset / (half + PITCH)))
    const reach = scale * (REACH.ends + (REACH.middle - REACH.ends) * curve)
    const x = center.x + (side === 'right' ? reach : -reach)
    return { key, place: { x, y: middle + offset }, side, room: scale * NAME }
  })
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}

function byKind(graph: FieldGraph, a: string, b: string): number {
  const rank = (key: string): number => NODE_KINDS.indexOf(graph.getNodeAttribute(key, 'kind'))
  return rank(a) - rank(b)
}
