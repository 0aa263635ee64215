import type { AttributesOf, EdgeKind, Evidence, Mention, NodeKind } from '@fieldmap/graph'
import { oncePer } from '../memo.ts'

/** The attributes of a node but for its mentions, which are the evidence. */
export type Described = { [K in NodeKind]: Omit<AttributesOf<K>, 'mentions'> }[NodeKind]

/** What one node is said to be. Several statements about one key are joined: evidence adds up, the first word counts. */
export interface NodeStatement {
  readonly key: string
  readonly kind: NodeKind
  readonly attributes: Described
  readonly mentions: readonly Mention[]
}

/** What one edge is said to be; statements with the same ends and kind are one edge with several evidences. */
export interface EdgeStatement {
  readonly source: string
  readonly kind: EdgeKind
  readonly target: string
  readonly evidence: readonly Evidence[]
  readonly label?: string
  readonly path?: string
}

export interface Statements {
  readonly nodes: readonly NodeStatement[]
  readonly edges: readonly EdgeStatement[]
}

/** An edge that rests on one piece of evidence; the same statement each time, by which later stages know it. */
export function statedEdge(evidence: Evidence, source: string, kind: EdgeKind, target: string): EdgeStatement {
  const known = edgesOf(evidence)
  const met = known.find((edge) => edge.source === source && edge.kind === kind && edge.target === target)
  if (met !== undefined) return met
  const edge = { source, kind, target, evidence: [evidence] }
  known.push(edge)
  return edge
}

/** Nearly always one, so a list and no map. */
const edgesOf = oncePer((_: Evidence): EdgeStatement[] => [])
