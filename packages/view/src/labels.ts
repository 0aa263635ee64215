import type { Viewport } from './camera.ts'
import type { Focus } from './focus.ts'
import { type Box, boxContains, boxesOverlap, centerOf, type Point } from './geometry.ts'
import { type LabelRequest, type LabelSpot, labelAt, labelStage, placeLabels, sizeOfLines } from './label-layout.ts'
import { type MovedLabel, moveLabel } from './label-moves.ts'
import { NAME_GAP } from './label-plan.ts'
import type { LabelRange } from './label-ranges.ts'
import { leaderOf } from './leader.ts'
import { Occupancy } from './occupancy.ts'
import type { Moment } from './past/moment.ts'
import type { Satellite } from './satellites.ts'
import { boxOnStage } from './scale-space.ts'
import type { SceneEdge, SceneLabel, SceneNode, SceneRegion } from './scene-types.ts'
import { shorten, wrap } from './text-width.ts'
import { counted, shortTitle } from './words.ts'

/** What the labels of a scene stand for. */
export interface Labelled {
  readonly nodes: ReadonlyMap<string, SceneNode>
  readonly regions: readonly SceneRegion[]
  readonly edges: readonly SceneEdge[]
  readonly satellites: readonly Satellite[]
  readonly focus: Focus
  /** The key under the pointer or the keyboard's cursor. */
  readonly hover: string | undefined
  /** The keys of all that may be named; left out: all. */
  readonly named: ReadonlySet<string> | undefined
  /** The planned labels that show at this scale, the most wanted first. */
  readonly planned: readonly LabelRange[]
  readonly toPixels: (point: Point) => Point
  /** The field as it was, where that is shown. */
  readonly moment: Moment | undefined
}

const SIZE = { chosen: 13.5, small: 12 }
/** Widest names, in pixels: of a chosen mark with others round it, of one alone, and lines of it. */
const WIDTH = { amid: 124, alone: 240 }

/**
 * The labels of a scene. What is chosen, and what stands round it, gets its name first; then all that is planned for the
 * scale: at its planned place, or moved where that is taken or out of view. Last comes what is pointed at, where it is
 * free, so that no other name moves from under the pointer.
 */
export function labelsOf(shown: Labelled, viewport: Viewport): readonly SceneLabel[] {
  const stage = labelStage(viewport)
  const marks = marksOf(shown, stage)
  const mayName = (key: string): boolean => shown.named === undefined || shown.named.has(key)
  const first = chosenLabels(shown, marks, stage).filter(({ key }) => mayName(key))
  const labels = [...first]
  // What is asked about keeps its place: the names of chosen regions come before those of all others.
  const settled = [...first]
  const asked = new Set(shown.focus.regions.map(({ id }) => id))
  const named = new Set(first.map(({ key }) => key))
  const moved: MovedLabel[] = []
  const regions = new Map(shown.regions.map((region) => [region.key, region]))
  for (const range of shown.planned) {
    const item = range.of === 'node' ? shown.nodes.get(range.key) : regions.get(range.key)
    if (
      item === undefined ||
      named.has(range.key) ||
      !mayName(range.key) ||
      !boxesOverlap(item.box, fullStage(viewport))
    )
      continue
    named.add(range.key)
    const label = plannedLabel(range, item, shown)
    if (boxContains(stage, label.box) && !settled.some(({ box }) => boxesOverlap(box, label.box))) {
      labels.push(label)
      if (asked.has(range.key) || shown.moment?.isNew(range.key)) settled.push(label)
    } else {
      // Looking at all regions takes too long for a frame of a moving map; a slide has the time.
      const others =
        shown.named === undefined ? [] : shown.regions.filter((one) => one !== item).map(({ outline }) => outline)
      const lines = linesFor(range, item, shown)
      moved.push({ key: range.key, of: range.of, lines, mark: item.box, wanted: label.box, others })
    }
  }
  for (const label of moved) {
    const taken = labels.map(({ box }) => box)
    const found = moveLabel(label, taken, marks, stage) ?? moveLabel(label, taken, marks, fullStage(viewport))
    if (found !== undefined) labels.push(found)
  }
  return withPointed(labels, shown, marks, stage)
}

function fullStage({ width, height }: Viewport): Box {
  return { x: 0, y: 0, width, height }
}

/** The name at its planned place; a name of a node moves out with its mark, which grows with the scale. */
function plannedLabel(range: LabelRange, item: SceneNode | SceneRegion, shown: Labelled): SceneLabel {
  const { key, of, place } = range
  const lines = linesFor(range, item, shown)
  const planned = boxOnStage(place, shown.toPixels)
  const box = 'radius' in item ? besideMark(item, planned, sizeOfLines(lines), place.anchor) : planned
  const label = labelAt({ key, of, lines, opacity: 1 }, place.anchor, box)
  return place.leader ? { ...label, leader: leaderOf(item.box, box) } : label
}

/** What is out of the question has a quiet name; a region of a field as it was says how many papers it had then. */
function linesFor({ lines }: LabelRange, item: SceneNode | SceneRegion, { moment }: Labelled): LabelRange['lines'] {
  const isThen = moment !== undefined && 'count' in item
  const said = isThen
    ? lines.map((line) => (isSize(line) ? { ...line, text: counted('paper', item.count) } : line))
    : lines
  return item.emphasis === 'faded' ? said.map((line) => ({ ...line, color: 'quiet' as const })) : said
}

/** Whether a line under the name of a region is its size. */
function isSize({ weight, color }: LabelRange['lines'][number]): boolean {
  return weight === 400 && color === 'quiet'
}

function besideMark(
  { x, y, radius }: SceneNode,
  planned: Box,
  { width, height }: Pick<Box, 'width' | 'height'>,
  anchor: SceneLabel['anchor'],
): Box {
  const gap = radius + NAME_GAP
  if (anchor === 'start') return { x: x + gap, y: planned.y, width, height }
  if (anchor === 'end') return { x: x - gap - width, y: planned.y, width, height }
  return { x: planned.x, y: centerOf(planned).y < y ? y - gap - height : y + gap, width, height }
}

/** The boxes of the marks on the stage that names should leave free. */
function marksOf({ nodes }: Labelled, stage: Box): Occupancy {
  const marks = new Occupancy()
  for (const { box, emphasis } of nodes.values()) if (emphasis !== 'faded' && boxesOverlap(box, stage)) marks.add(box)
  return marks
}

/** The names of what is chosen, then of what stands round it. */
function chosenLabels({ nodes, satellites, focus }: Labelled, marks: Occupancy, stage: Box): readonly SceneLabel[] {
  const width = satellites.length > 0 ? WIDTH.amid : WIDTH.alone
  const requests = [
    ...focus.nodes.flatMap((key) => {
      const node = nodes.get(key)
      return node === undefined || !boxesOverlap(node.box, stage) ? [] : [nodeLabel(node, width, 99)]
    }),
    ...satellites.flatMap((satellite) => {
      const node = nodes.get(satellite.key)
      return node === undefined ? [] : [satelliteLabel(node, satellite)]
    }),
  ]
  return placeLabels(requests, marks, stage).map(({ label }) => label)
}

/** Over the mark, where a ring stands round it, or as near as it gets. */
function nodeLabel(node: SceneNode, width: number, tolerance: number): LabelRequest {
  const weight = node.emphasis === 'chosen' ? 600 : 400
  const words = node.kind === 'paper' ? shortTitle(node.label) : node.label
  const gap = node.radius + 8
  const spots: readonly LabelSpot[] = [
    { at: { x: node.x, y: node.y - gap }, anchor: 'middle', sits: 'above' },
    { at: { x: node.x, y: node.y + gap }, anchor: 'middle', sits: 'below' },
    { at: { x: node.x + gap, y: node.y }, anchor: 'start', sits: 'beside' },
    { at: { x: node.x - gap, y: node.y }, anchor: 'end', sits: 'beside' },
    { at: { x: node.x + gap, y: node.y - gap / 2 }, anchor: 'start', sits: 'above' },
    { at: { x: node.x - gap, y: node.y - gap / 2 }, anchor: 'end', sits: 'above' },
    { at: { x: node.x + gap, y: node.y + gap / 2 }, anchor: 'start', sits: 'below' },
    { at: { x: node.x - gap, y: node.y + gap / 2 }, anchor: 'end', sits: 'below' },
  ]
  const lines = wrap(words, width, 2, SIZE.chosen, weight)
  return {
    key: node.key,
    of: 'node',
    lines: lines.map((text) => ({ text, size: SIZE.chosen, weight, color: 'ink' })),
    spots,
    opacity: 1,
    tolerance,
  }
}

function satelliteLabel(node: SceneNode, { side, room }: Satellite): LabelRequest {
  const text = shorten(node.label, room, SIZE.small, 400)
  const x = node.x + (side === 'right' ? node.radius + 3 : -node.radius - 3)
  return {
    key: node.key,
    of: 'node',
    lines: [{ text, size: SIZE.small, weight: 400, color: 'ink' }],
    spots: [{ at: { x, y: node.y }, anchor: side === 'right' ? 'start' : 'end', sits: 'beside' }],
    opacity: 1,
    tolerance: 99,
  }
}

/**
 * Adds the name of what is pointed at, where it has none: beside it, else where there is room, as no other name may go
 * for it. Of a line, what it carries; of a neighbour of what is chosen, also how the two are related; of a region, also
 * how many papers it has.
 */
function withPointed(
  labels: readonly SceneLabel[],
  shown: Labelled,
  marks: Occupancy,
  stage: Box,
): readonly SceneLabel[] {
  const all = [...labels]
  for (const request of edgeLabels(shown)) all.push(...placedFirst(request, all, stage))
  if (shown.hover === undefined || all.some(({ key }) => key === shown.hover)) return all
  const region = shown.regions.find(({ key }) => key === shown.hover)
  if (region !== undefined) return [...all, ...pointedRegion(region, all, marks, stage)]
  const node = shown.nodes.get(shown.hover)
  if (node === undefined) return all
  const request = nodeLabel(node, WIDTH.alone, 99)
  const [free] = placedFirst(request, all, stage)
  if (free !== undefined) return [...all, free]
  const taken = all.map(({ box }) => box)
  const { lines } = request
  const moved = moveLabel({ key: node.key, of: 'node', lines, mark: node.box, wanted: node.box }, taken, marks, stage)
  return moved === undefined ? all : [...all, moved]
}

function pointedRegion(
  { key, label, count, ink, box }: SceneRegion,
  labels: readonly SceneLabel[],
  marks: Occupancy,
  stage: Box,
): readonly SceneLabel[] {
  const lines = [
    ...wrap(label, WIDTH.alone, 2, SIZE.small, 600).map(
      (text) => ({ text, size: SIZE.small, weight: 600, color: ink }) as const,
    ),
    { text: counted('paper', count), size: SIZE.small, weight: 400, color: 'quiet' } as const,
  ]
  const size = sizeOfLines(lines)
  const wanted = { x: centerOf(box).x - size.width / 2, y: box.y - size.height, ...size }
  const taken = labels.map((one) => one.box)
  const placed = moveLabel({ key, of: 'region', lines, mark: box, wanted }, taken, marks, stage)
  return placed === undefined ? [] : [placed]
}

function placedFirst(request: LabelRequest, labels: readonly SceneLabel[], stage: Box): readonly SceneLabel[] {
  const taken = new Occupancy()
  for (const { box } of labels) taken.add(box)
  const [placed] = placeLabels([{ ...request, tolerance: 0.95 }], taken, stage)
  return placed === undefined ? [] : [placed.label]
}

/** What the band that is pointed at carries, or the one between two chosen regions; how a neighbour is related. */
function edgeLabels({ edges, hover, focus }: Labelled): readonly LabelRequest[] {
  const isMeant = ({ key, kind, source, target, emphasis }: SceneEdge): boolean =>
    kind === 'band'
      ? key === hover || (focus.regions.length === 2 && emphasis === 'near')
      : hover !== undefined &&
        !focus.nodes.includes(hover) &&
        emphasis === 'near' &&
        (source === hover || target === hover)
  return edges.filter(isMeant).map(({ key, line, words }) => ({
    key,
    of: 'edge',
    lines: [{ text: words, size: SIZE.small, weight: 600, color: 'accent' }],
    spots: [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75].map((t) => ({
      at: along(line, t),
      anchor: 'middle',
      sits: 'beside',
    })),
    opacity: 1,
    tolerance: 99,
  }))
}

/** The place at a part of the way along a line. */
function along(line: readonly Point[], part: number): Point {
  const at = part * (line.length - 1)
  const [a, b] = [line[Math.floor(at)], line[Math.ceil(at)]]
  if (a === undefined || b === undefined) return { x: 0, y: 0 }
  const t = at - Math.floor(at)
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }
}
