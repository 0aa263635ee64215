import type { FieldGraph, NodeAttributes } from './field-graph.ts'
import { fold } from './fold.ts'
import { byCodeUnits } from './keys.ts'
import { NODE_KINDS, type NodeKind } from './kinds.ts'
import type { SearchIndex } from './search.ts'
import { slug } from './slug.ts'

/** One node, or the candidates among which the words do not decide (none: nothing is like it). */
export type FoundNode =
  | { readonly status: 'found'; readonly key: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly status: 'missing' }

/** Finds nodes by the words that mean them, as {@link findNode} does. */
export interface NodeFinder {
  readonly find: (words: string, kinds?: readonly NodeKind[]) => FoundNode
}

/**
 * Finds the node that some words mean, in this order: a key, a former key, an identifier (`2204.04083`,
 * `arxiv:2204.04083`, a DOI), an exact label or alias, a title's name before its first colon, a former name, or words
 * that find exactly one node. Case, accents and punctuation do not matter from the label on. Linear in the nodes; for many
 * questions to one graph make a {@link createNodeFinder}.
 *
 * @param kinds the only kinds of node that count; all by default.
 */
export function findNode(
  graph: FieldGraph,
  index: SearchIndex,
  words: string,
  kinds: readonly NodeKind[] = NODE_KINDS,
): FoundNode {
  return findBy(graph, index, words, kinds, ({ of }, wanted) => {
    return graph.filterNodes((_, node) => kinds.includes(node.kind) && of(node).includes(wanted))
  })
}

/**
 * Reads all names of a graph once, so that finding a node by a name takes no longer in a large graph; the graph must not
 * change afterwards. Finds what {@link findNode} finds. Linear in the names.
 */
export function createNodeFinder(graph: FieldGraph, index: SearchIndex): NodeFinder {
  const nodesByName = new Map(NAMINGS.map((naming) => [naming, keysByName(graph, naming)]))
  return {
    find: (words, kinds = NODE_KINDS) =>
      findBy(graph, index, words, kinds, (naming, wanted) => nodesByName.get(naming)?.get(wanted) ?? []),
  }
}

function keysByName(graph: FieldGraph, { of }: Naming): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>()
  graph.forEachNode((key, node) => {
    for (const name of new Set(of(node))) {
      const own = keys.get(name)
      if (own === undefined) keys.set(name, [key])
      else own.push(key)
    }
  })
  return keys
}

function findBy(
  graph: FieldGraph,
  index: SearchIndex,
  words: string,
  kinds: readonly NodeKind[],
  nodesWith: (naming: Naming, wanted: string) => readonly string[],
): FoundNode {
  const wanted = words.trim()
  const counts = (key: string): boolean => kinds.includes(graph.getNodeAttribute(key, 'kind'))
  if (graph.hasNode(wanted) && counts(wanted)) return { status: 'found', key: wanted }
  for (const naming of NAMINGS) {
    const hits = nodesWith(naming, naming.read(wanted)).filter(counts)
    if (hits.length > 0) return oneOf(hits)
  }
  return oneOf(index.search(wanted, MOST_CANDIDATES, counts).map(({ key }) => key))
}

/** Nodes that words of a title can mean before the rest is not looked at. */
const MOST_CANDIDATES = 50

function oneOf(keys: readonly string[]): FoundNode {
  const [first] = keys
  if (first === undefined) return { status: 'missing' }
  return keys.length === 1
    ? { status: 'found', key: first }
    : { status: 'ambiguous', candidates: keys.toSorted(byCodeUnits) }
}

/** Where words can mean several nodes, that of the first preferred kind among them is meant, if it is the only one of its kind. */
export function preferKinds(graph: FieldGraph, found: FoundNode, preferred: readonly NodeKind[]): FoundNode {
  if (found.status !== 'ambiguous') return found
  const ofKinds = preferred.map((kind) =>
    found.candidates.filter((key) => graph.getNodeAttribute(key, 'kind') === kind),
  )
  const [likely, ...others] = ofKinds.find((keys) => keys.length > 0) ?? []
  return likely === undefined || others.length > 0 ? found : { status: 'found', key: likely }
}

/** One way in which a node is named. */
interface Naming {
  /** Names of a node as they are compared. */
  readonly of: (node: NodeAttributes) => readonly string[]
  /** What someone writes, as it is compared. */
  readonly read: (words: string) => string
}

/** The stronger first: a weaker name counts only where no stronger one finds a node. */
const NAMINGS: readonly Naming[] = [
  { of: (node) => node.formerKeys ?? NO_NAMES, read: (words) => words },
  { of: identifiersOf, read: bareIdentifier },
  { of: (node) => [node.label, ...aliasesOf(node)].map(fold), read: fold },
  { of: titleNames, read: fold },
  { of: formerNames, read: slug },
]

const NO_NAMES: readonly string[] = []

/** The slugs of what a node was called before: its former keys have them. */
function formerNames({ formerKeys = [] }: NodeAttributes): readonly string[] {
  return formerKeys.map((key) => key.slice(key.indexOf(':') + 1)).filter((name) => name !== '')
}

function bareIdentifier(words: string): string {
  return words.replace(/^(?:doi|arxiv|cvf|ieee|acm|acl|openreview|pmid|pii)\s*:\s*/i, '').toLowerCase()
}

function identifiersOf(node: NodeAttributes): readonly string[] {
  if (node.kind !== 'paper') return NO_NAMES
  return Object.values(node.identifiers).map((identifier) => identifier.toLowerCase())
}

function aliasesOf(node: NodeAttributes): readonly string[] {
  switch (node.kind) {
    case 'dataset':
      return [...(node.aliases ?? []), ...(node.fullName === undefined ? [] : [node.fullName])]
    case 'venue':
      return [node.name]
    case 'paper':
      return node.versions.map(({ label }) => label)
    default:
      return NO_NAMES
  }
}

function titleNames(node: NodeAttributes): readonly string[] {
  if (node.kind !== 'paper') return NO_NAMES
  const colon = node.label.indexOf(':')
  return colon > 0 ? [fold(node.label.slice(0, colon))] : NO_NAMES
}
