import type { EdgeKind, FieldGraph, FieldMap, GroupingName } from '@fieldmap/graph'
import { layoutOf } from './layout.ts'
import { counted, GROUPING_WORDS } from './words.ts'

/** How the papers that the texts tie to a subfield or venue stand on the map that has it as a region. */
export interface Placement {
  readonly grouping: GroupingName
  /** Papers that the texts tie to it, integer ≥ 0. */
  readonly stated: number
  /** Of those the ones that stand in its region. */
  readonly here: number
  /** Of those the ones that stand in another region: a paper can have several, and has one place. */
  readonly elsewhere: number
}

const GROUPED_BY: Readonly<Record<'task' | 'venue', EdgeKind>> = { task: 'addresses', venue: 'published_in' }

/** The placement of a task or venue that is a region of its grouping; `undefined` for all else. Linear in its papers. */
export function placementOf(graph: FieldGraph, map: FieldMap, key: string): Placement | undefined {
  const kind = graph.hasNode(key) ? graph.getNodeAttribute(key, 'kind') : undefined
  if (kind !== 'task' && kind !== 'venue') return undefined
  const { regionById, regionOf } = layoutOf(graph, map, kind)
  if (!regionById.has(key)) return undefined
  const papers = graph
    .filterInEdges(key, (_, edge) => edge.kind === GROUPED_BY[kind])
    .map((edge) => graph.source(edge))
    .filter((paper) => graph.getNodeAttribute(paper, 'kind') === 'paper')
  const here = papers.filter((paper) => regionOf.get(paper)?.id === key).length
  return { grouping: kind, stated: papers.length, here, elsewhere: papers.length - here }
}

/**
 * What the two numbers of a placement count, where they differ.
 *
 * @example placementWords({ grouping: 'task', stated: 45, here: 37, elsewhere: 8 })
 * // '45 papers address it: 37 stand here, 8 with another of their subfields.'
 */
export function placementWords({ grouping, stated, here, elsewhere }: Placement, place = 'here'): string | undefined {
  if (elsewhere === 0) return undefined
  const tie = grouping === 'venue' ? 'name it' : stated === 1 ? 'addresses it' : 'address it'
  const others = GROUPING_WORDS[grouping].many.toLowerCase()
  return `${counted('paper', stated)} ${tie}: ${here} ${here === 1 ? 'stands' : 'stand'} ${place}, ${elsewhere} with another of their ${others}.`
}
