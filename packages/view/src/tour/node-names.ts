import {
  createSearchIndex,
  type FieldGraph,
  findNode,
  fold,
  NODE_KINDS,
  type NodeKind,
  preferKinds,
  type SearchIndex,
} from '@fieldmap/graph'
import { nearestNodes } from './nearest-nodes.ts'
import { candidateNames, StepError, type StepProblem } from './step-problem.ts'

/** Full-text search that is made when it is first needed: most names do without. */
export function lazySearchIndex(graph: FieldGraph): SearchIndex {
  let index: SearchIndex | undefined
  return {
    search(...asked) {
      index ??= createSearchIndex(graph)
      return index.search(...asked)
    },
  }
}

/** Finds the nodes that the steps of a tour name; keeps what is doubtful. */
export class NodeNames {
  readonly graph: FieldGraph
  readonly doubts: StepProblem[] = []
  readonly #index: SearchIndex

  /** @param index full-text search in the graph; steps of one tour share it. */
  constructor(graph: FieldGraph, index: SearchIndex) {
    this.graph = graph
    this.#index = index
  }

  search(words: string): ReturnType<SearchIndex['search']> {
    return this.#index.search(words)
  }

  /**
   * The key of the node that some words mean, found as `findNode` says. A paper that only words of its title find is a
   * doubt: once it is gone the same words may find another.
   *
   * @throws {StepError} where they mean none or several.
   */
  find(words: string, kinds: readonly NodeKind[] = NODE_KINDS, preferred: readonly NodeKind[] = []): string {
    const { graph } = this
    let searched = false
    const index: SearchIndex = {
      search: (...asked) => {
        searched = true
        return this.#index.search(...asked)
      },
    }
    const found = preferKinds(graph, findNode(graph, index, words, kinds), preferred)
    switch (found.status) {
      case 'found':
        if (searched) this.#doubt(words, found.key)
        return found.key
      case 'missing': {
        const near = nearestNodes(graph, words, kinds)
        throw new StepError(
          'missing-node',
          `“${words}” is not in the graph`,
          near.length === 0
            ? 'nothing in it has a name like this: take the step out, or show something else'
            : `it may now be ${candidateNames(graph, near)}`,
          near,
        )
      }
      case 'ambiguous':
        throw new StepError(
          'ambiguous-node',
          `“${words}” can mean ${found.candidates.length} nodes`,
          `write one of the keys: ${candidateNames(graph, found.candidates)}`,
          found.candidates,
        )
      default:
        return found satisfies never
    }
  }

  #doubt(words: string, key: string): void {
    const { kind, label } = this.graph.getNodeAttributes(key)
    if (kind !== 'paper') return
    const folded = fold(label)
    // A typing error is forgiven by search, and may hide that the paper meant is gone.
    const isVerbatim = fold(words)
      .split(' ')
      .every((word) => folded.includes(word))
    this.doubts.push({
      rule: 'tour/loose-name',
      severity: isVerbatim ? 'info' : 'warning',
      message: `“${words}” is not the name of a paper; its words find “${label}”`,
      hint: `write its key, ${key}, or its identifier, so that no other paper can be meant`,
      candidates: [key],
    })
  }
}
