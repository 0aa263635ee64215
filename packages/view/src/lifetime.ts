import { byCodeUnits, type HistoryPoint, type OpenHistory } from '@fieldmap/graph'
import { changeWords } from './change-words.ts'

/** Something that a commit did to a node or edge. All of it is text to be escaped. */
export interface LifeEvent {
  /** What happened, e.g. `First in the list`, `Venue arXiv → CVPR`, `Removed`. */
  readonly words: string
  /** The day of the commit in UTC, `YYYY-MM-DD`. */
  readonly day: string
  readonly commit: string
  /** Who wrote the commit; absent where the statement is older than the clone: who brought it is not known. */
  readonly author?: string
}

/**
 * What commits did to a node or edge, oldest first; what one commit did stands together: came or went, then changed.
 * Empty where no version has the key, as of an edit that is not committed. Linear in the versions.
 */
export function lifeOf(history: OpenHistory, key: string): readonly LifeEvent[] {
  const order = new Map(history.versions.map(({ commit }, i) => [commit, i]))
  const place = ({ commit }: LifeEvent): number => order.get(commit) ?? order.size
  const ofNode = history.nodeIntervals(key)
  const isEdge = ofNode.length === 0
  const held = (isEdge ? history.edgeIntervals(key) : ofNode).flatMap(({ from, to }, i) => [
    eventOf(from, i > 0 ? 'Back again' : firstWords(from, isEdge)),
    ...(to === undefined ? [] : [eventOf(to, 'Removed')]),
  ])
  const changed = history
    .changes(key)
    .flatMap((change) =>
      changeWords(change).map((words) => eventOf(change.at, words.charAt(0).toUpperCase() + words.slice(1))),
    )
  return [...held, ...changed].sort((a, b) => place(a) - place(b) || byCodeUnits(a.day, b.day))
}

/** @example lifeText(event) // 'First in the list 2021-03-04, 0123abcdef, by Ada Adams' */
export function lifeText(event: LifeEvent): string {
  return `${event.words} ${event.day}, ${shortCommit(event.commit)}${event.author === undefined ? '' : `, by ${event.author}`}`
}

/** A commit as people write it: its first ten digits, as `fieldmap history` prints them. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 10)
}

function firstWords({ olderThanClone }: HistoryPoint, isEdge: boolean): string {
  if (olderThanClone) return 'Older than the clone, which begins'
  return isEdge ? 'First stated' : 'First in the list'
}

function eventOf({ commit, date, author, olderThanClone }: HistoryPoint, words: string): LifeEvent {
  return { words, day: date.slice(0, 10), commit, ...(olderThanClone ? {} : { author }) }
}
