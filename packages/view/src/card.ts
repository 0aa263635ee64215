import {
  byCodeUnits,
  EDGE_KINDS,
  type EdgeKind,
  type FieldGraph,
  type NodeAttributes,
  type NodeKind,
  type PaperLink,
} from '@fieldmap/graph'
import { safeLink } from './safe-link.ts'
import { kindWord, RELATION_WORDS } from './words.ts'

/** Evidence as a graph file holds it: source, line, quote, rule, and for papers the section. */
export type Statement = NodeAttributes['mentions'][number]

/** A node beside the one that a card is about, and the edge that says so. */
export interface CardItem {
  readonly key: string
  readonly kind: NodeKind
  readonly label: string
  /** In few words, e.g. `CVPR · 2022`. */
  readonly note: string
  readonly edge: string
  readonly evidence: readonly Statement[]
}

export interface CardGroup {
  readonly title: string
  readonly relation: EdgeKind
  readonly items: readonly CardItem[]
}

/** What is said of a node: for the panel at the right, for print, for a terminal. All of it is text to be escaped. */
export interface Card {
  readonly key: string
  readonly kind: NodeKind
  readonly title: string
  readonly facts: readonly string[]
  /** 0–3; papers only. */
  readonly importance: number
  readonly mandatory: boolean
  /** Only addresses that are safe to open. */
  readonly links: readonly { readonly label: string; readonly url: string }[]
  readonly groups: readonly CardGroup[]
  readonly mentions: readonly Statement[]
}

/** The card of a node; `undefined` where the graph has no such key. Linear in the node's edges. */
export function cardOf(graph: FieldGraph, key: string): Card | undefined {
  if (!graph.hasNode(key)) return undefined
  const node = graph.getNodeAttributes(key)
  return {
    key,
    kind: node.kind,
    title: node.label,
    facts: factsOf(node),
    importance: node.kind === 'paper' ? (node.importance ?? 0) : 0,
    mandatory: node.kind === 'paper' && node.mandatory === true,
    links: linksOf(node),
    groups: groupsOf(graph, key),
    mentions: node.mentions,
  }
}

/** @example noteText(paper) // 'CVPR · 2022' */
export function noteText(node: NodeAttributes): string {
  return node.kind === 'paper' ? factsOf(node).join(' · ') : ''
}

function factsOf(node: NodeAttributes): readonly string[] {
  switch (node.kind) {
    case 'paper':
      return [node.venue, node.year].filter((fact) => fact !== undefined).map(String)
    case 'venue':
      return [node.name === node.label ? undefined : node.name, node.form].filter((fact) => fact !== undefined)
    case 'dataset':
      return [node.fullName, node.modality, node.topic].filter((fact) => fact !== undefined)
    case 'repository':
      return node.framework === undefined ? [] : [node.framework]
    case 'challenge':
      return [node.edition, node.years].filter((fact) => fact !== undefined)
    case 'tool':
      return node.years === undefined ? [] : [node.years]
    case 'task':
    case 'author':
    case 'organization':
      return []
    default:
      return node satisfies never
  }
}

const REL_WORDS: Readonly<Record<PaperLink['rel'], string>> = {
  paper: 'Paper',
  code: 'Code',
  project: 'Project',
  data: 'Data',
  poster: 'Poster',
  slides: 'Slides',
  video: 'Video',
  demo: 'Demo',
  supplementary: 'Supplement',
  other: 'Link',
}

function linksOf(node: NodeAttributes): Card['links'] {
  const links = 'links' in node ? node.links.map(({ rel, label, url }) => ({ label: wordOf(rel, label), url })) : []
  const own = 'url' in node && node.url !== undefined ? [{ label: 'Open', url: node.url }] : []
  const safe = [...own, ...links].flatMap(({ label, url }) => {
    const address = safeLink(url)
    return address === undefined ? [] : [{ label, url: address }]
  })
  return safe.filter(({ url }, i) => safe.findIndex((other) => other.url === url) === i)
}

function wordOf(rel: PaperLink['rel'], label: string): string {
  return rel === 'other' && label !== '' ? label : REL_WORDS[rel]
}

/** Groups by relation and direction, in the order of the contract's table; what leaves the node first. */
function groupsOf(graph: FieldGraph, key: string): readonly CardGroup[] {
  const out = EDGE_KINDS.map((relation) => groupOf(graph, key, relation, 'forth'))
  const into = EDGE_KINDS.map((relation) => groupOf(graph, key, relation, 'back'))
  return [...out, ...into].filter(({ items }) => items.length > 0)
}

function groupOf(graph: FieldGraph, key: string, relation: EdgeKind, direction: 'forth' | 'back'): CardGroup {
  const isOne = (_: string, { kind }: { kind: EdgeKind }): boolean => kind === relation
  const edges = direction === 'forth' ? graph.filterOutEdges(key, isOne) : graph.filterInEdges(key, isOne)
  const items = edges.map((edge): CardItem => {
    const other = graph.opposite(key, edge)
    const node = graph.getNodeAttributes(other)
    const { evidence } = graph.getEdgeAttributes(edge)
    return { key: other, kind: node.kind, label: node.label, note: noteText(node), edge, evidence }
  })
  const title = RELATION_WORDS[relation][direction === 'forth' ? 0 : 1]
  return { title, relation, items: items.sort(orderFor(graph, key, relation)) }
}

/** Authors as the paper names them; papers newest first, then by importance; all else by name. */
function orderFor(graph: FieldGraph, key: string, relation: EdgeKind): (a: CardItem, b: CardItem) => number {
  const self = graph.getNodeAttributes(key)
  const names = relation === 'written_by' && self.kind === 'paper' ? self.authors : []
  const place = ({ label }: CardItem): number => (names.includes(label) ? names.indexOf(label) : names.length)
  const year = (item: CardItem): number => paperOf(graph, item)?.year ?? 0
  const importance = (item: CardItem): number => paperOf(graph, item)?.importance ?? 0
  return (a, b) =>
    place(a) - place(b) || year(b) - year(a) || importance(b) - importance(a) || byCodeUnits(a.label, b.label)
}

function paperOf(graph: FieldGraph, { key }: CardItem): Extract<NodeAttributes, { kind: 'paper' }> | undefined {
  const node = graph.getNodeAttributes(key)
  return node.kind === 'paper' ? node : undefined
}

/** The kind of a node as a heading, e.g. `Paper`. */
export function kindTitle(kind: NodeKind): string {
  const word = kindWord(kind, 1)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
