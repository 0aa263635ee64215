import { byCodeUnits, type FieldGraph, neighborhood } from '@fieldmap/graph'
import { type LaidRegion, type Layout, NOT_PLACED } from './layout.ts'
import { graphAt } from './past/graph-at.ts'
import { type Moment, NOW, type Presence } from './past/moment.ts'
import { asksForSharers, sharersOf } from './sharers.ts'
import type { ViewState } from './state.ts'

/** What the selection of a state means on a layout. */
export interface Focus {
  /** Chosen nodes, in the order of choosing. */
  readonly nodes: readonly string[]
  readonly regions: readonly LaidRegion[]
  /** Chosen subfields and venues that are no regions here: see {@link standsForPapers}. */
  readonly sets: readonly string[]
  /** Neighbours of the chosen nodes and their distance, 1–3; members of chosen regions, and papers of chosen sets, at 1. */
  readonly near: ReadonlyMap<string, number>
  /** Edges among the chosen nodes and their neighbours. */
  readonly edges: readonly string[]
  /** Pairs of papers that share what is kept out of sight, with the names of it. */
  readonly links: readonly FocusLink[]
  readonly missing: readonly string[]
  /** Whether anything is chosen, so that the rest fades. */
  readonly active: boolean
}

/** Two nodes that something hidden connects. */
export interface FocusLink {
  readonly source: string
  readonly target: string
  /** Names of what connects them, e.g. `FERPlus, RAF-DB`. */
  readonly words: string
}

/**
 * Resolves a selection: an id of a region of the grouping is that region, any other key a node, also by a former key. At a
 * moment of the past only what was there then is round it.
 */
export function focusOf(graph: FieldGraph, layout: Layout, state: ViewState, moment?: Moment): Focus {
  const presence = moment ?? NOW
  const regions: LaidRegion[] = []
  const nodes: string[] = []
  const sets: string[] = []
  const missing: string[] = []
  for (const key of state.selection) {
    const region = layout.regionById.get(key)
    const node = region === undefined ? currentKey(graph, key) : undefined
    if (region !== undefined) regions.push(region)
    else if (node !== undefined && state.depth === 1 && standsForPapers(graph, layout, node)) sets.push(node)
    else if (node !== undefined) nodes.push(node)
    else if (key !== NOT_PLACED) missing.push(key)
  }
  const around = asksForSharers(graph, nodes, state)
    ? sharersAt(graph, nodes, state, moment)
    : egoOf(graph, nodes, state, presence)
  const near = new Map<string, number>()
  for (const { members } of regions) for (const member of members) if (presence.hasNode(member)) near.set(member, 1)
  for (const key of sets) for (const paper of papersOf(graph, key, presence)) near.set(paper, 1)
  for (const [key, distance] of around.near) near.set(key, distance)
  const { edges, links } = around
  const active = nodes.length + regions.length + sets.length > 0
  return { nodes, regions, sets, near, edges, links, missing, active }
}

/**
 * Whether a node means the papers under it: a subfield or venue on a map that is divided otherwise. It has no place there
 * of its own, and lines to all its papers would cross the map without saying more than the papers themselves.
 */
export function standsForPapers(graph: FieldGraph, layout: Layout, key: string): boolean {
  const kind = graph.hasNode(key) ? graph.getNodeAttribute(key, 'kind') : undefined
  return (kind === 'task' || kind === 'venue') && !layout.regionById.has(key)
}

function papersOf(graph: FieldGraph, key: string, { hasEdge }: Presence): readonly string[] {
  return graph
    .filterInEdges(key, (edge, { kind }) => (kind === 'addresses' || kind === 'published_in') && hasEdge(edge))
    .map((edge) => graph.source(edge))
}

type Around = Pick<Focus, 'near' | 'edges' | 'links'>

/** The papers that share datasets; then by what was known then. */
function sharersAt(graph: FieldGraph, nodes: readonly string[], state: ViewState, moment: Moment | undefined): Around {
  if (moment === undefined) return sharersOf(graph, nodes, state)
  const then = graphAt(moment)
  const there = nodes.filter((key) => then.hasNode(key))
  return sharersOf(then, there, state)
}

/** The neighbourhood; what is kept out of sight is not walked through. */
function egoOf(
  graph: FieldGraph,
  nodes: readonly string[],
  { depth, filters: { hidden } }: ViewState,
  presence: Presence,
): Around {
  const keep = (key: string): boolean => !hidden.includes(graph.getNodeAttribute(key, 'kind'))
  const ego = neighborhood(graph, nodes, depth, keep, presence === NOW ? undefined : presence.hasEdge)
  return {
    near: new Map(ego.nodes.filter(({ distance }) => distance > 0).map(({ key, distance }) => [key, distance])),
    edges: ego.edges,
    links: [],
  }
}

/** The key of the node that a key means now: itself, or the node that once had it. */
export function currentKey(graph: FieldGraph, key: string): string | undefined {
  if (graph.hasNode(key)) return key
  return graph.filterNodes((_, { formerKeys }) => formerKeys?.includes(key) ?? false).sort(byCodeUnits)[0]
}
