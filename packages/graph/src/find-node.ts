import type { FieldGraph, NodeAttributes } from './field-graph.ts'
import { fold } from './fold.ts'
import { byCodeUnits } from './keys.ts'
import { NODE_KINDS, type NodeKind } from './kinds.ts'
import type { SearchIndex } from './search.ts'

/** One node, or the candidates among which the words do not decide (none: nothing is like it). */
export type FoundNode =
  | { readonly status: 'found'; readonly key: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly status: 'missing' }

/**
 * Finds the node that some words mean, in this order: a key, a former key, an identifier (`2204.04083`,
 * `arxiv:2204.04083`, a DOI), an exact label or alias, a title's name before its first colon, or words that find
 * exactly one node. Case, accents and punctuation do not matter from the label on.
 *
 * @param kinds the only kinds of node that count; all by default.
 */
export function findNode(
  graph: FieldGraph,
  index: SearchIndex,
  words: string,
  kinds: readonly NodeKind[] = NODE_KINDS,
): FoundNode {
  const wanted = words.trim()
  const counts = (key: string): boolean => kinds.includes(graph.getNodeAttribute(key, 'kind'))
  if (graph.hasNode(wanted) && counts(wanted)) return { status: 'found', key: wanted }
  const folded = fold(wanted)
  for (const test of [hasFormerKey(wanted), hasIdentifier(wanted), isCalled(folded), isTitled(folded)]) {
    const hits = graph.filterNodes((_, node) => kinds.includes(node.kind) && test(node))
    if (hits.length > 0) return oneOf(hits)
  }
  return oneOf(index.search(wanted).flatMap(({ key }) => (counts(key) ? [key] : [])))
}

function oneOf(keys: readonly string[]): FoundNode {
  const [first] = keys
  if (first === undefined) return { status: 'missing' }
  return keys.length === 1
    ? { status: 'found', key: first }
    : { status: 'ambiguous', candidates: keys.toSorted(byCodeUnits) }
}

type NodeTest = (node: NodeAttributes) => boolean

function hasFormerKey(wanted: string): NodeTest {
  return (node) => node.formerKeys?.includes(wanted) ?? false
}

function hasIdentifier(wanted: string): NodeTest {
  const bare = wanted.replace(/^(?:doi|arxiv|cvf|ieee|acm|acl|openreview|pmid|pii)\s*:\s*/i, '').toLowerCase()
  return (node) =>
    node.kind === 'paper' && Object.values(node.identifiers).some((identifier) => identifier.toLowerCase() === bare)
}

function isCalled(folded: string): NodeTest {
  return (node) => fold(node.label) === folded || (aliasesOf(node)?.some((alias) => fold(alias) === folded) ?? false)
}

function aliasesOf(node: NodeAttributes): readonly string[] | undefined {
  switch (node.kind) {
    case 'dataset':
      return [...(node.aliases ?? []), ...(node.fullName === undefined ? [] : [node.fullName])]
    case 'venue':
      return [node.name]
    case 'paper':
      return node.versions.map(({ label }) => label)
    default:
      return undefined
  }
}

function isTitled(folded: string): NodeTest {
  return (node) => {
    if (node.kind !== 'paper') return false
    const colon = node.label.indexOf(':')
    return colon > 0 && fold(node.label.slice(0, colon)) === folded
  }
}
