import { byCodeUnits, type FieldGraph } from '@fieldmap/graph'
import { bandLine } from './band.ts'
import { distance, meanOf, type Point, polygonContains } from './geometry.ts'
import type { LaidRegion, Layout } from './layout.ts'
import { restingBands } from './lines.ts'

/** A dataset or venue with a place among the papers that use it or appeared there. */
export interface PlacedEntity {
  readonly key: string
  readonly kind: 'dataset' | 'venue'
  /** In map units. */
  readonly place: Point
  readonly papers: readonly string[]
}

/** From this share of its papers on, a thing belongs to one region; else it stands between two. */
const HOME_SHARE = 0.6
/** Marks keep this distance from each other, in spacings of the layout; and how far, in steps, one looks for room. */
const ROOM = { apart: 0.62, step: 0.3, rings: 16 }

const kept = new WeakMap<Layout, readonly PlacedEntity[]>()

/**
 * Datasets and venues that papers of the layout use, those with most papers first: at the mean of their papers, or
 * halfway between the two regions that most of them are in, moved to the nearest free place. Computed once a layout;
 * linear in the edges.
 */
export function entitiesOf(graph: FieldGraph, layout: Layout): readonly PlacedEntity[] {
  const known = kept.get(layout) ?? placed(graph, layout)
  kept.set(layout, known)
  return known
}

/**
 * Where anything stands on a layout, in map units: a paper at its place, a dataset or venue among its papers, all else in
 * the middle of the papers next to it, or where the map file has it. `undefined` for what has no place at all.
 */
export function placeOf(graph: FieldGraph, layout: Layout, key: string): Point | undefined {
  if (layout.regionOf.has(key)) return layout.places.get(key)
  const thing = entitiesOf(graph, layout).find((entity) => entity.key === key)
  if (thing !== undefined) return thing.place
  const papers = graph.mapNeighbors(key, (neighbor) =>
    layout.regionOf.has(neighbor) ? layout.places.get(neighbor) : undefined,
  )
  const known = papers.filter((place) => place !== undefined)
  return known.length > 0 ? meanOf(known) : layout.places.get(key)
}

function placed(graph: FieldGraph, layout: Layout): readonly PlacedEntity[] {
  const marks = new MarkGrid(layout.spacing)
  for (const key of layout.regionOf.keys()) marks.add(layout.places.get(key) ?? { x: 0, y: 0 })
  return graph
    .filterNodes((key, { kind }) => (kind === 'dataset' || kind === 'venue') && !layout.regionById.has(key))
    .map((key) => ({ key, papers: papersOf(graph, layout, key) }))
    .filter(({ papers }) => papers.length > 0)
    .sort((a, b) => b.papers.length - a.papers.length || byCodeUnits(a.key, b.key))
    .map(({ key, papers }) => {
      const place = marks.nearestFree(wantedPlace(layout, papers))
      marks.add(place)
      return { key, kind: graph.getNodeAttribute(key, 'kind') === 'venue' ? 'venue' : 'dataset', place, papers }
    })
}

function papersOf(graph: FieldGraph, layout: Layout, key: string): readonly string[] {
  return [...new Set(graph.inNeighbors(key))].filter((paper) => layout.regionOf.has(paper)).sort(byCodeUnits)
}

function wantedPlace(layout: Layout, papers: readonly string[]): Point {
  const counts = new Map<LaidRegion, number>()
  for (const paper of papers) {
    const region = layout.regionOf.get(paper)
    if (region !== undefined && region.hue !== null) counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0].id, b[0].id))
  if (first !== undefined && second !== undefined && first[1] < HOME_SHARE * papers.length) {
    const [a, b] = [first[0], second[0]].sort((one, other) => byCodeUnits(one.id, other.id))
    if (a !== undefined && b !== undefined) return between(layout, a, b)
  }
  const home = first === undefined ? papers : papers.filter((paper) => layout.regionOf.get(paper) === first[0])
  return meanOf(home.map((paper) => layout.places.get(paper) ?? { x: 0, y: 0 }))
}

/** Halfway between two regions: on the band that shows between them, else straight from border to border. */
function between(layout: Layout, a: LaidRegion, b: LaidRegion): Point {
  const isShown = restingBands(layout).some((band) => band.a === a.id && band.b === b.id)
  const line = isShown ? bandLine(layout, a, b) : []
  const middle = line[line.length >> 1]
  if (middle !== undefined) return middle
  const straight = Array.from({ length: 41 }, (_, i) => ({
    x: a.center.x + ((b.center.x - a.center.x) * i) / 40,
    y: a.center.y + ((b.center.y - a.center.y) * i) / 40,
  }))
  return meanOf(
    straight
      .filter((at) => !polygonContains(a.outline, at) && !polygonContains(b.outline, at))
      .concat(straight.slice(20, 21)),
  )
}

/** Marks that are placed, by cells of one spacing. */
class MarkGrid {
  private readonly cells = new Map<number, Point[]>()
  private readonly spacing: number

  constructor(spacing: number) {
    this.spacing = spacing
  }

  add(point: Point): void {
    const key = this.cellOf(point, 0, 0)
    const cell = this.cells.get(key)
    if (cell === undefined) this.cells.set(key, [point])
    else cell.push(point)
  }

  /** The point itself, or the first place free of marks on growing rings round it. */
  nearestFree(wanted: Point): Point {
    for (let ring = 0; ring <= ROOM.rings; ring++) {
      const count = Math.max(1, 6 * ring)
      for (let i = 0; i < count; i++) {
        const angle = (2 * Math.PI * i) / count
        const reach = ring * ROOM.step * this.spacing
        const point = { x: wanted.x + reach * Math.cos(angle), y: wanted.y + reach * Math.sin(angle) }
        if (this.isFree(point)) return point
      }
    }
    return wanted
  }

  private isFree(point: Point): boolean {
    for (let x = -1; x <= 1; x++) {
      for (let y = -1; y <= 1; y++) {
        const near = this.cells.get(this.cellOf(point, x, y)) ?? []
        if (near.some((other) => distance(point, other) < ROOM.apart * this.spacing)) return false
      }
    }
    return true
  }

  /** A number for each cell; two cells share one only where they are a million cells apart. */
  private cellOf({ x, y }: Point, dx: number, dy: number): number {
    return (Math.floor(x / this.spacing) + dx) * 1e6 + Math.floor(y / this.spacing) + dy
  }
}
