import type { FieldGraph, FieldMap } from '@fieldmap/graph'
import { followKeys } from '../follow.ts'
import { layoutOf, NOT_PLACED } from '../layout.ts'
import { readHash } from '../permalink.ts'
import type { ViewState } from '../state.ts'
import { nearestNodes } from './nearest-nodes.ts'
import { candidateNames, type StepProblem } from './step-problem.ts'

/** What a permalink shows in a graph; no state where nothing is left of what it chose. */
export interface ResolvedPermalink {
  readonly state?: ViewState
  readonly problems: readonly StepProblem[]
}

/**
 * Leads a permalink to what its keys mean now (`followKeys`). A key that leads nowhere is an error, one that leads elsewhere
 * a note that says where.
 */
export function resolvePermalink(graph: FieldGraph, map: FieldMap, hash: string): ResolvedPermalink {
  const { state: written, carried, problems: unread } = readHash(hash)
  const state = followKeys(graph, written, carried)
  const { regionById } = layoutOf(graph, map, state.grouping)
  const isThere = (key: string): boolean => graph.hasNode(key) || regionById.has(key) || key === NOT_PLACED
  const problems: StepProblem[] = unread.map(({ message }) => ({
    rule: 'tour/permalink',
    severity: 'warning',
    message,
    hint: 'copy the address from the map again',
  }))
  const { tasks, venues } = written.filters
  for (const key of [...written.selection, ...written.not, ...tasks, ...venues]) {
    const [now = key] = followKeys(graph, { ...written, selection: [key] }, carried).selection
    if (!isThere(now)) problems.push(missing(graph, key, carried.get(key)))
    else if (now !== key && !key.startsWith('~')) problems.push(renamed(graph, key, now))
  }
  const left = state.selection.filter(isThere)
  const isEmpty = left.length === 0 && state.selection.length > 0
  return isEmpty ? { problems } : { state: { ...state, selection: left }, problems }
}

function missing(graph: FieldGraph, key: string, identifier: string | undefined): StepProblem {
  const near = nearestNodes(graph, key)
  const known = identifier === undefined ? '' : ` (${identifier})`
  return {
    rule: 'tour/missing-node',
    severity: 'error',
    message: `“${key}”${known} is no longer in the graph`,
    hint:
      near.length === 0
        ? 'nothing in it has a name like this: take the step out, or show something else'
        : `it may now be ${candidateNames(graph, near)}`,
    candidates: near,
  }
}

function renamed(graph: FieldGraph, key: string, now: string): StepProblem {
  return {
    rule: 'tour/renamed',
    severity: 'info',
    message: `“${key}” is now ${candidateNames(graph, [now])}`,
    hint: 'it is found; to name it as it is now, copy the address from the map again',
    candidates: [now],
  }
}
