import MiniSearch from 'minisearch'
import type { FieldGraph, NodeAttributes } from './field-graph.ts'
import { fold } from './fold.ts'
import { byCodeUnits } from './keys.ts'
import type { NodeKind } from './kinds.ts'
import { firstSorted } from './questions/first-sorted.ts'

export interface SearchHit {
  readonly key: string
  readonly kind: NodeKind
  readonly label: string
  /** Relevance, > 0, comparable within one search only. */
  readonly score: number
}

export interface SearchIndex {
  /**
   * Nodes that hold all words (the last may be unfinished, each may have a typing error): first those that are called so,
   * then the most relevant.
   */
  readonly search: (words: string, limit?: number) => readonly SearchHit[]
}

/** Kinds that people look for first win ties of relevance. */
const KIND_WEIGHT: Readonly<Record<NodeKind, number>> = {
  paper: 1.2,
  task: 1.6,
  dataset: 1.6,
  venue: 1.4,
  author: 1.1,
  organization: 1,
  repository: 0.6,
  challenge: 1.2,
  tool: 1.2,
}

/**
 * A full-text index over labels, authors, venues and aliases of every node (BM25+, minisearch). Accents are folded.
 * Building is linear in the text.
 */
export function createSearchIndex(graph: FieldGraph): SearchIndex {
  const index = new MiniSearch<{ key: string; label: string; also: string }>({
    idField: 'key',
    fields: ['label', 'also'],
    tokenize: (text) => fold(text).split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: { label: 3 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
    },
  })
  index.addAll(graph.mapNodes((key, node) => ({ key, label: node.label, also: alsoKnownAs(node) })))
  return {
    search(words, limit = 50) {
      const name = fold(words)
      if (name === '') return []
      const called = new Set<string>()
      const hits = index.search(words).map(({ id, score }) => {
        const node = graph.getNodeAttributes(id)
        const key = String(id)
        if (fold(beforeColon(node.label)) === name) called.add(key)
        return { key, kind: node.kind, label: node.label, score: score * KIND_WEIGHT[node.kind] }
      })
      const rank = ({ key }: SearchHit): number => (called.has(key) ? 0 : 1)
      return firstSorted(hits, (a, b) => rank(a) - rank(b) || b.score - a.score || byCodeUnits(a.key, b.key), limit)
    },
  }
}

/** What a thing is called for short: a title up to its first colon, else all of a label. */
function beforeColon(label: string): string {
  const colon = label.indexOf(':')
  return colon > 0 ? label.slice(0, colon) : label
}

function alsoKnownAs(node: NodeAttributes): string {
  switch (node.kind) {
    case 'paper':
      return [node.venue, node.year, ...node.authors, ...node.versions.map(({ label }) => label)].join(' ')
    case 'venue':
      return node.name
    case 'dataset':
      return [node.fullName, ...(node.aliases ?? []), node.topic].join(' ')
    case 'task':
    case 'repository':
    case 'author':
    case 'organization':
    case 'challenge':
    case 'tool':
      return ''
    default:
      return node satisfies never
  }
}
