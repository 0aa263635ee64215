import { counted } from '../words.ts'
import type { Moment } from './moment.ts'
import type { Past } from './past.ts'

/**
 * Since when a node or edge is there, in a few words for the head of a card: `In the list since 2021-03-04`; at a moment
 * of the past also that it is new, or not there. Empty where no version has it, as of an edit that is not committed.
 */
export function sinceWords(past: Past, key: string, moment?: Moment): string {
  const { versions } = past.history
  const spans = past.nodes.get(key) ?? past.edges.get(key) ?? []
  const dayOf = (version: number | undefined): string => versions[version ?? -1]?.date.slice(0, 10) ?? ''
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined || last === undefined) return ''
  const what = key.startsWith('paper:') ? 'In the list' : 'Stated'
  const begin = first.from === 0 && past.isOlder ? `${what} before ${dayOf(0)}` : `${what} since ${dayOf(first.from)}`
  const again = last === first ? '' : `, again since ${dayOf(last.from)}`
  const end = last.to === Number.POSITIVE_INFINITY ? '' : `, until ${dayOf(last.to)}`
  if (moment === undefined) return `${begin}${again}${end}`
  if (moment.isNew(key)) return `New in this version of ${moment.step.day}`
  const isThere = moment.hasNode(key) || moment.hasEdge(key)
  return isThere ? `${begin}${again}${end}` : `Not there on ${moment.step.day}. ${begin}${again}${end}`
}

/**
 * When the papers of a region came: `Its papers came from 2019-05-01 to 2023-05-06`; at a moment of the past how many of
 * them were there, and how many were new. Empty where no version has any of them.
 */
export function growthWords(past: Past, members: readonly string[], moment?: Moment): string {
  if (moment !== undefined) {
    const there = members.filter(moment.hasNode)
    const fresh = there.filter(moment.isNew).length
    const words = `${there.length} of ${counted('paper', members.length)} on ${moment.step.day}`
    return fresh === 0 ? words : `${words}; ${fresh} new in this version`
  }
  const came = members.flatMap((key) => past.nodes.get(key)?.[0]?.from ?? [])
  if (came.length === 0) return ''
  const [first, last] = [Math.min(...came), Math.max(...came)].map((i) => past.history.versions[i]?.date.slice(0, 10))
  return first === last ? `All its papers came on ${first}` : `Its papers came from ${first} to ${last}`
}
