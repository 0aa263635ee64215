import type { Viewport } from './camera.ts'
import type { Focus } from './focus.ts'
import { boxesOverlap } from './geometry.ts'
import { type LabelRequest, type LabelSpot, labelStage, placeLabels } from './label-layout.ts'
import { Occupancy } from './occupancy.ts'
import { bySize, regionLabel } from './region-labels.ts'
import type { Satellite } from './satellites.ts'
import type { SceneLabel, SceneNode, SceneRegion } from './scene-types.ts'
import { shorten, wrap } from './text-width.ts'
import { shortTitle } from './words.ts'

/** What the labels of a scene stand for. */
export interface Labelled {
  readonly nodes: readonly SceneNode[]
  readonly regions: readonly SceneRegion[]
  readonly satellites: readonly Satellite[]
  readonly focus: Focus
  /** The key under the pointer or the keyboard's cursor. */
  readonly hover: string | undefined
  /** Pixels between neighbouring papers: what room there is for their names. */
  readonly spacing: number
  /** Which of its spots the name of each region likes. */
  readonly favourites: ReadonlyMap<string, number>
  /** Of a paper, 0–3. */
  readonly importance: (key: string) => number
}

/** With less room than this, only papers that have a short name show it, in characters. */
const NAMES = { room: 44, longest: 22 }
/** Room between neighbouring papers, in pixels, from which names of papers show, by importance 0–3. */
const ROOM = [84, 66, 48, 23]
const SIZE = { chosen: 13.5, small: 12 }

/**
 * The labels of a scene, the most wanted first: chosen, satellites, regions, neighbours, papers. What is pointed at gets
 * its name before all, unless it has it: a name must not move from under the pointer.
 */
export function labelsOf(shown: Labelled, viewport: Viewport): readonly SceneLabel[] {
  const labels = placed(shown, undefined, viewport)
  const { hover } = shown
  return hover === undefined || labels.some(({ key }) => key === hover) ? labels : placed(shown, hover, viewport)
}

function placed(shown: Labelled, hover: string | undefined, viewport: Viewport): readonly SceneLabel[] {
  const { nodes, regions, satellites, favourites } = shown
  const stage = labelStage(viewport)
  const inView = nodes.filter(({ box }) => boxesOverlap(box, stage))
  const satelliteOf = new Map(satellites.map((satellite) => [satellite.key, satellite]))
  const chosen = inView.filter(({ emphasis, key }) => emphasis === 'chosen' || key === hover)
  const isWanted = ({ key, emphasis }: SceneRegion): boolean => emphasis === 'chosen' || key === hover
  const sorted = bySize(regions)
  const requests: LabelRequest[] = [
    ...chosen.map((node) => nodeLabel(node, SIZE.chosen, satellites.length > 0 && node.key !== hover ? 124 : 240, 99)),
    ...inView.flatMap((node) => {
      const satellite = satelliteOf.get(node.key)
      return satellite === undefined ? [] : [satelliteLabel(node, satellite)]
    }),
    ...[...sorted.filter(isWanted), ...sorted.filter((region) => !isWanted(region))].map((region) =>
      regionLabel(region, regions, stage, favourites.get(region.key) ?? 0),
    ),
    ...papersToName(inView, shown).map((node) => nodeLabel(node, SIZE.small, 190, 0.9)),
  ]
  return placeLabels(distinct(requests), marksOf(inView), stage).map(({ label }) => label)
}

/** The first request for each thing. */
function distinct(requests: readonly LabelRequest[]): readonly LabelRequest[] {
  const seen = new Set<string>()
  return requests.filter(({ of, key }) => {
    const isNew = !seen.has(`${of} ${key}`)
    seen.add(`${of} ${key}`)
    return isNew
  })
}

/** The boxes of the marks that labels should leave free. */
export function marksOf(nodes: readonly SceneNode[]): Occupancy {
  const marks = new Occupancy()
  for (const { box, emphasis } of nodes) if (emphasis !== 'faded') marks.add(box)
  return marks
}

function papersToName(nodes: readonly SceneNode[], { focus, spacing, importance }: Labelled): readonly SceneNode[] {
  const hasRoom = ({ key, label }: SceneNode): boolean =>
    spacing >= (ROOM[Math.min(3, importance(key))] ?? 0) &&
    (spacing >= NAMES.room || shortTitle(label).length <= NAMES.longest)
  return nodes
    .filter((node) => {
      const { kind, emphasis } = node
      if (kind !== 'paper' || emphasis === 'chosen' || emphasis === 'faded') return false
      return (emphasis === 'near' && focus.nodes.length > 0) || hasRoom(node)
    })
    .sort((a, b) => importance(b.key) - importance(a.key) || (a.key < b.key ? -1 : 1))
}

/** Chosen ones over their mark, where a ring stands round it; small ones to the right of it, as on a map. */
function nodeLabel(node: SceneNode, size: number, width: number, tolerance: number): LabelRequest {
  const isChosen = node.emphasis === 'chosen'
  const isSmall = size === SIZE.small
  const weight = isChosen ? 600 : 400
  const words = node.kind === 'paper' ? shortTitle(node.label) : node.label
  const lines = isSmall ? [shorten(words, width, size, weight)] : wrap(words, width, 2, size, weight)
  const gap = node.radius + (isChosen ? 8 : 3)
  const upright: readonly LabelSpot[] = [
    { at: { x: node.x, y: node.y - gap }, anchor: 'middle', sits: 'above' },
    { at: { x: node.x, y: node.y + gap }, anchor: 'middle', sits: 'below' },
  ]
  const level: readonly LabelSpot[] = [
    { at: { x: node.x + gap, y: node.y }, anchor: 'start', sits: 'beside' },
    { at: { x: node.x - gap, y: node.y }, anchor: 'end', sits: 'beside' },
  ]
  return {
    key: node.key,
    of: 'node',
    lines: lines.map((text) => ({ text, size, weight, color: 'ink' })),
    spots: isSmall ? [...level, ...upright] : [...upright, ...level],
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
