import type { VersionSpan } from '@fieldmap/graph'
import type { Past, TimeStep } from './past.ts'

/** What of a graph is there, and what of it has just come. */
export interface Presence {
  readonly hasNode: (key: string) => boolean
  readonly hasEdge: (key: string) => boolean
  /** Whether a node or edge came with this very version. */
  readonly isNew: (key: string) => boolean
}

/** The presence of all of a graph, as it is now. */
export const NOW: Presence = { hasNode: () => true, hasEdge: () => true, isNew: () => false }

/** A field as it was after a commit. */
export interface Moment extends Presence {
  readonly past: Past
  readonly step: TimeStep
}

const made = new WeakMap<Past, Map<number, Moment>>()

/** The field as it was at a step, its number held within the steps; `undefined` where there are none. */
export function momentAt(past: Past, number: number): Moment | undefined {
  const step = past.steps[Math.max(0, Math.min(Math.round(number), past.steps.length - 1))]
  if (step === undefined) return undefined
  const moments = made.get(past) ?? new Map<number, Moment>()
  made.set(past, moments)
  const moment = moments.get(step.number) ?? makeMoment(past, step)
  moments.set(step.number, moment)
  return moment
}

/**
 * The field at a revision as a state names it: the digits with which one commit begins, or a day, which is the last
 * version until its end. A version that changed nothing is the step before it. `undefined` for what no version is.
 */
export function momentOf(past: Past, at: string | null): Moment | undefined {
  const version = at === null ? undefined : versionOf(past, at)
  return version === undefined
    ? undefined
    : momentAt(
        past,
        past.steps.findLastIndex((step) => step.version <= version),
      )
}

/** A revision as a state names it: a day, or 7 to 64 digits of a commit. */
export const REVISION: RegExp = /^(?:\d{4}-\d\d-\d\d|[0-9a-f]{7,64})$/

function versionOf({ history: { versions } }: Past, at: string): number | undefined {
  if (at.includes('-')) {
    const last = versions.findLastIndex(({ date }) => date.slice(0, 10) <= at)
    return last < 0 ? undefined : last
  }
  const found = versions.flatMap(({ commit }, i) => (commit.startsWith(at) ? [i] : []))
  return found.length === 1 ? found[0] : undefined
}

function makeMoment(past: Past, step: TimeStep): Moment {
  const { nodes, edges } = past
  const { version } = step
  const isOld = version === 0 && past.isOlder
  return {
    past,
    step,
    hasNode: (key) => holds(nodes.get(key), version),
    hasEdge: (key) => holds(edges.get(key), version),
    isNew: (key) => !isOld && (nodes.get(key) ?? edges.get(key) ?? []).some(({ from }) => from === version),
  }
}

function holds(spans: readonly VersionSpan[] | undefined, version: number): boolean {
  return spans?.some(({ from, to }) => from <= version && version < to) ?? false
}

/** A moment as a state names it: the first ten digits of its commit, or more where those are of several. */
export function revisionOf({ past: { history }, step: { commit } }: Moment): string {
  let length = 10
  while (
    length < commit.length &&
    history.versions.filter((one) => one.commit.startsWith(commit.slice(0, length))).length > 1
  )
    length++
  return commit.slice(0, length)
}
