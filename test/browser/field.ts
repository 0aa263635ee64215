import { writeGraph, writeMap } from '@fieldmap/graph'
import { buildSeeds } from '../integration/seeds.ts'

/** A node as the file has it. */
export interface RawNode {
  readonly key: string
  readonly attributes: {
    readonly kind: string
    readonly label: string
    readonly year?: number
    readonly venue?: string
    readonly importance?: number
    readonly mentions: readonly RawEvidence[]
    readonly links?: readonly { readonly rel: string }[]
  }
}

export interface RawEvidence {
  readonly source: string
  readonly line: number
  readonly quote: string
  readonly tier?: string
  readonly role?: string
}

export interface RawEdge {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: { readonly kind: string; readonly evidence: readonly RawEvidence[] }
}

/**
 * A field as its files say it, with no code of the program between the JSON and the tests: answers are found by plain
 * loops over it.
 */
export interface RawField {
  readonly files: Readonly<Record<'graph.json' | 'map.json', string>>
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawEdge[]
  readonly regions: Readonly<Record<string, readonly { id: string; label: string; members: readonly string[] }[]>>
  readonly sources: readonly { readonly path: string; readonly repository?: string; readonly branch?: string }[]
}

/** The seeds, built once for a file of tests. */
export async function seedField(): Promise<RawField> {
  const { graph, map } = await buildSeeds()
  const files = { 'graph.json': writeGraph(graph), 'map.json': writeMap(map) }
  return rawField(files)
}

export function rawField(files: RawField['files']): RawField {
  const graph = JSON.parse(files['graph.json'])
  const map = JSON.parse(files['map.json'])
  const names: readonly string[] = Object.keys(map.groupings)
  return {
    files,
    nodes: graph.nodes,
    edges: graph.edges,
    regions: Object.fromEntries(names.map((name) => [name, map.groupings[name].regions])),
    sources: graph.attributes.sources,
  }
}

export function nodeOf({ nodes }: RawField, key: string): RawNode {
  const node = nodes.find((one) => one.key === key)
  if (node === undefined) throw new Error(`no node ${key}`)
  return node
}

/** The one node of a kind with this name, or else the one whose name begins so. */
export function named({ nodes }: RawField, kind: string, start: string): RawNode {
  const ofKind = nodes.filter(({ attributes }) => attributes.kind === kind)
  const exact = ofKind.filter(({ attributes }) => attributes.label === start)
  const found = exact.length > 0 ? exact : ofKind.filter(({ attributes }) => attributes.label.startsWith(start))
  const [node] = found
  if (node === undefined || found.length > 1) throw new Error(`${found.length} nodes of ${kind} are called ${start}`)
  return node
}

export function papersOf({ nodes }: RawField): readonly RawNode[] {
  return nodes.filter(({ attributes }) => attributes.kind === 'paper')
}

/** Where edges of some kinds lead from a node. */
export function targets({ edges }: RawField, from: string, ...kinds: readonly string[]): readonly string[] {
  return [
    ...new Set(
      edges.filter((edge) => edge.source === from && kinds.includes(edge.attributes.kind)).map(({ target }) => target),
    ),
  ]
}

/** The datasets that a paper is known to use, other than for pretraining. */
export function datasetsOf({ edges }: RawField, paper: string): readonly string[] {
  const used = edges.filter(
    ({ source, attributes: { kind, evidence } }) =>
      source === paper &&
      (kind === 'introduces' || kind === 'uses') &&
      evidence.some(({ role }) => role !== 'pretrain'),
  )
  return [...new Set(used.map(({ target }) => target))]
}

/** The labels of some keys, sorted. */
export function labels(field: RawField, keys: readonly string[]): readonly string[] {
  return keys.map((key) => nodeOf(field, key).attributes.label).sort()
}

/** Whether a paper has a repository, or a link that its entry calls code. */
export function hasCode(field: RawField, { key, attributes }: RawNode): boolean {
  return targets(field, key, 'implemented_in').length > 0 || (attributes.links ?? []).some(({ rel }) => rel === 'code')
}
