import type { FieldGraph, NodeAttributes } from './field-graph.ts'
import { fold } from './fold.ts'
import type { NodeKind } from './kinds.ts'
import { FirstSorted } from './questions/field-index/first-sorted.ts'
import { createTextIndex } from './text-index.ts'

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
   *
   * @param limit most hits, integer ≥ 0; 50 by default. @param keep the only nodes that count, by key; all by default.
   */
  readonly search: (words: string, limit?: number, keep?: (key: string) => boolean) => readonly SearchHit[]
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

/** How much a word of a label counts beside one of the other texts. */
const LABEL_BOOST = 3

/**
 * A full-text index over labels, authors, venues and aliases of every node, as {@link createTextIndex} makes it. Accents
 * are folded. The graph must not change afterwards. Building is linear in the text, but for sorting keys and terms.
 */
export function createSearchIndex(graph: FieldGraph): SearchIndex {
  // Numbered in the order of keys, so that ties need no comparison of texts.
  const keys = graph.nodes().sort()
  const weights = new Float64Array(keys.length)
  const [labels, others]: [string[], string[]] = [[], []]
  const numbersByName = new Map<string, number[]>()
  keys.forEach((key, number) => {
    const node = graph.getNodeAttributes(key)
    const label = fold(node.label)
    const short = beforeColon(node.label)
    const name = short === node.label ? label : fold(short)
    const called = numbersByName.get(name)
    if (called === undefined) numbersByName.set(name, [number])
    else called.push(number)
    weights[number] = KIND_WEIGHT[node.kind]
    labels.push(label)
    others.push(fold(alsoKnownAs(node)))
  })
  const index = createTextIndex([
    { texts: labels, boost: LABEL_BOOST },
    { texts: others, boost: 1 },
  ])
  return {
    search(words, limit = 50, keep) {
      const name = fold(words)
      if (name === '') return []
      const { documents, scores } = index.match(name.split(' '))
      for (const number of documents) scores[number] = (scores[number] ?? 0) * (weights[number] ?? 0)
      const called = new Set(numbersByName.get(name))
      const compare = (a: number, b: number): number =>
        Number(called.has(b)) - Number(called.has(a)) || (scores[b] ?? 0) - (scores[a] ?? 0) || a - b
      const first = new FirstSorted(compare, limit)
      for (const number of documents) {
        // A node that would not be among the first need not be asked for.
        if (first.last !== undefined && compare(number, first.last) >= 0) continue
        if (keep === undefined || keep(keys[number] ?? '')) first.add(number)
      }
      return first.sorted().map((number) => {
        const key = keys[number] ?? ''
        const { kind, label } = graph.getNodeAttributes(key)
        return { key, kind, label, score: scores[number] ?? 0 }
      })
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
