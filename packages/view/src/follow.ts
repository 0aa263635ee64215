import type { FieldGraph } from '@fieldmap/graph'
import { currentKey } from './focus.ts'
import type { IdentifierOf } from './permalink.ts'
import { longKey } from './short-keys.ts'
import type { ViewState } from './state.ts'

/**
 * Leads the keys of a state to the nodes that they mean now: by key, by a former key, by the identifier that a permalink
 * carries. A key that leads nowhere stays as it is, so that it can be said to be missing.
 *
 * @param carried identifiers by chosen key, `scheme:value`, from the hash.
 */
export function followKeys(
  graph: FieldGraph,
  state: ViewState,
  carried: ReadonlyMap<string, string> = new Map(),
): ViewState {
  const follow = (key: string): string => {
    const identifier = carried.get(key)
    return (
      currentKey(graph, key) ??
      longKey(graph, key) ??
      (identifier === undefined ? undefined : identified(graph, identifier)) ??
      key
    )
  }
  const all = (keys: readonly string[]): readonly string[] => {
    const followed = keys.map(follow)
    return followed.every((key, i) => key === keys[i]) ? keys : [...new Set(followed)]
  }
  const { filters } = state
  return {
    ...state,
    selection: all(state.selection),
    not: all(state.not),
    filters: { ...filters, tasks: all(filters.tasks), venues: all(filters.venues) },
  }
}

function identified(graph: FieldGraph, identifier: string): string | undefined {
  const colon = identifier.indexOf(':')
  const [scheme, value] = [identifier.slice(0, colon), identifier.slice(colon + 1)]
  return graph.findNode(
    (_, node) =>
      node.kind === 'paper' &&
      (node.identifiers[scheme] === value || node.versions.some(({ identifiers }) => identifiers[scheme] === value)),
  )
}

/** Schemes of identifiers, the most lasting first. */
const LASTING = ['doi', 'arxiv']

/** Gives papers the identifier that a permalink carries, `scheme:value`: DOI or arXiv number, else what they have. */
export function identifiersOf(graph: FieldGraph): IdentifierOf {
  return (key) => {
    if (!graph.hasNode(key)) return undefined
    const node = graph.getNodeAttributes(key)
    if (node.kind !== 'paper') return undefined
    const schemes = Object.keys(node.identifiers).sort()
    const scheme = LASTING.find((known) => schemes.includes(known)) ?? schemes[0]
    return scheme === undefined ? undefined : `${scheme}:${node.identifiers[scheme]}`
  }
}
